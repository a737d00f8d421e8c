import Diagnostics
import Testing
import X12Grammar
import X12Structure
import X12Syntax

/// What a record, given as segments, is matched as by a small guide.
struct Matching: Equatable {
    /// `rule place`, with `(expected)` where that is asked for.
    private(set) var findings: [String] = []
    /// `loop/segment name`, or `? id` for a segment without a place.
    private(set) var places: [String] = []
    private(set) var expected: [String?] = []
    /// The text that each finding marks.
    private(set) var marked: [String] = []
    /// What of the segment follows from where each finding begins.
    private(set) var rests: [String] = []

    static let dictionary = """
        dictionary test

        element 1     Text        AN 1/10
        element 2     Code        ID 2/2
        element 373   Date        DT 8/8
        element 337   Time        TM 4/8
        element 5     Amount      R  1/5
        element 6     Count       N0 1/3
        element 1250  Format      ID 2/3
        element 1251  Period      AN 1/35

        composite C001  Pair
          01  X  2
          02  X  1
          03  O  1
          notes  P0102

        composite C002  Moment
          01  M  2
          02  O  373
          03  X  1250
          04  X  1251
          notes  P0304

        composite C003  Measure
          01  M  2
          02  O  5
          03  O  1

        segment AA  Opening
          01  M  1
          02  O  2
          03  O  373
          04  O  337
          05  O  5
          06  O  6
          07  O  C001
          08  O  1  3
          09  O  1
          10  X  1250
          11  X  1251
          notes  P1011

        segment BB  Details
          01  M  2
          02  O  1

        segment CC  More
          01  O  1

        segment DD  Inner
          01  M  2

        segment EE  Part
          01  O  1

        segment FF  Last
          01  O  1

        segment GG  Elsewhere
          01  O  1

        segment PP  All or none
          01  X  1
          02  X  1
          notes  P0102

        segment RR  At least one
          01  X  1
          02  X  1
          notes  R0102

        segment XX  At most one
          01  X  1
          02  X  1
          notes  E0102

        segment KK  The first takes the others
          01  X  1
          02  X  1
          03  X  1
          notes  C010203

        segment LL  The first takes one of the others
          01  X  1
          02  X  1
          03  X  1
          notes  L010203

        segment QQ  Parts
          01  M  C002
          02  O  C003  3
          03  O  1     3

        segment TT  On condition
          01  M  2
          02  O  1
          03  O  1

        segment HH  Line
          01  M  1

        segment JJ  Service
          01  M  1

        segment MM  When
          01  O  1

        segment UU  Told by the second
          01  M  2
          02  M  2
          03  O  1

        segment ST  Start
          01  O  1

        segment SE  End
          01  O  1
        """

    static let guideText = """
        guide 005010X999  transaction 999  group ZZ  dictionary test

        table 1
        segment 0100 ST  Start                     R  1
          01    S  Text
        segment 0200 GG  Elsewhere                 S  1
          01    S  Text

        table 2
        loop 1000  Record                          R  >1  record
        segment 0100 AA  Opening                   R  1
          01    R  Text
          02    S  Code                            ~ C1 C2
          03    S  Date
          04    S  Time
          05    S  Amount
          06    S  Count
          07    S  Pair
          07-1  R  Code                            ~ X1 X2
          07-2  S  Text
          07-3  N  Text
          08    S  Text                            x3
          09    N  Text
          10    S  Format                          ~ D8 RD8 DT TM
          11    S  Period
        segment 0200 BB  First details             R  1
          01    R  Code                            ~ B1
          02    S  Text
        segment 0200 BB  Second details            S  2
          01    R  Code                            ~ B2 B3
          02    S  Text
        segment 0300 CC  More                      S  >1
          01    R  Text
        segment 0310 PP  All or none               S  1
          01    S  Text
          02    S  Text
        segment 0320 RR  At least one              S  1
          01    S  Text
          02    S  Text
        segment 0330 XX  At most one               S  1
          01    S  Text
          02    S  Text
        segment 0340 KK  All                       S  1
          01    S  Text
          02    S  Text
          03    S  Text
        segment 0350 LL  One of                    S  1
          01    S  Text
          02    S  Text
          03    S  Text

        segment 0360 QQ  First parts               S  >1
          01    R  Moment
          01-1  R  Code                            ~ Q1
          01-2  S  Date
          01-3  S  Format                          ~ D8 RD8
          01-4  S  Period
          02    S  Measure                         x3
          02-1  R  Code                            ~ M1 M2
          02-2  S  Amount
          02-3  S  Text
          03    S  Text                            x3
        segment 0360 QQ  Second parts              S  2
          01    R  Moment
          01-1  R  Code                            ~ Q2 Q3
          01-2  R  Date
          01-3  N  Format
          01-4  N  Period
          02    N  Measure
          03    S  Text                            x2

        segment 0370 TT  On condition              S  >1
          01    R  Code                            ~ T1 T2
          02    S  Text
            when 1000/TT-01 ~ T1
          03    S  Text
            when 1000/BB-01 ~ B3

        segment 0380 UU  One form                  S  >1
          01    R  Code                            ~ U1 U2
          02    R  Code                            ~ W1 W2
        segment 0380 UU  Other form                S  2
          01    R  Code                            ~ U2
          02    R  Code                            ~ W3

        loop 1000/1100  First loop                 S  2
        segment 0400 DD  Inner                     R  1
          01    R  Code                            ~ D1
        segment 0500 EE  Part                      S  1
          01    S  Text
        segment 0600 FF  Last                      R  1
          01    S  Text

        loop 1000/1200  Second loop                S  1
        segment 0400 DD  Other                     R  1
          01    R  Code                            ~ D2
        segment 0500 EE  Part                      S  >1
          01    S  Text

        loop 1000/1300  Third loop                 S  3
        segment 0610 HH  Line                      R  1
          01    R  Text
        segment 0620 JJ  Service                   R  1
          01    R  Text
        segment 0630 MM  When                      S  1
          01    S  Text
        end
        segment 0700 SE  End                       R  1
          01    S  Text
        """

