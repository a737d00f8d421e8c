import Foundation
import Testing

/// One input and what becomes of it: status, records accepted, records set aside, rules in order.
struct Hazard: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: Data
    let status: Int32
    let accepted: Int
    let setAside: Int
    let rules: [String]

    init(
        _ name: String, _ text: String, _ status: Int32, _ accepted: Int, _ setAside: Int,
        _ rules: [String] = [], latin1: Bool = false
    ) {
        self.name = name
        bytes = text.data(using: latin1 ? .isoLatin1 : .utf8) ?? Data()
        self.status = status
        self.accepted = accepted
        self.setAside = setAside
        self.rules = rules
    }

    var testDescription: String { name }

    /// Converts it, and expects what it says and that nothing is lost.
    func check() throws {
        let outcome = try Trial()(bytes)
        #expect(outcome.flaws(of: bytes).isEmpty)
        #expect(outcome.rules == rules)
        #expect(outcome.status == status)
        #expect(outcome.file.records.accepted == accepted)
        #expect(outcome.file.records.setAside == setAside)
    }
}

struct HazardTests {
    private static let plain = EnrollmentText.plain
    private static let second = EnrollmentText.file(
        [EnrollmentText.member(3)], control: "000000002")
    private static let setOnly = EnrollmentText.set([EnrollmentText.member(1)])

    @Test(arguments: delimiters + headers + fragments)
    func readRight(_ hazard: Hazard) throws { try hazard.check() }

    @Test(arguments: identifiers + endings)
    func controlCharactersAndEndings(_ hazard: Hazard) throws { try hazard.check() }

    /// What is set aside stands in no record.
    @Test(arguments: lost) func oneFindingAndNobodyElses(_ hazard: Hazard) throws {
        try hazard.check()
        let text = String(decoding: hazard.bytes, as: UTF8.self).with("DOE", "MARKED")
        let outcome = try Trial()(text)
        #expect(outcome.rejects.count { $0.text.contains("MARKED") } == 1)
        #expect(!outcome.records.contains { $0.text.contains("MARKED") })
    }

    @Test func theDateOfAnInterchangeHasSixDigits() throws {
        let outcome = try Trial()(Self.plain.with("*250701*2149*^", "*259901*2149*^"))
        #expect(outcome.report.contains("(expected YYMMDD) at ISA-09"), "\(outcome.report)")
    }

    @Test func aSegmentThatTheHeaderHasNotStandsInNoRecord() throws {
        let outcome = try Trial()(Self.plain.inserting("ZZZ*MARKED~", before: "N1"))
        #expect(outcome.rejects.count { $0.raw?.contains("MARKED") == true } == 1)
        #expect(outcome.records.count == 2)
        #expect(!outcome.records.contains { $0.text.contains("MARKED") })
        let allowed = try Trial()(Self.plain.inserting("REF*38*FIRST~REF*38*MARKED~", before: "N1"))
        #expect((allowed.records + allowed.rejects).contains { $0.text.contains("MARKED") })
    }

    @Test(arguments: members)
    func oneFindingThereTheRecordSetAsideTheRestUntouched(_ hazard: Hazard) throws {
        try hazard.check()
    }

    @Test(arguments: counts + unclosed)
    func aFindingEachTheRecordsAreKept(_ hazard: Hazard) throws { try hazard.check() }

    @Test(arguments: unknown + outside)
    func setAsideWholeOthersConverted(_ hazard: Hazard) throws { try hazard.check() }

    private static let delimiters = [
        Hazard("plain", plain, 0, 2, 0),
        Hazard("newline as terminator", plain.with("~", "\n", all: true), 0, 2, 0),
        Hazard("CRLF as terminator", plain.with("~", "\r\n", all: true), 0, 2, 0),
        Hazard("CRLF after terminators", plain.with("~", "~\r\n", all: true), 0, 2, 0),
        Hazard("CR after terminators", plain.with("~", "~\r", all: true), 0, 2, 0),
        Hazard("blanks after terminators", plain.with("~", "~  ", all: true), 0, 2, 0),
        Hazard("empty lines", plain.with("~", "\n\n", all: true), 0, 2, 0),
        Hazard("a blank segment", plain.with("~DMG", "~~DMG"), 0, 2, 0, ["x12.segment.blank"]),
        Hazard("other delimiters", plain.delimited(element: "|", terminator: "!"), 0, 2, 0),
        Hazard(
            "control characters as delimiters",
            plain.delimited(element: "\u{1D}", terminator: "\u{1C}").with(":", "\u{1F}"), 0, 2, 0),
        Hazard("byte order mark", "\u{FEFF}" + plain, 0, 2, 0, ["x12.bytes.mark"]),
        Hazard("white space before", " \r\n\n" + plain, 0, 2, 0),
        Hazard("white space after", plain + " \r\n\t\n", 0, 2, 0),
        Hazard("the last terminator missing", String(plain.dropLast()), 0, 2, 0, [unterminated]),
        Hazard("ISA in a name", plain.with("DOE*JOHN", "ISAAC*ISA", all: true), 0, 2, 0),
        Hazard("UTF-8 in a name", plain.with("DOE", "MUÑOZ"), 0, 2, 0),
        Hazard(
            "Latin-1 in a name", plain.with("DOE", "MUÑOZ"), 0, 2, 0, ["x12.element.encoding"],
            latin1: true),
        Hazard("NUL in a name", plain.with("DOE", "D\0E"), 0, 2, 0, ["x12.element.control"]),
    ]

