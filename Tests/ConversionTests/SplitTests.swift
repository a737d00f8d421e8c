import Foundation
import Testing

@testable import Conversion

/// One input, how it is split, and what comes out: an outline of each part, the rest, the rules.
struct SplitCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let measure: String
    let parts: [String]
    let rest: String
    let rules: [String]

    init(
        _ name: String, _ text: String, _ measure: String, _ parts: [String], rest: String = "",
        _ rules: [String] = []
    ) {
        testDescription = "\(name), by \(measure)"
        bytes = Array(text.utf8)
        self.measure = measure
        self.parts = parts
        self.rest = rest
        self.rules = rules
    }
}

struct SplitTests {
    private static let plain = EnrollmentText.plain
    private static let third = EnrollmentText.file([EnrollmentText.member(3)], control: "000000002")
    private static let fifth = EnrollmentText.file([EnrollmentText.member(5)], control: "000000006")
    private static let five = EnrollmentText.file((1...5).map(EnrollmentText.member))
    private static let ta1 = "TA1*000000001*250701*2149*A*000~"
    private static let unknown = "ST*271*0009*005010X279A1~HL*1**20*1~HL*2*1*21*1~SE*4*0009~"
    private static let lines = file([unknown]).with("~", "~\r\n", all: true)
    private static let twoSets = file([
        EnrollmentText.set([EnrollmentText.member(1), EnrollmentText.member(2)]),
        EnrollmentText.set([EnrollmentText.member(3)], control: "0002"),
    ])
    private static let twoGroups =
        plain.before("IEA*") + EnrollmentText.group.with("*1*X", "*2*X")
        + EnrollmentText.set([EnrollmentText.member(3)]) + "GE*1*2~IEA*2*000000001~"

    /// A file with these sets.
    private static func file(_ sets: [String]) -> String {
        EnrollmentText.interchange("000000001") + EnrollmentText.group + sets.joined()
            + "GE*\(sets.count)*1~IEA*1*000000001~"
    }

    @Test(arguments: sound + several + fragments + controls) func partsOfSoundFiles(
        _ split: SplitCase
    ) throws {
        try check(split)
    }

    @Test(arguments: broken + cut + aside + large) func partsOfBrokenFiles(_ split: SplitCase)
        throws
    {
        try check(split)
    }

    /// Claims are counted, though their sets are kept whole.
    @Test(arguments: [
        ("transaction", []), ("size 1MB", []), ("member-count 1", ["split.set.levels"]),
    ])
    func setsOfClaimsAreWhole(_ measure: String, _ rules: [String]) throws {
        let bytes = Array(ClaimText.plain.utf8)
        let measure = try SplitMeasure(measure.split(separator: " ").map(String.init))
        for block in [64, 1 << 16] {
            let splitting = Splitting(bytes, measure, block: block)
            #expect(splitting.parts == [bytes])
            #expect(splitting.books.records == 3)
            #expect(splitting.rules == rules)
        }
    }

    @Test(
        arguments: [
            ("members.834", "out/members.001.834"), ("in/a.b.834", "out/a.b.001.834"),
            ("members", "out/members.001.x12"), ("members.834.gz", "out/members.001.834"),
            ("members.gz", "out/members.001.x12"), ("a.zip/in/members.834", "out/members.001.834"),
            (nil, "out/part.001.x12"),
        ] as [(String?, String)])
    func names(_ input: String?, _ first: String) {
        #expect(PartNames(of: input, folder: "out").part(1, of: 999).string == first)
        let second = PartNames(of: input, folder: "out").part(1, of: 1000).string
        #expect(second == first.with(".001.", ".0001."))
    }

    private func check(_ split: SplitCase) throws {
        let words = split.measure.split(separator: " ").map(String.init)
        for (pieces, block) in [(Int.max, 1 << 16), (1, 64), (7, 256)] {
            let made = Splitting(
                split.bytes, try SplitMeasure(words), pieces: pieces, block: block)
            #expect(made.outlines == split.parts)
            #expect(made.rest == split.rest)
            #expect(made.rules == split.rules)
            let truths = made.flaws(of: split.bytes)
            #expect(truths.isEmpty)
        }
    }

