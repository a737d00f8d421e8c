/// A law of the layout language.
package struct LayoutRule: Sendable, Hashable {
    /// `layout.subject.defect`, never reused.
    package let id: String
    /// One phrase, a law rather than a failure.
    package let summary: String

    init(_ id: String, _ summary: String) {
        self.id = id
        self.summary = summary
    }
}

extension LayoutRule {
    static let fileKind = LayoutRule(
        "layout.file.kind", "a file begins with layout or fields")
    static let fileText = LayoutRule(
        "layout.file.text", "a file is UTF-8 text without tabs and control characters")
    static let keyword = LayoutRule(
        "layout.line.keyword", "a line begins with a keyword or the number of a column")
    static let misplaced = LayoutRule(
        "layout.line.place", "a line stands beneath the line that it belongs to")
    static let missingWord = LayoutRule(
        "layout.line.missing", "a line has all its columns, with two blanks between them")
    static let surplus = LayoutRule(
        "layout.line.surplus", "a line says nothing after its last column")
    static let certainty = LayoutRule(
        "layout.certainty.unknown",
        "a fact is found, seen, dated, inferred or unverified")
    static let usage = LayoutRule(
        "layout.usage.unknown", "a usage is O, or R with V and L as they apply")
    static let width = LayoutRule(
        "layout.width.malformed", "a width is a number above 0, or -")
    static let position = LayoutRule(
        "layout.position.gap", "the columns of a table are numbered from 1 without a gap")
    static let count = LayoutRule(
        "layout.columns.count", "a table has as many columns as it says")
    static let noColumns = LayoutRule(
        "layout.columns.missing", "a layout has a table, and each sheet columns")
    static let sameColumns = LayoutRule(
        "layout.columns.ambiguous", "two layouts differ in a column")
    static let headerTwice = LayoutRule(
        "layout.header.duplicate", "a table has a name of a column once, aliases included")
    static let sheetTwice = LayoutRule(
        "layout.sheet.duplicate", "a layout names a sheet once")
    static let sheetUndefined = LayoutRule(
        "layout.sheet.undefined", "a rule names a sheet of its own table")
    static let layoutTwice = LayoutRule(
        "layout.name.duplicate", "a layout has a name of its own")
    static let fixedWidth = LayoutRule(
        "layout.fixed.width", "each column of a table of fixed widths has one")
}

extension LayoutRule {
    static let fieldUndefined = LayoutRule(
        "layout.field.undefined", "a column fills a field that there is")
    static let fieldTwice = LayoutRule(
        "layout.field.duplicate", "a field is defined once, and filled by one column of a table")
    static let fieldType = LayoutRule(
        "layout.field.type", "a column has the type of its field")
    static let typeUndefined = LayoutRule(
        "layout.type.undefined", "a type is one that there is")
    static let typeTwice = LayoutRule("layout.type.duplicate", "a type is defined once")
    static let supplierUndefined = LayoutRule(
        "layout.supplier.undefined", "who fills a column is named by a code that there is")
    static let supplierTwice = LayoutRule(
        "layout.supplier.duplicate", "a code for who fills columns is defined once")
    static let dateFormat = LayoutRule(
        "layout.date.format",
        "a format of dates has YYYY, month and day, as in YYYYMMDD or M/D/YYYY")
    static let dateMissing = LayoutRule(
        "layout.date.missing", "a date has a format, its own or the layout's")
    static let datePlace = LayoutRule(
        "layout.date.place",
        "only a date has formats, and only a date is ordered or a day of a month")
    static let valueTwice = LayoutRule("layout.value.duplicate", "a value is listed once")
    static let valueWidth = LayoutRule(
        "layout.value.width", "a value is no wider than its column")
    static let valueUndefined = LayoutRule(
        "layout.value.undefined", "a rule asks for a value that the column has")
    static let valuePlace = LayoutRule(
        "layout.value.place", "only texts, codes, flags, numbers and dates have values")
    static let valueForm = LayoutRule(
        "layout.value.form", "a value of a number is one, and that of a date is a day as YYYYMMDD")
    static let valueMissing = LayoutRule(
        "layout.value.missing", "what is expected has values beneath it")
    static let keyTwice = LayoutRule("layout.key.duplicate", "a table has one key")
    static let listUndefined = LayoutRule(
        "layout.list.undefined", "a list of values is one that there is")
    static let listTwice = LayoutRule("layout.list.duplicate", "a list of values is defined once")
    static let columnUndefined = LayoutRule(
        "layout.column.undefined", "a rule names a column of its own table")

    /// All of them.
    package static let all: [LayoutRule] = [
        .fileKind, .fileText, .keyword, .misplaced, .missingWord, .surplus, .certainty, .usage,
        .width, .position, .count, .noColumns, .sameColumns, .headerTwice, .sheetTwice,
        .sheetUndefined, .layoutTwice, .fixedWidth, .fieldUndefined, .fieldTwice, .fieldType,
        .typeUndefined,
        .typeTwice, .supplierUndefined, .supplierTwice, .dateFormat, .dateMissing, .datePlace,
        .valueTwice, .valueWidth, .valueUndefined, .valuePlace, .valueForm, .valueMissing,
        .keyTwice,
        .listUndefined, .listTwice, .columnUndefined,
    ]
}
