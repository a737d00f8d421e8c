import CareModel
import Diagnostics
import TableSyntax

extension Rule {
    static let sheetFormula = Rule(
        "roster.sheet.formula", .warning, "A cell holds a value and not a formula that gives it",
        help: """
            The cell reads like ="100000000999", by which a program keeps a spreadsheet from taking \
            an id for a quantity. What stands between the quotation marks was read. Export the bare \
            value: other programs take the marks for a part of it.
            """)
}

/// Values that a program wrote as formulas: `="100000000999"`.
enum SheetFormula {
    /// Leaves out what is around the value, and says so.
    static func drop(_ look: inout CellLook, _ reading: inout RowReading) {
        guard look.count > 2, look.begins(with: "=\""), look.text.last == UInt8(ascii: "\"") else {
            return
        }
        reading.report(.sheetFormula, .warning, look)
        look.drop(first: 2)
        look.drop(last: 1)
        look.trim()
    }
}

/// Numbers of a sheet that are shown with marks between their digits: 5085550179 as
/// `(508) 555-0179`. The value is the digits.
enum SheetMask {
    /// The digits of a number that only names something; `nil` where nothing stands between them, or
    /// they are too many or too few.
    static func digits(_ look: CellLook, _ reading: inout RowReading) -> Slot? {
        guard look.cell.kind == .number, let count = count(look.facts.kind),
            look.count > count, look.text[0] != UInt8(ascii: "-"),
            look.text.allSatisfy({ isDigit($0) || "() -/".utf8.contains($0) }),
            Digits.count(look.text) == count
        else { return nil }
        let text = look.text
        var digits: [UInt8] = []
        for byte in text where isDigit(byte) { digits.append(byte) }
        return reading.slot(upTo: digits.count) { out in
            for (index, digit) in digits.enumerated() { out[index] = digit }
            return digits.count
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// How many digits such a number has.
    private static func count(_ kind: CellKind) -> Int? {
        switch kind {
        case .memberId: 12
        case .phone, .npi: 10
        case .pid: 9
        default: nil
        }
    }
}

/// Numbers of a sheet that are kept with an exponent: 1.5E2 for 150.
enum SheetExponent {
    /// Writes a quantity or a date out. Text stays as it is: what made a table of it may have rounded it.
    static func expand(_ look: inout CellLook, _ reading: inout RowReading) {
        guard look.cell.kind == .number, look.text.contains(where: { $0 | 0x20 == 0x65 }),
            let number = SheetNumber.quantity(look.text)
        else { return }
        let slot = reading.slot(upTo: number.count) { out in
            for (index, byte) in number.enumerated() { out[index] = byte }
            return number.count
        }
        look.move(to: slot, reading.builder.bytes)
    }
}
