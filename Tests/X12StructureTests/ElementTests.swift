import Testing

/// The elements of one segment against the guide.
struct ElementTests {
    /// Elements of AA, the findings without `1000/AA`, and what they mark.
    static let cases: [(elements: String, findings: [String], marked: [String])] = [
        ("A", [], []),
        // Presence.
        ("", ["missing -01"], [""]),
        ("*C1", ["missing -01"], [""]),
        ("*", ["missing -01", "trailing -02"], ["", ""]),
        ("A*", ["trailing -02"], [""]),
        ("A*C1***", ["trailing -05"], [""]),
        ("A********Z", ["unused -09"], ["Z"]),
        ("A***********Z", ["extra -12"], ["Z"]),
        ("A***********Y*Z", ["extra -12"], ["Y*Z"]),
        ("A***********", ["trailing -12"], [""]),
        // Lengths, in characters.
        ("ABCDEFGHIJ", [], []),
        ("ABCDEFGHIJK", ["long -01"], ["ABCDEFGHIJK"]),
        ("ÄÄÄÄÄÄÄÄÄÄ", [], []),
        ("  ", ["missing -01"], ["  "]),
        // Codes.
        ("A*C1", [], []),
        ("A*C2", [], []),
        ("A*C3", ["code -02"], ["C3"]),
        ("A*c1", ["code -02"], ["c1"]),
        ("A*C", ["code -02"], ["C"]),
        ("A*C11", ["code -02"], ["C11"]),
        ("A*C1 ", ["code -02"], ["C1 "]),
        // Dates and times.
        ("A**20240229", [], []),
        ("A**20230229", ["date -03"], ["20230229"]),
        ("A**240229", ["short -03"], ["240229"]),
        ("A**2024022A", ["date -03"], ["2024022A"]),
        ("A***2359", [], []),
        ("A***235959", [], []),
        ("A***23595999", [], []),
        ("A***2400", ["time -04"], ["2400"]),
        ("A***2360", ["time -04"], ["2360"]),
        ("A***12000", ["time -04"], ["12000"]),
        ("A***12:00", ["composite -04", "time -04"], ["12:00", "12:00"]),
        // Numbers: sign and point do not count.
        ("A****12345", [], []),
        ("A****-123.45", [], []),
        ("A****123456", ["long -05"], ["123456"]),
        ("A****1,5", ["number -05"], ["1,5"]),
        ("A****1.2.3", ["number -05"], ["1.2.3"]),
        ("A****.", ["number -05"], ["."]),
        ("A*****123", [], []),
        ("A*****-12", [], []),
        ("A*****1.5", ["number -06"], ["1.5"]),
        ("A*****1234", ["long -06"], ["1234"]),
        // Composites.
        ("A******X1:T", [], []),
        ("A******X9:T", ["code -07-1"], ["X9"]),
        ("A******:T", ["missing -07-1", "relation -07-1"], ["", ""]),
        ("A******X1", ["relation -07-2"], [""]),
        ("A******X1:T:Z", ["unused -07-3"], ["Z"]),
        ("A******X1:T::Z", ["extra -07-4"], ["Z"]),
        ("A******X1:T^X2:U", ["repeat -07"], ["X1:T^X2:U"]),
        // Repetitions.
        ("A*******T^U^V", [], []),
        ("A*******T^U^V^W", ["repeat -08"], ["T^U^V^W"]),
        ("A*******T^ABCDEFGHIJK", ["long -08"], ["ABCDEFGHIJK"]),
        ("A^B", ["repeat -01"], ["A^B"]),
        ("A:B", ["composite -01"], ["A:B"]),
        // Periods, in the format that is named before them.
        ("A*********D8*20240229", [], []),
        ("A*********RD8*20240229-20240301", [], []),
        ("A*********D8*20240229-20240301", ["date -11"], ["20240229-20240301"]),
        ("A*********RD8*20240229", ["date -11"], ["20240229"]),
        ("A*********RD8*20240229-20240230", ["date -11"], ["20240229-20240230"]),
        ("A*********TM*2460", ["time -11"], ["2460"]),
        ("A*********DT*202402292460", ["time -11"], ["202402292460"]),
        ("A*********DT*202402301200", ["date -11"], ["202402301200"]),
        ("A*********D8", ["relation -11"], [""]),
        // Characters.
        ("A\u{1}", ["control -01"], ["A\u{1}"]),
        ("A\nB", ["control -01"], ["A\nB"]),
        // Control characters beyond ASCII, and a letter that was lost before.
        ("A\u{85}B", ["control -01"], ["A\u{85}B"]),
        ("A\u{9B}B", ["control -01"], ["A\u{9B}B"]),
        ("JOS\u{FFFD}", ["encoding -01"], ["JOS\u{FFFD}"]),
        ("A**20240229\n", ["control -03", "long -03"], ["20240229\n", "20240229\n"]),
        ("A**2024022\n", ["control -03", "date -03"], ["2024022\n", "2024022\n"]),
        ("A****1\n2", ["control -05", "number -05"], ["1\n2", "1\n2"]),
        ("A****12\n", ["control -05"], ["12\n"]),
        // Blanks and control characters alone are as good as nothing.
        ("\0\0", ["control -01", "missing -01"], ["\0\0", "\0\0"]),
        ("\u{1} \n", ["control -01", "missing -01"], ["\u{1} \n", "\u{1} \n"]),
        ("A*******\0", ["control -08"], ["\0"]),
        ("A******X1:\0", ["control -07-2", "relation -07-2"], ["\0", "\0"]),
    ]

