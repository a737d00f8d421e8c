import Diagnostics
import Testing
import X12Grammar
import X12Syntax

@testable import X12Structure

/// Elements are looked at twice: quickly, and again where something may be wrong. Both agree.
struct AgreementTests {
    /// Right values of each element of AA.
    private static let right = [
        ["A", "ABCDEFGHIJ"], ["", "C1", "C2"], ["", "20240229"], ["", "1200"], ["", "12", "-1.5"],
        ["", "7"], ["", "X1:T"], ["", "T", "T^U^V"], [""], ["", "D8", "RD8"],
        ["", "20240229", "20240229-20240301"],
    ]

    /// Elements of an AA with up to two mistakes, often none.
    private static func elements(_ draw: inout Draw) -> [String] {
        var elements = right.map { draw.pick($0, or: "") }
        for _ in 0..<Int.random(in: 0...2, using: &draw) {
            let index = Int.random(in: 0...elements.count, using: &draw)
            let value = draw.pick(Draw.odd, or: "")
            if index < elements.count { elements[index] = value } else { elements.append(value) }
        }
        while Bool.random(using: &draw), elements.last == "" { elements.removeLast() }
        return elements
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func theQuickLookMissesNothing(_ seed: UInt64) throws {
        let guide = try #require(Matching.guide)
        var draw = Draw(state: seed)
        let segments = (0..<200).map { _ in
            (["AA"] + Self.elements(&draw)).joined(separator: "*")
        }
        let segment = guide.guide.segments.firstIndex { $0.id == "AA" } ?? 0
        var checked = 0
        Records.forEach(segments, opener: "AA") { entries, view in
            for entry in entries {
                Self.compareMatched(entry, view, guide, segment)
                checked += 1
            }
        }
        #expect(checked == 200)
    }

    private static func compareMatched(
        _ entry: SegmentEntry, _ view: BlockView, _ guide: CompiledGuide, _ segment: Int
    ) {
        var matcher = Matcher(guide)
        var quick = view.collector()
        matcher.startRecord(segments: 1)
        withUnsafePointer(to: entry) {
            matcher.match(
                UnsafeBufferPointer(start: $0, count: 1), in: view, .usual, &quick)
        }
        var careful = view.collector()
        var review = ElementReview(
            guide: guide, segment: segment, view: view.view(entry), delimiters: .usual)
        review.run(&careful)
        #expect(quick.findings == careful.findings)
        #expect(matcher.matched.last?.hasStrayElements == review.hasStray)
        #expect(matcher.matched.last?.hasForeignValues == review.hasForeignValue)
    }

    // MARK: Every segment

    /// What was looked over, and what came of it.
    private struct Tally {
        var segments = 0
        /// Of those that the review finds nothing in: all, and those that the quick look passes.
        var clean = 0
        var passed = 0
        /// The same of those with separators inside elements.
        var cleanWithParts = 0
        var passedWithParts = 0
        var passedTight = 0
        var passedTogether = 0
    }

    /// Of every segment of a guide many, whose components and repetitions are drawn as well.
    @Test(arguments: GuideUnderTest.all)
    func whatTheQuickLookPassesIsClean(_ guide: GuideUnderTest) throws {
        let compiled = try #require(guide.compiled)
        var tally = Tally()
        for (index, definition) in compiled.guide.segments.enumerated()
        where !["ST", "SE"].contains(definition.id) {
            var draw = Draw(state: UInt64(index))
            let segments = (0..<guide.segmentsOfEach).map { _ in draw.segment(definition) }
            Records.forEach(segments, opener: definition.id) { entries, view in
                for entry in entries {
                    Self.compare(view.view(entry), view, compiled, index, &tally)
                }
            }
        }
        #expect(tally.segments > 5000)
        #expect(
            tally.passedTight > 1000 && tally.passedTogether * 10 > tally.passedTight * 8,
            "\(tally)")
        // A look that passes nothing would agree as well.
        #expect(tally.clean > 1000 && tally.passed * 10 > tally.clean * 8, "\(tally)")
        #expect(
            tally.cleanWithParts > 100
                && tally.passedWithParts * 10 > tally.cleanWithParts * 8, "\(tally)")
    }

    private static func compare(
        _ view: SegmentView, _ block: BlockView, _ guide: CompiledGuide, _ segment: Int,
        _ tally: inout Tally
    ) {
        let isSimple = view.isSimple(.usual)
        let hasParts = !isSimple && view.isPlain
        let isPassed =
            isSimple
            ? QuickCheck.isClean(guide.owner.tables, segment, view, Delimiters.usual.element)
            : hasParts && QuickCheck.isCleanWithParts(guide.owner.tables, segment, view, .usual)
        // The look at all lengths together passes no more than that at each element, and where no
        // element begins with a blank most of it: codes of more than eight bytes are left to that.
        let isTight = (1...max(1, view.elementCount)).allSatisfy {
            view.element($0).first != 0x20
        }
        let isPassedTogether =
            isSimple
            ? QuickCheck.isCleanTight(
                guide.owner.tables, segment, view, Delimiters.usual.element)
            : hasParts && QuickCheck.isTightWithParts(guide.owner.tables, segment, view, .usual)
        if isTight {
            #expect(isPassed || !isPassedTogether)
            if isPassed { tally.passedTight += 1 }
            if isPassedTogether { tally.passedTogether += 1 }
        }
        var collector = block.collector()
        var review = ElementReview(
            guide: guide, segment: segment, view: view, delimiters: .usual)
        review.run(&collector)
        let isClean = collector.findings.isEmpty && !review.hasStray && !review.hasForeignValue
        if isPassed, !isClean {
            let text = String(decoding: view.slice(view.start..<view.end), as: UTF8.self)
            Issue.record("\(text): \(collector.findings.map(\.rule.description))")
        }
        tally.segments += 1
        if isSimple, isClean { tally.clean += 1 }
        if isSimple, isClean, isPassed { tally.passed += 1 }
        if hasParts, isClean { tally.cleanWithParts += 1 }
        if hasParts, isClean, isPassed { tally.passedWithParts += 1 }
    }
}