    static let guide: CompiledGuide? = {
        let library = GrammarLibrary([
            GrammarFile(path: "test.grammar", text: dictionary),
            GrammarFile(path: "guide.grammar", text: guideText),
        ])
        return (try? library.guide(named: "005010X999")).flatMap { $0 }.map { CompiledGuide($0) }
    }()

    /// - Parameter segments: of one record, each ended by `~`; AA and BB*B1 are not added.
    ///
    /// They are matched twice: the first time the ways on from each segment are searched, the second
    /// time they are known.
    init(_ segments: String) {
        guard let guide = Matching.guide else {
            self.init()
            return
        }
        var matcher = Matcher(guide)
        self.init(segments, &matcher)
        #expect(self == Matching(segments, &matcher), "\(segments)")
    }

    private init() {}

    private init(_ segments: String, _ matcher: inout Matcher) {
        let guide = matcher.guide
        let bytes = Array((Records.envelope + segments + "SE*1*0001~GE*1*1~IEA*1*000000001~").utf8)
        var reader = BlockReader(MemorySource(bytes)) { _ in
            TransactionPlan(number: 0, recordOpener: guide.recordOpener)
        }
        var block = Block()
        while reader.next(&block) {
            _ = block.withView { match(block, $0, &matcher, bytes) }
        }
    }

    private mutating func match(
        _ block: Block, _ view: BlockView, _ matcher: inout Matcher, _ bytes: [UInt8]
    ) {
        var collector = view.collector()
        for unit in block.content.units where unit.kind == .record {
            matcher.startRecord(segments: unit.segmentCount)
            matcher.match(view.segments(of: unit), in: view, .usual, &collector)
            let end = unit.range.end - view.base
            matcher.finish(at: end, &collector)
            matcher.checkConditions(in: view, end: end, &collector)
            for match in matcher.matched { add(match, view, matcher.guide) }
        }
        for finding in collector.findings {
            findings.append("\(finding.rule) \(finding.place)")
            expected.append(finding.expected)
            let rest = bytes[finding.range.start...].prefix { $0 != 0x7E }
            rests.append(String(decoding: rest, as: UTF8.self))
            marked.append(
                String(decoding: bytes[finding.range.start..<finding.range.end], as: UTF8.self))
        }
    }

    private mutating func add(
        _ match: MatchedSegment, _ view: BlockView, _ guide: CompiledGuide
    ) {
        guard match.isPlaced else {
            let segment = view.view(match.entry)
            places.append(
                "? "
                    + String(
                        decoding: segment.slice(segment.start..<segment.start + 2), as: UTF8.self))
            return
        }
        let definition = guide.guide.segments[Int(match.segment)]
        places.append("\(guide.guide.loops[Int(match.loop)].id)/\(definition.name)")
    }
}
