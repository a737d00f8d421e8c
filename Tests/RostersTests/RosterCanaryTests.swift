import Diagnostics
import Rosters
import ShippedGrammars
import TableGrammar
import TableSyntax
import Testing

/// Every rule is broken by some test, and no finding tells what a cell holds.
struct RosterCanaryTests {
    @Test func everyRuleIsBrokenSomewhere() {
        let lines =
            CellReaderTests.all.flatMap(\.found)
            + (RowRuleTests.assignment + RowRuleTests.ages + RowRuleTests.others).flatMap(\.found)
            + (RosterFileRulesTests.rows + RosterFileRulesTests.spans + RosterFileRulesTests.people
            + RosterFileRulesTests.dates).flatMap(\.found)
        let broken = Set(
            lines.flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("roster.") }
                .map(String.init))
        // These stand in the tests of their own.
        let others: Set = [
            "roster.language.code", "roster.provider.unknown", "roster.provider.name",
            "roster.value.unwanted", "roster.value.expected", "roster.counts.differ",
            "roster.change.large", "roster.change.layout", "roster.change.locked",
            "roster.change.damaged",
        ]
        #expect(broken.union(others) == Set(Rule.rosterRules.map(\.description)))
        #expect(Set(Rule.rosterRules.map(\.description)).count == Rule.rosterRules.count)
    }

    /// What a cell of any column may hold that must not be told.
    static let canaries = [
        "ZQXJVKW", "zqxjvkw@example", "98765432101234567", "9.87654321012E+11", "2019-99-87",
        "#ZQXJ!", " ZQXJVKW\n2", "98765.0", "ZQ", "31337", "9876543", "98765", "ZQXJ-98765",
        "=\"ZQXJVKW\"",
    ]

    @Test(arguments: LayoutLibrary.shipped.layouts.map(\.name), canaries)
    func findingHoldsNoValue(_ name: String, _ canary: String) throws {
        let layout = try #require(LayoutLibrary.shipped.layouts.first { $0.name == name })
        let columns = try #require(layout.tables.first).columns.map(\.name)
        let table = try SampleTable(layout, columns)
        var rules = RosterFileRules(previous: PreviousRoster(table.match))
        rules.begin(table.match, sheet: 0)
        var reading = RowReading()
        var findings: [Finding] = []
        for number in 2...40 {
            // Rows that are alike in some columns only.
            let texts = columns.indices.map { $0 % 7 == number % 3 ? "\(canary)\(number)" : canary }
            if number < 5 { table.keep([texts]) }
            let row = SampleRow(texts, number: number)
            table.reader.read(row.row, &reading)
            findings += reading.findings
            rules.add(table.facts.facts(of: &reading), &findings)
        }
        findings += rules.finish()
        // A summary has only texts and numbers.
        #expect(!findings.isEmpty || name == "summary")
        for finding in findings {
            let told = "\(finding.place) \(finding.expected ?? "")"
            for word in canary.split(whereSeparator: { " \n@.-!#+".contains($0) })
            where word.count > 3 {
                #expect(!told.contains(word), "\(finding.rule) tells a value: \(told)")
            }
        }
    }

    /// Any bytes in any column: nothing traps, and values lie within the row or what was written.
    @Test(arguments: LayoutLibrary.shipped.layouts.map(\.name))
    func anyBytesAreRead(_ name: String) throws {
        let layout = try #require(LayoutLibrary.shipped.layouts.first { $0.name == name })
        for sheet in layout.tables {
            let columns = sheet.columns.map(\.name)
            let table = try SampleTable(layout, columns)
            var random = Sequence(seed: 20_261_122)
            var reading = RowReading()
            var rules = RosterFileRules()
            rules.begin(table.match, sheet: 0)
            var found: [Finding] = []
            for number in 2..<300 {
                let texts = columns.map { _ in random.text() }
                let row = SampleRow(
                    Array(texts.prefix(random.below(columns.count + 1))), number: number)
                table.reader.read(row.row, &reading)
                rules.add(table.facts.facts(of: &reading), &found)
            }
            #expect(found.allSatisfy { $0.row == 0 || (2..<300).contains($0.row) })
        }
    }

    /// Numbers that are the same on every run.
    private struct Sequence {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return limit > 0 ? Int((state >> 33) % UInt64(limit)) : 0
        }

        /// Short text of letters that matter to some check.
        mutating func text() -> String {
            let letters = Array("0123456789.-/+EeYNMAF #@\n\u{A0}é\"\\")
            return String((0..<below(14)).map { _ in letters[below(letters.count)] })
        }
    }
}
