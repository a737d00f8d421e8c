/// The forms of codes, a byte at a time; small letters are as good as capitals.
enum CodeForm {
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isEither(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    /// So many digits, and nothing else.
    @inline(__always)
    static func isNumber(_ code: UnsafeBufferPointer<UInt8>, _ count: ClosedRange<Int>) -> Bool {
        guard count ~= code.count else { return false }
        for byte in code where !isDigit(byte) { return false }
        return true
    }

    /// A letter, a digit, then one to five letters and digits: `F32`, `C4A0`, `S72001A`.
    @inline(__always)
    static func isICD10CM(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard 3...7 ~= code.count, isLetter(code[0]), isDigit(code[1]) else { return false }
        for offset in 2..<code.count where !isEither(code[offset]) { return false }
        return true
    }

    /// Seven digits and letters, none of them I or O.
    @inline(__always)
    static func isICD10PCS(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard code.count == 7 else { return false }
        for byte in code where !isEither(byte) || byte | 0x20 == 0x69 || byte | 0x20 == 0x6F {
            return false
        }
        return true
    }

    /// Three to five digits, of which the first may be V; after an E, three or four digits.
    static func isICD9CM(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard 3...5 ~= code.count else { return false }
        let first = code[0] | 0x20
        if first == 0x65, code.count == 3 { return false }
        return (isDigit(code[0]) || first == 0x76 || first == 0x65)
            && isNumber(UnsafeBufferPointer(rebasing: code[1...]), 2...4)
    }

    /// Four digits between a digit or letter and a digit: of CPT the last may be a letter.
    @inline(__always)
    static func isHCPCS(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard code.count == 5, isDigit(code[1]), isDigit(code[2]), isDigit(code[3]) else {
            return false
        }
        return isDigit(code[0]) ? isEither(code[4]) : isLetter(code[0]) && isDigit(code[4])
    }

    /// D and four digits.
    @inline(__always)
    static func isCDT(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        code.count == 5 && code[0] | 0x20 == 0x64 && isHCPCS(code)
    }

    /// Ten digits and letters.
    @inline(__always)
    static func isTaxonomy(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard code.count == 10 else { return false }
        for byte in code where !isEither(byte) { return false }
        return true
    }

    /// Letter and digit in turns, with or without a blank in the middle: of Canada.
    static func isCanadian(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard code.count == 6 || code.count == 7 && code[3] == 0x20 else { return false }
        for offset in 0..<6 {
            let byte = code[offset < 3 ? offset : code.count - 6 + offset]
            guard offset % 2 == 0 ? isLetter(byte) : isDigit(byte) else { return false }
        }
        return true
    }
}
