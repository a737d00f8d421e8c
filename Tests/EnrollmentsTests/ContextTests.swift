import Testing

/// The header that all records of a transaction set carry.
struct ContextTests {
    static let cases: [(header: String, path: String, value: String)] = [
        ("BGN*15*R*20250715*120000*ET*OLD**4~", "purpose/label", #""resubmission""#),
        ("BGN*15*R*20250715*120000*ET*OLD**4~", "originalReference", #""OLD""#),
        ("BGN*00*R*20250732*1200****2~", "dateSent", #""20250732""#),
        ("BGN*00*R*20250715*1200****2~REF*38*M~", "policyNumber", #""M""#),
        ("BGN*00*R*20250715*1200****2~DTP*382*D8*20250701~", "dates/0/date", #""2025-07-01""#),
        ("BGN*00*R*20250715*1200****2~QTY*TO*3~", "totals/0/value", #""3""#),
    ]

    @Test(arguments: cases)
    func aSegmentOfTheHeaderIsRead(_ header: String, _ path: String, _ value: String) {
        let parties = "N1*P5*S*FI*11~N1*IN*I*FI*22~"
        let reading = Reading(Reading.record(), header: header + parties)
        #expect(reading.value("context/" + path) == value)
        #expect(reading.value("context/sender") == #""SENDER""#)
        #expect(reading.value("context/receiver") == #""RECEIVER""#)
    }

    @Test func brokersHaveTheirAccounts() {
        let header = Reading.header + "N1*BO*B*94*11~ACT*A*****C~N1*TV*T*94*22~ACT*D~"
        let reading = Reading(Reading.record(), header: header)
        #expect(reading.findings == [])
        #expect(reading.value("context/brokers/0/accounts") == #"["A","C"]"#)
        #expect(reading.value("context/brokers/1/accounts") == #"["D"]"#)
        #expect(reading.value("context/brokers/1/role/code") == #""TV""#)
    }

    @Test(arguments: [
        ("N1*IN*I*FI*22~", "x12.loop.missing at 1000A/N1"),
        ("N1*P5*S*FI*11~", "x12.loop.missing at 1000B/N1"),
    ])
    func aMissingPartyIsFound(_ parties: String, _ found: String) {
        let header = "BGN*00*R*20250715*1200****2~" + parties
        #expect(Reading(Reading.record(), header: header).findings == [found])
    }
}
