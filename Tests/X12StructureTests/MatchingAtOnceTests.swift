import Diagnostics
import Testing
import X12Grammar
import X12Syntax

@testable import X12Structure

/// However a record is handed to the matcher, its places and findings are the same.
struct MatchingAtOnceTests {
    /// What a matcher makes of a record.
    private struct Match: Equatable {
        var places: [String] = []
        var findings: [Finding] = []
        var hasStrays = false
        var hasTriggers = false
    }

    // MARK: Records

    /// The segments of one record, of which most have mistakes: some are missing, come twice, too
    /// early or too late, or are unknown.
    private static func record(_ guide: Guide, _ draw: inout Draw) -> [String] {
        let isRight = draw.isOne(in: 3)
        let loop = guide.loops.firstIndex { $0.isRecord } ?? 0
        var segments = self.segments(of: loop, guide, mistakes: !isRight, &draw)
        if isRight { return segments }
        for _ in 0..<Int.random(in: 1...4, using: &draw) {
            let from = Int.random(in: 1..<max(2, segments.count), using: &draw)
            let to = Int.random(in: 1..<max(2, segments.count), using: &draw)
            guard segments.indices.contains(from), segments.indices.contains(to) else { continue }
            switch Int.random(in: 0..<5, using: &draw) {
            case 0: segments.remove(at: from)
            case 1: segments.insert(segments[from], at: to)
            case 2: segments.swapAt(from, to)
            case 3: segments.insert(draw.pick(["ZZZ*1", "ZZ", "SV1*A"], or: ""), at: to)
            default: segments[from] = segments[from].split(separator: "*")[0] + "*Z9"
            }
        }
        return segments
    }

    /// The segments of a loop and of those in it, in the order of the guide.
    private static func segments(
        of loop: Int, _ guide: Guide, mistakes: Bool, _ draw: inout Draw
    ) -> [String] {
        var segments: [String] = []
        for (number, child) in guide.loops[loop].children.enumerated() {
            let (usage, maximum) =
                switch child {
                case .segment(let index):
                    (guide.segments[index].usage, guide.segments[index].maximum)
                case .loop(let index): (guide.loops[index].usage, guide.loops[index].maximum)
                }
            guard number == 0 || usage == .required || draw.isOne(in: 3) else { continue }
            for _ in 0..<(number > 0 && maximum != 1 && draw.isOne(in: 3) ? 2 : 1) {
                switch child {
                case .segment(let index):
                    segments.append(
                        draw.segment(
                            guide.segments[index],
                            mistakes: mistakes && number > 0 && draw.isOne(in: 8)))
                case .loop(let index):
                    segments += self.segments(of: index, guide, mistakes: mistakes, &draw)
                }
            }
        }
        return segments
    }

    // MARK: Ways to match

    private static func matchedAtOnce(
        _ segments: UnsafeBufferPointer<SegmentEntry>, _ block: BlockView,
        _ matcher: inout Matcher
    ) -> Match {
        var collector = block.collector()
        matcher.startRecord(segments: segments.count)
        matcher.match(segments, in: block, .usual, &collector)
        return finished(&matcher, segments, block, &collector)
    }

    /// - Parameter prepare: what is done before each segment.
    private static func matchedOneByOne(
        _ segments: UnsafeBufferPointer<SegmentEntry>, _ block: BlockView,
        _ matcher: inout Matcher, prepare: (inout Matcher) -> Void = { _ in }
    ) -> Match {
        var collector = block.collector()
        matcher.startRecord(segments: segments.count)
        for index in segments.indices {
            prepare(&matcher)
            matcher.match(
                UnsafeBufferPointer(rebasing: segments[index...index]), in: block, .usual,
                &collector)
        }
        return finished(&matcher, segments, block, &collector)
    }

    /// Forgets what the last segment says of the open loops, so that they are searched.
    private static func forgetState(_ matcher: inout Matcher) {
        guard matcher.state >= 0 else { return }
        matcher.stack = matcher.openLoops(after: matcher.state)
        matcher.state = -1
    }

    private static func finished(
        _ matcher: inout Matcher, _ segments: UnsafeBufferPointer<SegmentEntry>,
        _ block: BlockView, _ collector: inout FindingCollector
    ) -> Match {
        let end = segments.last.map { block.view($0).end + 1 } ?? 0
        matcher.finish(at: end, &collector)
        matcher.checkConditions(in: block, end: end, &collector)
        let places = matcher.matched.map { match in
            "\(match.entry.start) \(match.segment) \(match.loop) \(match.opens) \(match.isPlain) "
                + "\(match.hasStrayElements) \(match.hasForeignValues) \(match.isSurplus)"
        }
        return Match(
            places: places, findings: collector.findings, hasStrays: matcher.hasStrays,
            hasTriggers: matcher.hasTriggers)
    }

    @Test(arguments: GuideUnderTest.all, 1...10 as ClosedRange<UInt64>)
    func aRecordIsMatchedTheSameHowever(_ guide: GuideUnderTest, _ seed: UInt64) throws {
        let compiled = try #require(guide.compiled)
        var draw = Draw(state: seed)
        let records = (0..<60).map { _ in Self.record(compiled.guide, &draw) }
        let opener = try #require(records.first?.first?.split(separator: "*").first)
        var reused = Matcher(compiled)
        var slow = Matcher(compiled)
        var (count, clean, placeless) = (0, 0, 0)
        Records.forEach(Array(records.joined()), opener: String(opener)) { segments, block in
            let match = Self.matchedAtOnce(segments, block, &reused)
            var anew = Matcher(compiled)
            #expect(match == Self.matchedAtOnce(segments, block, &anew))
            #expect(match == Self.matchedOneByOne(segments, block, &reused))
            #expect(
                match == Self.matchedOneByOne(segments, block, &slow, prepare: Self.forgetState))
            count += 1
            if match.findings.isEmpty { clean += 1 }
            if match.places.contains(where: { $0.contains(" -1 ") }) { placeless += 1 }
        }
        // Records of every kind were drawn.
        #expect(count >= 60 && clean > 0 && placeless > 5, "\(count) \(clean) \(placeless)")
    }

    /// More segments than a matcher has room for at first, and fewer again.
    @Test func aRecordMayBeLong() throws {
        let guide = try #require(Matching.guide)
        let long = ["AA*A", "BB*B1"] + Array(repeating: "CC*1", count: 3000)
        var matcher = Matcher(guide)
        var counts: [Int] = []
        Records.forEach(long + ["AA*A", "BB*B1"] + long, opener: "AA") { segments, block in
            let match = Self.matchedAtOnce(segments, block, &matcher)
            counts.append(match.places.count)
            #expect(match.findings == [])
            #expect(match == Self.matchedOneByOne(segments, block, &matcher))
        }
        #expect(counts == [3002, 2, 3002])
    }
}
