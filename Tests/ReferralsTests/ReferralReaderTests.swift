import CareModel
import Diagnostics
import Testing

@testable import Referrals

/// Documents, one or many, whole or broken: what each byte becomes.
struct ReferralReaderTests {
    @Test func theSchemaCompiles() { #expect(ReferralReading.schema != nil) }

    /// Inputs, and the kinds of what is read of them.
    static let inputs: [(text: String, kinds: [String])] = [
        (TurnpikeText.with(), ["referral"]),
        (NoteText.with(), ["referral"]),
        ("\(NoteText.with())\n\(TurnpikeText.with())", ["referral", "referral"]),
        ("<?xml version=\"1.0\"?>\n<referrals xmlns=\"urn:turnpike:referral:1\"/>", []),
        (
            "<referrals xmlns=\"urn:turnpike:referral:1\">\n" + TurnpikeText.with() + "<x/>"
                + TurnpikeText.with() + "</referrals>", ["referral", "unreadable", "referral"]
        ),
        ("<a/>", ["this is XML of another kind"]),
        (
            "<section xmlns=\"urn:hl7-org:v3\"/>",
            ["this is a section of a CDA document without the document"]
        ),
        (
            NoteText.with([
                "template": #"<templateId root="2.16.840.1.113883.10.20.22.1.8"/>"#,
                "code": "",
            ]),
            [
                "this is a C-CDA Discharge Summary (template 2.16.840.1.113883.10.20.22.1.8), "
                    + "not a Referral Note"
            ]
        ),
        (
            NoteText.with([
                "template":
                    #"<templateId root="2.16.840.1.113883.10.20.22.1.1"/><templateId root="2.16.840.1.113883.10.20.22.1.99"/>"#,
                "code": "",
            ]),
            [
                "this is a C-CDA document of another type (template "
                    + "2.16.840.1.113883.10.20.22.1.99), not a Referral Note"
            ]
        ),
        (
            NoteText.with([
                "template": #"<templateId root="SECRET"/>"#,
                "code": #"<code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>"#,
            ]),
            ["this is a CDA document without the template of a Referral Note (LOINC 34133-9)"]
        ),
        (
            NoteText.with([
                "template": #"<templateId root="2.16.840.1.113883.10.20.SECRET"/>"#,
                "code": #"<code code="SECRET" codeSystem="2.16.840.1.113883.6.1"/>"#,
            ]), ["this is a CDA document without the template of a Referral Note"]
        ),
        ("\(TurnpikeText.with()) rest", ["referral", "unreadable"]),
        ("\(TurnpikeText.with())<!-- a -- b -->", ["referral", "unreadable"]),
        ("\(TurnpikeText.with())<!-- a - b --><?x?>\n", ["referral"]),
        (
            "\(TurnpikeText.with())<? x?>\(TurnpikeText.with())",
            ["referral", "unreadable", "referral"]
        ),
        (String(TurnpikeText.with().dropLast(20)), ["unreadable"]),
        (
            "\(TurnpikeText.with().dropLast(20))<?xml version=\"1.0\"?>\(TurnpikeText.with())",
            ["unreadable", "referral"]
        ),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", ["unreadable"]),
    ]

    @Test(arguments: inputs.indices)
    func anInputIsReadAsWhatItIs(_ index: Int) {
        let input = Self.inputs[index]
        let reading = ReferralReading(input.text)
        #expect(reading.kinds == input.kinds)
        for piece in [1, 2, 7, 64, 1000] {
            let parted = ReferralReading(input.text, piece: piece)
            #expect(parted.kinds == reading.kinds, "\(piece)")
            #expect(parted.units.map(\.range) == reading.units.map(\.range), "\(piece)")
            #expect(parted.referrals == reading.referrals, "\(piece)")
            #expect(parted.rules == reading.rules, "\(piece)")
        }
    }

    @Test(arguments: inputs.indices)
    func unitsFollowOneAnother(_ index: Int) {
        let text = Self.inputs[index].text
        var end = 0
        for unit in ReferralReading(text).units {
            #expect(unit.range.start >= end)
            #expect(unit.range.end >= unit.range.start)
            end = unit.range.end
        }
        #expect(end <= text.utf8.count)
    }

    /// What is lost and long comes in parts, at the same places in whatever pieces the input comes.
    @Test(arguments: [
        ("<a>LONG</a>", "this is XML of another kind"), ("<a><b>LONG</a>", "this is XML"),
        ("<!DOCTYPE a><a>LONG</a>", "unreadable"), ("<a/>text LONG", "this is XML of another kind"),
        ("\(TurnpikeText.with().dropLast(20))LONG", "unreadable"),
        ("<referrals xmlns=\"urn:turnpike:referral:1\"><x>LONG</x></referrals>", "unreadable"),
    ])
    func whatIsLongComesInParts(_ text: String, _ first: String) {
        let note = "<?xml version=\"1.0\"?>\(TurnpikeText.with())"
        let long = String(repeating: "<c>\(String(repeating: "x", count: 997))</c>", count: 3000)
        let bytes = Array((text.replacing("LONG", with: long) + note).utf8)
        let reading = ReferralReading(bytes)
        #expect(reading.kinds.last == "referral")
        #expect(reading.kinds.contains { $0.hasPrefix(first) })
        #expect(reading.units.map(\.part).filter { $0 == .last }.count == 1)
        #expect(reading.units.map(\.part).filter { $0 == .more }.count == 2)
        for piece in [4096, 65_537] {
            let parted = ReferralReading(bytes, piece: piece)
            #expect(parted.units.map(\.range) == reading.units.map(\.range))
            #expect(parted.units.map(\.part) == reading.units.map(\.part))
            #expect(parted.rules == reading.rules)
        }
    }

    /// What is too long to be held is set aside, and what follows is read.
    @Test func aReferralThatIsTooLongIsTold() {
        let long = TurnpikeText.with([
            "middle": "<note>\(String(repeating: "x", count: 1000))</note>", "history": "",
        ])
        let wrapped =
            "<referrals xmlns=\"urn:turnpike:referral:1\">\(TurnpikeText.with())\(long)"
            + "\(TurnpikeText.with())</referrals>\(long)"
        let reading = ReferralReading(Array(wrapped.utf8), piece: 50, longest: 800)
        #expect(reading.kinds == ["referral", "unreadable", "referral", "unreadable"])
        #expect(reading.rules.count { $0 == "referral.document.length" } == 2)
        #expect(ReferralReading(wrapped).kinds.allSatisfy { $0 == "referral" })
    }

    @Test func aReferralHasItsPlaceAndBytes() {
        let one = TurnpikeText.with()
        let text = "<referrals xmlns=\"urn:turnpike:referral:1\">\(one)\n\(one)</referrals>"
        let units = ReferralReading(text).units
        #expect(units.map(\.place) == ["/referrals/referral[1]", "/referrals/referral[2]"])
        for unit in units {
            let bytes = Array(text.utf8)[unit.range.start..<unit.range.end]
            #expect(String(decoding: bytes, as: UTF8.self) == one)
        }
    }

    /// Every way to cut a file ends: what was complete is read, the rest is told.
    @Test(arguments: [TurnpikeText.with(), NoteText.with()])
    func aCutFileIsTold(_ text: String) {
        let bytes = Array(text.utf8)
        for end in stride(from: 1, to: bytes.count, by: 3) {
            let reading = ReferralReading(Array(bytes[..<end]))
            #expect(reading.referrals.isEmpty)
            #expect(!reading.rules.isEmpty || !reading.findings.isEmpty, "\(end)")
        }
    }

    /// The place of what is wrong with the syntax is the element around it.
    @Test func aFindingOfTheSchemaHasItsPlace() {
        let text = TurnpikeText.with(["program": "<program code=\"none\"/>"])
        let finding = ReferralReading(text).units.first?.findings.first
        #expect(finding?.rule.description == "xml.schema.value")
        #expect(finding?.place.description == "referral/program/@code")
        #expect(finding?.expected == "bh-cp, ltss-cp, flexible-services")
        #expect(finding?.line == 1)
    }

    /// What the element around referrals says is told once, with the first of them.
    @Test(arguments: [1, 7, Int.max], [false, true])
    func theElementAroundReferralsHasNoAttributes(_ piece: Int, _ hasReferrals: Bool) {
        let tag = "<referrals xmlns=\"urn:turnpike:referral:1\" secret=\"x\" xml:lang=\" en\">"
        let referrals = hasReferrals ? TurnpikeText.with() + TurnpikeText.with() : ""
        let reading = ReferralReading("\(tag)\(referrals)</referrals>", piece: piece)
        let found = reading.findings + reading.units.flatMap(\.findings)
        #expect(found.map(\.rule.description) == ["xml.schema.attribute", "xml.schema.attribute"])
        guard hasReferrals else { return }
        #expect(found.map(\.place.description) == ["referrals", "referrals"])
        #expect(
            reading.referrals.map { $0.other.map { "\($0.place)=\($0.value.string)" } }
                == [["referrals/@secret=x", "referrals/@lang=en"], []])
        #expect(
            reading.referrals[0].other.map(\.bytes) == [0..<tag.utf8.count, 0..<tag.utf8.count])
    }

    /// Names that the input invents stand in no finding.
    @Test func noFindingHoldsTheInput() {
        let text = TurnpikeText.with([
            "middle": "<secret name=\"secret\">secret</secret>", "status": "status=\"secret\" ",
        ])
        for finding in ReferralReading(text).units.flatMap(\.findings) {
            #expect(!finding.place.description.contains("secret"))
            #expect(finding.expected?.contains("secret") != true)
        }
        let other = ReferralReading(text).referrals.first?.other ?? []
        #expect(other.contains { $0.place == "referral/secret" && $0.value.string == "secret" })
    }
}