    private static let headers = [
        Hazard("ISA widths", plain.with("SENDER         ", "SENDER"), 0, 2, 0, [width]),
        Hazard(
            "ISA without its blanks",
            plain.with("00*          *00*          *", "00**00**").with(
                "SENDER         ", "SENDER"), 0, 2,
            0, [width]),
        Hazard("two interchanges", plain + second, 0, 3, 0),
        Hazard(
            "two with other delimiters", plain + second.delimited(element: "|", terminator: "\n"),
            0, 3, 0),
        Hazard("TA1 before GS", plain.with("~GS*", "~" + ta1 + "GS*"), 0, 2, 0),
        Hazard("TA1 alone", plain.before("GS*") + ta1 + "IEA*0*000000001~", 0, 0, 0),
        Hazard("ISA and IEA", plain.before("GS*") + "IEA*0*000000001~", 0, 0, 0),
        Hazard(
            "errata left out", plain.with("005010X220A1", "005010X220", all: true), 0, 2, 0,
            ["x12.guide.nearest"]),
        Hazard(
            "GS08 is another guide's", plain.with("005010X220A1", "005010X999"), 0, 2, 0,
            ["x12.guide.disagree"]),
    ]

    private static let fragments = [
        Hazard("from GS", plain.from("GS*").before("IEA*"), 1, 2, 0, ["x12.interchange.missing"]),
        Hazard("from ST", plain.from("ST*").before("GE*"), 1, 2, 0, ["x12.interchange.missing"]),
        Hazard(
            "from GS, newlines", plain.from("GS*").before("IEA*").with("~", "\n", all: true), 1, 2,
            0,
            ["x12.interchange.missing"]),
        Hazard("ST without GS", plain.removing("GS*").removing("GE*"), 1, 2, 0, [groupMissing]),
    ]

    private static let members = [
        Hazard("unknown", plain.inserting("ZZZ*1~", before: "DMG"), 1, 1, 1, [segment("unknown")]),
        Hazard("misspelt", plain.inserting("nm1*1~", before: "DMG"), 1, 1, 1, [segment("unknown")]),
        Hazard(
            "out of place", plain.inserting("BGN*00*1*20250701~", before: "DMG"), 1, 1, 1,
            [segment("unexpected")]),
        Hazard(
            "too often", plain.inserting("DMG*D8*19800101*M~", before: "DMG"), 1, 1, 1,
            [segment("repeat")]),
        Hazard("missing", plain.removing("REF*0F"), 1, 1, 1, [segment("missing")]),
        Hazard("loop missing", plain.removing("NM1*IL"), 1, 1, 1, ["x12.loop.missing"]),
        Hazard("loop of coverage missing", plain.removing("HD*"), 1, 1, 1, ["x12.loop.missing"]),
        Hazard("code", plain.with("INS*Y*18", "INS*Y*99"), 1, 1, 1, ["x12.element.code"]),
        Hazard("date", plain.with("19800101", "19800231"), 1, 1, 1, ["x12.element.date"]),
        Hazard(
            "a line break in a date", plain.with("19800101", "1980\n0101"), 1, 1, 1,
            ["x12.element.control", "x12.element.date"]),
        Hazard("missing element", plain.with("*DOE*", "**"), 1, 1, 1, ["x12.element.missing"]),
        Hazard(
            "long element", plain.with("DOE", String(repeating: "E", count: 61)), 1, 1, 1,
            ["x12.element.long"]),
        Hazard("extra element", plain.with("PLAN1", "PLAN1**********1"), 1, 1, 1, [extra]),
    ]

