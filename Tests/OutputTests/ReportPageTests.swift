import Diagnostics
import Foundation
import Testing

@testable import Output

/// The page as text: what is in it, and that nothing from outside becomes markup.
struct ReportPageTests {
    static let rule = Rule("area.subject.defect", .error, "A law is kept", snip: 2, help: "Mend it")
    static let other = Rule("area.other.defect", .warning, "Another law is kept")

    /// A page of findings of rules, in a file of this name.
    static func page(
        _ findings: [Finding] = [], file: String = "a.834", senders: [String] = ["S"],
        unlisted: [UnlistedFinding] = [], showsValues: Bool = false, excerpt: String? = nil,
        marked: Range<Int> = 0..<1
    ) -> String {
        var page = ReportPage(showsValues: showsValues)
        var text = ByteBuffer()
        var summary = FileSummary(file: file)
        summary.kind = "834"
        page.begin(&text)
        for (index, finding) in findings.enumerated() {
            let sender = page.sender(senders[index % senders.count], known: nil)
            page.count(finding, sender: sender)
            Array((excerpt ?? "").utf8).withUnsafeBufferPointer { bytes in
                page.list(
                    finding, sender: sender,
                    excerpt: excerpt.map { _ in Excerpt(bytes, marked: marked) }, to: &text)
            }
            if finding.severity == .error { summary.findings.error += 1 }
            if finding.severity == .warning { summary.findings.warning += 1 }
        }
        for rest in unlisted { page.leave(rest) }
        page.endFile(&text)
        var run = RunSummary()
        run.files = [summary]
        page.end(run, to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    static func finding(_ rule: Rule = rule, line: Int = 3, expected: String? = nil) -> Finding {
        Finding(
            rule, at: ByteRange(5, 9), place: Place(loop: "2100A", segment: "NM1", element: 3),
            expected: expected, line: line, column: 7)
    }

    /// What stands between two marks, of all that do.
    static func between(_ start: String, _ end: String, of page: String) -> [String] {
        page.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
    }

    static func tables(_ page: String) throws -> [String: Any] {
        let text = try #require(between("id=\"tables\">", "</script>", of: page).first)
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    static func rows(_ page: String) throws -> [Any] {
        try between("class=\"rows\">", "</script>", of: page).flatMap { text in
            let piece = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            return try #require(piece?["rows"] as? [Any])
        }
    }

    // MARK: Data

    @Test func aFindingIsARow() throws {
        let page = Self.page([Self.finding(expected: "A B")])
        #expect(try Self.rows(page) as? [Int] == [0, 2, 0, 3, 7, 5, 4, 1, 0, 0, 0, 0])
        let tables = try Self.tables(page)
        #expect(tables["listed"] as? Int == 1)
        #expect(tables["places"] as? [String] == ["2100A/NM1-03"])
        #expect(tables["expected"] as? [String] == ["", "A B"])
        let rule = try #require((tables["rules"] as? [[String: Any]])?.first)
        #expect(rule["id"] as? String == "area.subject.defect")
        #expect(rule["snip"] as? Int == 2)
    }

    /// Of workbooks rows stand where bytes stand of other files.
    @Test(arguments: [(0, "9 <small>rows"), (90, "100 <small>bytes")])
    func contentIsRowsWhereBytesAreNone(_ accepted: Int, _ word: String) {
        var file = FileSummary(file: "a.xlsx")
        file.bytes.total = 100
        file.bytes.envelope = 100 - accepted
        file.bytes.accepted = accepted
        var rows = FileSummary.Rows()
        rows.total = 9
        rows.envelope = 1
        rows.accepted = 8
        file.rows = rows
        var text = ByteBuffer()
        LedgerRow(file: file).write(&text)
        let page = String(decoding: text.bytes, as: UTF8.self)
        #expect(page.contains(word), "\(page)")
    }

    @Test func relatedBytesAndInheritedFindingsAreMarked() throws {
        var finding = Finding(Self.rule, at: ByteRange(5, 9), related: [ByteRange(1, 2)])
        finding.isInherited = true
        let page = Self.page([finding])
        let rows = try Self.rows(page)
        #expect(rows[1] as? Int == 6)
        #expect(rows[9] as? [Int] == [1, 2])
        #expect(!page.contains("id=\"rules\""), "what is inherited is counted elsewhere")
    }

    /// Of text and of a workbook, where bytes mean nothing.
    @Test(arguments: [(0, 5, 4), (2, -1, 0)]) func theRowThatIsRepeatedIsNamed(
        _ sheet: Int, _ start: Int, _ count: Int
    ) throws {
        let finding = Finding(
            Self.rule, at: sheet > 0 ? ByteRange(0, 0) : ByteRange(start, start + count),
            place: Place(segment: "Medicaid_ID"), sheet: sheet, row: 7, relatedRow: 3)
        let page = Self.page([finding])
        let numbers = [0, 2, 0, 0, 0, start, count, 0, 0, 3, sheet > 0 ? 1 : 0, 7]
        #expect(try Self.rows(page) as? [Int] == numbers)
        let place = sheet > 0 ? "sheet 2/Medicaid_ID" : "Medicaid_ID"
        #expect(try Self.tables(page)["places"] as? [String] == [place])
        #expect(page.contains("`see row ${number(others)}`"))
    }

    @Test func theRowOfAnotherSheetIsNamedWithIt() throws {
        let finding = Finding(
            Self.rule, at: ByteRange(0, 0), place: Place(segment: "Medicaid_ID"), sheet: 2, row: 2,
            relatedRow: 2, relatedSheet: 1)
        #expect(try Self.rows(Self.page([finding]))[9] as? [String: Int] == ["sheet": 1, "row": 2])
    }

    /// Those of several files are one where they have the same number and name.
    @Test func sheetsHaveNumbers() throws {
        let findings = [(2, "B"), (1, nil), (0, nil), (2, "B"), (2, "C")].map { sheet, name in
            Finding(Self.rule, at: ByteRange(0, 0), sheet: sheet, row: 2).placed(onSheet: name)
        }
        let page = Self.page(findings)
        let rows = try Self.rows(page)
        #expect(findings.indices.map { rows[12 * $0 + 10] as? Int } == [1, 2, 0, 1, 3])
        #expect(
            try Self.tables(page)["sheets"] as? [String]
                == ["", "sheet 2 (B)", "sheet 1", "sheet 2 (C)"])
        #expect(page.contains("<select id=\"filter-sheet\">"))
    }

    @Test func textsBeyondTheLimitStandForThemselves() throws {
        let findings = (0..<FindingRows.textLimit + 3).map { Self.finding(expected: "word \($0)") }
        let page = Self.page(findings)
        let rows = try Self.rows(page)
        #expect(rows.count == findings.count * 12)
        #expect(rows[rows.count - 5] as? String == "word \(findings.count - 1)")
        #expect((try Self.tables(page)["expected"] as? [String])?.count == FindingRows.textLimit)
    }

    @Test func sendersBeyondTheLimitAreOne() throws {
        let count = ReportCounts.senderLimit + 10
        let names = (0..<count).map { "S\($0)" }
        let page = Self.page((0..<count).map { _ in Self.finding() }, senders: names)
        let senders = try #require(try Self.tables(page)["senders"] as? [String])
        #expect(senders.count == ReportCounts.senderLimit)
        #expect(senders.last == "Other senders")
        #expect(page.contains("<h3>Other senders</h3>\n<p>11 findings"))
    }

    // MARK: Counts

    @Test func everyProblemIsCounted() {
        let page = Self.page([Self.finding(), Self.finding(), Self.finding(Self.other)])
        #expect(page.contains("<dt>Errors</dt><dd>2</dd>"))
        #expect(page.contains("<dt>Warnings</dt><dd>1</dd>"))
        #expect(page.contains("<div><span>2</span><svg"))
        #expect(page.contains("<h3>Sender 1</h3>\n<p>3 findings of 2 rules"))
        #expect(
            Self.between("href=\"#rule=", "\"", of: page)
                == ["area.subject.defect", "area.other.defect"])
        #expect(Self.between("href=\"#place=", "\"", of: page) == ["2100A/NM1-03"])
    }

    @Test func whatIsNotListedIsTold() {
        let rest = UnlistedFinding(rule: Self.rule, count: 1234, hasMore: true)
        let page = Self.page([Self.finding()], unlisted: [rest])
        #expect(page.contains("1,234 of them are counted and not listed"))
        #expect(page.contains("1,234 findings more are counted above and not listed"))
    }

    @Test(arguments: [
        ("This file can be loaded", 0, 0, false), ("2 errors in this file", 2, 0, false),
        ("1 of 5 records is set aside", 2, 1, false),
        ("1 file could not be read to the end", 0, 0, true),
    ])
    func theTitleSaysWhatCameOfIt(
        _ title: String, _ errors: Int, _ setAside: Int, _ hasFailed: Bool
    ) {
        var run = RunSummary()
        var file = FileSummary(file: "a.834")
        file.findings.error = errors
        file.records.accepted = 4
        file.records.setAside = setAside
        if hasFailed { file.failure = "is damaged" }
        run.files = [file]
        var text = ByteBuffer()
        ReportPage().end(run, to: &text)
        #expect(String(decoding: text.bytes, as: UTF8.self).contains("<h1>\(title)</h1>"))
    }

    @Test func booksThatDoNotBalanceAreTold() {
        var run = RunSummary()
        run.files = [SummaryTests.summary(total: 9)]
        var text = ByteBuffer()
        ReportPage().end(run, to: &text)
        let page = String(decoding: text.bytes, as: UTF8.self)
        #expect(page.contains("<h1>The books do not balance</h1>"))
        #expect(page.contains("<span class=\"badge error\">not balanced</span>"))
    }

    // MARK: Whatever comes from outside

    @Test(arguments: [
        "</script><script>alert(1)</script>", "<!--<script>", "]]>", "\"><img src=x onerror=a>",
        "' onclick='a", "&lt;b&gt;", "a\u{0}\u{7}\nb", "\u{2028}\u{202E}</title>",
    ])
    func aNameIsNoMarkup(_ name: String) throws {
        let plain = Self.page([Self.finding()], file: "NAME")
        let page = Self.page([Self.finding()], file: name)
        for mark in ["<", ">", "\"", "'", "<!--", "</script"] {
            let counts = [plain, page].map { $0.components(separatedBy: mark).count }
            // Quotes stand in the string of the data, escaped where they would end it.
            let allowed =
                mark.count == 1 && mark != "<" && mark != ">"
                ? name.components(separatedBy: mark).count - 1 : 0
            #expect(counts[1] - counts[0] == allowed, "\(mark)")
        }
        #expect(try Self.tables(page)["files"] as? [String] == [name])
    }

    @Test func anExcerptIsNoMarkupAndKeepsItsBytes() throws {
        let sent = "NM1*</script>*<b>&É"
        let page = Self.page(
            [Self.finding()], showsValues: true, excerpt: sent, marked: 4..<13)
        #expect(!page.contains("*</script>"))
        #expect(try Self.rows(page).last as? [String] == ["NM1*", "</script>", "*<b>&É"])
    }

    /// A sender's id is a value of the input.
    @Test(arguments: [(true, "<h3>QZMK</h3>"), (false, "<h3>Sender 1</h3>")])
    func aSenderIsNamedWhereValuesAreShown(_ showsValues: Bool, _ heading: String) {
        let page = Self.page([Self.finding()], senders: ["QZMK"], showsValues: showsValues)
        #expect(page.contains(heading))
        #expect(page.contains("QZMK") == showsValues)
        #expect(page.contains("This page holds no value of the input") == !showsValues)
    }

    // MARK: Nothing but itself

    @Test func thePolicyNamesStyleAndScript() throws {
        let page = Self.page([Self.finding()])
        let style = try #require(Self.between("<style>", "</style>", of: page).first)
        let script = try #require(Self.between("<script>", "</script>", of: page).last)
        #expect(ReportPolicy.style.description == (try Self.digest(style)))
        #expect(ReportPolicy.script.description == (try Self.digest(script)))
        #expect(page.contains("default-src 'none'; style-src 'sha256-\(ReportPolicy.style)'"))
    }

    @Test func nothingIsLoaded() {
        let page = Self.page([Self.finding()], showsValues: true)
        for word in [
            "http:", "https:", "//", "src=", "<link", "@import", "url(", "<base", "style=",
        ]
        where page.replacing("\n//", with: "").replacing("  //", with: "").contains(word) {
            Issue.record("\(word)")
        }
    }

    /// SHA-256 in Base64, by a tool of the system.
    private static func digest(_ text: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "sha256sum 2>/dev/null || shasum -a 256"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let told = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        let digits = Array(told.prefix(64))
        return Data(
            stride(from: 0, to: 64, by: 2).compactMap { index in
                UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
            }
        ).base64EncodedString()
    }
}
