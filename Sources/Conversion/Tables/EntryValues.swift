import CareModel
import Diagnostics
import Output
import Rosters

/// Rows as values, with their findings.
struct EntryValues: RowProduct, ~Copyable {
    private(set) var records: [RosterRecord] = []
    private(set) var unreadable: [ByteRange] = []
    private let file: String
    private var layout = ""
    private var sheet = ""

    init(file: String) { self.file = file }

    static var tellsFindings: Bool { false }

    mutating func clear() {
        records.removeAll(keepingCapacity: true)
        unreadable.removeAll(keepingCapacity: true)
    }

    mutating func begin(_ reader: RosterReader?, sheet: String) {
        layout = reader?.match.layout.name ?? ""
        self.sheet = sheet
    }

    mutating func add(
        _ reading: inout RowReading, by reader: RosterReader, at place: RowAddress,
        findings: [Finding], isSetAside: Bool
    ) {
        let record = reader.record(of: &reading)
        var source = RecordSource(file: file, bytes: place.bytes)
        source.sheet = place.sheet
        source.sheetName = sheet
        source.row = place.row
        records.append(
            RosterRecord(
                entry: RosterEntry(record, layout: layout, other: reading.builder.other),
                source: source, findings: findings))
    }

    mutating func add(
        unreadable raw: UnsafeBufferPointer<UInt8>, at place: RowAddress, isPart: Bool,
        findings: [Finding]
    ) {
        unreadable.append(place.bytes)
    }
}
