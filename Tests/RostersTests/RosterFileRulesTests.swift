import Diagnostics
import Rosters
import ShippedGrammars
import TableGrammar
import TableSyntax
import Testing

/// The rules across rows: which rows are the same, which spans share days, who has two ids.
struct RosterFileRulesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let columns: [String]
        let rows: [[String]]
        /// `5 roster.row.repeated 2`: the row, what is found and the row that came before.
        let found: [String]

        init(_ columns: String, _ rows: String..., found: [String]) {
            self.columns = Self.words(columns)
            self.rows = rows.map(Self.words)
            self.found = found
        }

        static func words(_ line: String) -> [String] {
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }

        var testDescription: String {
            rows.map { $0.joined(separator: "|") }.joined(separator: " ")
        }
    }

    static let key =
        "Medicaid_ID|Member_CP_Assignment_Plan|Enrollment_Start_Date|Record_Status|CP_Name_Official"

    static let rows: [Case] = [
        Case(key, "100000000001|BHCP|20190701|A|X", "100000000002|BHCP|20190701|A|X", found: []),
        Case(
            key, "100000000001|BHCP|20190701|A|X", "100000000002|BHCP|20190701|A|X",
            "100000000001|BHCP|20190701|A|X", found: ["4 roster.row.repeated 2"]),
        Case(
            key, "100000000001|BHCP|20190701|A|X", "100000000001|BHCP|20190701|A|Y",
            "100000000001|BHCP|20190701|A|Y",
            found: ["3 roster.row.conflict 2", "4 roster.row.repeated 3"]),
        Case(key, "|BHCP|20190701|A|X", "|BHCP|20190701|A|X", found: []),
        // What is no id names nobody, and a rounded one many.
        Case(key, "1.0E+11|BHCP|20190701|A|X", "1.0E+11|BHCP|20190801|A|Y", found: []),
        Case(key, "unknown|BHCP|20190701|A|X", "unknown|BHCP|20190701|A|X", found: []),
        Case(
            key, "100000001|BHCP|20190701|A|X", "100000001|BHCP|20190701|A|X",
            found: ["3 roster.row.repeated 2"]),
        // A column that the layout does not have is a part of the row.
        Case(
            key + "|Extra", "100000000001|BHCP|20190701|A|X|1", "100000000001|BHCP|20190701|A|X|2",
            "100000000001|BHCP|20190701|A|X|2",
            found: ["3 roster.row.conflict 2", "4 roster.row.repeated 3"]),
        // The same day in two formats is one day.
        Case(
            key, "100000000001|BHCP|20190701|A|X", "100000000001|BHCP|2019-07-01|A|X",
            found: ["3 roster.row.repeated 2", "0 roster.date.mixed 0"]),
    ]

    /// Rows of no member are told apart by the layout's key.
    @Test(arguments: [
        (["1|A", "1|B", "1|A"], ["3 roster.row.conflict 2", "4 roster.row.repeated 2"]),
        (["1|A", "2|A"], []), (["|A", "|B"], []),
    ])
    func rowsOfNoMember(_ rows: [String], _ found: [String]) throws {
        let text = """
            layout providers  version 1  found
            columns 2
            1  PID   pid   9  R  MH  cp.pid
            2  Name  text  -  R  MH  cp.name
            key PID

            """
        let layout = try LayoutLibrary.shipped.layout(
            of: LayoutFile(path: "providers", bytes: Array(text.utf8)))
        let table = try SampleTable(layout, ["PID", "Name"])
        var rules = RosterFileRules()
        rules.begin(table.match, sheet: 0)
        let findings = Self.run(table, rows.map(Case.words), &rules)
        #expect(findings.map { "\($0.row) \($0.rule) \($0.relatedRow)" } == found)
        #expect(findings.allSatisfy { $0.place.segment == "PID" })
    }

    static let visit = "Medicaid ID|Admit Date|Discharge Date|Encounter Facility"

    static let visits: [Case] = [
        // Two visits on one day, and one of which the end is told twice.
        Case(
            visit, "100000000001|6/1/2025 3:15|6/1/2025 5:00|H",
            "100000000001|6/1/2025 14:00|6/1/2025 16:00|H", found: []),
        Case(
            visit, "100000000001|6/1/2025 3:15|6/1/2025 5:00|H",
            "100000000001|6/1/2025 3:15|6/1/2025 5:30|H", found: ["3 roster.row.conflict 2"]),
        Case(
            visit, "100000000001|6/1/2025 3:15|6/1/2025 5:00|H",
            "100000000001|6/1/2025 3:15|6/1/2025 5:00|H", found: ["3 roster.row.repeated 2"]),
        Case(
            visit, "100000000001|6/1/2025 0:00|6/1/2025 5:00|H",
            "100000000001|6/1/2025 0:00|6/1/2025 5:00|H", found: ["3 roster.row.repeated 2"]),
        // What a row says of its times is not said of the next.
        Case(
            visit, "100000000001|6/1/2025|6/2/2025|H", "100000000002|6/1/2025 3:15|6/2/2025|H",
            "100000000001|6/1/2025|6/2/2025|H",
            found: ["4 roster.row.repeated 2", "0 roster.date.mixed 0"]),
    ]

    static let outreach = "Medicaid_ID|CP_SL|CP_Outreach_Status|ACO_MCO_SL"

    /// The letter of a service location may be small or a capital.
    static let locations: [Case] = [
        Case(
            outreach, "100000000001|110999999A|Engaged|110999998B",
            "100000000001|110999999a|Engaged|110999998b", found: ["3 roster.row.repeated 2"]),
        Case(
            outreach, "100000000001|110999999a|Engaged|110999998B",
            "100000000001|110999999A|Deceased|110999998B", found: ["3 roster.row.conflict 2"]),
        Case(
            outreach, "100000000001|110999999A|Engaged|110999998B",
            "100000000001|110999999b|Engaged|110999998B", found: []),
    ]

    static let spans: [Case] = [
        Case(
            key, "100000000001|BHCP|20190701|A|X", "100000000001|LTSS|20190801|A|X",
            found: ["3 roster.span.overlap 2"]),
        Case(key, "100000000001|BHCP|20190701|I|X", "100000000001|LTSS|20190801|A|X", found: []),
        Case(key, "100000000001|BHCP|20190701|i|X", "100000000001|LTSS|20190801|A|X", found: []),
        Case(
            "Medicaid_ID|Member_CP_Assignment_Plan|Enrollment_Start_Date|Disenrollment_Date|Record_Status",
            "100000000001|BHCP|20190701|20190731|A", "100000000001|BHCP|20190801||A",
            "100000000001|LTSS|20190901|20190930|A", "100000000001|LTSS|20190601|20190630|I",
            found: ["4 roster.span.overlap 3"]),
        Case(
            "Medicaid_ID|Member_CP_Assignment_Plan|Enrollment_Start_Date|Disenrollment_Date|Record_Status",
            "100000000001|BHCP|20190701|20190731|I", "100000000001|LTSS|20190731||A",
            found: ["3 roster.span.overlap 2"]),
    ]

    static let person =
        "Medicaid_ID|Member_Name_Last|Member_Name_First|Member_Date_of_Birth"
        + "|Residential_Address_Line_1|Residential_Address_ZipCode_1"

    static let people: [Case] = [
        Case(
            person, "100000000001|Lebb|Ariea|19791006|11 Overlook Dr|01501",
            "100000000002|LEBB|ARIEA|19791006|11 OVERLOOK DR.|1501",
            found: ["3 roster.person.address 2"]),
        Case(
            person, "100000000001|Lebb|Ariea|19791006|11 Overlook Dr|01501",
            "100000000002|Lebb|Ariea|19791006|12 Overlook Dr|01501",
            found: ["3 roster.person.name 2"]),
        Case(
            person, "100000000001|Lebb|Ariea|19791006||", "100000000002|Lebb|Ariea|19791006||",
            found: ["3 roster.person.name 2"]),
        Case(
            person, "100000000001|Lebb|Ariea|19791006||", "100000000002|Lebb|Ariea|19791007||",
            "100000000003|Lebb|Arieb|19791006||", "100000000004|Lebba|Riea|19791006||", found: []),
        Case(
            person, "100000000001|O'Neil|Ann Marie|19791006||",
            "100000000002|ONEIL|Ann-Marie|19791006||", found: ["3 roster.person.name 2"]),
        Case(
            person, "100000000001|PE\u{D1}A|JOS\u{C9}|19791006||",
            "100000000002|Pe\u{F1}a|Jos\u{E9}|19791006||", "100000000002|Pena|Jose|19791006||",
            "100000000003|Pen\u{303}a|Jose\u{301}|19791006||",
            found: ["3 roster.person.name 2", "5 roster.person.name 2"]),
        Case(
            person, "100000000001|Nguy\u{1EC5}n|O\u{2019}Br\u{E6}|19791006||",
            "100000000002|NGUYEN|O'BRAE|19791006||", found: ["3 roster.person.name 2"]),
        Case(
            person, "100000000001|\u{10B}ini|Ann|19791006||",
            "100000000002|\u{3B1}ini|Ann|19791006||", "100000000003|\u{391}ini|Ann|19791006||",
            found: ["4 roster.person.name 3"]),
        Case(
            person, "100000000001|Lebb|Ariea|||", "100000000002|Lebb|Ariea|||", found: []),
        // The third is as much the second as the first; what was said is not said again.
        Case(
            person, "100000000001|Lebb|Ariea|19791006||", "100000000002|Lebb|Ariea|19791006||",
            "100000000002|Lebb|Ariea|19791006||", found: ["3 roster.person.name 2"]),
    ]

    static let dates: [Case] = [
        Case(
            key, "100000000001|BHCP|20190701|A|X", "100000000002|BHCP|7/1/2019|A|X",
            found: ["0 roster.date.mixed 0"]),
        Case(
            key, "100000000001|BHCP|2019-07-01|A|X", "100000000002|BHCP|7/1/2019|A|X",
            found: ["0 roster.date.mixed 0"]),
        Case(key, "100000000001|BHCP|7/1/2019|A|X", "100000000002|BHCP|8/1/2019|A|X", found: []),
        Case(key, "100000000001|BHCP|soon|A|X", "100000000002|BHCP|8/1/2019|A|X", found: []),
    ]

    @Test(arguments: rows + visits + locations + spans + people + dates)
    func found(_ test: Case) throws {
        let layout =
            switch test.columns {
            case let columns where columns.contains("Disenrollment_Date"): "cp-enrollment"
            case Case.words(Self.visit): "ed-ip-visits"
            case Case.words(Self.outreach): "cp-status-outreach"
            default: "cp-assignment"
            }
        let table = try SampleTable(layout, test.columns)
        var rules = RosterFileRules()
        rules.begin(table.match, sheet: 0)
        let findings = Self.run(table, test.rows, &rules)
        #expect(findings.map { "\($0.row) \($0.rule) \($0.relatedRow)" } == test.found)
    }

    static func run(
        _ table: SampleTable, _ rows: [[String]], _ rules: inout RosterFileRules
    ) -> [Finding] {
        table.keep(rows)
        var findings: [Finding] = []
        var reading = RowReading()
        for (index, texts) in rows.enumerated() {
            let row = SampleRow(texts, number: index + 2)
            table.reader.read(row.row, &reading)
            rules.add(table.facts.facts(of: &reading), &findings)
        }
        return findings + rules.finish()
    }

    /// Sheets that the layout knows may name the same member: one lists who starts, one who stops.
    /// Others are one list in parts.
    @Test(arguments: [
        (["ENROLLMENT", "DISENROLLMENT"], []), (["List", "DISENROLLMENT"], []),
        (["List", "List (2)"], ["3 roster.row.repeated 1/2"]),
    ])
    func sheets(_ names: [String], _ found: [String]) throws {
        let table = try SampleTable("cp-enrollment", Case.words(Self.key))
        var rules = RosterFileRules()
        var findings: [Finding] = []
        var reading = RowReading()
        for (index, name) in names.enumerated() {
            rules.begin(table.match, sheet: index + 1)
            let row = SampleRow(
                ["100000000001", "BHCP", "20190701", "A", "X"], number: index + 2,
                sheet: index + 1)
            table.reader.read(row.row, &reading)
            let facts = FactColumns(table.match, sheet: name)
            rules.add(facts.facts(of: &reading), &findings)
        }
        #expect(
            findings.map { "\($0.row) \($0.rule) \($0.relatedSheet)/\($0.relatedRow)" } == found)
    }

    /// The last row that a sheet can have, and the last sheet.
    @Test func rowsOfSheetsAreFoundAgain() throws {
        let table = try SampleTable("cp-assignment", Case.words(Self.key))
        var rules = RosterFileRules()
        var findings: [Finding] = []
        var reading = RowReading()
        for (sheet, number) in [(999, 1_048_576), (1000, 2)] {
            rules.begin(table.match, sheet: sheet)
            let row = SampleRow(
                ["100000000001", "BHCP", "20190701", "A", "X"], number: number, sheet: sheet)
            table.reader.read(row.row, &reading)
            rules.add(table.facts.facts(of: &reading), &findings)
        }
        #expect(findings.map(\.relatedSheet) == [999])
        #expect(findings.map(\.relatedRow) == [1_048_576])
    }

    /// One member, plan and day in every row, a name and birth date in all, and nothing else alike.
    @Test func manyRowsOfOneKeyCostNoMoreThanSome() throws {
        let table = try SampleTable(
            "cp-assignment",
            Case.words(Self.key) + [
                "Member_Name_Last", "Member_Name_First", "Member_Date_of_Birth",
            ])
        var rules = RosterFileRules()
        rules.begin(table.match, sheet: 0)
        let rows = (0..<3000).map { index in
            ["100000000001", "BHCP", "20190701", "A", "CP \(index)", "Lebb", "Ariea", "19791006"]
        }
        let findings = Self.run(table, rows, &rules)
        #expect(findings.count == rows.count - 1)
        // Of 65,536 rows of a key, one is taken for another that has the same values.
        let conflicts = findings.count { $0.rule.description == "roster.row.conflict" }
        #expect(conflicts > rows.count - 50)
        #expect(Set(findings.map(\.told)).count <= 2)
        #expect(rules.byteCount < 10_000)
    }

    /// Of several rows of one key the first is named, however often the tables have grown since.
    @Test func theFirstRowOfAKeyIsNamed() throws {
        let table = try SampleTable("cp-assignment", Case.words(Self.key))
        var rules = RosterFileRules()
        rules.begin(table.match, sheet: 0)
        let members = 4000
        let rows = (0..<members * 4).map { index in
            ["\(100_000_000_000 + index % members)", "BHCP", "20190701", "A", "CP \(index)"]
        }
        // Of 65,536 rows of a key, one is taken for another that has the same values.
        let conflicts = Self.run(table, rows, &rules)
            .filter { $0.rule.description == "roster.row.conflict" }
        #expect(conflicts.count > members * 3 - 10)
        #expect(conflicts.allSatisfy { $0.relatedRow == ($0.row - 2) % members + 2 })
    }

    /// Tens of thousands of members, each with a name of its own: none is taken for another.
    @Test func manyMembersAreApartAndCostLittle() throws {
        let columns =
            "Medicaid_ID|Member_CP_Assignment_Plan|Enrollment_Start_Date|Member_Name_Last"
            + "|Member_Name_First|Member_Date_of_Birth"
        let table = try SampleTable("cp-assignment", Case.words(columns))
        var rules = RosterFileRules()
        rules.begin(table.match, sheet: 0)
        let count = 20_000
        let rows = (0..<count).map { index in
            ["\(100_000_000_000 + index)", "BHCP", "20190701", "Last\(index)", "First", "19800101"]
        }
        #expect(Self.run(table, rows, &rules) == [])
        let bytes = rules.byteCount / count
        #expect(bytes <= 100, "\(bytes) bytes a member")
        #expect(bytes >= 44)
    }
}
