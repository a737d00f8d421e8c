import Diagnostics
import Rosters
import TableSyntax
import Testing

/// A file beside the last one, and a roster beside its summary.
struct RosterChangeTests {
    static let columns = ["Medicaid_ID", "Member_Name_Last", "Residential_Address_City"]

    /// A member's row; the city may change, the name may not.
    static func row(_ number: Int, name: String = "Lebb", city: String = "Lynn") -> [String] {
        ["\(100_000_000_000 + number)", name, city]
    }

    static func previous(_ rows: [[String]]) throws -> PreviousRoster {
        let table = try SampleTable("cp-assignment", columns)
        var previous = PreviousRoster(table.match)
        var reading = RowReading()
        for texts in rows {
            let row = SampleRow(texts)
            table.reader.read(row.row, &reading)
            previous.add(table.facts.facts(of: &reading))
        }
        return previous
    }

    static func findings(_ before: [[String]], _ now: [[String]]) throws -> [Finding] {
        let table = try SampleTable("cp-assignment", columns)
        var rules = RosterFileRules(previous: try previous(before))
        rules.begin(table.match, sheet: 0)
        return RosterFileRulesTests.run(table, now, &rules)
    }

    /// Members of the last file by number, members of this one, and whether that is too much.
    @Test(arguments: [
        (0..<50, 0..<50, false), (0..<50, 0..<60, false), (0..<50, 0..<61, true),
        (0..<50, 10..<50, false), (0..<50, 11..<50, true), (0..<50, 10..<60, false),
        (0..<200, 0..<220, false), (0..<200, 0..<221, true), (0..<200, 20..<200, false),
        (0..<6000, 0..<6500, false), (0..<6000, 0..<6501, true), (0..<6000, 501..<6000, true),
        (0..<0, 0..<10, false), (0..<0, 0..<11, true),
    ])
    func members(_ before: Range<Int>, _ now: Range<Int>, _ isMuch: Bool) throws {
        let found = try Self.findings(before.map { Self.row($0) }, now.map { Self.row($0) })
        #expect(found.map(\.told) == (isMuch ? ["warning roster.change.large"] : []))
    }

    @Test func membersAreCountedOnce() throws {
        let rows = (0..<40).map { _ in Self.row(1) }
        #expect(try Self.previous(rows + rows).count == 1)
        let found = try Self.findings([], rows)
        #expect(!found.contains { $0.rule.description == "roster.change.large" })
    }

