import Diagnostics

/// Findings as JSON: in a record, or each on a line of its own.
package enum FindingJSON {
    /// `"findings":[…],` unless there are none.
    static func writeMember(_ findings: [Finding], _ buffer: inout ByteBuffer) {
        buffer.array("\"findings\":", findings) { buffer, finding in
            buffer.openObject()
            write(finding, &buffer)
            buffer.closeObject()
        }
    }

    /// Appends one object without a line feed; used for reports that hold a list.
    ///
    /// - Parameter sheetName: the sheet's, where a layout knows it.
    package static func writeObject(
        _ finding: Finding, file: String, sheetName: String? = nil, to buffer: inout ByteBuffer
    ) {
        buffer.openObject()
        buffer.member("\"file\":", string: file)
        write(finding, sheetName: sheetName, &buffer)
        buffer.closeObject()
    }

    /// Appends one line.
    package static func writeLine(
        _ finding: Finding, file: String, to buffer: inout ByteBuffer
    ) {
        writeObject(finding, file: file, to: &buffer)
        buffer.endLine()
    }

    private static func write(
        _ finding: Finding, sheetName: String? = nil, _ buffer: inout ByteBuffer
    ) {
        buffer.append("\"rule\":")
        buffer.value(finding.rule.id)
        buffer.append("\"severity\":")
        buffer.value(finding.severity.name)
        buffer.append("\"place\":")
        buffer.value(finding.place.description)
        if finding.sheet > 0 { buffer.member("\"sheet\":", finding.sheet) }
        if let sheetName { buffer.member("\"sheetName\":", string: sheetName) }
        if finding.row > 0 { buffer.member("\"row\":", finding.row) }
        // In a workbook bytes mean nothing.
        if finding.sheet == 0 {
            buffer.append("\"bytes\":")
            buffer.value(finding.range)
        }
        if finding.line > 0 {
            buffer.member("\"line\":", finding.line)
            buffer.member("\"column\":", finding.column)
        }
        if let expected = finding.expected { buffer.member("\"expected\":", string: expected) }
        buffer.append("\"message\":")
        buffer.value(finding.rule.summary)
        if finding.isInherited { buffer.append("\"inherited\":true,") }
        if finding.relatedSheet > 0 { buffer.member("\"relatedSheet\":", finding.relatedSheet) }
        if finding.relatedRow > 0 { buffer.member("\"relatedRow\":", finding.relatedRow) }
        buffer.array("\"related\":", finding.related) { buffer, range in
            buffer.openArray()
            buffer.value(range.start)
            buffer.value(range.end)
            buffer.closeArray()
        }
    }
}
