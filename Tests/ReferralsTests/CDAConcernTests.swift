import CareModel
import Testing

@testable import Referrals

/// What entries of C-CDA become that may be of several kinds.
struct CDAConcernTests {
    private static let snomed = "2.16.840.1.113883.6.96"

    /// An observation with a template, a code and a value.
    private static func observation(_ template: String, _ code: String, _ value: String) -> String {
        let root = "2.16.840.1.113883.10.20.22.\(template)"
        return """
            <observation classCode="OBS" moodCode="EVN"><templateId root="\(root)"/>\
            <code code="\(code)"/><statusCode code="completed"/>\(value)</observation>
            """
    }

    private static func value(_ code: String) -> String {
        "<value code=\"\(code)\" codeSystem=\"\(snomed)\"/>"
    }

    private static func read(_ section: String, _ entry: String) -> Referral {
        let parts = ["11450-4": "problems", "48765-2": "allergies"]
        let text = NoteText.with([
            parts[section] ?? "sections": NoteText.section(
                section,
                """
                <text>T</text><entry><act><statusCode code="active"/>\
                <entryRelationship typeCode="REFR">\(entry)</entryRelationship></act></entry>
                """)
        ])
        return ReferralReading(text).referrals.first ?? Referral()
    }

    private static let weight = "<value value=\"70\" unit=\"kg\"/>"
    private static let pressure = observation("4.27", "8480-6", "<value value=\"120\"/>")
    private static let organizer = "<organizer><component>\(pressure)</component></organizer>"

    /// A section, what a concern in it refers to, and what that becomes.
    private static let concerns: [(String, String, String)] = [
        ("75310-3", observation("4.4", "55607006", value("73211009")), "problem 73211009 active"),
        ("75310-3", observation("0", "ASSERTION", value("73211009")), "problem 73211009 active"),
        ("75310-3", observation("0", "75326-9", value("73211009")), "problem 73211009 active"),
        (
            "75310-3", observation("4.78", "72166-2", value("266919005")),
            "social 72166-2=266919005 completed"
        ),
        (
            "75310-3", observation("4.7", "ASSERTION", value("416098002")),
            "allergy 416098002 active"
        ),
        (
            "75310-3", observation("4.2", "29463-7", weight),
            "result 29463-7=70 kg completed"
        ),
        (
            "75310-3", observation("0", "29463-7", weight),
            "result 29463-7=70 kg completed"
        ),
        ("75310-3", observation("4.67", "1", value("2")), "functional 1=2 completed"),
        ("75310-3", observation("4.74", "1", value("2")), "mental 1=2 completed"),
        ("75310-3", observation("4.143", "225773000", value("394849002")), ""),
        ("75310-3", observation("4.143", "0", value("394849002")), ""),
        ("11450-4", observation("0", "1", value("73211009")), "problem 73211009 active"),
        (
            "11450-4", observation("4.78", "72166-2", value("266919005")),
            "social 72166-2=266919005 completed"
        ),
        ("48765-2", observation("0", "1", value("416098002")), "allergy 416098002 active"),
        ("48765-2", observation("4.4", "1", value("73211009")), "problem 73211009 active"),
        ("75310-3", organizer, "result 8480-6=120 completed"),
    ]

    /// What a concern refers to goes where its kind does.
    @Test(arguments: concerns)
    func aConcernRefersToAnything(_ section: String, _ entry: String, _ expected: String) {
        let read = Self.read(section, entry)
        let kinds = [
            ("problem", read.problems), ("allergy", read.allergies), ("social", read.socialHistory),
            ("functional", read.functionalStatus), ("mental", read.mentalStatus),
            ("result", read.observations),
        ]
        let told = kinds.flatMap { kind, statements in
            statements.map { statement in
                let quantity = statement.quantity.map {
                    [$0.value, $0.unit].compactMap { $0?.string }.joined(separator: " ")
                }
                let value = quantity ?? statement.value?.code?.string
                return [
                    kind, (statement.code?.string ?? "") + (value.map { "=\($0)" } ?? ""),
                    statement.status?.string ?? "",
                ].joined(separator: " ")
            }
        }
        #expect(told.joined(separator: ", ") == expected)
    }

    // MARK: The act of the referral

    private static func act(_ negation: String, _ code: String = "44383000") -> String {
        """
        <entry><act classCode="ACT" moodCode="RQO"\(negation)><code code="\(code)"/>\
        <statusCode code="active"/></act></entry>
        """
    }

    private static let acts: [([String], Bool?, Int, Int)] = [
        ([act("")], nil, 1, 0), ([act(" negationInd=\"true\"")], true, 1, 0),
        ([act(" negationInd=\"1\"")], true, 1, 0), ([act(" negationInd=\"false\"")], false, 1, 0),
        ([act(" negationInd=\"true\""), act("", "3457005")], nil, 1, 1),
        ([act(""), act(" negationInd=\"true\"", "3457005")], nil, 1, 1),
    ]

    /// An act that is not to be done is no order.
    @Test(arguments: acts)
    func anActIsNegated(_ acts: [String], _ isNot: Bool?, _ services: Int, _ plans: Int) {
        let text = NoteText.with([
            "plan": NoteText.section("18776-5", "<text>T</text>" + acts.joined())
        ])
        let read = ReferralReading(text).referrals.first ?? Referral()
        #expect(read.doNotPerform == isNot)
        #expect(read.services.count == services)
        #expect(read.plans.filter { $0.negated == true }.count == plans)
    }
}
