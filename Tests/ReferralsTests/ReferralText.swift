import CareModel
import Diagnostics
import ShippedGrammars
import XMLSyntax

@testable import Referrals

/// What reading documents gave.
struct ReferralReading {
    struct Unit {
        let kind: String
        let range: ByteRange
        let part: ReferralUnit.Part
        let place: String
        let document: Int
        let referral: Referral?
        let findings: [Finding]
        var rules: [String] { findings.map(\.rule.description) }
    }

    var units: [Unit] = []
    /// What was found outside of all units.
    var findings: [Finding] = []

    static let schema: XMLSchema? = ShippedGrammars.schemas.first {
        $0.path.hasSuffix("turnpike-referral.xsd")
    }.flatMap { try? XMLSchema("\($0.text)") }

    init(
        _ bytes: [UInt8], piece: Int = Int.max, longest: Int = 1 << 30,
        schema: XMLSchema? = Self.schema
    ) {
        Seeds.keep(bytes, for: .referrals)
        var reader = ReferralReader(schema: schema, longest: longest)
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            part.withUnsafeBytes { reader.feed($0) }
            take(&reader)
        }
        reader.finish()
        take(&reader)
    }

    init(_ text: String, piece: Int = Int.max) { self.init(Array(text.utf8), piece: piece) }

    private mutating func take(_ reader: inout ReferralReader) {
        while let unit = reader.next() {
            let kind: String
            var referral: Referral?
            switch unit.kind {
            case .referral:
                kind = "referral"
                referral = Referral(reader.record, other: reader.other)
            case .unreadable: kind = "unreadable"
            case .foreign(let words): kind = words
            }
            units.append(
                Unit(
                    kind: kind, range: unit.range, part: unit.part, place: unit.place,
                    document: unit.document,
                    referral: referral, findings: unit.findings))
        }
        findings += reader.takeFindings()
    }

    var referrals: [Referral] { units.compactMap(\.referral) }
    var rules: [String] { units.flatMap(\.rules) }
    var kinds: [String] { units.map(\.kind) }
}

/// A sound Turnpike referral, of which a part is another.
enum TurnpikeText {
    static let parts: KeyValuePairs<String, String> = [
        "open": #"<referral xmlns="urn:turnpike:referral:1" "#,
        "id": #"id="R-1" "#,
        "status": #"status="in-progress" "#,
        "authored": #"authored="2026-03-02" "#,
        "dates": "",
        "opened": ">",
        "program": #"<program code="bh-cp"/>"#,
        "member":
            #"<member id="100000000999" birthDate="1984-02-29"><name last="Sample"/></member>"#,
        "from": "<from><organization><name>A</name></organization></from>",
        "to": "<to><organization><name>B</name></organization></to>",
        "middle": "",
        "history": #"<history status="accepted" date="2026-03-05"/>"#,
        "end": "</referral>",
    ]

    static func with(_ changes: [String: String] = [:]) -> String {
        parts.map { changes[$0.key] ?? $0.value }.joined()
    }
}

/// A sound Referral Note, of which a part is another.
enum NoteText {
    static func section(_ code: String, _ rest: String = "<text>None</text>") -> String {
        let kind = CDASection.allCases.first { "\($0.code)" == code }
        let template = kind?.templates.first.map { "<templateId root=\"\($0)\"/>" } ?? ""
        return "<component><section>\(template)<code code=\"\(code)\" "
            + "codeSystem=\"2.16.840.1.113883.6.1\"/>"
            + "<title>T</title>\(rest)</section></component>"
    }

    /// An entry whose words are those of the content `a`.
    static let problem = """
        <entry><observation classCode="OBS" moodCode="EVN"><value code="73211009" \
        codeSystem="2.16.840.1.113883.6.96"><originalText><reference value="#a"/></originalText>\
        </value></observation></entry>
        """

    static let parts: KeyValuePairs<String, String> = [
        "open": #"<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">"#,
        "template": #"<templateId root="2.16.840.1.113883.10.20.22.1.14"/>"#,
        "code": #"<code code="57133-1" codeSystem="2.16.840.1.113883.6.1"/>"#,
        "time": #"<effectiveTime value="20260302"/>"#,
        "patient": """
        <recordTarget><patientRole><id root="1.2" extension="100000000999" \
        assigningAuthorityName="MassHealth"/><patient><name><given>A</given>\
        <family>B</family></name><birthTime value="19840229"/></patient></patientRole>\
        </recordTarget>
        """,
        "author": "<author><assignedAuthor><assignedPerson><name><family>D</family></name>"
            + "</assignedPerson></assignedAuthor></author>",
        "custodian": """
        <custodian><assignedCustodian><representedCustodianOrganization><name>K</name>\
        </representedCustodianOrganization></assignedCustodian></custodian>
        """,
        "recipient": """
        <informationRecipient><intendedRecipient><informationRecipient><name>\
        <family>C</family></name></informationRecipient></intendedRecipient>\
        </informationRecipient>
        """,
        "header": "",
        "body": "<component><structuredBody>",
        "reason": section("42349-1", "<text>Needs help</text>"),
        "problems": section("11450-4"),
        "allergies": section("48765-2"),
        "medications": section("10160-0"),
        "plan": section("51847-2"),
        "sections": "",
        "end": "</structuredBody></component></ClinicalDocument>",
    ]

    static func with(_ changes: [String: String] = [:]) -> String {
        parts.map { changes[$0.key] ?? $0.value }.joined()
    }
}
