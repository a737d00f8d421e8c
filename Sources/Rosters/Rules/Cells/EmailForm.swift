import Diagnostics

extension Rule {
    static let emailForm = Rule(
        "roster.email.form", .warning, "An address for e-mail has one @ and a domain behind it",
        help: """
            The cell holds no address, or several, or one with something around it, such as mailto: or \
            pointed brackets. It is kept as sent.
            """)
}

/// Addresses that no mail would reach.
enum EmailForm {
    static func check(_ look: CellLook, _ reading: inout RowReading) {
        ValueWidth.check(look, &reading)
        guard !isAddress(look.text) else { return }
        reading.report(.emailForm, look.severity, look)
    }

    /// One mark with something before it, and behind it a point with something on both its sides.
    static func isAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var mark = -1
        var point = -1
        for index in 0..<text.count {
            switch text[index] {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
                UInt8(ascii: "<"),
                UInt8(ascii: ">"):
                return false
            case UInt8(ascii: "@"):
                if mark >= 0 { return false }
                mark = index
            case UInt8(ascii: "."):
                if mark >= 0, point < 0 { point = index }
            default: break
            }
        }
        return mark > 0 && point > mark + 1 && text[text.count - 1] != UInt8(ascii: ".")
    }
}
