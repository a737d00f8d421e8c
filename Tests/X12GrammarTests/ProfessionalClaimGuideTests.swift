import ShippedGrammars
import Testing
import X12Grammar

/// The guide of professional claims, 005010X222A1: what the column of claims relies on.
struct ProfessionalClaimGuideTests {
    static let guide = try? GrammarLibrary.shipped.guide(named: "005010X222A1")

    static let underSubscriber = "2000A/2000B/2300"
    static let underPatient = "2000A/2000B/2000C/2300"

    private static func loop(_ path: String) throws -> LoopDefinition {
        let guide = try #require(guide)
        return try #require(guide.loops.first { $0.path == path })
    }

    /// The loop's own segments: position, id and usage.
    private static func segments(_ path: String) throws -> [SegmentDefinition] {
        let guide = try #require(guide)
        return try loop(path).children.compactMap { child in
            guard case .segment(let index) = child else { return nil }
            return guide.segments[index]
        }
    }

    static let names: [(String, transaction: String?, guide: String?)] = [
        ("005010X222A1", "837", "005010X222A1"),
        ("005010X222A2", "837", "005010X222A1"),
        ("005010X222", "837", "005010X222A1"),
        ("005010X222A2", nil, "005010X222A1"),
        ("005010X222A2", "834", nil),
    ]

    @Test(arguments: names)
    func namesThatItReads(_ name: String, _ transaction: String?, _ expected: String?) {
        let library = GrammarLibrary.shipped
        #expect(library.nearestGuide(to: name, transaction: transaction) == expected)
    }

    @Test func aVariantIsTheGuide() throws {
        let variant = try #require(try GrammarLibrary.shipped.guide(named: "005010X222A2"))
        #expect(variant.name == "005010X222A1")
        #expect(variant.variants == ["005010X222A2"])
        #expect((variant.transaction, variant.group) == ("837", "HC"))
    }

