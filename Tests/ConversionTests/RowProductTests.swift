import CareModel
import Diagnostics
import Output
import Rosters
import Synthesis
import TableSyntax
import Testing

@testable import Conversion

/// Rows are written from their columns as their records are.
struct RowProductTests {
    /// Writes each record both ways.
    private struct BothWays: RowProduct, ~Copyable {
        private(set) var differences: [String] = []
        private(set) var count = 0
        private var frame = RosterFrame(layout: "", file: "a")

        static var tellsFindings: Bool { true }
        mutating func clear() {}

        mutating func begin(_ reader: RosterReader?, sheet: String) {
            let program = (reader?.shape).map { shape in
                JSONProgram(
                    roster: shape.record, columns: shape.columns, objects: shape.objects)
            }
            frame = RosterFrame(
                layout: reader?.match.layout.name ?? "", file: "a", program: program)
        }

        mutating func add(
            _ reading: inout RowReading, by reader: RosterReader, at place: RowAddress,
            findings: [Finding], isSetAside: Bool
        ) {
            count += 1
            var row = ByteBuffer()
            var record = ByteBuffer()
            RosterJSON.write(
                RowColumns(&reading), other: reading.builder.other, frame: frame, place: place,
                findings: findings, to: &row)
            RosterJSON.write(
                reader.record(of: &reading), other: reading.builder.other, frame: frame,
                place: place, findings: findings, to: &record)
            if row.array() != record.array() {
                differences.append(
                    String(decoding: row.bytes, as: UTF8.self) + "\n"
                        + String(decoding: record.bytes, as: UTF8.self))
            }
        }

        mutating func add(
            unreadable raw: UnsafeBufferPointer<UInt8>, at place: RowAddress, isPart: Bool,
            findings: [Finding]
        ) {}
    }

    /// Maps a text; how many records it has.
    private func map(_ name: String, _ bytes: [UInt8]) throws -> Int {
        Seeds.keep(bytes, for: .tables)
        let verdict = bytes.withUnsafeBufferPointer {
            TableOpening.verdict(on: $0, name: name, .shipped)
        }
        guard case .fits(let opening) = verdict else {
            Issue.record("\(name) is no table")
            return 0
        }
        var options = ConversionOptions()
        options.errorHandling = .keep
        var mapper = RowMapper(
            BothWays(), file: name, options: options, opening: opening)
        mapper.begin(opening)
        var reader = TableReader(MemorySource(bytes), widths: opening.match.table.widths)
        while let row = reader.next() {
            mapper.map(row, found: reader.findings) { _, _ in }
        }
        let differences = mapper.product.differences
        #expect(differences == [], "\(name)")
        return mapper.product.count
    }

    @Test func samplesAreWrittenTheSame() throws {
        var count = 0
        for sample in SampleFiles.rosters { count += try map(sample.name, sample.bytes) }
        #expect(count > 30)
    }

    @Test(arguments: RosterKind.allCases) func defectsAreWrittenTheSame(_ kind: RosterKind) throws {
        var options = RosterSynthesis.Options(kind, records: 300, seed: 7)
        options.defectRate = 0.8
        options.hasAllSheets = false
        var sink = Text()
        _ = RosterSynthesis(options).write(&sink)
        // Quotation marks, letters beyond ASCII, and what no field holds.
        var lines = String(decoding: sink.bytes, as: UTF8.self).split(separator: "\r\n")
        let header = lines.removeFirst() + ",Remark"
        let odd = lines.map { $0.replacing("A", with: "Ä") + ",\"say \"\"x\"\"\"" }
        #expect(try map("plain", sink.bytes) > 200)
        let text = ([header] + odd).joined(separator: "\r\n")
        #expect(try map("odd", Array(text.utf8)) > 200)
    }

    /// A text in memory.
    private struct Text: RosterSink {
        private(set) var bytes: [UInt8] = []
        private var text = RosterText()

        mutating func begin(_ sheet: RosterSheet) throws(Never) {
            text.add(sheet.header.map { .text($0) })
            bytes += text.take()
        }

        mutating func add(_ cells: [RosterCell]) throws(Never) {
            text.add(cells)
            bytes += text.take()
        }
    }
}