/// The numbers of names are the places in the list that the reader of XML is given.
struct ReferralNamesTests {
    @Test func namesHaveTheirNumbers() {
        #expect(
            AttributeName.allCases.map(\.rawValue) == Array(0..<TurnpikeName.referrals.rawValue))
        #expect(ReferralNames.text(TurnpikeName.referrals.name) == "referrals")
        #expect(ReferralNames.text(CDAName.clinicalDocument.name) == "ClinicalDocument")
        #expect(ReferralNames.text(CDAName.sequenceNumber.name) != nil)
        #expect(ReferralNames.text(SDTCName.raceCode.name) == "raceCode")
        #expect(ReferralNames.text(InstanceName.schemaLocation.name) == "schemaLocation")
        #expect(ReferralNames.text(AttributeName.narrativeID.name) == "ID")
    }

    /// What is written beside the cases is what they are called, but for capitals.
    @Test func namesAreThoseOfTheCases() {
        func text(_ name: Any) -> String {
            ["narrativeID": "ID", "clinicalDocument": "ClinicalDocument"]["\(name)"] ?? "\(name)"
        }
        #expect(NameTexts.attributes == AttributeName.allCases.map(text))
        #expect(NameTexts.turnpike == TurnpikeName.allCases.map(text))
        #expect(NameTexts.cda == CDAName.allCases.map(text))
        #expect(NameTexts.sdtc == SDTCName.allCases.map(text))
        #expect(NameTexts.instance == InstanceName.allCases.map(text))
    }
}

