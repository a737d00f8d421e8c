import CareModel
import Claims
import Diagnostics
import Foundation
import Output
import ShippedGrammars
import Testing
import X12Grammar
import X12Mapping
import X12Structure
import X12Syntax

/// What a transaction set of claims, given as segments, is read as.
struct ClaimReading: Equatable {
    /// Each claim as one line of JSON.
    private(set) var lines: [String] = []
    private(set) var contexts: [ClaimContext] = []
    private(set) var surroundings: [ClaimSurroundings] = []
    private(set) var facts: [ClaimFacts] = []
    /// `rule at place`, of header, levels and claims, in the order found.
    private(set) var findings: [String] = []

    /// - Parameters:
    ///   - levels: levels and claims, from the first HL on.
    ///   - guide: the name of one of the three.
    ///
    /// They are read twice: the first time the ways on from each segment are searched, the second
    /// time they are known.
    init(_ levels: String, header: String = header, guide: String = "005010X222A1") {
        guard let compiled = ClaimReading.guides[guide], var reader = ClaimReader(compiled) else {
            Issue.record("no guide \(guide)")
            self.init()
            return
        }
        self.init(levels, header, compiled, &reader)
        #expect(ClaimReading(levels, header, compiled, &reader) == self)
    }

    private init() {}

    static let guides: [String: CompiledGuide] = {
        var guides: [String: CompiledGuide] = [:]
        for name in ["005010X222A1", "005010X223A2", "005010X224A2"] {
            if let guide = try? GrammarLibrary.shipped.guide(named: name) {
                guides[name] = CompiledGuide(guide)
            }
        }
        return guides
    }()

    private init(
        _ levels: String, _ header: String, _ guide: CompiledGuide, _ claims: inout ClaimReader
    ) {
        let text = """
            ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
            *250715*1200*^*00501*000000001*0*T*:~GS*HC*SENDER*RECEIVER*20250715*1200*1*X*\
            \(guide.guide.name)~ST*837*0001*\(guide.guide.name)~\(header)\(levels)\
            SE*1*0001~GE*1*1~IEA*1*000000001~
            """
        Seeds.keep(Array(text.utf8), for: .x12)
        var reader = BlockReader(MemorySource(Array(text.utf8))) { _ in
            TransactionPlan(number: 0, recordOpener: guide.recordOpener, levels: guide.levels)
        }
        var block = Block()
        var around = Around()
        while reader.next(&block) {
            _ = block.withView { view in read(block, view, &claims, &around) }
        }
    }

    /// What is known of header and levels so far.
    private struct Around {
        var header: (frame: ClaimFrame, surroundings: ClaimSurroundings, context: ClaimContext)?
        var levels:
            [Int: (frame: ClaimFrame, surroundings: ClaimSurroundings, context: ClaimContext)] = [:]
    }

    private mutating func read(
        _ block: Block, _ view: BlockView, _ reader: inout ClaimReader, _ around: inout Around
    ) {
        var collector = view.collector()
        for unit in block.content.units {
            let envelope = block.content.contexts[unit.context]
            let delimiters = envelope.interchange.delimiters
            let level = unit.level >= 0 ? block.content.levels[Int(unit.level)] : nil
            switch unit.kind {
            case .header:
                let header = reader.readHeader(unit, delimiters, in: view, &collector)
                around.header = ClaimReading.header(header, unit.range, reader.type)
            case .level:
                guard let level,
                    let outer = level.parent.flatMap({ around.levels[$0.serial] })
                        ?? around.header
                else { continue }
                let reading = reader.readLevel(
                    unit, kind: level.kind, delimiters, outer.surroundings, in: view, &collector)
                if let reading {
                    around.levels[level.serial] = ClaimReading.within(outer, reading, unit.range)
                }
            case .record:
                if let known = level.flatMap({ around.levels[$0.serial] }) ?? around.header {
                    let reading = reader.readClaim(
                        unit, beneath: level?.kind ?? -1, delimiters, known.surroundings, in: view,
                        &collector)
                    facts.append(ClaimFacts(reading.record, known.surroundings, range: unit.range))
                    add(reading, unit, known.frame)
                    contexts.append(known.context)
                    surroundings.append(known.surroundings)
                }
            default: continue
            }
            findings += collector.take().map { "\($0.rule) at \($0.place)" }
        }
    }

    private static func header(
        _ reading: RecordReading<ClaimHeaderFields>, _ range: ByteRange, _ type: ClaimType
    ) -> (frame: ClaimFrame, surroundings: ClaimSurroundings, context: ClaimContext) {
        let frame = ClaimFrame(
            file: "a.837", place: ("1", "1", "0001"), type: type, header: reading.record,
            envelope: EnvelopeValues(sender: Text("SENDER"), receiver: nil, usage: nil),
            other: reading.other, range: range)
        return (
            frame, ClaimSurroundings(reading.record, type: type, range: range),
            ClaimContext(reading.record, other: reading.other)
        )
    }

    private static func within(
        _ outer: (frame: ClaimFrame, surroundings: ClaimSurroundings, context: ClaimContext),
        _ reading: ClaimLevelReading, _ range: ByteRange
    ) -> (frame: ClaimFrame, surroundings: ClaimSurroundings, context: ClaimContext) {
        var context = outer.context
        let frame: ClaimFrame
        switch reading {
        case .billing(let level):
            frame = outer.frame.within(level.record, other: level.other, range: range)
            context.add(level.record, other: level.other)
        case .subscriber(let level):
            frame = outer.frame.within(level.record, other: level.other, range: range)
            context.add(level.record, other: level.other)
        case .patient(let level):
            frame = outer.frame.within(level.record, other: level.other, range: range)
            context.add(level.record, other: level.other)
        }
        return (frame, outer.surroundings.within(reading, range: range), context)
    }

    private mutating func add(
        _ reading: RecordReading<ClaimFields>, _ unit: X12Syntax.Unit, _ frame: ClaimFrame
    ) {
        var buffer = ByteBuffer()
        ClaimJSON.write(
            reading.record, other: reading.other, frame: frame,
            place: RecordPlace(ordinal: unit.ordinal, range: unit.range), findings: [],
            to: &buffer)
        buffer.dropComma()
        lines.append(String(decoding: buffer.bytes, as: UTF8.self))
    }

    /// A value of a claim by its path, `serviceLines/0/charge`, as JSON text; `nil` if absent.
    func value(_ path: String, claim: Int = 0) -> String? {
        guard lines.indices.contains(claim) else { return nil }
        var value = try? JSONSerialization.jsonObject(with: Data(lines[claim].utf8))
        for step in path.split(separator: "/") {
            if let index = Int(step), let array = value as? [Any] {
                value = array.indices.contains(index) ? array[index] : nil
            } else {
                value = (value as? [String: Any])?[String(step)]
            }
        }
        guard let value,
            let data = try? JSONSerialization.data(
                withJSONObject: value,
                options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
        else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}
