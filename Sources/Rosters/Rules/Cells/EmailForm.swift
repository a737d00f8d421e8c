import Diagnostics

extension Rule {
    static let emailForm = Rule(
        "roster.email.form", .warning, "An address for e-mail has one @ and a domain behind it",
        help: "The cell holds no address, or several. It is kept as sent.")
}

/// Addresses that no mail would reach.
enum EmailForm {
    static func check(_ look: CellLook, _ reading: inout RowReading) {
        ValueWidth.check(look, &reading)
        guard !isAddress(look.text) else { return }
        reading.report(.emailForm, look.severity, look)
    }

    private static func isAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let at = text.firstIndex(of: UInt8(ascii: "@")), at > 0,
            !text.contains(where: { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3B })
        else { return false }
        let domain = text[(at + 1)...]
        guard let point = domain.firstIndex(of: UInt8(ascii: ".")) else { return false }
        return point > at + 1 && domain.last != UInt8(ascii: ".")
            && !domain.contains(UInt8(ascii: "@"))
    }
}
