@testable import Diagnostics
import Foundation

@testable import Conversion
@testable import X12Structure
@testable import X12Syntax

/// Parts in memory.
struct MemoryParts: PartStore {
    var parts: [[UInt8]] = []
    var rest: [UInt8] = []
    var isOpen = false
    private var held: [UInt8] = []
    /// Calls that make no sense: bytes for a part that is not open.
    var faults = 0

    mutating func beginPart() {
        if isOpen { faults += 1 }
        isOpen = true
        parts.append([])
    }

    mutating func write(_ bytes: ArraySlice<UInt8>) {
        guard isOpen else { return faults += 1 }
        parts[parts.count - 1] += bytes
    }

    mutating func endPart() {
        if !isOpen { faults += 1 }
        isOpen = false
    }

    mutating func mend(_ mends: [PartMend]) {
        // From the end, so that offsets stay right.
        for mend in mends.reversed() {
            if isOpen || mend.bytes.count > mend.end - mend.start { faults += 1 }
            parts[mend.part].replaceSubrange(mend.start..<mend.end, with: mend.bytes)
        }
    }

    mutating func writeRest(_ bytes: ArraySlice<UInt8>) { rest += bytes }

    mutating func hold(_ bytes: ArraySlice<UInt8>) { held += bytes }

    mutating func release(toRest: Bool) {
        if toRest { writeRest(held[...]) } else { write(held[...]) }
        held = []
    }
}

/// What a split made of bytes.
struct Splitting {
    var parts: [[UInt8]]
    var rest: String
    var books: SplitBooks
    var rules: [String]
    var faults: Int
    private static let guides = GuideCatalog()

    init(_ bytes: [UInt8], _ measure: SplitMeasure, pieces: Int = Int.max, block: Int = 1 << 16) {
        Seeds.keep(bytes, for: .x12)
        let catalog = SplitCatalog(measure, guides: Splitting.guides)
        var splitter = InterchangeSplitter(store: MemoryParts(), measure: measure)
        var reader = BlockReader(MemorySource(bytes, pieceSize: pieces), blockSize: block) {
            catalog.plan($0)
        }
        var block = Block(capacity: block)
        var rules: [String] = []
        do {
            while reader.next(&block) {
                try splitter.add(block)
                rules += block.content.findings.map(\.rule.description)
                rules += splitter.takeFindings().map(\.rule.description)
            }
            try splitter.finish()
            rules += splitter.takeFindings().map(\.rule.description)
        } catch {
            rules.append("\(error)")
        }
        let store = splitter.store
        parts = store.parts
        rest = String(decoding: store.rest, as: UTF8.self)
        books = splitter.books
        faults = store.faults + (store.isOpen ? 1 : 0)
        self.rules = rules
    }

    /// `ISA GS ST 1 2 SE19 GE1 IEA1`: members by their numbers, trailers with their counts.
    var outlines: [String] { parts.map(Splitting.outline) }

    private static func outline(_ part: [UInt8]) -> String {
        X12Reader(part).compactMap { item -> String? in
            guard case .segment(let segment) = item else { return nil }
            return switch segment.name {
            case "ISA", "GS", "ST", "TA1", "HL": segment.name
            case "QTY": segment[1].text + segment[2].text
            case "REF": segment[2].text.hasPrefix("10") ? String(segment[2].text.dropFirst(2)) : nil
            case "SE", "GE", "IEA": segment.name + segment[1].text
            default: nil
            }
        }.joined(separator: " ")
    }

    /// What must be true of every split whatsoever; one line for each thing that is not.
    func flaws(of bytes: [UInt8]) -> [String] {
        var flaws: [String] = []
        func expect(_ isTrue: Bool, _ flaw: String) { if !isTrue { flaws.append(flaw) } }
        expect(books.isBalanced && books.total == bytes.count, "the books do not balance: \(books)")
        expect(faults == 0, "\(faults) calls make no sense")
        expect(books.parts == parts.count, "\(parts.count) parts, not \(books.parts)")
        // Where delimiters are guessed from what follows, a part, which holds nothing astray, may suggest
        // others.
        let guesses: Set = [
            "x12.interchange.missing", "x12.interchange.width", "x12.interchange.terminator",
            "x12.segment.stray", "x12.envelope.order",
        ]
        if guesses.isDisjoint(with: rules) { flaws += readingFlaws(of: bytes) }
        return flaws
    }

    /// Of the parts when they are read again.
    private func readingFlaws(of bytes: [UInt8]) -> [String] {
        var flaws: [String] = []
        let whole = Splitting.records(bytes)
        let placed = parts.flatMap { Splitting.records($0) }
        if placed != whole {
            let same = zip(placed, whole).prefix { $0 == $1 }.count
            flaws.append(
                "the parts hold other records behind number \(same): \(placed.count), not \(whole.count)"
            )
        }
        if books.records != placed.count {
            flaws.append("\(books.records) records, not \(placed.count)")
        }
        flaws += parts.flatMap(Splitting.brokenRules).map { "a part breaks \($0)" }
        return flaws
    }

    /// The bytes of each record that is followed by another segment, and whose set can be placed.
    static func records(_ bytes: [UInt8]) -> [[UInt8]] {
        let catalog = guides
        var reader = BlockReader(MemorySource(bytes)) { catalog.plan($0) }
        var block = Block()
        var records: [[UInt8]] = []
        // Of a set that is kept whole: where the input ends inside it, or another interchange cuts
        // one of its segments, it is placed nowhere.
        var held: [[UInt8]] = []
        while reader.next(&block) {
            for unit in block.content.units {
                let opens: [X12Syntax.Unit.Kind] = [.header, .unknownGroup, .unknownTransaction]
                let isOpening =
                    !unit.isContinued && opens.contains(unit.kind)
                    || unit.kind == .stray && unit.segmentCount > 0
                        && block.content.segments[unit.firstSegment].id == SegmentID("ST")
                if unit.kind == .envelope || isOpening { records += held }
                if unit.kind == .envelope || unit.kind == .outside || isOpening { held = [] }
                guard unit.kind == .record, !unit.isCut else { continue }
                let range = unit.range.start - block.offset..<unit.range.end - block.offset
                var record = Array(block.bytes[range])
                // Parts have again what was lost.
                let context = block.content.contexts[unit.context]
                while let last = record.last,
                    last.isWhiteSpace || last == context.interchange.delimiters.terminator
                {
                    record.removeLast()
                }
                if isWhole(context) {
                    held.append(record)
                } else {
                    records.append(record)
                }
            }
        }
        return records
    }

    /// Whether the records of a set stand beneath levels, so that it is not cut.
    private static func isWhole(_ context: EnvelopeContext) -> Bool {
        guard let plan = context.transaction?.plan, GuideCatalog.guides.indices.contains(plan)
        else { return false }
        return guides.guide(GuideCatalog.guides[plan])?.levels.isEmpty == false
    }

    /// The rules of envelopes that a part breaks; control numbers are the input's.
    private static func brokenRules(_ part: [UInt8]) -> [String] {
        let laws: Set = [
            "x12.set.count", "x12.group.count", "x12.interchange.count", "x12.set.unclosed",
            "x12.group.unclosed", "x12.interchange.unclosed", "x12.file.truncated",
            "x12.segment.unterminated", "x12.bytes.outside", "x12.segment.stray",
        ]
        return X12Reader(part).compactMap { item in
            guard case .finding(let finding) = item else { return nil }
            return finding.rule.description
        }.filter { laws.contains($0) }
    }
}
