import CareModel
import Diagnostics
import Output
import Rosters
import TableSyntax

/// What is made of the records of a table: lines to write, or values to hand out.
protocol RowProduct: ~Copyable {
    /// Whether the findings of records are told among those of the file.
    static var tellsFindings: Bool { get }

    mutating func clear()

    /// Rows are those of another table from now on.
    ///
    /// - Parameters:
    ///   - reader: what reads them; `nil` where they are of no layout.
    ///   - sheet: its name; empty where there is none.
    mutating func begin(_ reader: RosterReader?, sheet: String)

    /// Adds the record of a row that was read; the reading is valid only inside the call,
    /// and stays as it is.
    mutating func add(
        _ reading: inout RowReading, by reader: RosterReader, at place: RowAddress,
        findings: [Finding], isSetAside: Bool)

    /// Adds a row that is no record.
    mutating func add(
        unreadable raw: UnsafeBufferPointer<UInt8>, at place: RowAddress, isPart: Bool,
        findings: [Finding])
}

/// Rows as JSON, a line each.
struct RowLines: RowProduct, ~Copyable {
    var accepted = ByteBuffer(capacity: 1 << 18)
    var rejected = ByteBuffer(capacity: 4096)
    private let form: RecordLines.Form
    private var frame: RosterFrame

    init(_ form: RecordLines.Form) {
        self.form = form
        frame = RosterFrame(layout: "", file: form.file)
    }

    static var tellsFindings: Bool { true }

    mutating func clear() {
        accepted.clear()
        rejected.clear()
    }

    mutating func begin(_ reader: RosterReader?, sheet: String) {
        let program = (reader?.shape).map { shape in
            JSONProgram(roster: shape.record, columns: shape.columns, objects: shape.objects)
        }
        frame = RosterFrame(
            layout: reader?.match.layout.name ?? "", file: form.file, sheet: sheet,
            program: program)
    }

    mutating func add(
        _ reading: inout RowReading, by reader: RosterReader, at place: RowAddress,
        findings: [Finding], isSetAside: Bool
    ) {
        if isSetAside, form.hasRejects {
            RosterJSON.write(
                RowColumns(&reading), other: reading.builder.other, frame: frame, place: place,
                findings: findings, to: &rejected)
            rejected.endLine()
        } else if !isSetAside, form.hasRecords {
            RosterJSON.write(
                RowColumns(&reading), other: reading.builder.other, frame: frame, place: place,
                findings: findings, to: &accepted)
            if form.isList { accepted.append("\n") } else { accepted.endLine() }
        }
    }

    mutating func add(
        unreadable raw: UnsafeBufferPointer<UInt8>, at place: RowAddress, isPart: Bool,
        findings: [Finding]
    ) {
        guard form.hasRejects else { return }
        RosterJSON.writeUnreadable(
            frame: frame, place: place, isPart: isPart, raw: raw, findings: findings,
            to: &rejected)
    }
}

extension RowColumns {
    /// What was read of a row; valid until the next is.
    @inline(__always)
    init(_ reading: inout RowReading) {
        self.init(
            bytes: reading.builder.bytes, slots: UnsafePointer(reading.columnSlots),
            days: UnsafePointer(reading.columnDays), length: reading.length)
    }
}
