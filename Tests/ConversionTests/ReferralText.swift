/// Turnpike referrals, sound but for what is asked for.
enum ReferralText {
    static func referral(_ number: Int, to: String = "<organization><name>B</name></organization>")
        -> String
    {
        """
        <referral id="R-\(number)" status="requested" authored="2026-03-02">
          <program code="bh-cp"/>
          <member id="\(100_000_000_000 + number)" birthDate="1984-02-29"><name last="A"/></member>
          <from><organization><name>A</name></organization></from>
          <to>\(to)</to>
        </referral>

        """
    }

    static func file(_ referrals: [String]) -> String {
        "<?xml version=\"1.0\"?>\n<referrals xmlns=\"urn:turnpike:referral:1\">\n"
            + referrals.joined() + "</referrals>\n"
    }

    static let plain = file((1...3).map { referral($0) })

    /// A Referral Note without much in it.
    static let note = """
        <ClinicalDocument xmlns="urn:hl7-org:v3">
          <templateId root="2.16.840.1.113883.10.20.22.1.14"/>
          <code code="57133-1" codeSystem="2.16.840.1.113883.6.1"/>
          <effectiveTime value="20260302"/>
          <recordTarget><patientRole><id root="1.2" extension="100000000999"/></patientRole></recordTarget>
          <informationRecipient><intendedRecipient><receivedOrganization><name>B</name>
          </receivedOrganization></intendedRecipient></informationRecipient>
          <component><structuredBody><component><section>
            <code code="42349-1" codeSystem="2.16.840.1.113883.6.1"/><text>Why</text>
          </section></component></structuredBody></component>
        </ClinicalDocument>

        """

    /// A request of FHIR that refers to nothing.
    static let request = """
        <?xml version="1.0"?>
        <ServiceRequest xmlns="http://hl7.org/fhir"><status value="active"/>
        <intent value="order"/><subject><identifier><value value="100000001005"/></identifier>
        </subject><performer><display value="B"/></performer></ServiceRequest>

        """

    /// A C-CDA document of another type.
    static let record = note.replacing(
        "2.16.840.1.113883.10.20.22.1.14", with: "2.16.840.1.113883.10.20.22.1.2"
    ).replacing("57133-1", with: "34133-9")
}
