import Testing

/// The rules of this module: what keeps each and what breaks it.
struct RuleTests {
    static let reversed = "enrollment.period.reversed at "
    static let neverEffective = "enrollment.period.never-effective at "

    /// Maintenance types of member and coverage, begin, end, and the findings.
    static let periods: [(types: (String, String), begin: String, end: String, found: [String])] = [
        (("021", "021"), "20250701", "20250702", []),
        (("021", "021"), "20250701", "20250701", []),
        (("021", "021"), "20250701", "22991231", []),
        (("021", "021"), "20250701", "20250630", [reversed + "2300/DTP-03"]),
        (("021", "024"), "20250701", "20250630", [neverEffective + "2300/DTP-03"]),
        (("024", "021"), "20250701", "20250630", [neverEffective + "2300/DTP-03"]),
        (("024", "024"), "20250701", "20250701", []),
        (("030", "030"), "20250701", "20250630", [reversed + "2300/DTP-03"]),
        (("021", "021"), "20250701", "20250631", ["x12.element.date at 2300/DTP-03"]),
    ]

    @Test(arguments: periods)
    func aCoverageBeginsBeforeItEnds(
        _ types: (String, String), _ begin: String, _ end: String, _ found: [String]
    ) {
        let record = Reading.record(
            ins: "INS*Y*18*\(types.0)*28*A~",
            coverage: "HD*\(types.1)**HMO~DTP*348*D8*\(begin)~DTP*349*D8*\(end)~")
        #expect(Reading(record).findings == found)
    }

    /// Other spans of a record, each with its place.
    static let spans: [(inner: String, coverage: String, place: String)] = [
        ("DSB*1~DTP*360*D8*20250702~DTP*361*D8*20250701~", "", "2200/DTP-03"),
        ("", "DTP*695*RD8*20250702-20250701~", "2300/DTP-03"),
        ("", "COB*P**1~DTP*344*D8*20250702~DTP*345*D8*20250701~", "2320/DTP-03"),
        (
            "", "LS*2700~LX*1~N1*75*A~DTP*007*RD8*20250702-20250701~LE*2700~",
            "2750/DTP-03"
        ),
    ]

    @Test(arguments: spans)
    func everySpanBeginsBeforeItEnds(_ inner: String, _ coverage: String, _ place: String) {
        let record = Reading.record(
            inner, coverage: "HD*021**HMO~DTP*348*D8*20250701~" + coverage)
        #expect(Reading(record).findings == [Self.reversed + place])
    }

    static let ambiguous = "enrollment.period.ambiguous at "

    /// The dates of one coverage; begin and end of its period, other dates, and what is found.
    static let sentDates: [(dates: [String], period: [String], others: [String], found: [String])] =
        [
            (
                ["348*RD8*20250601-20251231"], ["20250601", "20251231"],
                ["20250601-20251231"], []
            ),
            (
                ["349*RD8*20250601-20251231"], ["20250601", "20251231"],
                ["20250601-20251231"], []
            ),
            (
                ["349*RD8*20251231-20250601"], ["20251231", "20250601"],
                ["20251231-20250601"], [reversed + "2300/DTP-03"]
            ),
            (
                ["349*D8*20251130", "348*RD8*20250601-20251231"], ["20250601", "20251130"],
                ["20250601-20251231"], [ambiguous + "2300/DTP-03"]
            ),
            (
                ["349*D8*20251231", "348*RD8*20250601-20251231"], ["20250601", "20251231"],
                ["20250601-20251231"], []
            ),
            (
                ["348*D8*20250602", "349*D8*20251130", "348*RD8*20250601-20251231"],
                ["20250602", "20251130"], ["20250601-20251231"], [ambiguous + "2300/DTP-03"]
            ),
            (
                ["348*RD8*20250601-20251231", "349*D8*20250101"], ["20250601", "20250101"],
                ["20250601-20251231"], [reversed + "2300/DTP-03", ambiguous + "2300/DTP-03"]
            ),
        ]

    @Test(arguments: sentDates)
    func whatIsSentForAPeriodComesInAnyOrder(
        _ dates: [String], _ period: [String], _ others: [String], _ found: [String]
    ) {
        func day(_ sent: String) -> String {
            "\"\(sent.prefix(4))-\(sent.dropFirst(4).prefix(2))-\(sent.suffix(2))\""
        }
        for turned in dates.indices {
            for order in [dates, dates.reversed()] {
                let turn = (order[turned...] + order[..<turned]).map { "DTP*\($0)~" }.joined()
                let reading = Reading(Reading.record(coverage: "HD*021**HMO~" + turn))
                #expect(reading.value("coverages/0/begin") == day(period[0]), "\(turn)")
                #expect(reading.value("coverages/0/end") == day(period[1]), "\(turn)")
                let listed = reading.enrollments.first?.coverages.first?.dates
                #expect(listed?.count == others.count, "\(turn)")
                #expect(reading.findings == found, "\(turn)")
            }
        }
    }