    private static let totals = plain.inserting("QTY*TO*2~QTY*ET*2~QTY*DT*0~", before: "N1")
    private static let mixed = EnrollmentText.file(
        (1...12).map { EnrollmentText.member($0).with("INS*Y", $0 % 4 == 0 ? "INS*N" : "INS*Y") }
    ).inserting("QTY*DT*3~QTY*ET*9~QTY*TO*0012~", before: "N1")
    private static let twoTotals = file([
        set("QTY*TO*2~", [1, 2]), set("QTY*TO*3~", [3, 4, 5], control: "0002"),
    ])

    private static func set(
        _ quantity: String, _ members: [Int], control: String = "0001"
    ) -> String {
        EnrollmentText.set(members.map(EnrollmentText.member), control: control)
            .inserting(quantity, before: "N1")
    }

    /// Each part tells the totals of its own members, where those of the whole are right.
    private static let controls = [
        SplitCase(
            "totals", totals, "member-count 2", ["ISA GS ST TO2 ET2 DT0 01 02 SE22 GE1 IEA1"]),
        SplitCase(
            "totals", totals, "member-count 1",
            [
                "ISA GS ST TO1 ET1 DT0 01 SE15 GE1 IEA1", "ISA GS ST TO1 ET1 DT0 02 SE15 GE1 IEA1",
            ]),
        SplitCase(
            "totals of a set without SE", totals.removing("SE*"), "member-count 1",
            [
                "ISA GS ST TO1 ET1 DT0 01 SE15 GE1 IEA1", "ISA GS ST TO1 ET1 DT0 02 SE15 GE1 IEA1",
            ], ["x12.set.unclosed"]),
        SplitCase(
            "totals that grow shorter", mixed, "member-count 10",
            [
                "ISA GS ST DT2 ET8 TO10 01 02 03 04 05 06 07 08 09 10 SE78 GE1 IEA1",
                "ISA GS ST DT1 ET1 TO2 11 12 SE22 GE1 IEA1",
            ]),
        SplitCase(
            "totals of two sets in one part", twoTotals, "member-count 3",
            [
                "ISA GS ST TO2 01 02 SE20 ST TO1 03 SE13 GE2 IEA1",
                "ISA GS ST TO2 04 05 SE20 GE1 IEA1",
            ]),
        SplitCase(
            "a total that is wrong", totals.with("TO*2", "TO*3"), "member-count 1",
            [
                "ISA GS ST TO3 ET1 DT0 01 SE15 GE1 IEA1", "ISA GS ST TO3 ET1 DT0 02 SE15 GE1 IEA1",
            ], ["split.set.totals"]),
        SplitCase(
            "a wrong total of a set that is not cut", totals.with("TO*2", "TO*3"), "transaction",
            ["ISA GS ST TO3 ET2 DT0 01 02 SE22 GE1 IEA1"]),
        SplitCase(
            "a total that is no number", totals.with("ET*2", "ET*X"), "member-count 1",
            [
                "ISA GS ST TO1 ETX DT0 01 SE15 GE1 IEA1", "ISA GS ST TO1 ETX DT0 02 SE15 GE1 IEA1",
            ], ["split.set.totals"]),
    ]

