import Foundation
import Testing

@testable import X12Grammar

/// Each file of `WrongGrammars` breaks one rule; its first line is the problem that must be found,
/// and there must be no other.
struct WrongGrammarTests {
    static let names: [String] = {
        let folder = Grammars.folder.appending(path: "WrongGrammars").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".grammar") }.sorted()
    }()

    @Test(arguments: names)
    func theProblemOfTheFirstLineIsFound(_ name: String) throws {
        let file = try Grammars.file("WrongGrammars/\(name)")
        let expected = file.content.prefix { $0 != "\n" }.dropFirst(2)
        let problems = try Grammars.library(adding: file).problems()
        #expect(problems.map(\.description) == ["WrongGrammars/\(name):\(expected)"])
    }

    @Test func everyRuleHasAWrongGrammar() throws {
        let broken = Self.names.map { "grammar." + $0.prefix { $0 != "-" } }
            .map { $0.replacing(".grammar", with: "") }
        #expect(Set(broken) == Set(GrammarRule.all.map(\.id)))
    }

    @Test func idsAreUnique() {
        #expect(Set(GrammarRule.all.map(\.id)).count == GrammarRule.all.count)
    }

    @Test(arguments: GrammarRule.all.map(\.summary))
    func aSummaryIsOnePhrase(_ summary: String) {
        #expect(summary.first?.isLowercase == true)
        #expect(summary.last != ".")
    }

    @Test func theSoundGrammarsAreSound() throws {
        #expect(try Grammars.library().problems() == [])
    }

    /// What is wrong in a dictionary is told once, not again by every guide.
    @Test func aBrokenDictionaryIsOneProblem() throws {
        let extra = GrammarFile(path: "d", text: "dictionary test\nelement 1  Again  AN 1/2\n")
        let problems = try Grammars.library(adding: extra).problems()
        #expect(problems.map(\.rule) == ["grammar.name.duplicate"])
    }

    @Test(
        arguments: [
            ([0xC3, 0x28], "2:1"), ([0x23, 0x0A, 0x0A, 0x23, 0xFF], "4:1"),
            ([0x23, 0x00], "2:2"), ([0x23, 0x20, 0xC3, 0xBC, 0x09], "2:4"),
        ] as [([UInt8], String)])
    func textIsUTF8WithoutControls(_ bytes: [UInt8], _ place: String) throws {
        let head = Array("dictionary wrong\n".utf8)
        let library = GrammarLibrary([GrammarFile(path: "x", bytes: head + bytes)])
        let problem = try #require(library.problems().first)
        #expect(problem.rule == "grammar.file.text")
        #expect("\(problem.line):\(problem.column)" == place)
    }

    /// What stands beneath a line that cannot be read is not wrong for that.
    @Test(arguments: [
        "dictionary wrong\nsegment AA\n  01  M  1\n  notes  P0102\n",
        "dictionary wrong\ncodes flags\n  ~ A B\n",
        """
        guide 005010X999  transaction 999  group ZZ  dictionary test
        loop 1000  Record  R  >1  record
        segment 0100 AA  Opening  R  none
          when AA-01 ~ AB
            ~ CD
          01  R  Kind  ~ AB
            ~ CD
        """,
        """
        guide 005010X999  transaction 999  group ZZ  dictionary test
        loop 1000  Record  R  >1  record
        segment 0100 AA  Opening  R  1
          01  none  Kind
            ~ AB
            when AA-01 ~ AB
        """,
        """
        guide 005010X999  transaction 999  group ZZ  dictionary test
        loop 1000  Record  R  >1  record
        segment 0100 AA  Opening  R  1
          01  R  Kind
        loop 1000/1100/1200  Nobody's  S  1
        segment 0200 QQ  Unknown  S  1
        """,
    ])
    func oneMistakeIsOneProblem(_ text: String) throws {
        let file = GrammarFile(path: "x", text: text)
        let problems = try Grammars.library(adding: file).problems()
        #expect(problems.count == 1, "\(problems)")
    }
}
