/// Text of XML, as far as the scanner reads it.
enum SheetText {
    /// Whether it is UTF-8, of characters that XML allows.
    @inline(never)
    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var decoder = UTF8()
        var bytes = text.makeIterator()
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar):
                if scalar.value == 0xFFFE || scalar.value == 0xFFFF { return false }
            case .emptyInput: return true
            case .error: return false
            }
        }
    }

    /// Replaces entities; the number of bytes, `nil` where one is not for the scanner.
    @inline(never)
    static func decode(
        _ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
    ) -> Int? {
        var count = 0
        var index = 0
        while index < text.count {
            guard text[index] == 0x26 else {
                target[count] = text[index]
                count += 1
                index += 1
                continue
            }
            guard let end = text[index...].prefix(12).firstIndex(of: 0x3B),
                let scalar = scalar(UnsafeBufferPointer(rebasing: text[(index + 1)..<end])),
                let encoded = UTF8.encode(scalar)
            else { return nil }
            for byte in encoded {
                target[count] = byte
                count += 1
            }
            index = end + 1
        }
        return count
    }

    private static func scalar(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        guard name.first == UInt8(ascii: "#") else {
            let known: [(StaticString, Unicode.Scalar)] = [
                ("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", "\""), ("apos", "'"),
            ]
            return known.first { entity, _ in
                entity.withUTF8Buffer { $0.elementsEqual(name) }
            }?.1
        }
        let isHex = name.count > 1 && name[1] == UInt8(ascii: "x")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
            value >= 0x20 || value == 9 || value == 10 || value == 13,
            value != 0xFFFE, value != 0xFFFF
        else { return nil }
        return Unicode.Scalar(value)
    }
}