    private static let sound = [
        SplitCase("plain", plain, "transaction", ["ISA GS ST 01 02 SE19 GE1 IEA1"]),
        SplitCase("plain", plain, "member-count 2", ["ISA GS ST 01 02 SE19 GE1 IEA1"]),
        SplitCase("plain", plain, "member-count 1", [one(1), one(2)]),
        SplitCase("CRLF", plain.with("~", "~\r\n", all: true), "member-count 1", [one(1), one(2)]),
        SplitCase(
            "newline as terminator", plain.with("~", "\n", all: true), "member-count 1",
            [one(1), one(2)]),
        SplitCase(
            "other delimiters", plain.delimited(element: "|", terminator: "!"), "member-count 1",
            [one(1), one(2)]),
        SplitCase(
            "five", five, "member-count 2",
            ["ISA GS ST 01 02 SE19 GE1 IEA1", "ISA GS ST 03 04 SE19 GE1 IEA1", one(5)]),
        SplitCase("five", five, "size 1MB", ["ISA GS ST 01 02 03 04 05 SE40 GE1 IEA1"]),
        SplitCase(
            "white space around", " \n" + plain + "\n\n", "member-count 1", [one(1), one(2)],
            rest: " \n"),
        SplitCase(
            "byte order mark", "\u{FEFF}" + plain, "transaction", ["ISA GS ST 01 02 SE19 GE1 IEA1"],
            rest: "\u{FEFF}", ["x12.bytes.mark"]),
        SplitCase(
            "a blank segment", plain.with("~DMG", "~~DMG"), "member-count 1", [one(1), one(2)],
            ["x12.segment.blank"]),
        SplitCase(
            "no record", file([EnrollmentText.set([])]), "member-count 1",
            ["ISA GS ST SE5 GE1 IEA1"], ["x12.set.empty"]),
        SplitCase(
            "no set", EnrollmentText.interchange("000000001") + ta1 + "IEA*0*000000001~",
            "transaction", ["ISA TA1 IEA0"]),
        SplitCase(
            "no set in a group", file([]), "size 1MB", ["ISA GS GE0 IEA1"]),
        SplitCase(
            "TA1", plain.with("~GS*", "~\(ta1)GS*"), "member-count 1",
            [
                "ISA TA1 GS ST 01 SE12 GE1 IEA1", one(2),
            ]),
        SplitCase(
            "no terminator at the end", String(plain.dropLast()), "member-count 1",
            [one(1), one(2)], ["x12.segment.unterminated"]),
    ]

    private static func one(_ number: Int) -> String { "ISA GS ST 0\(number) SE12 GE1 IEA1" }

    private static let several = [
        SplitCase("sets", twoSets, "transaction", ["ISA GS ST 01 02 SE19 GE1 IEA1", one(3)]),
        SplitCase("sets", twoSets, "member-count 1", [one(1), one(2), one(3)]),
        SplitCase("sets", twoSets, "member-count 2", ["ISA GS ST 01 02 SE19 GE1 IEA1", one(3)]),
        SplitCase(
            "sets", twoSets, "member-count 3", ["ISA GS ST 01 02 SE19 ST 03 SE12 GE2 IEA1"]),
        SplitCase("groups", twoGroups, "transaction", ["ISA GS ST 01 02 SE19 GE1 IEA1", one(3)]),
        SplitCase(
            "groups", twoGroups, "member-count 9",
            ["ISA GS ST 01 02 SE19 GE1 GS ST 03 SE12 GE1 IEA2"]),
        SplitCase(
            "interchanges", plain + "\n" + third, "size 1MB",
            ["ISA GS ST 01 02 SE19 GE1 IEA1", one(3)]),
        SplitCase(
            "interchanges with other delimiters",
            plain + third.delimited(element: "|", terminator: "\n"), "member-count 1",
            [one(1), one(2), one(3)]),
        SplitCase(
            "a set without a guide",
            file([unknown, EnrollmentText.set([EnrollmentText.member(1)])]),
            "transaction", ["ISA GS ST HL HL SE4 GE1 IEA1", one(1)]),
        SplitCase(
            "a set without a guide", file([unknown, unknown]), "size 250",
            ["ISA GS ST HL HL SE4 GE1 IEA1", "ISA GS ST HL HL SE4 GE1 IEA1"],
            ["x12.set.duplicate"]),
        SplitCase(
            "a set without a guide in lines", lines, "size 1MB", ["ISA GS ST HL HL SE4 GE1 IEA1"]),
        SplitCase(
            "a set without a guide", file([unknown]), "member-count 1",
            ["ISA GS ST HL HL SE4 GE1 IEA1"], ["split.set.records"]),
    ]

