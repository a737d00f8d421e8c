import Foundation
import ShippedGrammars
import TableGrammar
import Testing

struct ShippedLayoutTests {
    static let library = LayoutLibrary.shipped

    @Test func thereIsNoProblem() { #expect(Self.library.problems == []) }

    @Test func theTextsAreThoseOfTheFolder() throws {
        let root = Layouts.folder.appending(path: "../../grammars").standardized
        #expect(ShippedGrammars.layouts.count > 5)
        for (path, text) in ShippedGrammars.layouts {
            let original = try Data(contentsOf: root.appending(path: path))
            #expect(text.withUTF8Buffer { Array($0) } == Array(original), "\(path)")
        }
    }

    /// As many columns as the facts say.
    @Test(arguments: [
        ("cp-assignment", [49]), ("cp-enrollment", [21]), ("cp-status-outreach", [31]),
        ("summary", [8]), ("member-roster", [45]), ("member-enrollment-roster", [36]),
        ("cp-payment", [17, 9]), ("flexible-services", [22]), ("ed-ip-visits", [14]),
    ])
    func columns(_ name: String, _ counts: [Int]) throws {
        let layout = try #require(Self.library.layout(named: name))
        #expect(layout.tables.map { $0.columns.count { !$0.isExtra } } == counts)
        #expect(!layout.title.isEmpty)
        #expect(layout.tables.first?.key.isEmpty == (name == "summary"))
    }

    /// A rule that holds for one sheet says so.
    @Test func sheetsOfRulesAreTold() throws {
        let layout = try #require(Self.library.layout(named: "cp-enrollment"))
        #expect(
            layout.text.contains("Disenrollment_Date has a value on the sheet DISENROLLMENT (inf"))
        #expect(layout.json.contains(#""sheet":"DISENROLLMENT","certainty":"inferred""#))
    }

    @Test func allAreTold() {
        #expect(Self.library.layouts.count == 9)
    }

    /// Every field is filled by a column of some layout.
    @Test func noFieldIsIdle() {
        let used = Set(
            Self.library.layouts.flatMap(\.tables).flatMap(\.columns).compactMap(\.field))
        #expect(Self.library.fields.fields.map(\.name).filter { !used.contains($0) } == [])
    }

    /// Each name of a file is that of one layout.
    @Test(arguments: [
        ("X_ASSIGNMENT_FULL_20190701.xlsx", ["cp-assignment"]),
        ("REFRESHREFERRAL_FULL.xlsx", ["cp-enrollment"]),
        ("ACO_ENROLLDISENROLL_CHG_20200101.xlsx", ["cp-enrollment"]),
        ("ACO_SUMMARY_ENROLLDISENROLL_CHG_20200101.xlsx", ["cp-enrollment", "summary"]),
        ("ACO_SUMMARY_ENROLLDISENROLL_CHG_20200101R.xlsx", ["summary"]),
        ("CP_BHCHP-CP_STATUSOUTREACH_FULL_20180718.XLSX", ["cp-status-outreach"]),
        ("CP_BHCHP-CP_MH_SUMMARY_FULL_20180718.XLSX", ["summary"]),
        ("C3_ML_R2_QE20200331.XLSM", ["flexible-services"]), ("members.834", []),
    ])
    func fileNames(_ name: String, _ layouts: [String]) {
        let found = Self.library.layouts.filter { layout in
            layout.files.contains { $0.matches(name) }
        }
        #expect(found.map(\.name) == layouts)
    }
}
