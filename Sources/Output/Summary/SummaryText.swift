/// The summary for people: a few lines for each input.
package enum SummaryText {
    /// - Parameter hasRejects: whether what was set aside is written somewhere.
    package static func write(
        _ file: FileSummary, hasRejects: Bool, to buffer: inout ByteBuffer
    ) {
        buffer.append(string: file.file)
        buffer.append(": ")
        if let failure = file.failure {
            buffer.append(string: failure)
            buffer.append("\n")
            guard file.bytes.total > 0 else { return }
            buffer.append("  ")
        }
        if !file.kind.isEmpty {
            buffer.append(string: file.kind)
            if !file.guide.isEmpty {
                buffer.append(" ")
                buffer.append(string: file.guide)
            }
            writeFurther(file.formats, &buffer)
            if !file.profile.isEmpty {
                buffer.append(", profile ")
                buffer.append(string: file.profile)
            }
            buffer.append(", ")
        }
        count(file.records.accepted, "record", " accepted, ", &buffer)
        buffer.append(string: grouped(file.records.setAside))
        buffer.append(" set aside; ")
        count(file.findings.error, "error", ", ", &buffer)
        count(file.findings.warning, "warning", ", ", &buffer)
        count(file.findings.note, "note", "\n", &buffer)
        if let rows = file.rows { writeBooks(rows, &buffer) }
        if file.rows == nil || file.bytes.accepted + file.bytes.setAside > 0 {
            writeBooks(file, &buffer)
        }
        if let members = file.members { write(members, &buffer) }
        if let missing = file.codeLists?.missing, !missing.isEmpty {
            buffer.append("  codes checked by their form alone, without a list: ")
            buffer.append(string: missing.joined(separator: ", "))
            buffer.append("\n")
        }
        if file.isStopped {
            buffer.append("  stopped at the first error; what follows in this file was not read\n")
        }
        if file.otherValues > 0 {
            buffer.append("  ")
            count(file.otherValues, "value", " without a named field, kept under other\n", &buffer)
        }
        if file.records.setAside > 0, !hasRejects {
            buffer.append("  what was set aside is written with --rejects PATH\n")
        }
    }

    /// What else is in the input: ` and 837 005010X222A1`; a kind that came last is not said again.
    private static func writeFurther(
        _ formats: [FileSummary.Format], _ buffer: inout ByteBuffer
    ) {
        for (format, last) in zip(formats.dropFirst(), formats) {
            buffer.append(" and ")
            if format.kind != last.kind {
                buffer.append(string: format.kind)
                buffer.append(" ")
            }
            buffer.append(string: format.guide)
        }
    }

    /// Says how many inputs a run that stopped has not read.
    package static func writeStop(inputs: Int, to buffer: inout ByteBuffer) {
        buffer.append("stopped at the first error: ")
        count(inputs, "input", inputs == 1 ? " was not read\n" : " were not read\n", &buffer)
    }

    /// Says how many files of folders and archives were left out, if any.
    package static func writeSkipped(_ skipped: Int, to buffer: inout ByteBuffer) {
        guard skipped > 0 else { return }
        buffer.append("not read: ")
        count(skipped, "hidden or special file", "\n", &buffer)
    }

    private static func write(_ members: FileSummary.Members, _ buffer: inout ByteBuffer) {
        buffer.append("  members: ")
        buffer.append(string: grouped(members.previous))
        buffer.append(" in the previous file; ")
        buffer.append(string: grouped(members.added))
        buffer.append(" came, ")
        buffer.append(string: grouped(members.gone))
        buffer.append(" are gone, ")
        buffer.append(string: grouped(members.changed))
        buffer.append(" changed\n")
    }

    private static func writeBooks(_ rows: FileSummary.Rows, _ buffer: inout ByteBuffer) {
        buffer.append("  rows: ")
        buffer.append(string: grouped(rows.total))
        buffer.append(" = header ")
        buffer.append(string: grouped(rows.envelope))
        buffer.append(" + accepted ")
        buffer.append(string: grouped(rows.accepted))
        buffer.append(" + set aside ")
        buffer.append(string: grouped(rows.setAside))
        buffer.append(" + blank ")
        buffer.append(string: grouped(rows.trivia))
        buffer.append(rows.isBalanced ? "\n" : " (the books do not balance)\n")
    }

    private static func writeBooks(_ file: FileSummary, _ buffer: inout ByteBuffer) {
        let bytes = file.bytes
        buffer.append("  bytes: ")
        buffer.append(string: grouped(bytes.total))
        buffer.append(" = envelope ")
        buffer.append(string: grouped(bytes.envelope))
        buffer.append(" + accepted ")
        buffer.append(string: grouped(bytes.accepted))
        buffer.append(" + set aside ")
        buffer.append(string: grouped(bytes.setAside))
        buffer.append(" + white space ")
        buffer.append(string: grouped(bytes.trivia))
        buffer.append(file.isBalanced ? "\n" : " (the books do not balance)\n")
    }

    private static func count(
        _ count: Int, _ noun: String, _ rest: String, _ buffer: inout ByteBuffer
    ) {
        buffer.append(string: grouped(count))
        buffer.append(" ")
        buffer.append(string: noun)
        if count != 1 { buffer.append("s") }
        buffer.append(string: rest)
    }

    /// 1,234,567.
    package static func grouped(_ value: Int) -> String {
        var digits = String(value)
        var position = digits.count - 3
        while position > (value < 0 ? 1 : 0) {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
            position -= 3
        }
        return digits
    }
}
