import Testing

/// Levels that do not keep the guide: their claims are read all the same, and nothing is lost.
struct LevelDamageTests {
    /// Segments of loop 2000A and 2010AA instead of sound ones, what is found, and where what no
    /// field holds comes from.
    static let billing: [(segments: String, findings: [String], other: [String])] = [
        (
            "NM1*85*2*CLINIC*****XX*1234567893~N4*LYNN*MA*01902~REF*EI*1~",
            ["x12.segment.missing at 2010AA/N3"], []
        ),
        (
            "NM1*85*2*CLINIC*****XX*1234567893~N3*A~N4*LYNN*MA*01902~REF*EI*1~ZZZ*A*B~",
            ["x12.segment.unknown at 2010AA"], []
        ),
        (
            "NM1*85*2*CLINIC*****XX*1234567893~N3*A~N4*LYNN*MA*01902~N4*SALEM*MA*01970~REF*EI*1~",
            ["x12.segment.repeat at 2010AA/N4"], ["2010AA"]
        ),
        (
            "NM1*85*2*CLINIC*****XX~N3*A~N4*LYNN*MA*01902~REF*EI*1~",
            ["x12.element.relation at 2010AA/NM1-09"], ["2010AA/NM1-08"]
        ),
    ]

    @Test(arguments: billing)
    func theBillingLevelIsReadAllTheSame(
        _ segments: String, _ findings: [String], _ other: [String]
    ) {
        let reading = ClaimReading(
            "HL*1**20*1~" + segments + ClaimReading.subscriber() + ClaimReading.claim())
        #expect(reading.findings == findings)
        #expect(reading.contexts.first?.other.map(\.place) == other)
        #expect(reading.value("billingProvider/organization") == #""CLINIC""#)
        #expect(reading.value("claimId") == #""C1""#)
    }

    static let persons: [(inner: String, path: String, value: String?, other: [String])] = [
        ("REF*SY*1~REF*SY*2~", "subscriber/socialSecurityNumber", #""1""#, ["2010BA"]),
        ("DMG*D8*19800230*F~", "subscriber/birthDateSent", #""19800230""#, []),
        ("DMG*D6*800102*F~", "subscriber/birthDate", nil, ["2010BA"]),
        ("REF*SY~", "subscriber/socialSecurityNumber", nil, ["2010BA/REF-01"]),
    ]

    @Test(arguments: persons)
    func aPersonIsReadAllTheSame(
        _ inner: String, _ path: String, _ value: String?, _ other: [String]
    ) {
        let subscriber = """
            HL*2*1*22*0~SBR*P*18*******MC~NM1*IL*1*LAST*FIRST****MI*100000000001~N3*1 B ST~\
            N4*LYNN*MA*01902~\(inner)NM1*PR*2*PAYER*****PI*P1~
            """
        let reading = ClaimReading(ClaimReading.billing() + subscriber + ClaimReading.claim())
        #expect(reading.findings != [])
        #expect(reading.value(path) == value)
        #expect(reading.contexts.first?.other.map(\.place) == other)
        #expect(reading.value("memberId") == #""100000000001""#)
    }

    /// What a note asks for and a condition as well is told once.
    @Test(arguments: [
        ("MI", ["x12.element.relation at 2010BA/NM1-09"]),
        (
            "MI*",
            ["x12.element.trailing at 2010BA/NM1-09", "x12.element.relation at 2010BA/NM1-09"]
        ),
    ])
    func aMemberWithoutNumberIsOneError(_ end: String, _ findings: [String]) {
        let subscriber = ClaimReading.subscriber().split(separator: "~").map {
            $0.hasPrefix("NM1*IL*") ? "NM1*IL*1*LAST*FIRST****\(end)" : String($0)
        }
        let text = subscriber.joined(separator: "~") + "~"
        let reading = ClaimReading(ClaimReading.billing() + text + ClaimReading.claim())
        #expect(reading.findings == findings)
    }

    /// What of the subscriber, who is the patient, is not sent, and what is found.
    @Test(arguments: [
        (["NM1*IL", "N3", "N4", "DMG"], ["x12.loop.missing at 2010BA/NM1"]),
        (["N3", "N4"], ["x12.segment.missing at 2010BA/N3", "x12.segment.missing at 2010BA/N4"]),
        (["DMG"], ["x12.segment.missing at 2010BA/DMG"]),
        (
            ["NM1*IL", "DMG"],
            ["x12.loop.missing at 2010BA/NM1", "x12.segment.missing at 2010BA/DMG"]
        ),
    ])
    func aLoopThatIsNotThereIsOneError(_ gone: [String], _ findings: [String]) {
        let subscriber = ClaimReading.subscriber().split(separator: "~")
            .filter { segment in !gone.contains { segment.hasPrefix($0 + "*") } }
            .joined(separator: "~")
        let reading = ClaimReading(
            ClaimReading.billing() + subscriber + "~" + ClaimReading.claim())
        #expect(reading.findings == findings)
    }

    @Test func aClaimWithoutLevelsIsAClaim() {
        let reading = ClaimReading(ClaimReading.claim())
        #expect(reading.value("claimId") == #""C1""#)
        #expect(reading.value("submitter/organization") == #""SUBMITTER""#)
        #expect(reading.value("billingProvider") == nil)
    }
}
