import CareModel
import Diagnostics
import Testing

/// What claims share, in the claims that share it.
struct FrameTests {
    /// Two subscribers, of whom the first has a claim and a dependent with one.
    static let family = ClaimReading(
        ClaimReading.billing() + ClaimReading.subscriber(child: 1) + ClaimReading.claim("C1")
            + ClaimReading.patient() + ClaimReading.claim("C2")
                + """
                HL*4*1*22*0~SBR*P*18*******MC~NM1*IL*1*OTHER*ANN****MI*100000000002~N3*1 B ST~\
                N4*LYNN*MA*01902~DMG*D8*19900102*F~NM1*PR*2*PAYER*****PI*P2~
                """ + ClaimReading.claim("C3"))

    @Test(arguments: [
        (0, "claimId", #""C1""#), (0, "memberId", #""100000000001""#),
        (0, "relationship/code", #""18""#), (0, "patient", nil),
        (1, "claimId", #""C2""#), (1, "memberId", #""100000000001""#),
        (1, "relationship/code", #""19""#), (1, "patient/name/first", #""CHILD""#),
        (2, "claimId", #""C3""#), (2, "memberId", #""100000000002""#),
        (2, "relationship/code", #""18""#), (2, "patient", nil),
        (2, "payer/identifier/value", #""P2""#), (2, "billingProvider/npi", #""1234567893""#),
        (0, "source/record", "1"), (2, "source/record", "3"),
    ])
    func aClaimHasTheLevelsAroundIt(_ claim: Int, _ path: String, _ value: String?) {
        #expect(Self.family.findings == [])
        #expect(Self.family.value(path, claim: claim) == value)
    }

    /// Header, billing provider, subscriber and patient, each where the one before ends.
    @Test func rangesOfHeaderAndLevelsAreNamed() throws {
        let ranges = try #require(Self.family.surroundings.dropFirst().first?.ranges)
        #expect(ranges.count == 4)
        #expect(ranges[0].end == ranges[1].start && ranges[1].end == ranges[2].start)
        let text = "[" + ranges.map { "[\($0.start),\($0.end)]" }.joined(separator: ",") + "]"
        #expect(Self.family.value("source/context", claim: 1) == text)
        #expect(Self.family.surroundings.map(\.ranges.count) == [3, 4, 3])
    }

    @Test func keysStandInTheirOrder() throws {
        let line = try #require(Self.family.lines.dropFirst().first)
        let keys = [
            "recordType", "memberId", "relationship", "claimType", "claimId", "serviceLines",
            "submitter", "billingProvider", "subscriber", "payer", "patient", "transaction",
            "source",
        ]
        let places = keys.map { line.range(of: "\"\($0)\":")?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }

    @Test(arguments: [
        ("C1", 0, 19_800_102, false), ("C2", 1, 20_150_203, true), ("C3", 2, 19_900_102, false),
    ])
    func rulesKnowWhoseClaimItIs(
        _ id: String, _ claim: Int, _ birth: Int32, _ hasPatient: Bool
    ) {
        let facts = Self.family.surroundings[claim]
        #expect(facts.patientBirth == birth && facts.hasPatient == hasPatient)
        #expect(facts.billingNPI == Text("1234567893"))
        #expect(facts.date == 20_250_715)
        #expect(facts.type == .professional)
    }

    @Test func patientsAreToldApart() {
        #expect(Set(Self.family.surroundings.map(\.patientKey)).count == 3)
        #expect(Self.family.surroundings.map(\.memberID).last == Text("100000000002"))
        #expect(Self.family.surroundings.map(\.payerID) == ["P1", "P1", "P2"].map { Text($0) })
    }

    @Test func valuesAreTheSameAsInJSON() throws {
        let context = try #require(Self.family.contexts.dropFirst().first)
        #expect(context.memberID == MemberID("100000000001"))
        #expect(context.relationship?.label?.description == "child")
        #expect(context.patient?.name.first == Text("CHILD"))
        #expect(context.subscriber?.claimFilingIndicator?.value == Text("MC"))
        #expect(context.billingProvider?.isOrganization == true)
        #expect(context.billingProvider?.address?.city == Text("LYNN"))
        #expect(context.payer?.party.identifier?.value == Text("P1"))
        #expect(context.submitter?.contacts.first?.numbers.first?.value == Text("6175550100"))
        #expect(context.transaction.reference == Text("REF1"))
        #expect(Self.family.contexts.first?.patient == nil)
    }

    /// Values of levels that no field holds come with each claim beneath.
    @Test(arguments: [
        ("", "NM1*87*2*NOT USED~N3*PO BOX 1~N4*LYNN*MA*01902~", "2010AB/NM1-03", #""NOT USED""#),
        ("PRV*BI*PXC*207Q00000X*MA~", "", "2000A/PRV-04", #""MA""#),
    ])
    func whatNoFieldHoldsIsKept(
        _ level: String, _ inner: String, _ place: String, _ value: String
    ) {
        let reading = ClaimReading(
            ClaimReading.billing(inner, level: level) + ClaimReading.subscriber()
                + ClaimReading.claim("C1") + ClaimReading.claim("C2"))
        for claim in 0...1 {
            #expect(reading.value("other/0/place", claim: claim) == "\"\(place)\"")
            #expect(reading.value("other/0/value", claim: claim) == value)
        }
        #expect(reading.contexts.allSatisfy { $0.other.count == 1 })
    }
}
