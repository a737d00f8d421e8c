import Diagnostics
import Testing

@testable import X12Syntax

/// The items of an input are all of it, the same however it is given.
@Suite struct X12ReaderTests {
    static let file =
        "(report \n)ISA~TA1*1~GS~ST~BGN*00~~INS*Y~REF*0F*1~SE~REF*stray~ST*2*271~BHT*1~SE~GE~IEA~"
        + "( \n)ISA*2~IEA"

    /// Item by item, with what is in them.
    private static func lines(_ items: some Sequence<X12Item>) -> [String] {
        items.map { item in
            switch item {
            case .segment(let segment):
                "\(segment.name) \(segment.number ?? 0) \(segment.line) \(segment.range.start)"
                    + (segment.isStray ? " stray" : "") + (segment.isTerminated ? "" : " cut")
            case .trivia(let bytes): "trivia \(bytes.line) \(bytes.range)"
            case .unreadable(let bytes): "unreadable \(bytes.line) \(bytes.range)"
            case .finding(let finding): "finding \(finding.rule) \(finding.line):\(finding.column)"
            }
        }
    }

    private static func pushed(_ bytes: [UInt8], by size: Int, blockSize: Int) -> [X12Item] {
        var reader = X12Reader(given: [], isFinished: false, blockSize: blockSize)
        var items: [X12Item] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            reader.append(rest.prefix(size))
            rest = rest.dropFirst(size)
            while let item = reader.next() { items.append(item) }
        }
        reader.finish()
        while let item = reader.next() { items.append(item) }
        return items
    }

    @Test func everything() {
        let bytes = Shorthand.bytes(X12ReaderTests.file, in: Dialect.all[1])
        let lines = X12ReaderTests.lines(X12Reader(bytes))
        #expect(
            lines.map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
                "finding x12.bytes.outside 1:1", "unreadable 1 ByteRange(start:",
                "trivia 1 ByteRange(start:",
                "ISA 0 2", "trivia 2 ByteRange(start:", "TA1 0 3", "trivia 3 ByteRange(start:",
                "GS 0 4", "trivia 4 ByteRange(start:", "ST 1 5", "trivia 5 ByteRange(start:",
                "BGN 2 6",
                "finding x12.segment.blank 7:1", "trivia 6 ByteRange(start:", "INS 3 8",
                "trivia 8 ByteRange(start:", "REF 4 9", "trivia 9 ByteRange(start:", "SE 5 10",
                "trivia 10 ByteRange(start:", "finding x12.segment.stray 11:1", "REF 0 11",
                "trivia 11 ByteRange(start:", "ST 1 12", "trivia 12 ByteRange(start:", "BHT 2 13",
                "trivia 13 ByteRange(start:", "SE 3 14", "trivia 14 ByteRange(start:", "GE 0 15",
                "trivia 15 ByteRange(start:", "IEA 0 16", "trivia 16 ByteRange(start:", "ISA 0 18",
                "trivia 18 ByteRange(start:", "IEA 0 19", "finding x12.segment.unterminated 19:16",
            ])
    }

    @Test(arguments: Dialect.all) func pieces(in dialect: Dialect) {
        let bytes = Shorthand.bytes(X12ReaderTests.file, in: dialect)
        let whole = Array(X12Reader(bytes))
        #expect(X12Writer.write(whole) == bytes)
        for size in [1, 2, 3, 7, 64, 1_000] {
            let items = X12ReaderTests.pushed(bytes, by: size, blockSize: Block.ordinarySize)
            #expect(items == whole, "pieces of \(size) bytes")
        }
    }

    /// In blocks of any size, the same for pieces of any size.
    @Test(arguments: Dialect.all) func smallBlocks(in dialect: Dialect) {
        let bytes = Shorthand.bytes(BlockBoundaryTests.mixed, in: dialect)
        let segments = Array(X12Reader(bytes)).compactMap(\.segment)
        let aboutAll = bytes.count - 2...bytes.count + 1
        for blockSize in Array(stride(from: 3, to: 300, by: 9)) + aboutAll {
            let items = X12ReaderTests.pushed(bytes, by: 1, blockSize: blockSize)
            #expect(items.compactMap(\.segment) == segments, "blocks of \(blockSize) bytes")
            #expect(X12Writer.write(items) == bytes, "blocks of \(blockSize) bytes")
            for size in [5, 100, 10_000] {
                let others = X12ReaderTests.pushed(bytes, by: size, blockSize: blockSize)
                #expect(others == items, "blocks of \(blockSize), pieces of \(size) bytes")
            }
            let whole = X12Reader(given: bytes, isFinished: true, blockSize: blockSize)
            #expect(Array(whole) == items, "blocks of \(blockSize) bytes, whole")
        }
    }

    /// Items touch each other, trivia is what trivia may be, and lines are lines.
    @Test(arguments: Dialect.all) func places(in dialect: Dialect) {
        let bytes = Shorthand.bytes(BlockBoundaryTests.mixed, in: dialect)
        var position = 0
        for item in X12Reader(bytes) {
            if case .finding = item { continue }
            #expect(item.range.start == position)
            #expect(item.bytes == Array(bytes[item.range.start..<item.range.end]))
            position = item.range.end
            let line = bytes[..<item.range.start].count { $0 == 0x0A } + 1
            switch item {
            case .segment(let segment):
                #expect(segment.line == line)
            case .trivia(let trivia):
                #expect(trivia.line == line)
                let terminator = dialect.delimiters.terminator
                let isTrivia = trivia.bytes.allSatisfy { $0.isWhiteSpace || $0 == terminator }
                #expect(isTrivia || trivia.bytes == [0xEF, 0xBB, 0xBF] + trivia.bytes.dropFirst(3))
            case .unreadable(let other): #expect(other.line == line)
            case .finding: break
            }
        }
        #expect(position == bytes.count)
    }

    @Test func envelopes() throws {
        let bytes = Shorthand.bytes("ISA*7~GS*8~ST*9~INS*Y~SE~GE~IEA~")
        let segments = X12Reader(bytes).compactMap(\.segment)
        #expect(
            segments.map(\.envelope.interchange.controlNumber)
                == Array(repeating: "000000007", count: 7))
        #expect(
            segments.map(\.envelope.group?.controlNumber) == [nil, "8", "8", "8", "8", "8", nil])
        #expect(
            segments.map(\.envelope.transaction?.controlNumber) == [
                nil, nil, "0009", "0009", "0009", nil, nil,
            ])
        #expect(segments[2].envelope.transaction?.identifier == "834")
        #expect(segments[2].envelope.group?.identifier == "BE")
    }

    /// Numbers and envelopes go on across blocks.
    @Test func longSets() {
        let many = String(repeating: "REF*ZZ*12345678901234567890~", count: 20_000)
        let bytes = Shorthand.bytes("ISA~GS~ST*5~" + many + "SE~GE~IEA~", in: Dialect.all[1])
        var number = 0
        var last: Segment?
        for case .segment(let segment) in X12Reader(bytes) where segment.envelope.transaction != nil
        {
            number += 1
            if segment.number != number || segment.line != number + 2 {
                Issue.record("segment \(number) is \(segment.number ?? 0) in line \(segment.line)")
                return
            }
            last = segment
        }
        #expect(number == 20_002)
        #expect(last?.name == "SE")
    }

    @Test func elements() throws {
        let bytes = Shorthand.bytes("ISA~GS~ST~SV1*HC:99213:25^AD:D0120**x*~NM1~SE~GE~IEA~")
        let segments = X12Reader(bytes).compactMap(\.segment)
        let service = try #require(segments.first { $0.id == SegmentID("SV1") })
        #expect(service.elements.map(\.text) == ["HC:99213:25^AD:D0120", "", "x", ""])
        #expect(service[1].repetitions.map(\.text) == ["HC:99213:25", "AD:D0120"])
        #expect(service[1].repetitions[1].components.map(\.text) == ["AD", "D0120"])
        #expect(service[1].components.map(\.text) == ["HC", "99213", "25"])
        #expect(service[1][component: 2].text == "99213")
        #expect(service[1][component: 4].isEmpty)
        #expect(service[1][component: 0].isEmpty)
        #expect(service[2].isEmpty)
        #expect(service[3].text == "x")
        #expect(service[4].isEmpty)
        #expect(service[5].isEmpty)
        #expect(service[0].isEmpty)
        #expect(String(decoding: service.content, as: UTF8.self) == "SV1*HC:99213:25^AD:D0120**x*")
        #expect(segments.first { $0.name == "NM1" }?.elements == [])
        #expect(segments[0][16].components.map(\.text) == [":"])
        #expect(segments[0][11].repetitions.map(\.text) == ["^"])
    }

    @Test func givenAfterTheEnd() {
        var reader = X12Reader()
        #expect(reader.next() == nil)
        reader.append(Shorthand.bytes("ISA~IEA~"))
        reader.finish()
        reader.append(Array("more".utf8))
        #expect(X12Writer.write(reader) == Shorthand.bytes("ISA~IEA~"))
    }
}