    @Test func levelsAndRecords() throws {
        let guide = try #require(Self.guide)
        #expect(
            guide.loops.filter(\.isLevel).map(\.path)
                == ["2000A", "2000A/2000B", "2000A/2000B/2000C"])
        #expect(
            guide.loops.filter(\.isRecord).map(\.path) == [Self.underSubscriber, Self.underPatient])
    }

    /// The code of each level and what HL-04 may say there.
    @Test(arguments: [
        ("2000A", ["20"], ["1"]),
        ("2000A/2000B", ["22"], ["0", "1"]),
        ("2000A/2000B/2000C", ["23"], ["0"]),
    ])
    func hierarchicalLevels(_ path: String, _ level: [String], _ child: [String]) throws {
        let opening = try #require(try Self.segments(path).first)
        #expect(opening.id == "HL")
        #expect(opening.elements[2].codes == level)
        #expect(opening.elements[3].codes == child)
    }

    /// The claim is written once and stands in both places with every loop and segment.
    @Test func theClaimStandsBeneathBothLevels() throws {
        let guide = try #require(Self.guide)
        let original = guide.loops.filter { $0.path.hasPrefix(Self.underSubscriber) }
        let copies = guide.loops.filter { $0.path.hasPrefix(Self.underPatient) }
        #expect(original.count == 27)
        #expect(copies.map(\.id) == original.map(\.id))
        #expect(copies.map(\.maximum) == original.map(\.maximum))
        for (copy, one) in zip(copies, original) {
            let end = one.path.dropFirst(Self.underSubscriber.count)
            #expect(copy.path == Self.underPatient + end)
            let (copied, segments) = (try Self.segments(copy.path), try Self.segments(one.path))
            #expect(!segments.isEmpty)
            #expect(copied.map(\.id) == segments.map(\.id), "\(copy.path)")
            #expect(copied.map(\.position) == segments.map(\.position), "\(copy.path)")
            #expect(copied.map(\.usage) == segments.map(\.usage), "\(copy.path)")
            #expect(copied.map(\.maximum) == segments.map(\.maximum), "\(copy.path)")
        }
    }

    /// A loop's segments in order, an id once for each purpose.
    static let segmentsOfLoops: [(path: String, segments: String)] = [
        ("", "ST BHT SE"),
        ("1000A", "NM1 PER"),
        ("1000B", "NM1"),
        ("2000A", "HL PRV CUR"),
        ("2000A/2010AA", "NM1 N3 N4 REF REF PER"),
        ("2000A/2010AB", "NM1 N3 N4"),
        ("2000A/2010AC", "NM1 N3 N4 REF REF"),
        ("2000A/2000B", "HL SBR PAT"),
        ("2000A/2000B/2010BA", "NM1 N3 N4 DMG REF REF PER"),
        ("2000A/2000B/2010BB", "NM1 N3 N4 REF REF"),
        ("2000A/2000B/2000C", "HL PAT"),
        ("2000A/2000B/2000C/2010CA", "NM1 N3 N4 DMG REF REF PER"),
        (
            "2000A/2000B/2300",
            "CLM DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP PWK CN1 AMT "
                + "REF REF REF REF REF REF REF REF REF REF REF REF REF REF K3 NTE CR1 CR2 "
                + "CRC CRC CRC CRC HI HI HI HCP"
        ),
        ("2000A/2000B/2300/2310C", "NM1 N3 N4 REF PER"),
        ("2000A/2000B/2300/2320", "SBR CAS AMT AMT AMT OI MOA"),
        ("2000A/2000B/2300/2320/2330B", "NM1 N3 N4 DTP REF REF REF REF REF"),
        (
            "2000A/2000B/2300/2400",
            "LX SV1 SV5 PWK PWK CR1 CR3 CRC CRC CRC DTP DTP DTP DTP DTP DTP DTP DTP DTP DTP "
                + "QTY QTY MEA CN1 REF REF REF REF REF REF REF REF REF AMT AMT K3 NTE NTE PS1 HCP"
        ),
        ("2000A/2000B/2300/2400/2410", "LIN CTP REF"),
        ("2000A/2000B/2300/2400/2430", "SVD CAS DTP AMT"),
        ("2000A/2000B/2300/2400/2440", "LQ FRM"),
    ]

    @Test(arguments: segmentsOfLoops)
    func segmentsOfALoop(_ path: String, _ expected: String) throws {
        #expect(try Self.segments(path).map(\.id).joined(separator: " ") == expected)
    }

    /// How often loops come.
    static let loops: [(path: String, usage: Usage, maximum: Int?)] = [
        ("2000A", .required, nil), ("2000A/2000B", .required, nil),
        ("2000A/2000B/2000C", .situational, nil), ("2000A/2000B/2300", .situational, 100),
        ("2000A/2000B/2000C/2300", .required, 100), ("2000A/2000B/2300/2310A", .situational, 2),
        ("2000A/2000B/2300/2320", .situational, 10), ("2000A/2000B/2300/2400", .required, 50),
        ("2000A/2000B/2300/2400/2430", .situational, 15),
        ("2000A/2000B/2300/2400/2440", .situational, nil),
    ]

    @Test(arguments: loops)
    func howOftenALoopComes(_ path: String, _ usage: Usage, _ maximum: Int?) throws {
        let loop = try Self.loop(path)
        #expect(loop.usage == usage)
        #expect(loop.maximum == maximum)
    }

    /// Every condition of the guide: what is required, and by which code. In a copy it looks at the
    /// copy.
    @Test func conditions() throws {
        let guide = try #require(Self.guide)
        var found: [String] = []
        for segment in guide.segments {
            let place = "\(guide.loops[segment.loop].path)/\(segment.id)"
            let own = segment.condition.map { [(place, $0)] } ?? []
            let elements = segment.elements.compactMap { element in
                element.condition.map { ("\(place)-\(element.position)", $0) }
            }
            for (place, condition) in own + elements {
                let trigger = "\(guide.loops[condition.loop].path)/\(condition.segment)"
                let codes = condition.codes.joined(separator: " ")
                found.append("\(place) when \(trigger)-\(condition.element) ~ \(codes)")
            }
        }
        let subscriber = "2000A/2000B/2010BA"
        let attachments = [Self.underSubscriber, Self.underPatient].flatMap { claim in
            [claim, claim + "/2400"].flatMap { loop in
                [5, 6].map { "\(loop)/PWK-\($0) when \(loop)/PWK-2 ~ BM EL EM FT FX" }
            }
        }
        #expect(
            found
                == [8, 9].map { "\(subscriber)/NM1-\($0) when \(subscriber)/NM1-2 ~ 1" }
                + ["N3", "N4", "DMG"].map { "\(subscriber)/\($0) when 2000A/2000B/SBR-2 ~ 18" }
                + attachments)
    }
}
