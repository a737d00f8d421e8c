import CareModel
import Testing

@testable import Referrals

/// What values of C-CDA mean that have several forms.
struct CDAValueTests {
    private static func note(_ changes: [String: String]) -> Referral {
        ReferralReading(NoteText.with(changes)).referrals.first ?? Referral()
    }

    private static func entry(_ section: String, _ entry: String) -> Referral {
        let parts = ["11450-4": "problems", "48765-2": "allergies"]
        return note([
            parts[section] ?? "sections": NoteText.section(
                section, "<text>T</text><entry>\(entry)</entry>")
        ])
    }

    // MARK: Words

    /// Deleted words are none.
    @Test(arguments: [
        (
            """
            Warfarin <content revised="delete">5 mg</content><content revised="insert">2.5 mg\
            </content> daily
            """, "Warfarin 2.5 mg daily"
        ),
        ("a <content revised=\"delete\">b<sub>c</sub></content>", "a"),
        ("<list revised=\"delete\"><item>a</item></list><list><item>b</item></list>", "b"),
        ("a <content>b</content>", "a b"),
    ])
    func deletedWordsAreLeftOut(_ sent: String, _ words: String) {
        let read = Self.note(["reason": NoteText.section("42349-1", "<text>\(sent)</text>")])
        #expect(read.reasons.first?.text?.string == words)
    }

    // MARK: Names

    private static let names: [(String, String, [String])] = [
        ("<given>Pat</given><given>Q</given><family>Doe</family>", "Pat Q Doe", []),
        (
            """
            <given>Pat</given><given qualifier="CL">Patty</given><family>Doe</family>\
            <family qualifier="BR">Maid</family>
            """, "Pat Doe", ["Patty", "Maid"]
        ),
        (
            "<given qualifier=\"BR\">Pat</given><family qualifier=\"BR\">Doe</family>", "Pat Doe",
            []
        ),
        (
            """
            <given>Pat</given><family qualifier="BR">Maid</family>\
            <family qualifier="SP">Doe</family>
            """, "Pat Doe", ["Maid"]
        ),
        ("<given qualifier=\"CL\">Pat</given><family>Doe</family>", "Pat Doe", []),
        (
            "<given>Pat</given><given qualifier=\"IN\">Q</given><family>Doe</family>", "Pat Q Doe",
            []
        ),
    ]

    /// What somebody is called, or was at birth, is another name.
    @Test(arguments: names)
    func aNameHasItsParts(_ parts: String, _ name: String, _ others: [String]) {
        let read = Self.note([
            "patient": """
            <recordTarget><patientRole><id root="1.2" extension="100000000999" \
            assigningAuthorityName="MassHealth"/><patient><name use="L">\(parts)</name></patient>\
            </patientRole></recordTarget>
            """
        ])
        func words(_ name: PersonName?) -> String {
            [name?.first, name?.middle, name?.last].compactMap { $0?.string }
                .joined(separator: " ")
        }
        #expect(words(read.member?.name) == name)
        #expect(read.member?.otherNames.map { words($0) } == others)
        #expect(read.other.isEmpty)
    }

    // MARK: Codes without words

    private static let severities: [(String, String?)] = [
        ("displayName=\"Bad\" code=\"6736007\"", "Bad"), ("code=\"6736007\"", "Moderate"),
        ("code=\"255604002\"", "Mild"), ("code=\"24484000\"", "Severe"), ("code=\"7\"", "7"),
        ("nullFlavor=\"UNK\"", nil),
    ]

    @Test(arguments: severities)
    func aSeverityIsItsCode(_ value: String, _ words: String?) {
        let read = Self.entry(
            "48765-2",
            """
            <observation><value code="1"/><entryRelationship typeCode="SUBJ"><observation>\
            <code code="SEV"/><value \(value)/></observation></entryRelationship></observation>
            """)
        #expect(read.allergies.first?.severity?.string == words)
    }

