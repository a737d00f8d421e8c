import CareModel
import Diagnostics
import TableSyntax

/// What the rules across rows need to know of one row: 128 bytes, which are copied without a call.
package struct RowFacts: Sendable {
    /// Where the row stands.
    var sheet: Int { Int(sheetNumber) }
    package let row: Int
    let line: Int
    let range: ByteRange
    /// Its sheet where the layout knows that, else 0: rows of such sheets are other things.
    var knownSheet: Int {
        get { Int(knownSheetNumber) }
        set { knownSheetNumber = Int32(truncatingIfNeeded: newValue) }
    }
    private let sheetNumber: Int32
    private var knownSheetNumber: Int32 = 0
    /// The member's id as a number; 0 where there is none.
    var member: UInt64 = 0
    /// By what rows are compared with one another: the member and sheet, or the key where rows are no
    /// spans; 0 where there is nothing to compare.
    var group: UInt64 = 0
    /// The columns in which two rows differ that are not the same; 0 where the layout names none.
    var key: UInt64 = 0
    /// All values.
    var content: UInt64 = 0
    /// Name and date of birth; 0 where one of these is missing.
    var person: UInt64 = 0
    /// First line and ZIP code of the residence; 0 where one of these is missing.
    var address: UInt32 = 0
    /// All values of the layout's columns but the days on which the row was updated and exported, where
    /// members are compared with those of another file.
    var said: UInt32 = 0
    /// First and last day of a span as numbers; the first is 0 where there is none.
    var begin: Int32 = 0
    var end: Int32 = 0
    /// What MassHealth says of the member and others leave as it is, by `LockedValues`; 0 where there
    /// is nothing.
    var locked: UInt64 = 0
    /// Date columns of which this row has a date, a bit each: in the layout's own format, in the
    /// first that is tolerated, in another.
    var dates: (own: UInt64, second: UInt64, other: UInt64) = (0, 0, 0)

    init(_ row: TableRow) {
        sheetNumber = Int32(truncatingIfNeeded: row.sheet)
        self.row = row.number
        line = row.line
        range = row.range
    }

    /// Sheet and row in one number; rows of a sheet are at most two to the twentieth.
    var rowPlace: UInt32 {
        UInt32(truncatingIfNeeded: sheet > 0 ? sheet << 20 | (row - 1) & 0xF_FFFF : row)
    }

    /// A finding about the row.
    ///
    /// - Parameters:
    ///   - earlier: `rowPlace` of the row that it repeats; 0 for none.
    ///   - expected: what would be right, never a value of the input.
    func finding(
        _ rule: Rule, column: String, earlier: UInt32, expected: String? = nil
    ) -> Finding {
        let isSheet = sheet > 0 && earlier > 0
        let other = isSheet ? Int(earlier >> 20) : 0
        return Finding(
            rule, at: range, place: Place(segment: column), expected: expected, line: line,
            column: line > 0 ? 1 : 0,
            sheet: sheet, row: row,
            relatedRow: isSheet ? Int(earlier & 0xF_FFFF) + 1 : Int(earlier),
            relatedSheet: other == sheet ? 0 : other)
    }
}
