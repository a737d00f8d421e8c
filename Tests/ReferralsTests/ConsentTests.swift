import Testing

/// Which consent counts, and what it says.
struct ConsentTests {
    /// A Consent of the patient.
    private static func consent(
        _ id: String, _ decision: String, on date: String = "2026-03-02",
        status: String = "active", scope: String = "patient-privacy", more: String = ""
    ) -> String {
        """
        <Consent><id value="\(id)"/><status value="\(status)"/><scope><coding>\
        <system value="http://terminology.hl7.org/CodeSystem/consentscope"/>\
        <code value="\(scope)"/></coding></scope><patient><reference value="Patient/p"/></patient>\
        <dateTime value="\(date)"/>\(more)<provision><type value="\(decision)"/>\
        </provision></Consent>
        """
    }

    private static let flexible = """
        <category><coding><system value="urn:turnpike:referral:program"/>\
        <code value="flexible-services"/></coding></category><authoredOn value="2026-03-02"/>
        """
    private static let denied = "referral.consent.denied"
    private static let partial = "referral.consent.partial"
    private static let optIn = rule("OPTIN")
    private static let optOut = rule("OPTOUT")
    private static func rule(_ code: String) -> String {
        "<policyRule><coding><code value=\"\(code)\"/></coding></policyRule>"
    }

    /// A Consent whose provision has something more.
    private static func provision(
        _ decision: String, _ more: String, rule: String = "", on date: String = "2026-03-02"
    ) -> String {
        consent("n", decision, on: date, more: rule)
            .replacing("</provision>", with: "\(more)</provision>")
    }

    private static let actor =
        "<actor><role><text value=\"r\"/></role><reference><display value=\"I\"/></reference></actor>"
    private static let label = "<securityLabel><code value=\"HIV\"/></securityLabel>"
    private static let missing = "referral.consent.missing"

    /// Consents of the patient, and the rule that they break.
    private static let cases: [([String], String)] = [
        ([consent("a", "permit")], ""),
        ([consent("a", "deny")], denied),
        ([consent("a", "deny", status: "entered-in-error"), consent("b", "permit")], ""),
        ([consent("a", "permit"), consent("b", "deny", status: "entered-in-error")], ""),
        ([consent("a", "permit", status: "rejected")], missing),
        ([consent("a", "permit", status: "draft")], missing),
        ([consent("a", "deny", status: "rejected")], missing),
        ([consent("a", "permit"), consent("b", "deny", scope: "adr")], ""),
        ([consent("a", "permit"), consent("b", "deny", scope: "research")], ""),
        ([consent("a", "permit"), consent("b", "deny", scope: "treatment")], ""),
        ([consent("a", "permit", scope: "treatment")], ""),
        ([consent("a", "permit", scope: "adr")], missing),
        (
            [
                consent("a", "permit", on: "2026-03-02T14:00:00-05:00"),
                consent("b", "deny", on: "2026-03-02T09:00:00-05:00"),
            ], ""
        ),
        (
            [
                consent("a", "deny", on: "2026-03-02T14:00:00-05:00"),
                consent("b", "permit", on: "2026-03-02T09:00:00-05:00"),
            ], denied
        ),
        (
            [
                consent("a", "deny", on: "2026-03-01T23:00:00-05:00"),
                consent("b", "permit", on: "2026-03-02T03:30:00Z"),
            ], denied
        ),
        ([consent("a", "deny", on: "2026-03-01"), consent("b", "permit")], ""),
        ([consent("a", "permit", on: "2026-03-01"), consent("b", "deny")], denied),
        (
            [
                consent("a", "permit").replacing(
                    "</provision>",
                    with: "<period><end value=\"2026-03-01\"/></period></provision>")
            ], missing
        ),
        (
            [
                consent("a", "permit").replacing(
                    "</provision>",
                    with: "<period><end value=\"2026-03-02\"/></period></provision>")
            ], ""
        ),
        (
            [
                consent(
                    "a", "",
                    more: "<policyRule><coding><code value=\"OPTOUT\"/></coding></policyRule>"
                ).replacing("<provision><type value=\"\"/></provision>", with: "")
            ], denied
        ),
        (
            [
                consent(
                    "a", "deny",
                    more: "<policyRule><coding><code value=\"OPTIN\"/></coding></policyRule>")
            ], denied
        ),
        ([provision("deny", actor)], partial), ([provision("deny", label)], partial),
        ([provision("deny", actor, rule: optIn)], ""),
        ([provision("deny", label, rule: optIn)], ""),
        ([provision("deny", "", rule: optIn)], denied),
        ([provision("permit", actor, rule: optOut)], partial),
        (
            [provision("deny", "<provision><type value=\"permit\"/></provision>", rule: optOut)],
            partial
        ),
        (
            [consent("a", "deny", on: "2026-03-01"), provision("deny", actor, on: "2026-03-02")],
            denied + partial
        ),
        ([consent("a", "permit", on: "2026-03-01"), provision("deny", actor)], partial),
        ([provision("deny", "<action><text value=\"disclose\"/></action>")], denied),
        ([provision("deny", "<period><start value=\"2027-01-01\"/></period>")], missing),
        ([provision("deny", "<period><start value=\"2026-03-02\"/></period>")], denied),
    ]

    @Test(arguments: cases)
    func theLatestThatCountsDecides(_ consents: [String], _ rule: String) {
        let all = [Resource.request("r", Self.flexible), Resource.patient(), Resource.organization]
        let entries = (all + consents).map { "<entry><resource>\($0)</resource></entry>" }.joined()
        let found = FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>\(entries)</Bundle>")
        #expect(found.first.consents.count == consents.count)
        #expect(found.rules("referral.consent").sorted().joined() == rule)
    }

    @Test(arguments: [
        ("permit", "2026-03-02T14:00:00-05:00", "deny", "2026-03-02T09:00:00-05:00", false),
        ("deny", "2026-03-02T14:00:00-05:00", "permit", "2026-03-02T09:00:00-05:00", true),
        ("permit", "2026-03-02", "deny", "2026-03-02", true),
        ("permit", "2026-03-03", "deny", "2026-03-02T09:00:00-05:00", false),
    ])
    func timesCount(
        _ first: String, _ firstDate: String, _ second: String, _ secondDate: String,
        _ isDenied: Bool
    ) {
        let reading = ReferralReading(
            TurnpikeText.with([
                "middle": "<consent decision=\"\(first)\" date=\"\(firstDate)\"/>"
                    + "<consent decision=\"\(second)\" date=\"\(secondDate)\"/>"
            ]))
        #expect(reading.rules == (isDenied ? [Self.denied] : []))
    }
}