    private static let values: [(String, String, String?, String?)] = [
        ("PQ", "70", "70", nil), ("INT", "3", "3", nil), ("TS", "20260101", nil, "20260101"),
        ("BL", "false", nil, "false"),
    ]

    /// A date or a truth is no number.
    @Test(arguments: values)
    func aValueHasItsType(_ type: String, _ sent: String, _ number: String?, _ words: String?) {
        let read = Self.entry(
            "30954-2",
            """
            <observation xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><code code="1"/>\
            <value xsi:type="\(type)" value="\(sent)"/></observation>
            """)
        #expect(read.observations.first?.quantity?.value?.string == number)
        #expect(read.observations.first?.valueText?.string == words)
    }

    // MARK: Statements that say nothing

    /// A section, an entry of it, and how many statements it makes: what holds nothing makes none.
    @Test(arguments: [
        ("30954-2", "<observation/>", 0),
        ("30954-2", "<observation><code nullFlavor=\"UNK\"/></observation>", 0),
        ("30954-2", "<observation><code/><value/></observation>", 0),
        ("30954-2", "<observation><statusCode code=\"completed\"/></observation>", 1),
        ("30954-2", "<observation><code code=\"1\"/></observation>", 1),
        ("18776-5", "<act><code nullFlavor=\"NI\"/></act>", 0),
        ("18776-5", "<act><code code=\"1\"/></act>", 1),
        ("10160-0", "<substanceAdministration/>", 0),
        ("11450-4", "<observation/>", 0), ("48765-2", "<observation/>", 0),
    ])
    func aStatementSaysSomething(_ section: String, _ sent: String, _ count: Int) {
        let read = Self.entry(section, sent)
        let lists = [
            read.problems, read.medications, read.allergies, read.goals, read.plans,
            read.socialHistory, read.functionalStatus, read.mentalStatus, read.observations,
        ]
        let none = Self.entry(section, "")
        #expect(none.problems.isEmpty)
        #expect(lists.map(\.count).reduce(0, +) == count, "\(lists)")
    }

    // MARK: Payers

    @Test func aPolicyIsACoverage() {
        func performer(_ role: String, _ name: String) -> String {
            """
            <performer><assignedEntity><id root="1.2" extension="ID-\(name)"/>\
            <code code="\(role)"/><representedOrganization><name>\(name)</name>\
            </representedOrganization></assignedEntity></performer>
            """
        }
        let read = Self.entry(
            "48768-6",
            """
            <act><entryRelationship typeCode="COMP"><sequenceNumber value="2"/><act>\
            <id root="1.3" extension="GROUP-7"/><code code="12" displayName="PPO"/>\
            <statusCode code="completed"/>\(performer("GUAR", "Guarantor"))\
            \(performer("PAYOR", "Payer"))<participant typeCode="COV"><time>\
            <low value="20250101"/><high value="20261231"/></time><participantRole>\
            <id root="1.4" extension="M-5"/><code code="SELF"/></participantRole></participant>\
            <participant typeCode="HLD"><participantRole><id root="1.4" extension="H-5"/>\
            </participantRole></participant></act></entryRelationship></act>
            """)
        let coverage = read.coverages.first
        #expect(read.coverages.count == 1)
        #expect(coverage?.payer?.string == "Payer")
        #expect(coverage?.payerIdentifiers.first?.value?.string == "ID-Payer")
        #expect(coverage?.identifiers.first?.value?.string == "M-5")
        #expect(coverage?.subscriberId?.string == "H-5")
        #expect(coverage?.group?.string == "GROUP-7")
        #expect(coverage?.order?.string == "2")
        #expect(coverage?.relationship?.code?.string == "SELF")
        #expect(coverage?.begin == CalendarDate(year: 2025, month: 1, day: 1).map { .valid($0) })
        #expect(coverage?.end == CalendarDate(year: 2026, month: 12, day: 31).map { .valid($0) })
    }
}