/// Days and times of day, as all formats write them.
struct MomentTests {
    static let cases: [(sent: String, day: String?, time: String?)] = [
        ("2026-03-02", "2026-03-02", nil), ("20260302", "2026-03-02", nil),
        ("2026-03-02T09:30:00-05:00", "2026-03-02", "09:30:00-05:00"),
        ("20260302093000-0500", "2026-03-02", "09:30:00-05:00"),
        ("202603020930", "2026-03-02", "09:30"),
        ("20260302093000.123+0000", "2026-03-02", "09:30:00.123+00:00"),
        ("20260302-0500", "2026-03-02", nil), ("2026-03-02Z", "2026-03-02", nil),
        ("2026-03-02-05:00", "2026-03-02", nil), ("2026030209", "2026-03-02", "09:00"),
        ("2026030209-0500", "2026-03-02", "09:00-05:00"), ("202603020", nil, nil),
        ("20260302093", nil, nil), ("2026-03-02+5", nil, nil),
        ("20260302093000-", nil, nil), ("20260302+", nil, nil), ("202603020930.5", nil, nil),
        ("202603", nil, nil), ("2026-03", nil, nil), ("2026", nil, nil), ("20260230", nil, nil),
        ("2026-02-30T10:00:00Z", nil, nil), ("today", nil, nil), ("2026030x", nil, nil),
        ("20260302x", nil, nil), ("2026-03-02T", nil, nil), ("2026-03-02 10:00", nil, nil),
        ("20-26-03-02", nil, nil),
    ]

    @Test(arguments: cases.indices)
    func aMomentIsRead(_ index: Int) {
        let (sent, day, time) = Self.cases[index]
        let text = NoteText.with(["time": "<effectiveTime value=\"\(sent)\"/>"])
        let referral = ReferralReading(text).referrals.first
        #expect(referral?.authored?.value?.description == day)
        #expect(referral?.authoredTime?.string == time)
        if day == nil { #expect(referral?.authored == Text(sent).map { .raw($0) }) }
    }
}
