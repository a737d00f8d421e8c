import Conversion
import Foundation
import Testing

/// Tables that are read by one layout, whatever their header lacks.
struct LayoutChoiceTests {
    @Test func aMissingColumnIsFoundAndTheRestIsRead() throws {
        let text = "Medicaid_ID,Member_Name_Last,Remark\n100000000999,Sample,x\n"
        #expect(try TableTrial()(text).status == 65)
        let outcome = try TableTrial(layout: "cp-enrollment")(text)
        #expect(outcome.rules.contains("roster.column.missing"))
        #expect(outcome.records.count + outcome.rejects.count == 1)
        #expect(outcome.isBalanced)
    }

    private func file(_ text: String, _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "turnpike-\(UUID().uuidString).layout")
        try Data(text.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        try body(path.path)
    }

    @Test func aLayoutOfTheUsersOwnIsRead() throws {
        let layout = """
            layout own  version 1  found
            title  A list of our own
            date   YYYYMMDD

            columns 3
             1  Id      memberId  12  RV  MH  member.id
             2  Born    date      10  R   MH  member.birthDate
             3  Remark  text      -   O   MH  -

            """
        try file(layout) { path in
            let outcome = try TableTrial(layout: path)("Born,Remark,ID\n19800102,x,100000000999\n")
            #expect(outcome.memberIDs == ["100000000999"], "\(outcome.report)")
            #expect(outcome.records.first?["birthDate"] as? String == "1980-01-02")
            #expect((outcome.records.first?["other"] as? [[String: Any]])?.count == 1)
            #expect(outcome.layout == "own")
        }
    }

    @Test func fixedWidthsWithoutAHeaderAreRead() throws {
        let layout = """
            layout fixed  version 1  found
            title  A list in columns
            date   YYYYMMDD

            columns 3  fixed  headless
             1  Id    memberId  12  RV  MH  member.id
             2  Last  text      10  R   MH  member.name.last
             3  Born  date      8   R   MH  member.birthDate

            """
        try file(layout) { path in
            let outcome = try TableTrial(layout: path)(
                "100000000999Sample    19800102\n100000000998Ng        19790203\n")
            #expect(outcome.memberIDs == ["100000000999", "100000000998"], "\(outcome.report)")
            #expect(outcome.books("rows") == [2, 0, 2, 0, 0])
            #expect(outcome.isBalanced)
        }
    }

    @Test func workbooksWithoutAHeaderAreRead() throws {
        let layout = """
            layout own  version 1  found
            title  A list without names
            aside  Notes

            columns 2  headless
             1  Id    memberId  12  RV  MH  member.id
             2  Last  text      10  R   MH  member.name.last

            """
        let book = try TableText.workbook(
            ("List", [["100000000999", "Sample"], ["100000000998", "Ng"]]), ("Empty", []),
            ("Notes", [["Medicaid_ID", "CANARY"]]), ("More", [[], ["100000000997", "Lee"]]))
        try file(layout) { path in
            let outcome = try TableTrial(layout: path)(book, name: "input.xlsx")
            #expect(
                outcome.memberIDs == ["100000000999", "100000000998", "100000000997"],
                "\(outcome.report)")
            #expect(outcome.rejects.isEmpty && outcome.isBalanced)
        }
    }

    @Test(arguments: [("nothing", "no layout is named"), ("/nowhere/a.layout", "cannot be opened")])
    func whatIsNoLayoutIsSaid(_ argument: String, _ words: String) {
        #expect {
            try LayoutChoice(argument)
        } throws: { error in
            (error as? ConversionFailure)?.message.contains(words) == true
        }
    }

    @Test func aRosterThatIsGivenForALayoutIsNotShown() throws {
        try file("\n100000000999,CANARY\n") { path in
            let failure = #expect(throws: ConversionFailure.self) { try LayoutChoice(path) }
            #expect(failure?.message.contains(":2:1: a file begins with layout") == true)
            #expect(failure?.message.contains("CANARY") == false)
        }
    }

    @Test func aWrongLayoutIsToldByItsLine() throws {
        try file("layout own\n") { path in
            #expect {
                try LayoutChoice(path)
            } throws: { error in
                (error as? ConversionFailure)?.message.contains(".layout:1:") == true
            }
        }
    }
}
