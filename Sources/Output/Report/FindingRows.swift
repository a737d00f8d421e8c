import Diagnostics

/// Findings as the data of a page: a few numbers each, the texts that many share only once.
///
/// A row is `rule, severity, place, line, column, start, count, expected, sender, related, sheet, row`
/// and, where values are shown, `excerpt`. Severity is 0 to 2 as in `Severity`, and 4 more for what is inherited;
/// the other texts are numbers in the tables at the end of the page, or stand for themselves where
/// there are too many; 0 is nothing related, no sheet and no excerpt, -1 no sender. What is related is
/// a row's number, that with its sheet, or starts and ends of bytes. Workbooks have no `line`, and
/// `start` is -1.
struct FindingRows: ~Copyable {
    private var text = ByteBuffer(capacity: 1 << 16)
    private var file = 0
    private var expectations: [String: Int] = [:]
    private(set) var expected: [String] = [""]
    private var sheetIndices: [String: Int] = [:]
    /// As places begin with them.
    private(set) var sheets: [String] = [""]
    /// How many rows there are.
    private(set) var count = 0
    let hasExcerpts: Bool

    /// More texts than the guides have; what is beyond is not kept.
    static let textLimit = 4096
    private static let pieceSize = 1 << 16

    init(hasExcerpts: Bool) { self.hasExcerpts = hasExcerpts }

    mutating func add(
        _ finding: Finding, rule: Int, place: Int?, sender: Int?, excerpt: Excerpt?,
        to page: inout ByteBuffer
    ) {
        open()
        text.value(rule)
        text.value(Int(finding.severity.rawValue) + (finding.isInherited ? 4 : 0))
        if let place { text.value(place) } else { text.scriptValue(finding.shown.description) }
        text.value(finding.line)
        text.value(finding.column)
        text.value(finding.sheet > 0 ? -1 : finding.range.start)
        text.value(finding.range.count)
        writeExpected(finding.expected)
        text.value(sender ?? -1)
        writeRelated(finding)
        writeSheet(finding)
        text.value(finding.row)
        if hasExcerpts { write(excerpt) }
        count += 1
        if text.count > FindingRows.pieceSize { close(&page) }
    }

    /// Ends the rows of a file.
    mutating func endFile(_ page: inout ByteBuffer) {
        close(&page)
        file += 1
    }

    /// Goes on with the rows of a file that was ended, when no other is begun.
    mutating func resume(file index: Int) { file = index }

    private mutating func open() {
        guard text.count == 0 else { return }
        text.append("<script type=\"application/json\" class=\"rows\">{\"file\":")
        text.value(file)
        text.append("\"rows\":[")
    }

    private mutating func close(_ page: inout ByteBuffer) {
        guard text.count > 0 else { return }
        text.closeArray()
        text.closeObject()
        text.dropComma()
        text.append("</script>\n")
        page.append(text.bytes)
        text.clear()
    }

    private mutating func writeExpected(_ words: String?) {
        guard let words else { return text.value(0) }
        if let index = expectations[words] { return text.value(index) }
        guard expected.count < FindingRows.textLimit else { return text.scriptValue(words) }
        expectations[words] = expected.count
        text.value(expected.count)
        expected.append(words)
    }

    /// Sheets beyond the limit are none that a filter has.
    private mutating func writeSheet(_ finding: Finding) {
        guard finding.sheet > 0 else { return text.value(0) }
        let name = finding.shown.loop
        if let index = sheetIndices[name] { return text.value(index) }
        guard sheets.count < FindingRows.textLimit else { return text.value(-1) }
        sheetIndices[name] = sheets.count
        text.value(sheets.count)
        sheets.append(name)
    }

    private mutating func writeRelated(_ finding: Finding) {
        guard finding.related.isEmpty || finding.relatedSheet > 0 else {
            return writeBytes(finding)
        }
        guard finding.relatedSheet > 0 else { return text.value(finding.relatedRow) }
        text.openObject()
        text.member("\"sheet\":", finding.relatedSheet)
        text.member("\"row\":", finding.relatedRow)
        text.closeObject()
    }

    private mutating func writeBytes(_ finding: Finding) {
        text.openArray()
        for range in finding.related {
            text.value(range.start)
            text.value(range.end)
        }
        text.closeArray()
    }

    private mutating func write(_ excerpt: Excerpt?) {
        guard let excerpt else { return text.value(0) }
        text.openArray()
        for part in excerpt.parts {
            text.append("\"")
            text.append(escapingForScript: part)
            text.append("\",")
        }
        text.closeArray()
    }
}

extension Finding {
    /// Its place; in a workbook with the sheet.
    var shown: Place {
        guard sheet > 0, place.loop.isEmpty else { return place }
        return Place(loop: "sheet \(sheet)", segment: place.segment)
    }

    /// The same with the name of its sheet, where a layout knows that.
    package func placed(onSheet name: String?) -> Finding {
        guard let name, sheet > 0 else { return self }
        var named = Finding(
            rule, at: range,
            place: Place(loop: "sheet \(sheet) (\(name))", segment: place.segment),
            expected: expected, line: line, column: column, sheet: sheet, row: row,
            related: related, relatedRow: relatedRow, relatedSheet: relatedSheet)
        named.severity = severity
        named.isInherited = isInherited
        return named
    }
}
