import CareModel
import Testing

/// Who has a part in a Referral Note.
struct CDAPartyTests {
    private static let device = """
        <author><time value="20260301"/><assignedAuthor><id root="1.2.3.99" extension="DEV"/>\
        <assignedAuthoringDevice><manufacturerModelName>Chart</manufacturerModelName>\
        <softwareName>Writer 2</softwareName></assignedAuthoringDevice>\
        <representedOrganization><name>Clinic</name></representedOrganization></assignedAuthor>\
        </author>
        """

    private static func person(_ last: String) -> String {
        """
        <author><assignedAuthor><assignedPerson><name><family>\(last)</family></name>\
        </assignedPerson></assignedAuthor></author>
        """
    }

    private static func words(_ party: ReferralParty?) -> String {
        [
            party?.role, party?.function?.text, party?.organization?.name,
            party?.practitioner?.name.last,
        ].compactMap { $0?.string }.joined(separator: " ")
    }

    private static let authors: [(String, String, String, [String])] = [
        (device + person("Doe"), "Doe", "Doe", ["device Chart Writer 2 Clinic"]),
        (person("Doe") + device, "Doe", "Doe", ["device Chart Writer 2 Clinic"]),
        (person("Doe") + person("Roe"), "Doe", "Doe", ["author Roe"]),
        (device, "device Chart Writer 2 Clinic", "Clinic", []),
        (
            device + device, "device Chart Writer 2 Clinic", "Clinic",
            ["device Chart Writer 2 Clinic"]
        ),
    ]

    /// A device is nobody who refers where somebody is beside it, and no person.
    @Test(arguments: authors)
    func aPersonIsTheAuthor(
        _ sent: String, _ author: String, _ from: String, _ others: [String]
    ) {
        let read = ReferralReading(NoteText.with(["author": sent])).referrals.first
        #expect(Self.words(read?.author) == author)
        #expect(Self.words(read?.from) == from)
        #expect(read?.participants.map { Self.words($0) } == others)
        let numbers = read?.other.filter { $0.value.string == "DEV" } ?? []
        #expect(numbers.isEmpty == !sent.contains("DEV"))
    }

    @Test(arguments: [("PRS", "related-person"), ("PROV", nil)])
    func anInformantMayBeClose(_ kind: String, _ expected: String?) {
        let informant = """
            <informant><relatedEntity classCode="\(kind)"><code code="MTH"/><relatedPerson><name>\
            <family>Roe</family></name></relatedPerson></relatedEntity></informant>
            """
        let read = ReferralReading(NoteText.with(["header": informant])).referrals.first
        let party = read?.participants.first { $0.role?.string == "informant" }
        #expect(party?.practitioner?.name.last?.string == "Roe")
        #expect(party?.practitioner?.kind?.string == expected)
    }

    /// The same of the act: its device says nothing of who refers.
    @Test(arguments: [(device, "D"), (device + person("Doe"), "Doe")])
    func anActIsAPersons(_ authors: String, _ from: String) {
        let act = """
            <entry><act moodCode="RQO"><code code="44383000"/>\(authors)</act></entry>
            """
        let read = ReferralReading(
            NoteText.with(["plan": NoteText.section("18776-5", "<text>T</text>\(act)")])
        ).referrals.first
        #expect(Self.words(read?.from) == from)
    }
}

/// Whom a referral act refers to.
struct CDAReferredTests {
    private static func act(_ role: String) -> String {
        """
        <entry><act moodCode="RQO"><code code="44383000"/><participant typeCode="REFT">\
        <participantRole>\(role)</participantRole></participant></act></entry>
        """
    }

    private static let number = "<id root=\"2.16.840.1.113883.4.6\" extension=\"1245319599\"/>"
    private static let code = """
        <code code="101YM0800X" codeSystem="2.16.840.1.113883.6.101"/><telecom value="tel:1"/>
        """
    private static let person = """
        \(number)\(code)<playingEntity classCode="PSN"><name><given>Rae</given>\
        <family>Roe</family></name></playingEntity>
        """
    private static let scope = "<scopingEntity><desc>Clinic</desc></scopingEntity>"
    private static let organization = """
        \(number)\(code)<playingEntity classCode="ORG"><name>Pantry</name></playingEntity>
        """
    private static let unnamed = "<playingEntity><name>Pantry</name></playingEntity>"

    private static func read(_ role: String, isSent: Bool) -> Referral {
        var parts = ["plan": NoteText.section("18776-5", "<text>T</text>\(act(role))")]
        if !isSent { parts["recipient"] = "" }
        return ReferralReading(NoteText.with(parts)).referrals.first ?? Referral()
    }

    @Test(arguments: [true, false])
    func whoIsReferredToIsTold(_ isSent: Bool) {
        let read = Self.read(Self.person + Self.scope, isSent: isSent)
        let party = isSent ? read.participants.first : read.to
        #expect(party?.role?.string == (isSent ? "referred-to" : nil))
        #expect(party?.practitioner?.npi?.value?.text.string == "1245319599")
        #expect(party?.practitioner?.name.last?.string == "Roe")
        #expect(party?.practitioner?.specialties.map(\.code?.string) == ["101YM0800X"])
        #expect(party?.practitioner?.telecoms.map(\.value?.string) == ["1"])
        #expect(party?.organization?.name?.string == "Clinic")
        #expect(read.sections.allSatisfy { $0.entries == nil })
        let rules = ReferralReading(
            NoteText.with([
                "recipient": "",
                "plan": NoteText.section("18776-5", "<text>T</text>\(Self.act(Self.person))"),
            ])
        ).rules
        #expect(!rules.contains("referral.receiver.missing"))
    }

    @Test(arguments: [organization, unnamed])
    func anOrganizationIsReferredTo(_ role: String) {
        let to = Self.read(role, isSent: false).to
        #expect(to?.organization?.name?.string == "Pantry")
        #expect(to?.practitioner == nil)
        let hasNumber = role.contains("1245319599")
        #expect((to?.organization?.npi != nil) == hasNumber)
        #expect(to?.organization?.types.count == (hasNumber ? 1 : 0))
    }

    /// Another participant, or one of whom nothing is said, is nobody.
    @Test func nobodyIsReferredTo() {
        #expect(Self.read("<id nullFlavor=\"UNK\"/>", isSent: false).to == nil)
        let other = Self.act(Self.person).replacing("REFT", with: "LOC")
        let read = ReferralReading(
            NoteText.with([
                "recipient": "", "plan": NoteText.section("18776-5", "<text>T</text>\(other)"),
            ]))
        #expect(read.referrals.first?.to == nil)
        #expect(read.rules.contains("referral.receiver.missing"))
    }
}
