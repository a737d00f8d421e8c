import ShippedGrammars
import Testing
import X12Grammar

/// The shipped guide of institutional claims, 005010X223A2.
struct InstitutionalGuideTests {
    static let guide = try? GrammarLibrary.shipped.guide(named: "005010X223A2")

    @Test(arguments: ["005010X223A2", "005010X223A3"])
    func theGuideIsFound(_ name: String) throws {
        let guide = try #require(try GrammarLibrary.shipped.guide(named: name))
        #expect(guide.name == "005010X223A2")
        #expect((guide.transaction, guide.group) == ("837", "HC"))
    }

    /// Errata that do not read the same way, and the name without one, lead to it with a warning.
    @Test(arguments: ["005010X223", "005010X223A1"])
    func theGuideIsTheNearest(_ name: String) throws {
        #expect(GrammarLibrary.shipped.nearestGuide(to: name, transaction: "837") == "005010X223A2")
        #expect(try GrammarLibrary.shipped.guide(named: name) == nil)
    }

    @Test func levelsStandInOneAnother() throws {
        let guide = try #require(Self.guide)
        let levels = guide.loops.filter(\.isLevel)
        #expect(levels.map(\.path) == ["2000A", "2000A/2000B", "2000A/2000B/2000C"])
        let codes = levels.map { level in
            guide.segments.first { guide.loops[$0.loop].path == level.path }?.elements[2].codes
        }
        #expect(codes == [["20"], ["22"], ["23"]])
    }

    // MARK: - The claim beneath the subscriber and beneath the patient

    static let claims = ["2000A/2000B/2300", "2000A/2000B/2000C/2300"]

    @Test func theClaimStandsInBothPlaces() throws {
        let guide = try #require(Self.guide)
        #expect(guide.loops.filter(\.isRecord).map(\.path) == Self.claims)
        let inner = Self.claims.map { claim in
            guide.loops.compactMap { loop in
                loop.path.hasPrefix(claim) ? String(loop.path.dropFirst(claim.count)) : nil
            }
        }
        #expect(inner[0] == inner[1])
        #expect(inner[0].count == 24)
    }

    @Test func theClaimIsTheSameInBothPlaces() throws {
        let guide = try #require(Self.guide)
        let segments = Self.claims.map { claim in
            guide.segments.filter { guide.loops[$0.loop].path.hasPrefix(claim) }
        }
        #expect(segments[0].count == 115)
        #expect(segments[0].count == segments[1].count)
        for (subscriber, patient) in zip(segments[0], segments[1]) {
            #expect(guide.loops[subscriber.loop].id == guide.loops[patient.loop].id)
            #expect((subscriber.id, subscriber.name) == (patient.id, patient.name))
            #expect((subscriber.usage, subscriber.maximum) == (patient.usage, patient.maximum))
            #expect(subscriber.elements.map(\.codes) == patient.elements.map(\.codes))
        }
    }

    /// An attachment that is not at hand has a number, in the claim that it belongs to.
    @Test(arguments: claims)
    func anAttachmentIsNumbered(_ claim: String) throws {
        let guide = try #require(Self.guide)
        let attachments = guide.segments.filter {
            $0.id == "PWK" && guide.loops[$0.loop].path.hasPrefix(claim)
        }
        #expect(attachments.map { guide.loops[$0.loop].id } == ["2300", "2400"])
        for attachment in attachments {
            let conditions = attachment.elements.filter { $0.condition != nil }
            #expect(conditions.map(\.position) == [5, 6])
            #expect(conditions.allSatisfy { $0.condition?.loop == attachment.loop })
        }
    }

    // MARK: - What tells segments apart