    private static let identifiers = [
        Hazard(
            "a line break in the member id", plain.with("*1001~", "*10\n01~"), 1, 1, 1, [identifier]
        ),
        Hazard("NUL in the member id", plain.with("*1001~", "*1001\01~"), 1, 1, 1, [identifier]),
        Hazard(
            "DEL after the member id", plain.with("*1001~", "*1001\u{7F}~"), 1, 1, 1, [identifier]),
        Hazard(
            "a blank that does not break after the member id", plain.with("*1001~", "*1001\u{A0}~"),
            1, 1, 1,
            [identifier]),
        Hazard(
            "nothing to be seen in the member id", plain.with("*1001~", "*10\u{200B}01~"), 1, 1, 1,
            [identifier]),
        Hazard(
            "a Latin-1 blank after the member id", plain.with("*1001~", "*1001\u{A0}~"), 1, 1, 1,
            ["x12.element.encoding", identifier], latin1: true),
        Hazard("an accent in the member id", plain.with("*1001~", "*100É~"), 0, 2, 0),
        Hazard(
            "a line break after the member id", plain.with("*1001~", "*1001\n~"), 0, 2, 0,
            ["x12.element.control"]),
        Hazard(
            "NUL bytes for the member id", plain.with("*1001~", "*\0\0\0~"), 1, 1, 1,
            ["x12.element.control", "x12.element.missing", "x12.element.relation"]),
        Hazard(
            "NUL bytes for a date of one length",
            plain.with("BGN*00*1*20250701*", "BGN*00*1*\0\0\0\0\0\0\0\0*"),
            1, 2, 0, ["x12.element.control", "x12.element.missing"]),
        Hazard(
            "a line break in a name", plain.with("*JOHN", "*JO\nHN"), 0, 2, 0,
            ["x12.element.control"]),
    ]

    /// A record whose opener, or one of whose terminators, is lost: one finding, and nobody else's.
    private static let lost = [
        Hazard("INS of the first", plain.removing("INS*"), 1, 1, 1, [loop]),
        Hazard(
            "INS of the only one", EnrollmentText.file([EnrollmentText.member(1)]).removing("INS*"),
            1, 0, 1, [loop, "x12.set.empty"]),
        Hazard(
            "INS and dates that a header may have",
            plain.removing("INS*").with("DTP*356", "DTP*303", all: false), 1, 1, 1, [loop]),
        Hazard("INS misspelt", plain.with("INS*", "IMS*"), 1, 1, 1, [segment("unknown")]),
        Hazard(
            "INS misspelt, a date that a header may have",
            plain.with("INS*", "IMS*").with("DTP*356", "DTP*303"), 1, 1, 1, [segment("unknown")]),
        Hazard("the terminator before INS", gluing("INS"), 1, 1, 1, [terminator]),
        Hazard("the terminator after INS", gluing("REF"), 1, 1, 1, [terminator]),
        Hazard("the terminator after REF*0F", gluing("DTP"), 1, 1, 1, [terminator]),
        Hazard("the terminator after the date", gluing("NM1"), 1, 1, 1, [terminator]),
        Hazard("the terminator after the birth date", gluing("HD"), 1, 1, 1, [terminator]),
        Hazard(
            "the terminator after HD", plain.with("PLAN1~", "PLAN1\n").recounted, 1, 1, 1,
            [terminator]),
        Hazard(
            "the terminator between two", plain.with("20250601~INS", "20250601\r\nINS").recounted,
            1, 0, 1, [terminator]),
        Hazard("the terminator and no line break", gluing("DTP", ""), 1, 1, 1, [terminator]),
        Hazard("the same after the birth date", gluing("HD", ""), 1, 1, 1, [terminator]),
        Hazard(
            "the same after HD", plain.with("PLAN1~", "PLAN1").recounted, 1, 1, 1, [terminator]),
        Hazard(
            "the same between two", plain.with("20250601~INS", "20250601INS").recounted, 1, 0, 1,
            [terminator]),
        Hazard("two terminators", gluing("DTP").gluing("NM1"), 1, 1, 1, [terminator, terminator]),
        Hazard(
            "two terminators in a row",
            plain.with("1001~DTP*356*D8*20250601~NM1", "1001\nDTP*356*D8*20250601\nNM1").recounted,
            1,
            1, 1, [terminator, terminator]),
    ]

    /// Values that end like the id of a segment are values.
    private static let endings = [
        Hazard("a name", plain.with("DOE", "DOREF"), 0, 2, 0),
        Hazard("a name before another", plain.with("DOE*JOHN", "REF*INS"), 0, 2, 0),
        Hazard(
            "a name and elements astray", plain.with("DOE*JOHN", "DOREF*JOHN**********X"), 1, 1, 1,
            [extra]),
        Hazard("an id", plain.with("*1001~", "*1001DTP~"), 0, 2, 0),
        Hazard(
            "an id and an element that is not used", plain.with("*1001~", "*1001DTP*356~"), 0, 2, 0,
            ["x12.element.unused"]),
        Hazard(
            "a line break before one", plain.with("DOE*JOHN", "DOE\nREF*JOHN"), 0, 2, 0,
            ["x12.element.control"]),
    ]

    private static func gluing(_ id: String, _ between: String = "\n") -> String {
        plain.gluing(id, between)
    }