    private static let fragments = [
        SplitCase(
            "from GS", plain.from("GS*").before("IEA*"), "member-count 1",
            ["GS ST 01 SE12 GE1", "GS ST 02 SE12 GE1"], ["x12.interchange.missing"]),
        SplitCase(
            "from GS with IEA", plain.from("GS*"), "transaction", ["GS ST 01 02 SE19 GE1"],
            rest: "IEA*1*000000001~", ["x12.interchange.missing", "x12.envelope.order"]),
        SplitCase(
            "from ST", plain.from("ST*").before("GE*"), "member-count 1",
            ["ST 01 SE12", "ST 02 SE12"], ["x12.interchange.missing"]),
        SplitCase(
            "ST without GS", plain.removing("GS*").removing("GE*"), "member-count 1",
            ["ISA ST 01 SE12 IEA1", "ISA ST 02 SE12 IEA1"], ["x12.group.missing"]),
    ]

    private static let broken = [
        SplitCase(
            "wrong counts",
            plain.with("SE*19", "SE*7").with("GE*1", "GE*4").with("IEA*1", "IEA*9"),
            "member-count 1", [one(1), one(2)],
            ["x12.set.count", "x12.group.count", "x12.interchange.count"]),
        SplitCase(
            "no SE", plain.removing("SE*"), "member-count 1", [one(1), one(2)],
            ["x12.set.unclosed"]),
        SplitCase(
            "no GE", plain.removing("GE*"), "member-count 1", [one(1), one(2)],
            ["x12.group.unclosed"]),
        SplitCase(
            "no IEA", plain.before("IEA*"), "member-count 1", [one(1), one(2)],
            ["x12.interchange.unclosed"]),
        SplitCase(
            "no IEA before the next", plain.before("IEA*") + third, "transaction",
            ["ISA GS ST 01 02 SE19 GE1 IEA1", one(3)], ["x12.interchange.unclosed"]),
        SplitCase(
            "text after the end", plain + "the end", "transaction",
            ["ISA GS ST 01 02 SE19 GE1 IEA1"], rest: "the end", ["x12.bytes.outside"]),
        SplitCase(
            "a stray segment", plain.with("~GE*", "~ZZZ*1~GE*"), "member-count 1",
            [one(1), one(2)],
            rest: "ZZZ*1~", ["x12.segment.stray"]),
        SplitCase(
            "a terminator in ISA", plain.with("SENDER  ", "SENDER~ "), "transaction",
            ["ISA GS ST 01 02 SE19 GE1 IEA1"], ["x12.segment.stray", "x12.interchange.control"]),
        SplitCase(
            "a terminator and an ST in ISA", plain.with("SENDER         ", "A~ST*834*1     "),
            "transaction", ["ISA ST GS ST 01 02 SE19 GE1 IEA1"],
            ["x12.segment.stray", "x12.interchange.control"]),
        SplitCase(
            "a second SE", plain.with("~GE*", "~SE*19*0001~GE*"), "member-count 1",
            [one(1), one(2)], rest: "SE*19*0001~", ["x12.envelope.order"]),
    ]

    private static let cut = [
        SplitCase(
            "cut in a record", plain.with("REF*0F*1002~", "§").before("§"), "transaction", [one(1)],
            rest: "INS*Y*18*021*20*A***FT~", ["x12.file.truncated"]),
        SplitCase(
            "cut in a header", plain.before("*SPONSOR"), "transaction", [],
            rest: plain.before("*SPONSOR"), ["x12.file.truncated"]),
        SplitCase(
            "cut in a set without a guide", file([unknown]).before("21*1~SE"), "size 1MB", [],
            rest: file([unknown]).before("21*1~SE"), ["x12.file.truncated"]),
        SplitCase(
            "cut in SE of a set without a guide", file([unknown]).before("*0009~GE"), "size 1MB",
            [],
            rest: file([unknown]).before("*0009~GE"), ["x12.file.truncated"]),
        SplitCase(
            "cut behind a terminator that a set of claims lost", lost, "transaction", [],
            rest: lost,
            ["x12.segment.terminator", "x12.file.truncated"]),
        SplitCase(
            "cut in SE", plain.before("*0001~GE"), "member-count 1", [one(1), one(2)],
            rest: "SE*19", ["x12.file.truncated"]),
        SplitCase(
            "cut after SE", plain.before("~GE"), "member-count 1", [one(1), one(2)],
            ["x12.file.truncated"]),
    ]