    /// Health care codes: title, qualifiers, how many of them, their components in use, segments.
    static let codes: [(name: String, codes: [String], composites: Int, used: [Int], max: Int)] = [
        ("Principal Diagnosis", ["ABK", "BK"], 1, [1, 2, 9], 1),
        ("Admitting Diagnosis", ["ABJ", "BJ"], 1, [1, 2], 1),
        ("Patient's Reason for Visit", ["APR", "PR"], 3, [1, 2], 1),
        ("External Cause of Injury", ["ABN", "BN"], 12, [1, 2, 9], 1),
        ("Diagnosis Related Group (DRG) Information", ["DR"], 1, [1, 2], 1),
        ("Other Diagnosis Information", ["ABF", "BF"], 12, [1, 2, 9], 2),
        ("Principal Procedure Information", ["BBR", "BR", "CAH"], 1, [1, 2, 3, 4], 1),
        ("Other Procedure Information", ["BBQ", "BQ"], 12, [1, 2, 3, 4], 2),
        ("Occurrence Span Information", ["BI"], 12, [1, 2, 3, 4], 2),
        ("Occurrence Information", ["BH"], 12, [1, 2, 3, 4], 2),
        ("Value Information", ["BE"], 12, [1, 2, 5], 2),
        ("Condition Information", ["BG"], 12, [1, 2], 2),
        ("Treatment Code Information", ["TC"], 12, [1, 2], 2),
    ]

    @Test(arguments: claims)
    func healthCareCodes(_ claim: String) throws {
        let guide = try #require(Self.guide)
        let segments = guide.segments.filter {
            $0.id == "HI" && guide.loops[$0.loop].path == claim
        }
        #expect(segments.map(\.name) == Self.codes.map(\.name))
        #expect(segments.filter { $0.usage == .required }.map(\.name) == ["Principal Diagnosis"])
        for (segment, expected) in zip(segments, Self.codes) {
            let sent = segment.elements.filter { $0.usage != .notUsed }
            #expect(sent.map(\.position) == Array(1...expected.composites), "\(segment.name)")
            #expect(segment.maximum == expected.max, "\(segment.name)")
            for element in sent {
                let used = element.components.filter { $0.usage != .notUsed }
                #expect(used.map(\.position) == expected.used, "\(segment.name)")
                #expect(used.first?.codes == expected.codes, "\(segment.name)")
            }
        }
    }

    static let entities: [(loop: String, code: String)] = [
        ("1000A", "41"), ("1000B", "40"), ("2010AA", "85"), ("2010AB", "87"), ("2010AC", "PE"),
        ("2010BA", "IL"), ("2010BB", "PR"), ("2010CA", "QC"), ("2310A", "71"), ("2310B", "72"),
        ("2310C", "ZZ"), ("2310D", "82"), ("2310E", "77"), ("2310F", "DN"), ("2330A", "IL"),
        ("2330B", "PR"), ("2330C", "71"), ("2330D", "72"), ("2330E", "ZZ"), ("2330F", "77"),
        ("2330G", "82"), ("2330H", "DN"), ("2330I", "85"), ("2420A", "72"), ("2420B", "ZZ"),
        ("2420C", "82"), ("2420D", "DN"),
    ]

    @Test(arguments: entities)
    func aNameOpensItsLoop(_ loop: String, _ code: String) throws {
        let guide = try #require(Self.guide)
        let names = guide.segments.filter { $0.id == "NM1" && guide.loops[$0.loop].id == loop }
        let isInClaim = loop.hasPrefix("23") || loop.hasPrefix("24")
        #expect(names.count == (isInClaim ? 2 : 1))
        for name in names { #expect(name.elements[0].codes == [code]) }
    }

    @Test func everyNameIsInTheTable() throws {
        let guide = try #require(Self.guide)
        let loops = guide.segments.filter { $0.id == "NM1" }.map { guide.loops[$0.loop].id }
        #expect(Set(loops) == Set(Self.entities.map(\.loop)))
    }

    /// What the subscriber who is the patient brings along.
    @Test func theSubscriberIsThePatient() throws {
        let guide = try #require(Self.guide)
        let conditional = guide.segments.filter { $0.condition != nil }
        #expect(conditional.map(\.id) == ["N3", "N4", "DMG"])
        for segment in conditional {
            let condition = try #require(segment.condition)
            #expect(guide.loops[segment.loop].id == "2010BA")
            #expect(guide.loops[condition.loop].path == "2000A/2000B")
            #expect((condition.segment, condition.element) == ("SBR", 2))
            #expect(condition.codes == ["18"])
        }
    }
}
