import Diagnostics
import ShippedGrammars
import Testing
import X12Grammar
import X12Structure
import X12Syntax

/// A guide that tests draw segments from.
struct GuideUnderTest: Sendable, CustomTestStringConvertible {
    let name: String
    let compiled: CompiledGuide?
    /// How many are drawn of each of its segments.
    let segmentsOfEach: Int

    var testDescription: String { name }

    /// The small one of these tests, and the greatest that there is.
    static let all = [
        GuideUnderTest(name: "005010X999", compiled: Matching.guide, segmentsOfEach: 500),
        GuideUnderTest(
            name: "005010X220A1",
            compiled: (try? GrammarLibrary.shipped.guide(named: "005010X220A1")).flatMap { $0 }
                .map { CompiledGuide($0) },
            segmentsOfEach: 300),
    ]
}

/// Segments cut into records, as the spine does it.
enum Records {
    static let envelope = """
        ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
        *250715*1200*^*00501*000000001*0*T*:~GS*ZZ*SENDER*RECEIVER*20250715*1200*1*X*\
        005010X999~ST*999*0001~
        """

    /// Calls `body` with the segments of each record, which are valid only inside it.
    ///
    /// - Parameter opener: the segment that begins a record.
    static func forEach(
        _ segments: [String], opener: String,
        _ body: (UnsafeBufferPointer<SegmentEntry>, BlockView) -> Void
    ) {
        let text = envelope + segments.joined(separator: "~") + "~SE*1*0001~GE*1*1~IEA*1*000000001~"
        var reader = BlockReader(MemorySource(Array(text.utf8))) { _ in
            TransactionPlan(number: 0, recordOpener: SegmentID(named: opener))
        }
        var block = Block()
        while reader.next(&block) {
            _ = block.withView { view in
                for unit in block.content.units where unit.kind == .record {
                    body(view.segments(of: unit), view)
                }
            }
        }
    }
}
