import Testing

/// Where segments of a record are put, and what is said of those that are not in their place.
struct MatcherTests {
    static let start = "AA*A~BB*B1~"

    @Test func theGuideIsSound() { #expect(Matching.guide != nil) }

    /// Records without a finding, and the places of their segments after the first two.
    static let fine: [(segments: String, places: [String])] = [
        ("", []),
        ("BB*B2~", ["1000/Second details"]),
        ("BB*B3~BB*B2~", ["1000/Second details", "1000/Second details"]),
        ("CC*1~CC*2~CC*3~", ["1000/More", "1000/More", "1000/More"]),
        ("DD*D1~FF~", ["1100/Inner", "1100/Last"]),
        ("DD*D1~EE~FF~", ["1100/Inner", "1100/Part", "1100/Last"]),
        ("DD*D2~EE~EE~", ["1200/Other", "1200/Part", "1200/Part"]),
        ("DD*D1~FF~DD*D1~FF~", ["1100/Inner", "1100/Last", "1100/Inner", "1100/Last"]),
        ("TT*T1*A~TT*T2~", ["1000/On condition", "1000/On condition"]),
        ("UU*U2*W1~UU*U2*W3~", ["1000/One form", "1000/Other form"]),
        ("UU*U2*W3~UU*U1*W2~", ["1000/Other form", "1000/One form"]),
        ("DD*D2~DD*D1~FF~", ["1200/Other", "1100/Inner", "1100/Last"]),
        ("DD*D1~FF~DD*D2~EE~", ["1100/Inner", "1100/Last", "1200/Other", "1200/Part"]),
    ]

    @Test(arguments: fine)
    func segmentsFindTheirPlace(_ segments: String, _ places: [String]) {
        let matching = Matching(Self.start + segments)
        #expect(matching.findings == [])
        #expect(matching.places == ["1000/Opening", "1000/First details"] + places)
    }

    @Test func segmentsOfOnePositionComeInAnyOrder() {
        let matching = Matching("AA*A~BB*B2~BB*B1~BB*B3~")
        #expect(matching.findings == [])
        #expect(
            matching.places == [
                "1000/Opening", "1000/Second details", "1000/First details", "1000/Second details",
            ])
    }

