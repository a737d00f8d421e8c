@testable import CareModel
import Claims
import Diagnostics
import ShippedGrammars
import Testing
import X12Grammar
import X12Mapping
import X12Structure
import X12Syntax

@testable import Output

/// What loop 2300 of a claim, given as segments, is read as; nothing stands above it.
struct ClaimParts {
    private(set) var claim: Claim?
    /// The members of loop 2300 as JSON.
    private(set) var json = ""
    private(set) var other: [OtherValue] = []
    /// `rule at place`, in the order found.
    private(set) var findings: [String] = []

    static let professional = compiled("005010X222A1")
    static let institutional = compiled("005010X223A2")
    static let dental = compiled("005010X224A2")

    private static func compiled(_ name: String) -> CompiledGuide? {
        (try? GrammarLibrary.shipped.guide(named: name)).flatMap { $0 }.map { CompiledGuide($0) }
    }

    /// They are read twice: the first time the ways on from each segment are searched, the second
    /// time they are known.
    init(_ segments: String, _ guide: CompiledGuide?) throws {
        let guide = try #require(guide)
        var reader = try #require(ClaimReader(guide))
        self.init(segments, guide, &reader)
        let again = ClaimParts(segments, guide, &reader)
        #expect(again.json == json && again.claim == claim && again.findings == findings)
    }

    private init(_ segments: String, _ guide: CompiledGuide, _ claimReader: inout ClaimReader) {
        let text = """
            ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
            *250715*1200*^*00501*000000001*0*T*:~GS*HC*SENDER*RECEIVER*20250715*1200*1*X*\
            005010X222A1~ST*837*0001~\(segments)SE*1*0001~GE*1*1~IEA*1*000000001~
            """
        Seeds.keep(Array(text.utf8), for: .x12)
        var reader = BlockReader(MemorySource(Array(text.utf8))) { _ in
            TransactionPlan(number: 0, recordOpener: guide.recordOpener)
        }
        var block = Block()
        while reader.next(&block) {
            _ = block.withView { view in read(block, view, &claimReader) }
        }
    }

    private mutating func read(_ block: Block, _ view: BlockView, _ reader: inout ClaimReader) {
        for unit in block.content.units where unit.kind == .record {
            var collector = view.collector()
            let delimiters = block.content.contexts[unit.context].interchange.delimiters
            let reading = reader.readClaim(
                unit, beneath: -1, delimiters, ClaimSurroundings(type: reader.type), in: view,
                &collector)
            findings += collector.take().map { "\($0.rule) at \($0.place)" }
            claim = Claim(reading.record)
            other = reading.other
            var planner = JSONPlanner()
            var buffer = ByteBuffer()
            RecordJSON(reading.record).write(
                planner.plan(ClaimFields.self), reading.record.index, &buffer)
            buffer.dropComma()
            json = "{" + String(decoding: buffer.bytes, as: UTF8.self) + "}"
        }
    }

    /// A value by its path, `serviceLines/0/charge`, as JSON text with the digits that were written
    /// and the members of objects by their names; `nil` if absent.
    func value(_ path: String) -> String? { JSONText(json)?[path]?.text }
}
