import Testing

@testable import X12Grammar

struct GrammarLibraryTests {
    static let library = GrammarLibrary([
        guide("005010X220A1", "834", variants: "005010X220"),
        guide("005010X222A1", "837", variants: "005010X222A2"),
        guide("005010X223A2", "837", variants: ""),
        guide("00501", "envelope", variants: ""),
    ])

    static func guide(_ name: String, _ transaction: String, variants: String) -> GrammarFile {
        let variant = variants.isEmpty ? "" : "variant \(variants)\n"
        return GrammarFile(
            path: "\(name).grammar",
            text: "# comment\n\nguide \(name)  transaction \(transaction)  group X  dictionary d\n"
                + variant + "what follows is not looked at\n")
    }

    @Test func namesComeFromTheFirstLines() {
        #expect(
            Self.library.guideNames == ["005010X220A1", "005010X222A1", "005010X223A2", "00501"])
    }

    @Test(arguments: [
        ("005010X220A1", nil, "005010X220A1"),
        ("005010X220", nil, "005010X220A1"),
        ("005010X220A9", nil, "005010X220A1"),
        ("005010X222A2", "837", "005010X222A1"),
        ("005010X223", "837", "005010X223A2"),
        ("005010X223A1", "837", "005010X223A2"),
        ("005010X220A1", "837", nil),
        ("005010X224A2", "837", nil),
        ("005010X22", nil, nil),
        ("005010X220A", nil, nil),
        ("005010X220AB", nil, nil),
        ("00501", nil, "00501"),
        ("00501A1", nil, nil),
        ("", nil, nil),
        ("A1", nil, nil),
    ])
    func nearestGuide(_ name: String, _ transaction: String?, _ expected: String?) {
        #expect(Self.library.nearestGuide(to: name, transaction: transaction) == expected)
    }

    @Test func aVariantIsTheGuide() throws {
        let library = try Grammars.library()
        #expect(try library.guide(named: "005010X900")?.name == "005010X900A1")
        #expect(try library.guide(named: "005010X900A1")?.variants == ["005010X900"])
        #expect(try library.guide(named: "005010X901") == nil)
    }

    @Test func codeLists() throws {
        let library = try Grammars.library()
        let flags = try #require(try library.codeList(named: "flags", dictionary: "test"))
        #expect(
            flags
                == CodeList(
                    name: "flags", title: "Yes or no", isExternal: false, codes: ["N", "Y"]))
        let towns = try #require(try library.codeList(named: "towns", dictionary: "test"))
        #expect(towns.isExternal && towns.codes.isEmpty && !towns.isCopied)
        let harbors = try #require(try library.codeList(named: "harbors", dictionary: "test"))
        #expect(harbors.isExternal && harbors.isCopied && harbors.codes == ["LYNN", "SALEM"])
        #expect(try library.codeList(named: "villages", dictionary: "test") == nil)
        #expect(try library.codeList(named: "flags", dictionary: "009999") == nil)
    }

    @Test func aWrongGuideIsThrown() throws {
        let library = Self.library
        let error = #expect(throws: GrammarProblems.self) {
            try library.guide(named: "005010X223A2")
        }
        #expect(
            error?.description == "005010X223A2.grammar:4:1: a line begins with a keyword of the "
                + "grammar language: \"what\" [grammar.line.keyword]")
    }

    /// The dictionary may be in several files, and the text embedded.
    @Test func filesAddUp() throws {
        let library = try Grammars.library(
            adding: GrammarFile(
                path: "more", text: "dictionary test\nsegment CC  More\n  01  M  1\n"),
            GrammarFile(
                path: "guide",
                text: """
                    guide 005010X999  transaction 999  group ZZ  dictionary test
                    loop 1000  Record  R  >1  record
                    segment 0100 CC  More  R  1
                      01  R  Text
                    """ as StaticString))
        #expect(try library.guide(named: "005010X999")?.segments.map(\.id) == ["CC"])
    }
}
