import Testing

@testable import X12Grammar

/// Levels, records beneath several of them, and loops that are like another.
struct LevelTests {
    static let guide = try? Grammars.library(adding: file).guide(named: "005010X901")

    /// A claim guide in small: the record beneath either of two levels.
    static let file = GrammarFile(
        path: "levels.grammar",
        text: """
            guide 005010X901  transaction 901  group ZZ  dictionary test
            table 2
            loop A  Level  R  >1  level
            segment 0100 HL  Level  R  1
              01  R  Number
              02  R  Kind
              03  R  Kind  ~ AA
            loop A/B  Level within  R  >1  level
            segment 0100 HL  Level  R  1
              01  R  Number
              02  R  Kind
              03  R  Kind  ~ BB
            loop A/B/R  Record  S  100  record
            segment 0200 AA  Opening  R  1
              01  R  Kind  ~ AB CD
            segment 0300 BB  Details  S  1
              when A/B/R/AA-01 ~ AB
              01  S  Kind  ~ GH
              when A/HL-03 ~ AA
            loop A/B/R/S  Inner  S  2
            segment 0400 BB  Details  R  1
              01  R  Kind  ~ AB
            loop A/B/R/S/T  Innermost  S  1
            segment 0500 AA  Details  R  1
              01  R  Kind
              03  S  Pair
              03-1  R  Kind
              03-2  S  Text
              when A/B/R/S/BB-01 ~ AB
            in A/B/R
            segment 0600 BB  Last details  S  1
            loop A/B/C  Level innermost  S  >1  level
            segment 0100 HL  Level  R  1
              01  R  Number
              02  R  Kind
              03  R  Kind  ~ CC
            loop A/B/C/R  Record again  S  50  as A/B/R  record
            """)

    @Test func aLoopIsLikeAnother() throws {
        let guide = try #require(Self.guide)
        #expect(
            guide.loops.map(\.path) == [
                "", "A", "A/B", "A/B/R", "A/B/R/S", "A/B/R/S/T", "A/B/C", "A/B/C/R", "A/B/C/R/S",
                "A/B/C/R/S/T",
            ])
        #expect(guide.loops.map(\.id).suffix(3) == ["R", "S", "T"])
        #expect(guide.loops.map(\.parent).suffix(3) == [6, 7, 8])
        #expect(guide.loops.indices.filter { guide.loops[$0].isLevel } == [1, 2, 6])
        #expect(guide.loops.indices.filter { guide.loops[$0].isRecord } == [3, 7])
        #expect((guide.loops[7].name, guide.loops[7].maximum) == ("Record again", 50))
        #expect((guide.loops[8].name, guide.loops[8].maximum) == ("Inner", 2))
        #expect(
            guide.loops[7].children
                == [.segment(8), .segment(9), .loop(8), .segment(12)])
    }

    @Test func everyCopiedSegmentIsItsOwn() throws {
        let guide = try #require(Self.guide)
        #expect(guide.segments.map(\.loop) == [1, 2, 3, 3, 4, 5, 3, 6, 7, 7, 8, 9, 7])
        #expect(guide.segments.allSatisfy { $0.table == 2 })
        for (copy, original) in zip(guide.segments[8...], guide.segments[2...6]) {
            #expect(copy.id == original.id && copy.position == original.position)
            #expect(copy.elements.map(\.codes) == original.elements.map(\.codes))
        }
    }

    /// A condition inside the loop looks into the copy, one outside of it to where it did before.
    @Test func conditionsFollowTheCopy() throws {
        let guide = try #require(Self.guide)
        #expect(guide.segments[9].condition?.loop == 7)
        #expect(guide.segments[9].elements[0].condition?.loop == 1)
        #expect(guide.segments[11].elements[2].components[1].condition?.loop == 8)
        #expect(guide.segments[5].elements[2].components[1].condition?.loop == 4)
    }

    /// A mistake in a loop is not told again for its copies.
    @Test(arguments: [
        ("segment 0400 BB  Details  R  1", "segment 0400 BB  Details  S  1", "loop.start"),
        ("01  R  Kind  ~ AB CD", "01  R  Kind  ~ AB AB", "code.duplicate"),
        ("01  R  Kind  ~ AB CD", "01  S  Kind  ~ AB CD", "element.loosened"),
        ("when A/HL-03 ~ AA", "when A/HL-03 ~ QQ", "when.code"),
        ("segment 0600 BB", "segment 0100 BB", "segment.unreachable"),
    ])
    func oneMistakeIsOneProblem(_ right: String, _ wrong: String, _ rule: String) throws {
        let text = Self.file.content.replacing(right, with: wrong)
        let file = GrammarFile(path: "wrong.grammar", text: text)
        let problems = try Grammars.library(adding: file).problems()
        #expect(problems.map(\.rule) == ["grammar.\(rule)"])
    }

    /// `level`, `record` and `as` come in any order.
    @Test(arguments: ["as A/B/R  record", "record  as A/B/R"])
    func columnsOfALoop(_ columns: String) throws {
        let text = Self.file.content.replacing("as A/B/R  record", with: columns)
        let file = GrammarFile(path: "new.grammar", text: text)
        let guide = try Grammars.library(adding: file).guide(named: "005010X901")
        #expect(guide == Self.guide)
    }

    @Test func renderings() throws {
        let guide = try #require(Self.guide)
        let json = String(decoding: guide.json, as: UTF8.self)
        let loop = #""path":"A/B/C","name":"Level innermost","usage":"situational","repeat":null"#
        #expect(json.contains(loop + #","level":true}"#))
        #expect(json.contains(#""loop":"T","path":"A/B/C/R/S/T","table":2,"at":"0500""#))
        let path = #""when":{"path":"A/B/C/R/S","segment":"BB","position":1,"codes":["AB"]}"#
        #expect(json.contains(path))
        let lines = guide.text.split(separator: "\n")
        #expect(lines.filter { $0.hasSuffix(" level") }.count == 3)
        #expect(lines.filter { $0.contains("Loop T  Innermost") }.count == 2)
    }

    /// Whatever is missing at the end of the file, there are problems and no trap.
    @Test func truncatedAtEveryByte() throws {
        let bytes = Array(Self.file.content.utf8)
        for count in bytes.indices {
            let file = GrammarFile(path: "levels.grammar", bytes: Array(bytes[..<count]))
            let problems = try Grammars.library(adding: file).problems()
            #expect(problems.allSatisfy { $0.line > 0 && $0.column > 0 })
        }
    }
}
