import Testing

@testable import X12Grammar

struct ProfileReaderTests {
    static let harbor = try? Grammars.library().profile(named: "harbor")

    @Test func theHeaderNamesGuidesAndSenders() throws {
        let profile = try #require(Self.harbor)
        #expect(try Grammars.library().profileNames == ["harbor"])
        let section = try #require(profile.sections.first)
        #expect(section.guides == ["005010X900A1"])
        #expect(profile.envelope == "005010X900A1")
        #expect(section.senders == ["HARBOR", "HARBOR2"])
        #expect(section.receivers == ["QUAY"])
        #expect(try Grammars.library().profile(named: "haven") == nil)
    }

    /// Lines in short: rule, place, severity, certainty, codes, condition.
    @Test func linesBecomeEntries() throws {
        let profile = try #require(Self.harbor?.sections.first)
        #expect(
            profile.rules.map(Self.short) == [
                "harbor.kind.use 1000/AA-01 error found AB CD",
                "harbor.town.name 1000/AA-02 note inferred ASHBY GROTON",
                "harbor.file.name file warning seen",
                "harbor.all.places any off found",
            ])
        #expect(
            profile.severities.map(Self.short) == [
                "x12.segment.missing 1000/BB note unverified when 1000/AA-1 AB CD",
                "x12.set.count SE-01 warning found",
            ])
    }

    @Test func labelsNameCodes() throws {
        let labels = try #require(Self.harbor?.sections.first?.labels.first)
        #expect(labels.place == .segment(path: "1000", id: "AA", element: 1))
        #expect(labels.codes.map(\.code) == ["AB", "CD"])
        #expect(labels.codes.map(\.name) == ["The first kind", "Another"])
    }

    @Test(arguments: [
        ("any", PartnerProfile.Place.anywhere, ""), ("file", .file, ""),
        ("SE-01", .segment(path: "", id: "SE", element: 1), ""),
        ("1000/BB", .segment(path: "1000", id: "BB", element: 0), "1000"),
        ("1000/1100/HL-02", .segment(path: "1000/1100", id: "HL", element: 2), "1100"),
    ])
    func places(_ text: String, _ place: PartnerProfile.Place, _ loop: String) throws {
        let file = GrammarFile(
            path: "x",
            text: """
                profile haven  guide 005010X900A1  envelope 005010X900A1
                rule a.b.c  \(text)  note  found
                """)
        let profile = try #require(try Grammars.library(adding: file).profile(named: "haven"))
        #expect(profile.sections.map { $0.rules.map(\.place) } == [[place]])
        #expect(place.description == text)
        #expect(place.loop == loop)
    }

    /// Each section has its own guides, parties and rules, and a place may be of any of its guides.
    @Test func sectionsAreOfTheirOwnGuides() throws {
        let harbor = GrammarFile(
            path: "g",
            text: """
                guide 005010X901A1  transaction 901  group ZZ  dictionary test
                loop 1000  Record  R  >1  record
                segment 0100 AA  Opening  R  1
                  01  R  Kind  ~ AB
                """)
        let profile = GrammarFile(
            path: "p",
            text: """
                profile haven  guide 005010X900A1  envelope 005010X900A1
                sender WEST  found
                rule a.b.c  1000/BB  note  found
                guide 005010X901A1
                receiver WEST  found
                rule a.b.d  1000/AA-01  note  found  ~ AB
                """)
        let library = try Grammars.library(adding: harbor, profile)
        #expect(library.problems() == [])
        let sections = try #require(try library.profile(named: "haven")?.sections)
        #expect(sections.map(\.guides) == [["005010X900A1"], ["005010X901A1"]])
        #expect(sections.map(\.senders) == [["WEST"], []])
        #expect(sections.map(\.receivers) == [[], ["WEST"]])
        #expect(sections.map { $0.rules.map(\.rule) } == [["a.b.c"], ["a.b.d"]])
        // BB is not of the other guide.
        let wrong = GrammarFile(
            path: "p", text: profile.content.replacing("1000/AA-01", with: "1000/BB-01"))
        let problems = try Grammars.library(adding: harbor, wrong).problems()
        #expect(problems.map(\.rule) == ["grammar.place.undefined"])
    }

    @Test func aWrongProfileIsThrown() throws {
        let file = try Grammars.file("WrongGrammars/certainty.error.grammar")
        let library = try Grammars.library(adding: file)
        let error = #expect(throws: GrammarProblems.self) { try library.profile(named: "wrong") }
        #expect(error?.problems.map(\.rule) == ["grammar.certainty.error"])
    }

    private static func short(_ entry: PartnerProfile.Entry) -> String {
        var parts = [
            entry.rule, entry.place.description, entry.level.rawValue, entry.certainty.rawValue,
        ]
        parts += entry.codes
        if let when = entry.condition {
            parts += ["when", "\(when.path)/\(when.segment)-\(when.element)"] + when.codes
        }
        return parts.joined(separator: " ")
    }
}
