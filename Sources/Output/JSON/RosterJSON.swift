import CareModel
import Diagnostics

/// Writes a roster entry as one JSON object; `schemas/roster-entry.schema.json` describes it.
package enum RosterJSON {
    /// Appends the object and a comma, which `endLine` replaces: a row's, from its columns.
    ///
    /// - Parameter frame: with the program of its table; without one there are no members.
    package static func write(
        _ row: RowColumns, other: [OtherValue], frame: borrowing RosterFrame, place: RowAddress,
        findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append(frame.opening)
        if let program = frame.program { row.write(program, &buffer) }
        end(other, frame, place, findings, &buffer)
    }

    /// Appends the object and a comma, which `endLine` replaces: that of any record.
    package static func write(
        _ entry: RecordObject<RosterFields>, other: [OtherValue], frame: borrowing RosterFrame,
        place: RowAddress, findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append(frame.opening)
        RecordJSON(entry).write(JSONPlan.roster, entry.index, &buffer)
        end(other, frame, place, findings, &buffer)
    }

    @inline(__always)
    private static func end(
        _ other: [OtherValue], _ frame: borrowing RosterFrame, _ place: RowAddress,
        _ findings: [Finding], _ buffer: inout ByteBuffer
    ) {
        if !other.isEmpty { buffer.array("\"other\":", other) { $0.cell($1) } }
        frame.writeSource(place, to: &buffer)
        if !findings.isEmpty { FindingJSON.writeMember(findings, &buffer) }
        buffer.closeObject()
    }

    /// Appends one line for a row that could not be read as a record.
    ///
    /// - Parameter raw: its text, of whatever bytes.
    package static func writeUnreadable(
        frame: borrowing RosterFrame, place: RowAddress, isPart: Bool,
        raw: UnsafeBufferPointer<UInt8>,
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
package struct RosterFrame: ~Copyable {
    /// `{"recordType":"rosterEntry",`
    fileprivate let opening = FrameText { $0.append("{\"recordType\":\"rosterEntry\",") }
    /// `"layout":"cp-assignment","source":{"file":…,`
    private let source: FrameText
    /// `"row":`
    private let row = FrameText { $0.append("\"row\":") }
    /// `,"bytes":[`
    private let bytes = FrameText { $0.append(",\"bytes\":[") }
    /// What its records may have; `nil` where rows are of no layout.
    fileprivate let program: JSONProgram?
    /// `"sheetName":"NUTRITION",`
    private let sheetName: FrameText

    /// - Parameters:
    ///   - layout: its name; empty where rows are of none.
    ///   - file: as the user named the input.
    ///   - sheet: the name of the sheet; empty where there is none.
    ///   - program: what its records may have.
    package init(
        layout: String, file: String, sheet: String = "", program: JSONProgram? = nil
    ) {
        self.program = program
        source = FrameText { buffer in
            if !layout.isEmpty { buffer.member("\"layout\":", string: layout) }
            buffer.append("\"source\":{")
            buffer.member("\"file\":", string: file)
        }
        sheetName = FrameText { buffer in
            if !sheet.isEmpty { buffer.member("\"sheetName\":", string: sheet) }
        }
    }

    fileprivate func writeSource(
        _ place: RowAddress, isPart: Bool = false, to buffer: inout ByteBuffer
    ) {
        if place.sheet == 0, !isPart { return writeSource(inText: place, to: &buffer) }
        buffer.append(source)
        if place.sheet > 0 {
            buffer.member("\"sheet\":", place.sheet)
            buffer.append(sheetName)
        }
        buffer.append(row)
        buffer.append(decimal: place.row)
        if isPart { buffer.append(",\"part\":true") }
        if place.sheet == 0 {
            buffer.append(bytes)
            buffer.append(decimal: place.bytes.start)
            buffer.append(UInt8(ascii: ","))
            buffer.append(decimal: place.bytes.end)
            buffer.append(UInt8(ascii: "]"))
        }
        buffer.append("},")
    }

    /// The same of a row of text, as most are: written in one go.
    private func writeSource(inText place: RowAddress, to buffer: inout ByteBuffer) {
        let (source, row, bytes) = (source.snippet, row.snippet, bytes.snippet)
        // Three numbers of 24 digits at most, and what parts them.
        let more = source.count &+ row.count &+ bytes.count &+ 128
        var pen = buffer.room(buffer.end, more).put(source).put(row)
        pen = pen.put(decimal: UInt(bitPattern: place.row)).put(bytes)
        pen = pen.put(decimal: UInt(bitPattern: place.bytes.start))
        pen.pointee = UInt8(ascii: ",")
        pen = (pen + 1).put(decimal: UInt(bitPattern: place.bytes.end))
        UnsafeMutableRawPointer(pen).storeBytes(
            of: (0x2C7D_5D as UInt32).littleEndian, as: UInt32.self)
        buffer.count = pen + 3 - buffer.base
    }
}

extension ByteBuffer {
    @inline(__always)
    fileprivate mutating func append(_ text: borrowing FrameText) { append(text.snippet) }

    /// The value of a cell; of workbooks without bytes.
    fileprivate mutating func cell(_ other: OtherValue) {
        guard other.bytes.isEmpty else { return value(other) }
        openObject()
        member("\"place\":", string: other.place)
        member("\"value\":", other.value)
        closeObject()
    }
}
