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