    private static let counts = [
        Hazard("SE01", plain.with("SE*19", "SE*99"), 1, 2, 0, ["x12.set.count"]),
        Hazard("SE02", plain.with("*0001~GE", "*0002~GE"), 1, 2, 0, ["x12.set.control"]),
        Hazard("GE01", plain.with("GE*1*", "GE*2*"), 1, 2, 0, ["x12.group.count"]),
        Hazard("GE02", plain.with("GE*1*1", "GE*1*2"), 1, 2, 0, ["x12.group.control"]),
        Hazard("IEA01", plain.with("IEA*1*", "IEA*2*"), 1, 2, 0, ["x12.interchange.count"]),
        Hazard("IEA02", plain.with("IEA*1*0", "IEA*1*9"), 1, 2, 0, ["x12.interchange.control"]),
        Hazard("ISA13 again", plain + plain, 1, 4, 0, ["x12.interchange.duplicate"]),
    ]

    private static let unclosed = [
        Hazard("no IEA", plain.before("IEA"), 1, 2, 0, [interchangeUnclosed]),
        Hazard("no GE", plain.removing("GE*"), 1, 2, 0, ["x12.group.unclosed"]),
        Hazard("no SE", plain.removing("SE*"), 1, 2, 0, ["x12.set.unclosed"]),
        Hazard("no SE, no GE", plain.removing("SE*").removing("GE*"), 1, 2, 0, [set, grouped]),
        Hazard("ISA after GE", plain.before("IEA") + second, 1, 3, 0, [interchangeUnclosed]),
        Hazard(
            "ISA inside a group", plain.before("SE*") + second, 1, 3, 0,
            [set, grouped, interchangeUnclosed]),
        Hazard(
            "ISA with other delimiters inside a group",
            plain.before("SE*") + second.delimited(element: "|", terminator: "\n"), 1, 3, 0,
            [set, grouped, interchangeUnclosed]),
        Hazard(
            "GS inside a group",
            plain.before("GE*") + EnrollmentText.group.with("*1*X", "*2*X") + setOnly
                + "GE*1*2~IEA*2*000000001~", 1, 3, 0, [grouped]),
        Hazard(
            "ST inside a set",
            plain.before("SE*") + EnrollmentText.set([EnrollmentText.member(3)], control: "0002")
                + "GE*2*1~IEA*1*000000001~", 1, 3, 0, [set]),
    ]

    private static let unknown = [
        Hazard("guide", plain.with("005010X220A1", "005010X999", all: true), 1, 0, 1, [guide]),
        Hazard(
            "ST03 decides", plain.with("0001*005010X220A1", "0001*005010X999"), 1, 0, 1, [guide]),
        Hazard("transaction set", plain.with("ST*834", "ST*270"), 1, 0, 1, [guide]),
        Hazard(
            "group among known ones",
            plain.before("IEA") + EnrollmentText.group.with("*1*X*005010X220A1", "*2*X*005010X999")
                + setOnly.with("005010X220A1", "005010X999") + "GE*1*2~"
                + EnrollmentText.group.with("*1*X", "*3*X") + setOnly + "GE*1*3~IEA*3*000000001~",
            1, 3, 1, [guide]),
        Hazard(
            "set after a known one",
            plain.before("GE*") + EnrollmentText.set([], control: "0002", guide: "005010X999")
                + "GE*2*1~IEA*1*000000001~", 1, 2, 1, [guide]),
        Hazard("stray segments", plain.with("GE*1", "FOO*1~BAR~GE*1"), 1, 2, 1, [segment("stray")]),
    ]

    private static let outside = [
        Hazard("text before", "From: a\n" + plain, 1, 2, 1, [bytesOutside]),
        Hazard("text between", plain + "-- \nmore\n" + second, 1, 3, 1, [bytesOutside]),
        Hazard("text up to the ISA", plain + "more" + second, 1, 3, 1, [bytesOutside]),
        Hazard("text after", plain + "the end", 1, 2, 1, [bytesOutside]),
        Hazard("control-Z after", plain + "\u{1A}", 1, 2, 1, [bytesOutside]),
    ]

    private static let ta1 = "TA1*000000009*250701*2149*A*000~"
    private static let width = "x12.interchange.width"
    private static let unterminated = "x12.segment.unterminated"
    private static let interchangeUnclosed = "x12.interchange.unclosed"
    private static let groupMissing = "x12.group.missing"
    private static let identifier = "x12.element.identifier"
    private static let loop = "x12.loop.missing"
    private static let terminator = "x12.segment.terminator"
    private static let grouped = "x12.group.unclosed"
    private static let set = "x12.set.unclosed"
    private static let extra = "x12.element.extra"
    private static let guide = "x12.guide.unknown"
    private static let bytesOutside = "x12.bytes.outside"
    private static func segment(_ defect: String) -> String { "x12.segment.\(defect)" }
}
