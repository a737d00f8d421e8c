import Diagnostics
import Testing

@testable import Output

/// Findings as text and as JSON.
struct FindingTests {
    static let rule = Rule("area.subject.defect", .warning, "A law is kept")
    static let place = Place(loop: "2100A", segment: "NM1", element: 3)

    static let cases: [(finding: Finding, text: String, json: String)] = [
        (
            Finding(rule, at: ByteRange(5, 9), place: place, line: 3, column: 7),
            "a.834:3:7: warning: A law is kept at 2100A/NM1-03 [area.subject.defect]\n",
            """
            {"file":"a.834","rule":"area.subject.defect","severity":"warning","place":"2100A/NM1-03",\
            "bytes":[5,9],"line":3,"column":7,"message":"A law is kept"}

            """
        ),
        (
            Finding(
                rule, at: ByteRange(5, 5), place: place, expected: "A \"B\"", line: 1, column: 1),
            "a.834:1:1: warning: A law is kept (expected A \"B\") at 2100A/NM1-03 [area.subject.defect]\n",
            """
            {"file":"a.834","rule":"area.subject.defect","severity":"warning","place":"2100A/NM1-03",\
            "bytes":[5,5],"line":1,"column":1,"expected":"A \\"B\\"","message":"A law is kept"}

            """
        ),
        (
            Finding(rule, at: ByteRange(0, 1), place: place, related: [ByteRange(7, 8)]),
            "a.834: warning: A law is kept at 2100A/NM1-03 [area.subject.defect]\n",
            """
            {"file":"a.834","rule":"area.subject.defect","severity":"warning","place":"2100A/NM1-03",\
            "bytes":[0,1],"message":"A law is kept","related":[[7,8]]}

            """
        ),
        (
            Finding(
                rule, at: ByteRange(5, 9), place: Place(segment: "Medicaid_ID"), line: 7, column: 1,
                row: 5, relatedRow: 4),
            "a.834:7:1: row 5: warning: A law is kept at Medicaid_ID, see row 4 [area.subject.defect]\n",
            """
            {"file":"a.834","rule":"area.subject.defect","severity":"warning","place":"Medicaid_ID",\
            "row":5,"bytes":[5,9],"line":7,"column":1,"message":"A law is kept","relatedRow":4}

            """
        ),
        (
            Finding(rule, at: ByteRange(5, 9), line: 7, column: 1, row: 7),
            "a.834:7:1: warning: A law is kept [area.subject.defect]\n",
            """
            {"file":"a.834","rule":"area.subject.defect","severity":"warning","place":"","row":7,\
            "bytes":[5,9],"line":7,"column":1,"message":"A law is kept"}

            """
        ),
    ]

    @Test(arguments: cases.indices)
    func aFindingIsALine(_ index: Int) {
        let (finding, text, json) = Self.cases[index]
        var buffer = ByteBuffer()
        FindingText().writeLine(finding, file: "a.834", to: &buffer)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
        buffer.clear()
        FindingJSON.writeLine(finding, file: "a.834", to: &buffer)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == json)
    }

    @Test func colourMarksTheSeverity() {
        var finding = Self.cases[0].finding
        finding.severity = .error
        var buffer = ByteBuffer()
        FindingText(isColoured: true).writeLine(finding, file: "a", to: &buffer)
        let text = String(decoding: buffer.bytes, as: UTF8.self)
        #expect(text.contains("\u{1B}[31merror\u{1B}[0m"))
    }

    @Test(arguments: [
        ("NM1*IL*1*A", 7..<8, "    NM1*IL*1*A\n           ^\n"),
        ("AB", 1..<1, "    AB\n     ^\n"),
        ("A\u{1D}B", 0..<3, "    A?B\n    ^^^\n"),
    ])
    func anExcerptHasCarets(_ bytes: String, _ marked: Range<Int>, _ expected: String) {
        var buffer = ByteBuffer()
        Array(bytes.utf8).withUnsafeBufferPointer {
            FindingText().write(Excerpt($0, marked: marked), to: &buffer)
        }
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
    }
}