    private static let lost = ClaimText.plain.with("~BHT", "BHT").before("~SE*")
    private static let strays = plain.with("~GS*", "~ZZZ*1~GS*").with("~ST*", "~ZZZ*2~ST*")
    private static let unclosed = [
        "x12.set.unclosed", "x12.group.unclosed", "x12.interchange.unclosed", "x12.bytes.outside",
    ]
    private static let cutHeader = EnrollmentText.file([], control: "000000003").before("*SPONSOR")
    private static let cutUnknown =
        EnrollmentText.interchange("000000004") + EnrollmentText.group
        + "ST*271*0009*005010X279A1~HL*1**20*1~HL*2*1*"
    private static let cutRecord = EnrollmentText.file(
        [EnrollmentText.member(4)], control: "000000005"
    ).before("*1004~")

    /// What goes into no part keeps its order.
    private static let aside = [
        SplitCase(
            "cut interchanges between others",
            plain + cutHeader + third + cutUnknown + cutRecord + fifth, "member-count 1",
            [one(1), one(2), one(3), one(5)], rest: cutHeader + cutUnknown + cutRecord,
            unclosed + ["split.set.records"] + unclosed + unclosed),
        SplitCase(
            "strays before the first set", strays, "member-count 1", [one(1), one(2)],
            rest: "ZZZ*1~ZZZ*2~", ["x12.segment.stray", "x12.segment.stray"]),
        SplitCase(
            "strays before a set that is cut", strays.before("*SPONSOR"), "transaction", [],
            rest: strays.before("*SPONSOR"),
            ["x12.segment.stray", "x12.segment.stray", "x12.file.truncated"]),
        SplitCase(
            "strays before a set without a guide", strays.before("ST*") + cutUnknown.from("ST*"),
            "transaction", [], rest: strays.before("ST*") + cutUnknown.from("ST*"),
            ["x12.segment.stray", "x12.segment.stray", "x12.file.truncated"]),
        SplitCase(
            "IEA in a set without a guide of a file without ISA",
            unknown.before("SE*") + "IEA*1*1~",
            "transaction", ["ST HL HL SE4"], rest: "IEA*1*1~",
            ["x12.interchange.missing", "x12.set.unclosed", "x12.envelope.order"]),
    ]

    /// More than waits for an opening: that comes to the rest as well.
    @Test func manyStraysBeforeTheFirstSet() {
        let stray = "ZZZ*" + String(repeating: "9", count: 1_000) + "~"
        let strays = String(repeating: stray, count: SplitLevel.restLimit / stray.count + 1)
        let bytes = Array((Self.plain.before("ST*") + strays + Self.plain.from("ST*")).utf8)
        let split = Splitting(bytes, .records(1))
        #expect(split.outlines == [Self.one(1), Self.one(2)])
        #expect(split.rest == Self.plain.before("ST*") + strays)
        #expect(split.flaws(of: bytes).isEmpty)
    }

    private static let large = [
        SplitCase(
            "a record larger than the size", plain, "size 400", [one(1), one(2)],
            ["split.part.size", "split.part.size"]),
        SplitCase(
            "a set larger than the size", file([unknown]), "size 200",
            ["ISA GS ST HL HL SE4 GE1 IEA1"], ["split.part.size"]),
    ]
}