    @Test func changeIsCounted() throws {
        let found = try Self.findings((0..<50).map { Self.row($0) }, (20..<90).map { Self.row($0) })
        #expect(
            found.map(\.expected) == [
                "at most 10 members more and as many fewer, not 40 more and 20 fewer"
            ])
    }

    /// Rows of the last file and of this one, and of how many members they say something else.
    @Test(
        arguments: [
            ("A 1 a 1 1", "A 1 a 2 2", 0), ("A 1 a 1 1", "B 1 a 1 1", 1),
            ("A 1 a 1 1", "A 1 b 1 1", 1), ("A 1 a 1 1", "A 1 - 1 1", 1),
            ("A 1 a 1 1; A 2 a 1 1", "A 2 a 1 1; A 1 a 1 1", 0),
            ("A 1 a 1 1; A 2 a 1 1", "A 2 a 1 1", 1), ("A 1 a 1 1", "A 1 a 1 1; A 2 a 1 1", 1),
            ("A 1 a 1 1; A 2 b 1 1", "A 1 b 1 1; A 2 a 1 1", 1),
        ])
    func changedMembersAreCounted(_ before: String, _ now: String, _ changed: Int) throws {
        let columns = [
            "Medicaid_ID", "Member_CP_Assignment_Plan", "Enrollment_Start_Date", "CP_Name_Official",
            "Record_Update_Date", "Export_Date",
        ]
        let table = try SampleTable("cp-enrollment", columns)
        func rows(_ text: String) -> [[String]] {
            text.split(separator: "; ").map { row in
                let words = row.split(separator: " ").map { $0 == "-" ? "" : String($0) }
                return [
                    "100000000001", words[0] == "A" ? "BHCP" : "LTSS", "2019070" + words[1],
                    words[2], "2019080" + words[3], "2019080" + words[4],
                ]
            }
        }
        var previous = PreviousRoster(table.match)
        var reading = RowReading()
        for texts in rows(before) {
            let row = SampleRow(texts)
            table.reader.read(row.row, &reading)
            previous.add(table.facts.facts(of: &reading))
        }
        var rules = RosterFileRules(previous: previous)
        rules.begin(table.match, sheet: 0)
        _ = RosterFileRulesTests.run(table, rows(now), &rules)
        let counts = try #require(rules.memberCounts)
        #expect(
            [counts.previous, counts.added, counts.gone, counts.changed] == [1, 0, 0, changed])
    }

    @Test(arguments: [
        (row(1), row(1), []), (row(1), row(1, city: "Salem"), []),
        (row(1), row(1, name: "Webb"), ["note roster.change.locked"]),
        (row(1), row(2, name: "Webb"), []),
        (row(1, name: ""), row(1), ["note roster.change.locked"]),
    ])
    func lockedValues(_ before: [String], _ now: [String], _ found: [String]) throws {
        let findings = try Self.findings([before], [now])
        #expect(findings.map(\.told) == found)
    }

    /// All columns that are locked are compared, and those that changed are named.
    @Test(arguments: [
        ("ACO_MCO_Name", ["ACO_MCO_Name"], nil),
        ("Member_CP_Assignment_Plan", ["Member_CP_Assignment_Plan"], nil),
        (
            "ACO_MCO_PID ACO_MCO_SL", ["ACO_MCO_PID"],
            "as before: ACO_MCO_PID, ACO_MCO_SL" as String?
        ),
        ("CP_Name_Official Email", [], nil),
    ])
    func lockedColumnsAreNamed(
        _ changed: String, _ places: [String], _ expected: String?
    ) throws {
        let columns = [
            "Medicaid_ID", "Member_Name_Last", "Member_Sex", "ACO_MCO_Name", "ACO_MCO_PID",
            "ACO_MCO_SL", "Member_CP_Assignment_Plan", "CP_Name_Official", "Email",
        ]
        let before = [
            "100000000999", "Lebb", "F", "HILL", "110999998", "110999998A", "BHCP", "R", "",
        ]
        let after = zip(columns, before).map { column, text in
            changed.split(separator: " ").contains(Substring(column))
                ? (column.hasSuffix("Plan") ? "LTSS" : text + "9") : text
        }
        let table = try SampleTable("cp-assignment", columns)
        var previous = PreviousRoster(table.match)
        var reading = RowReading()
        let row = SampleRow(before)
        table.reader.read(row.row, &reading)
        previous.add(table.facts.facts(of: &reading))
        var rules = RosterFileRules(previous: previous)
        rules.begin(table.match, sheet: 0)
        let found = RosterFileRulesTests.run(table, [after], &rules)
            .filter { $0.rule.description == "roster.change.locked" }
        #expect(found.map(\.place.segment) == places)
        #expect(found.first?.expected == expected)
    }

    /// The letter of a service location may be a capital in one file and small in the next.
    @Test(arguments: [("110999998a", []), ("110999998B", ["ACO_MCO_SL"])])
    func letterOfAServiceLocationMayChangeItsCase(_ now: String, _ places: [String]) throws {
        let table = try SampleTable("cp-assignment", ["Medicaid_ID", "Member_Sex", "ACO_MCO_SL"])
        var previous = PreviousRoster(table.match)
        var reading = RowReading()
        let row = SampleRow(["100000000999", "F", "110999998A"])
        table.reader.read(row.row, &reading)
        previous.add(table.facts.facts(of: &reading))
        var rules = RosterFileRules(previous: previous)
        rules.begin(table.match, sheet: 0)
        let found = RosterFileRulesTests.run(table, [["100000000999", "F", now]], &rules)
        #expect(found.map(\.place.segment) == places)
    }

    // MARK: Summaries

    struct Twins: CustomTestStringConvertible, Sendable {
        let roster: String
        let summary: String
        let areTwins: Bool

        init(_ roster: String, _ summary: String, _ areTwins: Bool) {
            self.roster = roster
            self.summary = summary
            self.areTwins = areTwins
        }

        var testDescription: String { "\(roster) \(summary)" }
    }

    static let twins: [Twins] = [
        Twins("CP_X_MH_ASSIGNMENT_FULL_20180718.xlsx", "CP_X_MH_SUMMARY_FULL_20180718.XLSX", true),
        Twins(
            "CP_X_MH_STATUSOUTREACH_FULL_20180718.XLSX", "CP_X_MH_SUMMARY_FULL_20180718R.XLSX", true
        ),
        Twins(
            "in/X_ENROLLDISENROLL_CHG_20180718.xlsx",
            "out/X_SUMMARY_ENROLLDISENROLL_CHG_20180718.xlsx", true),
        Twins("CP_X_MH_ASSIGNMENT_FULL_20180718.csv", "cp_x_mh_summary_full_20180718.csv", true),
        // The two names that the specification prints.
        Twins(
            "CP_X_STATUSOUTREACH_FULL_20180718.XLSX", "CP_X_MH_SUMMARY_FULL_20180718.XLSX", true),
        Twins("CP_X_MH_ASSIGNMENT_FULL_20180718.xlsx", "CP_X_MH_SUMMARY_CHG_20180718.xlsx", false),
        Twins("CP_X_MH_ASSIGNMENT_FULL_20180718.xlsx", "CP_Y_MH_SUMMARY_FULL_20180718.xlsx", false),
        Twins("CP_X_MH_ASSIGNMENT_FULL_20180718.xlsx", "CP_X_MH_SUMMARY_FULL_20180719.xlsx", false),
        Twins("CP_X_MH_ASSIGNMENT_FULL_20180718.xlsx", "CP_X_MH_FULL_20180718.xlsx", false),
    ]

    /// Whichever comes first, the finding is the summary's and has both numbers.
    @Test(arguments: twins, [true, false])
    func summaryCountsRows(_ twins: Twins, _ isRosterFirst: Bool) {
        let found = CountBook.Counts(rows: 12, columns: 49)
        let stated = SummaryStatement(
            CountBook.Counts(rows: 13, columns: 49), sheet: 0, row: 2,
            rowsPlace: .init(range: ByteRange(7, 9), line: 2, column: 8))
        var book = CountBook()
        if isRosterFirst { book.add(roster: twins.roster, [found]) }
        book.add(summary: twins.summary, [stated])
        if !isRosterFirst { book.add(roster: twins.roster, [found]) }
        let told = book.finish()
        #expect(told.map(\.path) == (twins.areTwins ? [twins.summary] : []))
        let findings = told.flatMap(\.findings)
        #expect(findings.map(\.told) == (twins.areTwins ? ["warning roster.counts.differ"] : []))
        for finding in findings {
            #expect(finding.expected == "12 rows, as counted in the roster, not 13")
            #expect(finding.range == ByteRange(7, 9))
            #expect([finding.row, finding.line, finding.column] == [2, 2, 8])
        }
    }

    @Test(
        arguments: [
            (12, 49, []), (nil, nil, []), (13, 19, ["Sent_Row_Num", "Sent_Column_Num"]),
            (12, 19, ["Sent_Column_Num"]), (nil, 19, ["Sent_Column_Num"]),
        ] as [(Int?, Int?, [String])])
    func summaryCounts(_ rows: Int?, _ columns: Int?, _ places: [String]) {
        var book = CountBook()
        book.add(roster: "A_ASSIGNMENT_FULL.csv", [CountBook.Counts(rows: 12, columns: 49)])
        let stated = SummaryStatement(
            CountBook.Counts(rows: rows, columns: columns), sheet: 0, row: 2)
        book.add(summary: "A_SUMMARY_FULL.csv", [stated])
        let found = book.finish().flatMap(\.findings)
        #expect(found.map { "\($0.place)" } == places)
    }

    /// A cell that may hold a member's id is not told.
    @Test(arguments: [(9_999_999, ", not 9999999"), (10_000_000, ""), (-100_000_001, "")])
    func longNumbersAreNotTold(_ rows: Int, _ told: String) {
        var book = CountBook()
        book.add(roster: "A_ASSIGNMENT_FULL.csv", [CountBook.Counts(rows: 12, columns: 49)])
        let stated = SummaryStatement(
            CountBook.Counts(rows: rows, columns: 49), sheet: 0, row: 2)
        book.add(summary: "A_SUMMARY_FULL.csv", [stated])
        let found = book.finish().flatMap(\.findings)
        let expected = "12 rows, as counted in the roster" + told
        #expect(found.map { $0.expected ?? "" } == [expected])
    }

    /// Rows of a summary, rows of the sheets of its roster, and rows of the summary that differ.
    @Test(arguments: [
        ([3, 2], [3, 2], []), ([3, 2], [2, 3], [2, 3]), ([5], [3, 2], []), ([3], [3, 2], [2]),
        ([5, 5], [5], []), ([3, 2], [5], [2, 3]),
    ])
    func summaryCountsSheets(_ stated: [Int], _ sheets: [Int], _ rows: [Int]) {
        let statements = stated.enumerated().map {
            SummaryStatement(
                CountBook.Counts(rows: $0.element, columns: 21), sheet: 1, row: $0.offset + 2)
        }
        let counts = sheets.map { CountBook.Counts(rows: $0, columns: 21) }
        var book = CountBook()
        book.add(roster: "A_ENROLLDISENROLL_CHG.xlsx", counts)
        book.add(summary: "A_SUMMARY_ENROLLDISENROLL_CHG.xlsx", statements)
        #expect(book.finish().flatMap(\.findings).map(\.row) == rows)
        var reverse = CountBook()
        reverse.add(summary: "A_SUMMARY_ENROLLDISENROLL_CHG.xlsx", statements)
        reverse.add(roster: "A_ENROLLDISENROLL_CHG.xlsx", counts)
        #expect(reverse.finish().flatMap(\.findings).map(\.row) == rows)
    }

    /// Files of one name in folders or archives of several senders, each with its number of rows; how
    /// often a summary is held against a roster that has others.
    @Test(arguments: [
        (["a/R 3", "a/S 3", "b/R 2", "b/S 2"], 0), (["a/S 3", "a/R 3", "b/S 2", "b/R 2"], 0),
        (["a/R 3", "b/R 2", "a/S 3", "b/S 2"], 0), (["a/R 3", "a/S 3", "b/R 2", "b/S 1"], 1),
        (["a.zip/R 3", "a.zip/S 2", "b.zip/S 3"], 1), (["in/R 3", "out/S 2"], 1),
        (["R 3", "S 2"], 1), (["a/R 3", "b/R 2", "S 2"], 0), (["a/R 3", "b/R 2", "S 1"], 1),
        (["a/R 3", "b/S 2", "b/R 2"], 0), (["a/R 3", "b/S 3", "b/R 2"], 1),
    ])
    func summariesCountWhatLiesBesideThem(_ files: [String], _ count: Int) {
        var book = CountBook()
        for file in files {
            let parts = file.split(separator: " ")
            let counts = CountBook.Counts(rows: Int(parts[1]), columns: 49)
            let path = String(parts[0].dropLast())
            if parts[0].last == "R" {
                book.add(roster: path + "CP_ASSIGNMENT_FULL.csv", [counts])
            } else {
                let said = SummaryStatement(counts, sheet: 0, row: 2)
                book.add(summary: path + "CP_SUMMARY_FULL.csv", [said])
            }
        }
        #expect(book.finish().flatMap(\.findings).count == count)
    }

    /// Rosters of one day beside their summary, by their kind and rows, and rows of the summary; what
    /// is not right for any of them.
    @Test(arguments: [
        (["ASSIGNMENT 6", "REFRESHREFERRAL 5"], [6], []),
        (["ASSIGNMENT 6", "REFRESHREFERRAL 5"], [5], []),
        (["ASSIGNMENT 6", "REFRESHREFERRAL 5"], [6, 5], []),
        (["ASSIGNMENT 6", "REFRESHREFERRAL 5"], [5, 6], []),
        (["REFRESHREFERRAL 5", "ASSIGNMENT 6"], [7], ["6 rows, as counted in the roster, not 7"]),
        (
            ["ASSIGNMENT 6", "REFRESHREFERRAL 5"], [6, 4],
            ["6 rows, as counted in the roster, not 4"]
        ),
    ])
    func aSummaryOfSeveralRosters(_ rosters: [String], _ stated: [Int], _ told: [String]) {
        let rows = stated.map {
            SummaryStatement(CountBook.Counts(rows: $0, columns: nil), sheet: 0, row: 2)
        }
        for place in 0...rosters.count {
            var book = CountBook()
            for (index, roster) in rosters.enumerated() {
                if index == place { book.add(summary: "in/M_SUMMARY_FULL.csv", rows) }
                let parts = roster.split(separator: " ")
                let counts = CountBook.Counts(rows: Int(parts[1]), columns: 49)
                book.add(roster: "in/M_\(parts[0])_FULL.csv", [counts])
            }
            if place == rosters.count { book.add(summary: "in/M_SUMMARY_FULL.csv", rows) }
            #expect(book.finish().flatMap(\.findings).map(\.expected) == told)
        }
    }

    /// Where a name fits exactly, no other file is held against it.
    @Test func exactNamesComeFirst() {
        let counts = CountBook.Counts(rows: 1, columns: 1)
        let other = SummaryStatement(CountBook.Counts(rows: 2, columns: 1), sheet: 1, row: 2)
        var book = CountBook()
        book.add(roster: "CP_X_MH_STATUSOUTREACH_FULL.csv", [counts])
        book.add(roster: "CP_X_STATUSOUTREACH_FULL.csv", [counts])
        book.add(summary: "CP_X_SUMMARY_FULL.csv", [other])
        #expect(book.finish().flatMap(\.findings).count == 1)
    }
}
