import CareModel
import Diagnostics

extension Rule {
    static let npiForm = Rule(
        "roster.npi.form", .warning, "An NPI has ten digits and the right check digit",
        help: """
            The number is no National Provider Identifier: a digit is wrong, or it is another number, \
            or zeros that stand for none. It is kept as sent; look the provider up before using it.
            """)
}

/// NPIs whose check digit is wrong.
enum NPIForm {
    /// Whether a text is an NPI; what the prefix 80840 adds to the sum of its digits is 24.
    @inline(__always)
    static func isValid(_ text: CellText) -> Bool {
        guard text.isDigits(10) else { return false }
        let lanes: UInt64 = 0x00FF_00FF_00FF_00FF
        let ones: UInt64 = 0x0001_0001_0001_0001
        let digits = text.head ^ 0x3030_3030_3030_3030
        // Every other digit is doubled, the first among them; of 10 and more the digits are added.
        let doubled = digits & lanes
        let carried = ((doubled &+ 3 &* ones) &>> 3) & ones
        let sums = doubled &* 2 &- carried &* 9 &+ ((digits &>> 8) & lanes)
        let last = text.tail &>> 48
        let ninth = Int(truncatingIfNeeded: last & 0xF) &* 2
        // The highest lane of the product is the sum of all four.
        let sum =
            24 &+ Int(truncatingIfNeeded: (sums &* ones) &>> 48)
            &+ (ninth > 9 ? ninth &- 9 : ninth) &+ Int(truncatingIfNeeded: last &>> 8 & 0xF)
        return sum % 10 == 0
    }

    static func check(_ look: inout CellLook, _ reading: inout RowReading) {
        if SheetScientific.check(look, .warning, &reading) { return }
        SheetDecimal.drop(&look, &reading)
        guard !NPI.isValid(look.text) else { return }
        reading.report(.npiForm, .warning, look, expected: "10 digits")
    }
}
