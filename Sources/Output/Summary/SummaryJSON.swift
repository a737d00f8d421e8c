/// The summary as one JSON document.
package enum SummaryJSON {
    package static func write(_ run: RunSummary, to buffer: inout ByteBuffer) {
        buffer.openObject()
        writeMembers(run, &buffer)
        buffer.closeObject()
        buffer.endLine()
    }

    /// `"balanced":…,"files":[…],`; `"stopped":true` where an error kept inputs from being read,
    /// `"skipped":2` where hidden or special files were left out.
    package static func writeMembers(_ run: RunSummary, _ buffer: inout ByteBuffer) {
        buffer.member("\"balanced\":", run.files.allSatisfy(\.isBalanced))
        if run.isStopped { buffer.append("\"stopped\":true,") }
        if run.skippedCount > 0 { buffer.member("\"skipped\":", run.skippedCount) }
        buffer.append("\"files\":[")
        for file in run.files { write(file, &buffer) }
        buffer.closeArray()
    }

    private static func write(_ file: FileSummary, _ buffer: inout ByteBuffer) {
        buffer.openObject()
        buffer.member("\"file\":", string: file.file)
        if !file.kind.isEmpty { buffer.member("\"kind\":", string: file.kind) }
        if !file.guide.isEmpty { buffer.member("\"guide\":", string: file.guide) }
        if file.formats.count > 1 { write(file.formats, to: &buffer) }
        if !file.profile.isEmpty { buffer.member("\"profile\":", string: file.profile) }
        if let lists = file.codeLists {
            buffer.append("\"codeLists\":{")
            write(lists.given, to: &buffer, as: "\"given\":[")
            write(lists.missing, to: &buffer, as: "\"missing\":[")
            buffer.closeObject()
        }
        buffer.member("\"status\":", Int(file.status))
        buffer.member("\"balanced\":", file.isBalanced)
        if file.isStopped { buffer.append("\"stopped\":true,") }
        buffer.append("\"bytes\":{")
        buffer.member("\"total\":", file.bytes.total)
        buffer.member("\"envelope\":", file.bytes.envelope)
        buffer.member("\"accepted\":", file.bytes.accepted)
        buffer.member("\"setAside\":", file.bytes.setAside)
        buffer.member("\"trivia\":", file.bytes.trivia)
        buffer.closeObject()
        if let rows = file.rows { write(rows, &buffer) }
        if let members = file.members { write(members, &buffer) }
        buffer.append("\"records\":{")
        buffer.member("\"accepted\":", file.records.accepted)
        buffer.member("\"setAside\":", file.records.setAside)
        buffer.closeObject()
        buffer.append("\"findings\":{")
        buffer.member("\"error\":", file.findings.error)
        buffer.member("\"warning\":", file.findings.warning)
        buffer.member("\"note\":", file.findings.note)
        buffer.closeObject()
        buffer.member("\"otherValues\":", file.otherValues)
        if let failure = file.failure { buffer.member("\"failure\":", string: failure) }
        buffer.closeObject()
    }

    /// `"formats":[{"kind":"834","guide":"005010X220A1"},…],` where an input holds several.
    private static func write(_ formats: [FileSummary.Format], to buffer: inout ByteBuffer) {
        buffer.append("\"formats\":[")
        for format in formats {
            buffer.openObject()
            buffer.member("\"kind\":", string: format.kind)
            buffer.member("\"guide\":", string: format.guide)
            buffer.closeObject()
        }
        buffer.closeArray()
    }

    private static func write(_ members: FileSummary.Members, _ buffer: inout ByteBuffer) {
        buffer.append("\"members\":{")
        buffer.member("\"previous\":", members.previous)
        buffer.member("\"added\":", members.added)
        buffer.member("\"gone\":", members.gone)
        buffer.member("\"changed\":", members.changed)
        buffer.closeObject()
    }

    private static func write(_ rows: FileSummary.Rows, _ buffer: inout ByteBuffer) {
        buffer.append("\"rows\":{")
        buffer.member("\"total\":", rows.total)
        buffer.member("\"envelope\":", rows.envelope)
        buffer.member("\"accepted\":", rows.accepted)
        buffer.member("\"setAside\":", rows.setAside)
        buffer.member("\"trivia\":", rows.trivia)
        buffer.closeObject()
    }

    private static func write(
        _ names: [String], to buffer: inout ByteBuffer, as opening: StaticString
    ) {
        buffer.append(opening)
        for name in names { buffer.value(name) }
        buffer.closeArray()
    }
}
