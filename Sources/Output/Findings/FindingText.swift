import Diagnostics

/// Findings for people: one line each, and under `--show-values` the line of the input below it.
package struct FindingText: Sendable {
    /// Whether to use colour.
    package let isColoured: Bool

    package init(isColoured: Bool = false) { self.isColoured = isColoured }

    /// Appends `path:line:column: error: law (expected …) at place [rule.id]`; of workbooks
    /// `path: sheet 5 (NUTRITION) row 14: error: …`. Of text the row is named where it is not the
    /// line, as rows with line ends in their cells make it: `path:7:1: row 5: error: …`.
    ///
    /// - Parameter sheetName: the sheet's, where a layout knows it.
    package func writeLine(
        _ finding: Finding, file: String, sheetName: String? = nil, to buffer: inout ByteBuffer
    ) {
        buffer.append(string: file)
        if finding.line > 0 {
            buffer.append(":")
            buffer.append(decimal: finding.line)
            buffer.append(":")
            buffer.append(decimal: finding.column)
            if finding.row > 0, finding.row != finding.line {
                buffer.append(": row ")
                buffer.append(decimal: finding.row)
            }
        }
        if finding.sheet > 0 {
            buffer.append(": sheet ")
            buffer.append(decimal: finding.sheet)
            if let sheetName {
                buffer.append(" (")
                buffer.append(string: sheetName)
                buffer.append(")")
            }
            if finding.row > 0 {
                buffer.append(" row ")
                buffer.append(decimal: finding.row)
            }
        }
        buffer.append(": ")
        write(finding.severity, &buffer)
        buffer.append(": ")
        buffer.append(finding.rule.summary)
        if let expected = finding.expected {
            buffer.append(" (expected ")
            buffer.append(string: expected)
            buffer.append(")")
        }
        let place = finding.place.description
        if !place.isEmpty {
            buffer.append(" at ")
            buffer.append(string: place)
        }
        if finding.relatedRow > 0 {
            buffer.append(", see ")
            if finding.relatedSheet > 0 {
                buffer.append("sheet ")
                buffer.append(decimal: finding.relatedSheet)
                buffer.append(" ")
            }
            buffer.append("row ")
            buffer.append(decimal: finding.relatedRow)
        }
        buffer.append(" [")
        buffer.append(finding.rule.id)
        buffer.append("]\n")
    }

    private func write(_ severity: Severity, _ buffer: inout ByteBuffer) {
        guard isColoured else { return buffer.append(severity.name) }
        switch severity {
        case .error: buffer.append("\u{1B}[31m")
        case .warning: buffer.append("\u{1B}[33m")
        case .note: buffer.append("\u{1B}[36m")
        }
        buffer.append(severity.name)
        buffer.append("\u{1B}[0m")
    }

    /// Appends the part of the input that a finding speaks of, and marks its bytes with carets.
    ///
    package func write(_ excerpt: Excerpt, to buffer: inout ByteBuffer) {
        buffer.append("    ")
        for byte in excerpt.bytes {
            buffer.append(byte >= 0x20 && byte < 0x7F ? byte : UInt8(ascii: "?"))
        }
        buffer.append("\n    ")
        for _ in 0..<excerpt.marked.lowerBound { buffer.append(UInt8(ascii: " ")) }
        for _ in 0..<max(1, excerpt.marked.count) { buffer.append(UInt8(ascii: "^")) }
        buffer.append("\n")
    }
}