    /// Segments after the first two, and the one finding that they make, with what it marks.
    static let wrong: [(segments: String, finding: String, marked: String, places: [String])] = [
        // Unknown to the guide.
        ("ZZ*1~CC*1~", "x12.segment.unknown 1000", "ZZ*1", ["? ZZ", "1000/More"]),
        (
            "DD*D1~ZZ*1~EE~FF~", "x12.segment.unknown 1100", "ZZ*1",
            ["1100/Inner", "? ZZ", "1100/Part", "1100/Last"]
        ),
        // Known, but not here.
        ("GG*1~CC*1~", "x12.segment.unexpected 1000/GG", "GG*1", ["? GG", "1000/More"]),
        // Too late.
        (
            "CC*1~BB*B2~CC*2~", "x12.segment.order 1000/BB", "BB*B2",
            ["1000/More", "1000/Second details", "1000/More"]
        ),
        (
            "DD*D1~FF~EE~DD*D2~", "x12.segment.order 1100/EE", "EE",
            ["1100/Inner", "1100/Last", "1100/Part", "1200/Other"]
        ),
        // Too often.
        (
            "BB*B1~", "x12.segment.repeat 1000/BB", "BB*B1", ["1000/First details"]
        ),
        (
            "BB*B2~BB*B2~BB*B3~", "x12.segment.repeat 1000/BB", "BB*B3",
            ["1000/Second details", "1000/Second details", "1000/Second details"]
        ),
        (
            "DD*D2~DD*D2~EE~", "x12.loop.repeat 1200", "DD*D2",
            ["1200/Other", "1200/Other", "1200/Part"]
        ),
        // A code that tells none of the segments.
        (
            "BB*B9~CC*1~", "x12.segment.qualifier 1000/BB-01", "B9", ["? BB", "1000/More"]
        ),
        (
            "BB**A~CC*1~", "x12.segment.qualifier 1000/BB-01", "", ["? BB", "1000/More"]
        ),
        (
            "DD*D9~CC*1~", "x12.segment.qualifier 1100/DD-01", "D9", ["? DD", "1000/More"]
        ),
        // The first code is shared: the second one tells.
        (
            "CC*1~UU*U2*W9~", "x12.segment.qualifier 1000/UU-02", "W9", ["1000/More", "? UU"]
        ),
        ("UU*U2~", "x12.segment.qualifier 1000/UU-02", "", ["? UU"]),
        ("UU*U9*W3~", "x12.element.code 1000/UU-01", "U9", ["1000/Other form"]),
        (
            "UU*U2*W3~UU*U2*W1~UU*U2*W3~UU*U2*W3~", "x12.segment.repeat 1000/UU", "UU*U2*W3",
            ["1000/Other form", "1000/One form", "1000/Other form", "1000/Other form"]
        ),
        // Required by a code of the segment itself.
        (
            "TT*T2~TT*T1~TT*T2~", "x12.element.missing 1000/TT-02", "",
            Array(repeating: "1000/On condition", count: 3)
        ),
        // A terminator is lost: what stands inside is matched, the whole has no place.
        ("CC*1\nTT*T2~DD*D2~", "x12.segment.terminator 1000/CC-01", "TT", ["? CC", "1200/Other"]),
        ("CC*1TT*T2~DD*D2~", "x12.segment.terminator 1000/CC-01", "TT", ["? CC", "1200/Other"]),
        ("CC*1DD*D1~FF~", "x12.segment.terminator 1000/CC-01", "DD", ["? CC", "1100/Last"]),
        (
            "DD*D1~FF*1\r\nDD*D2~EE~", "x12.segment.terminator 1100/FF-01", "DD",
            ["1100/Inner", "? FF", "1200/Part"]
        ),
        ("CC*END TT*9~DD*D2~", "x12.element.extra 1000/CC-02", "9", ["1000/More", "1200/Other"]),
        ("CC*ENDGG*9~DD*D2~", "x12.element.extra 1000/CC-02", "9", ["1000/More", "1200/Other"]),
        // Missing.
        (
            "DD*D1~EE~DD*D2~", "x12.segment.missing 1100/FF", "",
            ["1100/Inner", "1100/Part", "1200/Other"]
        ),
        ("DD*D1~", "x12.segment.missing 1100/FF", "", ["1100/Inner"]),
        ("FF~", "x12.loop.missing 1100/DD", "", ["1100/Last"]),
        ("JJ*A~MM~", "x12.loop.missing 1300/HH", "", ["1300/Service", "1300/When"]),
        // The opener of a later occurrence.
        (
            "HH*1~JJ*A~MM~JJ*B~MM~", "x12.loop.missing 1300/HH", "",
            ["1300/Line", "1300/Service", "1300/When", "1300/Service", "1300/When"]
        ),
        (
            "HH*1~JJ*A~JJ*B~HH*3~JJ*C~", "x12.loop.missing 1300/HH", "",
            ["1300/Line", "1300/Service", "1300/Service", "1300/Line", "1300/Service"]
        ),
        (
            "HH*1~JJ*A~HI*2~JJ*B~MM~", "x12.segment.unknown 1300", "HI*2",
            ["1300/Line", "1300/Service", "? HI", "1300/Service", "1300/When"]
        ),
        // The same to the byte, one behind the other, was written twice.
        (
            "HH*1~JJ*A~JJ*A~MM~", "x12.segment.repeat 1300/JJ", "JJ*A",
            ["1300/Line", "1300/Service", "1300/Service", "1300/When"]
        ),
    ]

    @Test(arguments: wrong.indices)
    func oneMistakeIsOneFinding(_ index: Int) {
        let (segments, finding, marked, places) = Self.wrong[index]
        let matching = Matching(Self.start + segments)
        #expect(matching.findings == [finding])
        #expect(matching.marked == [marked])
        #expect(matching.places == ["1000/Opening", "1000/First details"] + places)
    }

    @Test func eachTerminatorIsMissed() {
        let matching = Matching(Self.start + "CC*1\nTT*T2\nDD*D2~EE~")
        #expect(
            matching.findings == [
                "x12.segment.terminator 1000/CC-01", "x12.segment.terminator 1000/TT-01",
            ])
        #expect(matching.places.suffix(2) == ["? CC", "1200/Part"])
    }

    @Test func aRequiredSegmentIsMissed() {
        let matching = Matching("AA*A~CC*1~")
        #expect(matching.findings == ["x12.segment.missing 1000/BB"])
        #expect(matching.expected == ["First details"])
    }

    /// What of a loop comes after a segment that opens none is part of that one finding.
    @Test func aLoopThatCannotBeToldIsOneFinding() {
        let matching = Matching(Self.start + "DD*D9~EE~FF~")
        #expect(matching.findings == ["x12.segment.qualifier 1100/DD-01"])
        #expect(Array(matching.places.dropFirst(2)) == ["? DD", "? EE", "? FF"])
    }

    /// The next record begins anew.
    @Test func aMistakeCostsOnlyItsRecord() {
        let matching = Matching(Self.start + "ZZ*1~" + Self.start + "CC*1~")
        #expect(matching.findings == ["x12.segment.unknown 1000"])
        #expect(matching.places.suffix(3) == ["1000/Opening", "1000/First details", "1000/More"])
    }
}
