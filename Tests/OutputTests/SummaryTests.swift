import Foundation
import Testing

@testable import Output

struct SummaryTests {
    static func summary(
        accepted: Int = 2, setAside: Int = 0, total: Int? = nil, other: Int = 0
    ) -> FileSummary {
        var summary = FileSummary(file: "a.834")
        summary.kind = "834"
        summary.guide = "005010X220A1"
        summary.bytes.envelope = 300
        summary.bytes.accepted = 1000 * accepted
        summary.bytes.setAside = 500 * setAside
        summary.bytes.trivia = 7
        summary.bytes.total = total ?? 307 + 1000 * accepted + 500 * setAside
        summary.records.accepted = accepted
        summary.records.setAside = setAside
        summary.findings.error = setAside
        summary.otherValues = other
        return summary
    }

    static func text(_ summary: FileSummary, hasRejects: Bool = false) -> String {
        var buffer = ByteBuffer()
        SummaryText.write(summary, hasRejects: hasRejects, to: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    @Test func theBooksAreToldInWords() {
        #expect(
            Self.text(Self.summary()) == """
                a.834: 834 005010X220A1, 2 records accepted, 0 set aside; 0 errors, 0 warnings, 0 notes
                  bytes: 2,307 = envelope 300 + accepted 2,000 + set aside 0 + white space 7

                """)
    }

    /// Each case, and words that are in its text or not.
    static let cases: [(summary: FileSummary, hasRejects: Bool, word: String, isThere: Bool)] = [
        (summary(accepted: 1), false, "1 record accepted", true),
        (summary(setAside: 1), false, "--rejects", true),
        (summary(setAside: 1), true, "--rejects", false),
        (summary(setAside: 1), false, "1 error,", true),
        (summary(), false, "--rejects", false),
        (summary(total: 9), false, "do not balance", true),
        (summary(), false, "do not balance", false),
        (summary(other: 3), false, "3 values without a named field", true),
        (summary(other: 1), false, "1 value without a named field", true),
        (summary(accepted: 1234), false, "1,234 records", true),
    ]

    @Test(arguments: cases.indices)
    func theTextSaysWhatIsSo(_ index: Int) {
        let (summary, hasRejects, word, isThere) = Self.cases[index]
        #expect(Self.text(summary, hasRejects: hasRejects).contains(word) == isThere)
    }

    /// What an input holds, and what is said of it: the first alone is what it was always called.
    @Test(
        arguments: [
            ([("834", "A")], "834 A,", nil),
            ([("834", "A"), ("834", "A")], "834 A,", nil),
            (
                [("834", "A"), ("837", "B"), ("837", "C"), ("834", "A")], "834 A and 837 B and C,",
                ["834 A", "837 B", "837 C"]
            ),
        ] as [([(String, String)], String, [String]?)])
    func eachFormatIsTold(
        _ formats: [(String, String)], _ words: String, _ listed: [String]?
    ) throws {
        var summary = FileSummary(file: "f")
        for (kind, guide) in formats { summary.note(FileSummary.Format(kind: kind, guide: guide)) }
        #expect(Self.text(summary).hasPrefix("f: \(words) 0 records"))
        var run = RunSummary()
        run.files = [summary]
        var buffer = ByteBuffer()
        SummaryJSON.write(run, to: &buffer)
        let object = try JSONSerialization.jsonObject(with: Data(Array(buffer.bytes)))
        let file = try #require(((object as? [String: Any])?["files"] as? [[String: Any]])?.first)
        #expect(file["kind"] as? String == "834")
        #expect(file["guide"] as? String == "A")
        let found = (file["formats"] as? [[String: String]])?.map {
            "\($0["kind"] ?? "") \($0["guide"] ?? "")"
        }
        #expect(found == listed)
    }

    @Test func aFailureIsALine() {
        var summary = FileSummary(file: "a.834")
        summary.failure = "cannot be opened"
        #expect(Self.text(summary) == "a.834: cannot be opened\n")
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1234, "-1,234"),
        (-123, "-123"),
    ])
    func numbersAreGrouped(_ number: Int, _ expected: String) {
        #expect(SummaryText.grouped(number) == expected)
    }

    @Test func theDocumentHoldsTheSame() throws {
        var buffer = ByteBuffer()
        var run = RunSummary()
        run.files = [Self.summary(setAside: 1), Self.summary(total: 9)]
        SummaryJSON.write(run, to: &buffer)
        let text = String(decoding: buffer.bytes, as: UTF8.self)
        #expect(text.hasSuffix("}\n"))
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(document?["balanced"] as? Bool == false)
        #expect(document?["stopped"] == nil)
        let files = try #require(document?["files"] as? [[String: Any]])
        #expect(files.map { $0["balanced"] as? Bool } == [true, false])
        #expect((files[0]["bytes"] as? [String: Int])?["setAside"] == 500)
        #expect((files[0]["records"] as? [String: Int])?["accepted"] == 2)
        #expect((files[0]["findings"] as? [String: Int])?["error"] == 1)
    }

    @Test func aRunThatStoppedSaysSo() throws {
        var run = RunSummary()
        run.files = [Self.summary(setAside: 1)]
        run.files[0].isStopped = true
        run.isStopped = true
        var buffer = ByteBuffer()
        SummaryJSON.write(run, to: &buffer)
        let text = String(decoding: buffer.bytes, as: UTF8.self)
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let files = document?["files"] as? [[String: Any]]
        #expect(document?["stopped"] as? Bool == true)
        #expect(files?.first?["stopped"] as? Bool == true)
        #expect(Self.text(run.files[0]).contains("stopped at the first error"))
    }
}
