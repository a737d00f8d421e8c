import Testing

@testable import X12Grammar

struct GuideReaderTests {
    /// An element line, and the element in short: usage, repeat, name, codes, list.
    @Test(arguments: [
        ("01  R  Kind  ~ AB", "R 1 Kind [AB]"),
        ("  01    R   Kind of  AB", nil),
        ("01 R Kind ~ AB CD  # a comment", "R 1 Kind [AB CD]"),
        ("01  R  Kind", "R 1 Kind []"),
        ("01  R  Kind ~ A#", "R 1 Kind [A#]"),
        ("01  R  Kind  @ towns", "R 1 Kind [] @towns"),
        ("01  R  Kind  ~ AB @ towns", "R 1 Kind [AB] @towns"),
        ("01  R  Kind x1 ~ AB", "R 1 Kind [AB]"),
        ("01  R  Kind xerox  ~ AB", "R 1 Kind xerox [AB]"),
        ("01  R  Kind  ~ AB\n  ~ CD\n\n# comment\n  ~ EF", "R 1 Kind [AB CD EF]"),
        ("01  R  Kind  ~ AB\r\n  ~ CD\r", "R 1 Kind [AB CD]"),
        ("01  R  Größe  ~ ÄÖ", "R 1 Größe [ÄÖ]"),
    ])
    func elementLine(_ line: String, _ expected: String?) throws {
        let segment = "segment 0100 AA  Opening  R  1\n\(line)\n"
        guard let expected else {
            #expect(throws: GrammarProblems.self) { try Grammars.guide(segment) }
            return
        }
        let element = try Grammars.guide(segment).segments[0].elements[0]
        #expect(element.short == expected)
    }

    @Test(arguments: [("R  1", "R 1"), ("S  25", "S 25"), ("N  >1", "N any")])
    func segmentUsage(_ columns: String, _ expected: String) throws {
        let guide = try Grammars.guide(
            "segment 0100 AA  Opening  R  1\n01  R  Kind\nsegment 0250 BB  Two words  \(columns)")
        let segment = guide.segments[1]
        let times = segment.maximum.map(String.init) ?? "any"
        #expect("\(segment.usage.symbol) \(times)" == expected)
        #expect(segment.name == "Two words")
        #expect(segment.place == "0250")
    }

    @Test func elementsHaveNoGaps() throws {
        let guide = try Grammars.guide(
            "segment 0100 AA  Opening  R  1\n01  R  Kind\n03  S  Pair  x>1\n03-2  S  Text\n"
                .replacing("x>1", with: "x5").replacing("03-2", with: "03-1  R  Kind\n03-2"))
        let elements = guide.segments[0].elements
        #expect(elements.map(\.position) == [1, 2, 3, 4, 5])
        #expect(elements.map(\.usage.symbol).joined() == "RNSNN")
        #expect(elements.map(\.number) == ["2", "1", "C001", "4", "5"])
        #expect(elements[1].name == "Free Text")
        #expect(elements[2].maximum == 5)
        #expect(elements[2].components.map(\.usage.symbol).joined() == "RSN")
        #expect(elements[2].notes.map(\.description) == ["P0203"])
        #expect(guide.segments[0].notes == [SyntaxNote(kind: .paired, positions: [4, 5])])
        #expect(elements[3].type == .identifier)
        #expect((elements[4].minimumLength, elements[4].maximumLength) == (1, 18))
    }

    @Test func loopsNest() throws {
        let guide = try #require(try Grammars.library().guide(named: "005010X900A1"))
        #expect(guide.loops.map(\.path) == ["", "1000", "1000/1100"])
        #expect(guide.loops.map(\.id) == ["", "1000", "1100"])
        #expect(guide.loops.map(\.parent) == [nil, 0, 1])
        #expect(guide.loops.map(\.isRecord) == [false, true, false])
        #expect(guide.loops.map(\.maximum) == [1, nil, 1])
        #expect(guide.loops[0].children == [.segment(0), .loop(1), .segment(6)])
        #expect(
            guide.loops[1].children
                == [.segment(1), .segment(2), .segment(3), .loop(2), .segment(5)])
        #expect(guide.segments.map(\.loop) == [0, 1, 1, 1, 2, 1, 0])
        #expect(guide.segments.map(\.table) == [1, 2, 2, 2, 2, 2, 2])
    }

    @Test func conditionsNameLoopsAround() throws {
        let guide = try #require(try Grammars.library().guide(named: "005010X900A1"))
        let segment = try #require(guide.segments[3].condition)
        #expect(segment == Condition(loop: 1, segment: "AA", element: 1, codes: ["CD", "EF"]))
        let component = guide.segments[1].elements[2].components[1]
        #expect(component.condition?.codes == ["AB"])
    }

    @Test func codesContinueBeneathACondition() throws {
        let guide = try Grammars.guide(
            """
            segment 0100 AA  Opening  R  1
              01  R  Kind  ~ AB CD EF
            segment 0200 BB  Details  S  1
              when 1000/AA-01 ~ AB
                ~ CD
              01  S  Kind  ~ GH
              when 1000/AA-01 ~ CD
                ~ EF
            """)
        #expect(guide.segments[1].condition?.codes == ["AB", "CD"])
        #expect(guide.segments[1].elements[0].condition?.codes == ["CD", "EF"])
        #expect(guide.segments[1].elements[0].codes == ["GH"])
    }

    /// Codes or components tell starts apart.
    @Test(arguments: [
        """
        segment 0100 AA  Opening  R  1
          01  R  Kind
        segment 0200 AA  One  S  1
          01  R  Kind
          03  R  Pair
          03-1  R  Kind  ~ AB
        segment 0200 AA  Other  S  1
          01  R  Kind
          03  S  Pair
          03-1  R  Kind  ~ CD
        """
    ])
    func soundGuide(_ lines: String) throws {
        #expect(try Grammars.guide(lines).loops[1].isRecord)
    }

    @Test func aSharedListGivesItsCodes() throws {
        let guide = try Grammars.guide(
            "segment 0100 AA  Opening  R  1\n01  R  Kind\n04  S  Flag  @ flags\n")
        #expect(guide.segments[0].elements[3].codes == ["N", "Y"])
        #expect(guide.segments[0].elements[3].codeList == "flags")
    }
}

extension ElementDefinition {
    fileprivate var short: String {
        let times = maximum.map(String.init) ?? "any"
        let list = codeList.map { " @\($0)" } ?? ""
        return "\(usage.symbol) \(times) \(name) [\(codes.joined(separator: " "))]\(list)"
    }
}
