import CareModel
import Diagnostics

/// Writes a roster entry as one JSON object; `schemas/roster-entry.schema.json` describes it.
package enum RosterJSON {
    /// Appends the object and a comma, which `endLine` replaces.
    package static func write(
        _ entry: RecordObject<RosterFields>, other: [OtherValue], frame: RosterFrame,
        place: RowAddress, findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append("{\"recordType\":\"rosterEntry\",")
        if let program = frame.program {
            RecordJSON(entry).write(program, &buffer)
        } else {
            RecordJSON(entry).write(JSONPlan.roster, entry.index, &buffer)
        }
        if !other.isEmpty { buffer.array("\"other\":", other) { $0.cell($1) } }
        frame.writeSource(place, to: &buffer)
        if !findings.isEmpty { FindingJSON.writeMember(findings, &buffer) }
        buffer.closeObject()
    }

    /// Appends one line for a row that could not be read as a record.
    ///
    /// - Parameter raw: its text, of whatever bytes.
    package static func writeUnreadable(
        frame: RosterFrame, place: RowAddress, isPart: Bool, raw: UnsafeBufferPointer<UInt8>,
        findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append("{\"recordType\":\"unreadable\",\"scope\":\"row\",")
        frame.writeSource(place, isPart: isPart, to: &buffer)
        buffer.append("\"raw\":\"")
        buffer.append(escapingAny: raw)
        buffer.append("\",")
        FindingJSON.writeMember(findings, &buffer)
        buffer.closeObject()
        buffer.endLine()
    }
}

/// Where a row stands in its input.
package struct RowAddress: Sendable {
    /// From 1; 0 where there are no sheets.
    package let sheet: Int
    /// As a person counts them, from 1.
    package let row: Int
    /// In the input; empty where bytes mean nothing.
    package let bytes: ByteRange

    package init(sheet: Int, row: Int, bytes: ByteRange) {
        self.sheet = sheet
        self.row = row
        self.bytes = bytes
    }
}

/// What all rows of a table have in common, written once and copied.
package struct RosterFrame: Sendable {
    /// `"layout":"cp-assignment",`
    private let layout: [UInt8]
    /// `"source":{"file":…,`
    private let source: [UInt8]
    /// What its records may have; `nil` where they may have anything.
    fileprivate let program: JSONProgram?
    /// `"sheetName":"NUTRITION",`
    private let sheetName: [UInt8]

    /// - Parameters:
    ///   - layout: its name; empty where rows are of none.
    ///   - file: as the user named the input.
    ///   - sheet: the name of the sheet; empty where there is none.
    ///   - program: what its records may have.
    package init(
        layout: String, file: String, sheet: String = "", program: JSONProgram? = nil
    ) {
        self.program = program
        var buffer = ByteBuffer()
        if !layout.isEmpty { buffer.member("\"layout\":", string: layout) }
        self.layout = buffer.array()
        buffer.clear()
        buffer.append("\"source\":{")
        buffer.member("\"file\":", string: file)
        source = buffer.array()
        buffer.clear()
        if !sheet.isEmpty { buffer.member("\"sheetName\":", string: sheet) }
        sheetName = buffer.array()
    }

    fileprivate func writeSource(
        _ place: RowAddress, isPart: Bool = false, to buffer: inout ByteBuffer
    ) {
        if !layout.isEmpty { buffer.append(layout) }
        buffer.append(source)
        if place.sheet > 0 {
            buffer.member("\"sheet\":", place.sheet)
            if !sheetName.isEmpty { buffer.append(sheetName) }
        }
        buffer.member("\"row\":", place.row)
        if isPart { buffer.append("\"part\":true,") }
        if place.sheet == 0 {
            buffer.append("\"bytes\":")
            buffer.value(place.bytes)
        }
        buffer.closeObject()
    }
}

extension ByteBuffer {
    /// The value of a cell; of workbooks without bytes.
    fileprivate mutating func cell(_ other: OtherValue) {
        guard other.bytes.isEmpty else { return value(other) }
        openObject()
        member("\"place\":", string: other.place)
        member("\"value\":", other.value)
        closeObject()
    }
}