    /// Days of one meaning in one loop: the first is the period's.
    @Test(arguments: [
        (["348*D8*20250601", "349*D8*20250630", "348*D8*20250801"], 1),
        (["348*D8*20250601", "348*D8*20250601"], 0),
        (["348*D8*20250601", "349*D8*20250630", "349*D8*20250731"], 1),
        (["348*D8*20250801", "349*D8*20250630", "348*D8*20250601"], 1),
        (["348*RD8*20250601-20250630", "348*RD8*20250801-20250930"], 1),
        (["348*D8*20250601", "695*D8*20250801"], 0),
    ])
    func aPeriodHasOneBeginAndOneEnd(_ dates: [String], _ count: Int) {
        let sent = dates.map { "DTP*\($0)~" }.joined()
        let reading = Reading(Reading.record(coverage: "HD*021**HMO~" + sent))
        #expect(
            reading.findings == Array(repeating: Self.ambiguous + "2300/DTP-03", count: count))
    }

    @Test func aMemberHasOneEligibility() {
        let dates = ["356*D8*20230101", "357*D8*20231231", "356*D8*20250101"]
        for order in [dates, dates.reversed()] {
            let sent = order.map { "DTP*\($0)~" }.joined()
            let record = Reading.record().replacing("NM1*IL", with: sent + "NM1*IL")
            #expect(Reading(record).findings == [Self.ambiguous + "2000/DTP-03"])
        }
    }

    /// Begins and ends of employment in the order sent, and how many ends lie before all begins.
    @Test(arguments: [
        (["336*D8*20240101", "337*D8*20241231"], 0),
        (["336*D8*20250101", "337*D8*20231231", "336*D8*20230101"], 0),
        (["337*D8*20231231", "336*D8*20250101", "336*D8*20230101"], 0),
        (["336*D8*20250101", "337*D8*20231231"], 1),
        (["337*D8*20250301", "337*D8*20231231", "336*D8*20250101"], 1),
        (["337*D8*20231231"], 0), (["337*D8*20231231", "338*D8*20250101"], 0),
    ])
    func anEndIsThatOfTheNearestBegin(_ dates: [String], _ count: Int) {
        let sent = dates.map { "DTP*\($0)~" }.joined()
        let record = Reading.record().replacing("NM1*IL", with: sent + "NM1*IL")
        #expect(
            Reading(record).findings
                == Array(repeating: Self.reversed + "2000/DTP-03", count: count)
        )
    }

    /// NPIs of a provider, and whether there is a finding.
    static let npis: [(npi: String, found: [String])] = [
        ("2417000017", []),
        ("2417000018", ["enrollment.provider.npi at 2310/NM1-09"]),
        ("24170000170", ["enrollment.provider.npi at 2310/NM1-09"]),
        ("LETTERS123", ["enrollment.provider.npi at 2310/NM1-09"]),
    ]

    @Test(arguments: npis)
    func anNPIHasItsCheckDigit(_ npi: String, _ found: [String]) {
        let coverage = "HD*021**HMO~DTP*348*D8*20250701~LX*1~NM1*P3*1*A*B****XX*\(npi)*25~"
        #expect(Reading(Reading.record(coverage: coverage)).findings == found)
    }

    @Test func eligibilityBeginsBeforeItEnds() {
        let record = """
            INS*Y*18*021*28*A~REF*0F*1~DTP*356*D8*20250702~DTP*357*D8*20250701~NM1*IL*1*A~\
            HD*021**HMO~DTP*348*D8*20250701~
            """
        #expect(Reading(record).findings == [Self.reversed + "2000/DTP-03"])
    }

    /// The file was written on 2025-07-15.
    @Test(arguments: [
        ("20250715", []), ("20250716", ["enrollment.birth.future at 2100A/DMG-02"]),
        ("19000101", []), ("20250732", ["x12.element.date at 2100A/DMG-02"]),
    ])
    func aBirthIsNotAfterTheFile(_ date: String, _ found: [String]) {
        #expect(Reading(Reading.record("DMG*D8*\(date)*F~")).findings == found)
    }

    @Test func aFormerBirthDateIsNotAfterTheFile() {
        let reading = Reading(Reading.record("NM1*70*1*OLD~DMG*D8*20250716*F~"))
        #expect(reading.findings == ["enrollment.birth.future at 2100B/DMG-02"])
    }

    @Test(arguments: [
        ("INS*Y*18*021*28*A~", []), ("INS*Y*18*021*28*A******D8*20000229~", []),
        ("INS*Y*18*021*28*A******D8*20000228~", ["enrollment.death.reversed at 2000/INS-12"]),
        ("INS*N*18*021*28*A~", ["enrollment.subscriber.self at 2000/INS-02"]),
        ("INS*Y*19*021*28*A~", ["enrollment.subscriber.self at 2000/INS-02"]),
        ("INS*N*19*021*28*A~", []),
    ])
    func aMemberDoesNotContradictItself(_ ins: String, _ found: [String]) {
        #expect(Reading(Reading.record("DMG*D8*20000229*F~", ins: ins)).findings == found)
    }

    static let subscriber = Reading.record()
    static let dependent = Reading.record(ins: "INS*N*19*021*28*A~", coverage: "")

    static let orders: [(records: String, found: [String])] = [
        (subscriber + dependent, []),
        (dependent, []),
        (dependent + subscriber, ["enrollment.subscriber.late at 2000/INS"]),
        (dependent + dependent + subscriber, ["enrollment.subscriber.late at 2000/INS"]),
        (subscriber + dependent + subscriber, []),
        (dependent + Reading.record(id: "2"), []),
    ]

    @Test(arguments: orders)
    func aSubscriberComesFirst(_ records: String, _ found: [String]) {
        #expect(Reading(records).fileFindings == found)
    }

    /// Maintenance type, line, plan, begin and end of two coverages of one member.
    static let overlaps: [(first: String, second: String, isFound: Bool)] = [
        ("021*HMO*A*20250101*20250630", "021*HMO*A*20250701*20251231", false),
        ("021*HMO*A*20250101*20250701", "021*HMO*A*20250701*20251231", true),
        ("021*HMO*A*20250101*20251231", "021*HMO*A*20250101*20251231", false),
        ("021*HMO*A*20250101*20251231", "021*HMO*A*20250301*20250630", true),
        ("021*HMO*A*20250101*22991231", "021*HMO*A*20260101*22991231", true),
        ("021*HMO*A*20250101*", "021*HMO*A*20260101*20261231", true),
        ("021*HMO*A*20250101*20251231", "021*HMO*B*20250301*20250630", false),
        ("021*HMO*A*20250101*20251231", "021*DEN*A*20250301*20250630", false),
        ("024*HMO*A*20250101*20251231", "021*HMO*A*20250301*20250630", false),
        ("030*HMO*A*20240101*20241231", "030*HMO*A*20250101*22991231", false),
    ]

    @Test(arguments: overlaps)
    func spansOfOnePlanDoNotOverlap(_ first: String, _ second: String, _ isFound: Bool) {
        let records = Self.record(first) + Self.record(second)
        #expect(
            Reading(records).fileFindings == (isFound ? ["enrollment.span.overlap at 2300/HD"] : [])
        )
        let inOne = Reading.record(coverage: Self.coverage(first) + Self.coverage(second))
        #expect(Reading(inOne).fileFindings.isEmpty == !isFound)
    }

    private static func record(_ span: String) -> String {
        Reading.record(coverage: coverage(span))
    }

    private static func coverage(_ span: String) -> String {
        let parts = span.split(separator: "*", omittingEmptySubsequences: false)
        let end = parts[4].isEmpty ? "" : "DTP*349*D8*\(parts[4])~"
        return "HD*\(parts[0])**\(parts[1])*\(parts[2])~DTP*348*D8*\(parts[3])~\(end)"
    }

    @Test func anotherMemberHasSpansOfTheirOwn() {
        let coverage = "HD*021**HMO*A~DTP*348*D8*20250101~"
        let later = "HD*021**HMO*A~DTP*348*D8*20250201~"
        let other = Reading.record(id: "2", coverage: later)
        #expect(Reading(Reading.record(coverage: coverage) + other).fileFindings == [])
        let sibling = Reading.record(ins: "INS*N*19*021*28*A~", coverage: later)
        #expect(Reading(Reading.record(coverage: coverage) + sibling).fileFindings == [])
    }
}