    @Test(arguments: cases.indices)
    func anElementIsChecked(_ index: Int) {
        let (elements, findings, marked) = Self.cases[index]
        let matching = Matching("AA*\(elements)~BB*B1~")
        let found = matching.findings.map {
            $0.replacing("x12.element.", with: "").replacing("1000/AA", with: "")
        }
        #expect(found == findings, "\(elements)")
        #expect(matching.marked == marked, "\(elements)")
    }

    /// A segment without elements.
    @Test func aBareIdHasNoElements() {
        #expect(Matching("AA*A~BB*B1~CC~").findings == ["x12.element.missing 1000/CC-01"])
    }

    /// Elements of the segments that have one syntax note each; the element that breaks it, if any.
    static let notes: [(segment: String, broken: Int)] = [
        ("PP*1*2", 0), ("PP", 0), ("PP*1", 2), ("PP**2", 1), ("PP*1* ", 2), ("PP* * ", 0),
        ("RR*1", 0), ("RR**2", 0), ("RR*1*2", 0), ("RR", 1),
        ("XX", 0), ("XX*1", 0), ("XX**2", 0), ("XX*1*2", 2),
        ("KK", 0), ("KK*1*2*3", 0), ("KK**2", 0), ("KK*1*2", 3), ("KK*1", 2),
        ("LL", 0), ("LL*1*2", 0), ("LL*1**3", 0), ("LL**2", 0), ("LL*1", 2),
    ]

    @Test(arguments: notes)
    func aSyntaxNoteIsKept(_ segment: String, _ broken: Int) {
        let matching = Matching("AA*A~BB*B1~\(segment)~")
        let id = segment.prefix(2)
        #expect(
            matching.findings == (broken == 0 ? [] : ["x12.element.relation 1000/\(id)-0\(broken)"])
        )
    }

    /// The same, and what follows in the segment from where the finding stands on: what is missing is
    /// shown where it would have stood.
    @Test(arguments: [
        ("PP*1", ""), ("PP**2", "*2"), ("PP*1* ", " "), ("RR", ""), ("XX*1*2", "2"),
        ("KK*1*2", ""), ("KK*1**3", "*3"), ("LL*1", ""), ("QQ*Q1:20240229::20240229", ":20240229"),
        ("QQ*Q1:20240229:D8*M1", "*M1"),
    ])
    func whatANoteMissesIsShownAtItsPlace(_ segment: String, _ rest: String) {
        let matching = Matching("AA*A~BB*B1~\(segment)~")
        #expect(matching.findings.map { $0.prefix(20) } == ["x12.element.relation"])
        #expect(matching.rests == [rest])
    }

    /// What a note says in words.
    static let wordings: [(segment: String, expected: String)] = [
        ("PP*1", "elements 01 and 02, or none of them: P0102"),
        ("RR", "at least one of elements 01 and 02: R0102"),
        ("XX*1*2", "at most one of elements 01 and 02: E0102"),
        ("KK*1", "with element 01 also 02 and 03: C010203"),
        ("LL*1", "with element 01 also 02 or 03: L010203"),
    ]

    @Test(arguments: wordings)
    func aSyntaxNoteIsToldInWords(_ segment: String, _ expected: String) {
        #expect(Matching("AA*A~BB*B1~\(segment)~").expected == [expected])
    }

    /// Elements that are required when a code comes: in the same segment, or before it in the loop.
    static let conditions: [(segments: String, findings: [String])] = [
        ("TT*T1*A~", []),
        ("TT*T2~", []),
        ("TT*T1~", ["missing -02"]),
        ("TT*T1* ~", ["missing -02"]),
        ("TT*T1*A~TT*T2~", []),
        ("TT*T2~TT*T1~TT*T1*A~TT*T1~", ["missing -02", "missing -02"]),
        ("BB*B2~TT*T2~", []),
        ("BB*B3~TT*T2**A~", []),
        ("BB*B3~BB*B2~TT*T2~TT*T2**A~TT*T2~", ["missing -03", "missing -03"]),
        ("BB*B3~AA*A~BB*B1~TT*T2~", []),
    ]

    @Test(arguments: conditions)
    func aConditionRequiresAnElement(_ segments: String, _ findings: [String]) {
        let found = Matching("AA*A~BB*B1~" + segments).findings.map {
            $0.replacing("x12.element.", with: "").replacing("1000/TT", with: "")
        }
        #expect(found == findings)
    }

    @Test func expectedValuesAreTheGuides() {
        #expect(Matching("AA*A*C9~BB*B1~").expected == ["C1 C2"])
        #expect(Matching("AA*ABCDEFGHIJK~BB*B1~").expected == ["at most 10"])
        #expect(Matching("AA**C1~BB*B1~").expected == ["Text"])
        #expect(
            Matching("AA*A~BB*B1~XX*1*2~").expected == ["at most one of elements 01 and 02: E0102"]
        )
    }
}
