import Diagnostics
import Testing
import X12Syntax

@testable import X12Structure

/// Elements are looked at twice: quickly, and again where something may be wrong. Both agree.
struct AgreementTests {
    /// Numbers that are the same at every run.
    private struct Draw: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    /// Right values of each element of AA.
    private static let right = [
        ["A", "ABCDEFGHIJ"], ["", "C1", "C2"], ["", "20240229"], ["", "1200"], ["", "12", "-1.5"],
        ["", "7"], ["", "X1:T"], ["", "T", "T^U^V"], [""], ["", "D8", "RD8"],
        ["", "20240229", "20240229-20240301"],
    ]

    /// Wrong ones, and those that are right in some elements.
    private static let wrong = [
        "C9", "20230229", "20240229", "2500", "123456", "1,5", "X1", "X1:", ":T", "X1:T:Z", "X9:T",
        "T^U^V^W", "^", "D8", "D6", "20240301-", "ABCDEFGHIJKLMN", " ", "  A", "A ", "É", "\u{1}",
        "\u{7F}", ".", "-", "0", "240229", "TM",
    ]

    /// Elements of an AA with up to two mistakes, often none.
    private static func elements(_ draw: inout Draw) -> [String] {
        var elements = right.map { $0.randomElement(using: &draw) ?? "" }
        for _ in 0..<Int.random(in: 0...2, using: &draw) {
            let index = Int.random(in: 0...elements.count, using: &draw)
            let value = wrong.randomElement(using: &draw) ?? ""
            if index < elements.count { elements[index] = value } else { elements.append(value) }
        }
        while Bool.random(using: &draw), elements.last == "" { elements.removeLast() }
        return elements
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func theQuickLookMissesNothing(_ seed: UInt64) throws {
        let guide = try #require(Matching.guide)
        var draw = Draw(state: seed)
        var text = ""
        for _ in 0..<200 {
            text += (["AA"] + Self.elements(&draw)).joined(separator: "*") + "~"
        }
        let envelope = """
            ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
            *250715*1200*^*00501*000000001*0*T*:~GS*ZZ*SENDER*RECEIVER*20250715*1200*1*X*\
            005010X999~ST*999*0001~
            """
        var reader = BlockReader(MemorySource(Array((envelope + text).utf8))) { _ in
            TransactionPlan(number: 0, recordOpener: guide.recordOpener)
        }
        var block = Block()
        var checked = 0
        while reader.next(&block) {
            _ = block.withView { checked += Self.compare(block, $0, guide) }
        }
        #expect(checked == 200)
    }

    private static func compare(
        _ block: Block, _ view: BlockView, _ guide: CompiledGuide
    ) -> Int {
        var matcher = Matcher(guide)
        let segment = guide.guide.segments.firstIndex { $0.id == "AA" } ?? 0
        var checked = 0
        for unit in block.content.units where unit.kind == .record {
            for entry in view.segments(of: unit) {
                var quick = view.collector()
                matcher.startRecord()
                matcher.match(view.view(entry), .usual, &quick)
                var careful = view.collector()
                var review = ElementReview(
                    guide: guide, segment: segment, view: view.view(entry), delimiters: .usual)
                review.run(&careful)
                #expect(quick.findings == careful.findings)
                #expect(matcher.matched.last?.hasStrayElements == review.hasStray)
                checked += 1
            }
        }
        return checked
    }
}
