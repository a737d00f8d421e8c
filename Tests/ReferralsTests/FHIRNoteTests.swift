import CareModel
import Testing

/// Days and times of notes are told whole.
struct FHIRNoteTests {
    private static func document(_ request: String, _ resources: String = "") -> String {
        bundle(
            Resource.request("r", request), Resource.patient(), Resource.organization
        ).replacing("</Bundle>", with: "\(resources)</Bundle>")
    }

    private static func note(_ time: String) -> String {
        "<note><time value=\"\(time)\"/><text value=\"Call\"/></note>"
    }

    private static func told(_ day: Sent<CalendarDate>) -> String {
        switch day {
        case .valid(let day): day.description
        case .raw(let text): text.string
        }
    }

    private static let times: [(String, String?, String?, String)] = [
        ("2026", "2026", nil, "\"time\":\"2026\""),
        ("2026-03", "2026-03", nil, "\"time\":\"2026-03\""),
        ("2026-03-02", "2026-03-02", nil, "\"time\":\"2026-03-02\""),
        (
            "2026-03-02T09:30:00-05:00", "2026-03-02", "09:30:00-05:00",
            "\"time\":\"2026-03-02T09:30:00-05:00\""
        ),
        (
            "2026-03-02T09:30:00.25Z", "2026-03-02", "09:30:00.25Z",
            "\"time\":\"2026-03-02T09:30:00.25Z\""
        ),
        ("2026-03-02T09:30:00", "2026-03-02", "09:30:00", "Call (20260302 09:30:00)"),
        ("2 March", "2 March", nil, "Call (2 March)"),
    ]

    @Test(arguments: times)
    func theTimeOfANoteIsToldWhole(
        _ sent: String, _ day: String?, _ time: String?, _ written: String
    ) {
        let text = Self.document(Self.note(sent))
        let note = FHIRDocument(text).first.notes.first
        #expect(note?.date.map(Self.told) == day)
        #expect(note?.time?.string == time)
        #expect(FHIRDocument(text).first.other.isEmpty)
        #expect(FHIRWritingTests.bundles(text).first?.contains(written) ?? false)
    }

    /// A statement has the words of its notes; who wrote them and when stands beside it.
    @Test(arguments: ["2026-03", "2026-03-02T09:30:00-05:00"])
    func theTimeOfAStatementsNoteIsTold(_ sent: String) {
        let condition = """
            <entry><resource><Condition><id value="c"/><code><text value="Fire"/></code>\
            <subject><reference value="Patient/p"/></subject>\(Self.note(sent))</Condition></resource>\
            </entry>
            """
        let found = FHIRDocument(Self.document("", condition)).first
        #expect(found.problems.map(\.note?.string) == ["Call"])
        #expect(
            found.other.map { "\($0.place)=\($0.value.string)" }
                == ["Bundle/entry/Condition/note/time=\(sent)"])
    }

    /// What a note says without words.
    @Test(arguments: [
        ("<note date=\"2026-03-02\"/>", "{\"time\":\"2026-03-02\",\"text\":\"not named\"}"),
        ("<note author=\"Ann\"/>", "{\"authorString\":\"Ann\",\"text\":\"not named\"}"),
    ])
    func aNoteWithoutWordsIsWritten(_ note: String, _ written: String) {
        let text = TurnpikeText.with(["history": note])
        #expect(FHIRWritingTests.bundles(text).first?.contains(written) ?? false)
    }

    /// A consent in part is told with its moment.
    @Test func aConsentInPartHasItsTime() {
        let consent = """
            <entry><resource><Consent><id value="n"/><patient><reference value="Patient/p"/></patient>\
            <dateTime value="2026-03-02T09:30:00-05:00"/><provision><type value="permit"/><actor/>\
            </provision></Consent></resource></entry>
            """
        let written = FHIRWritingTests.bundles(Self.document("", consent)).first
        #expect(written?.contains("of 20260302 09:30:00-05:00") ?? false)
    }
}
