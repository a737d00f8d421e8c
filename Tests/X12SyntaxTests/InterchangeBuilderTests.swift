import Diagnostics
import Testing

@testable import X12Syntax

/// What is built reads back as it was given, without findings; what cannot be is refused.
@Suite struct InterchangeBuilderTests {
    static let header = InterchangeHeaderValues(
        sender: "SENDER", receiver: "RECEIVER", date: "260105", time: "0730", controlNumber: "42")
    static let group = GroupHeaderValues(
        "BE", sender: "S", receiver: "R", date: "20260105", time: "0730", controlNumber: "7",
        version: "005010X220A1")

    private static func build(_ dialect: Dialect) throws -> [UInt8] {
        let ending: InterchangeBuilder.LineEnding =
            switch dialect.lineEnding {
            case "\n": .lineFeed
            case "\r\n": .carriageReturnLineFeed
            default: .none
            }
        var builder = try InterchangeBuilder(
            header, delimiters: dialect.delimiters, lineEnding: ending)
        try builder.beginGroup(group)
        try builder.beginTransactionSet("834", controlNumber: "0001", version: "005010X220A1")
        try builder.add("BGN", ["00", "1", "20260105"])
        try builder.add("INS", ["Y", "18", "", "", "A", ""])
        try builder.add("SV1", [["HC", "99213", "", ""], "50.00"])
        try builder.add(
            "DMG",
            [
                ElementContent(repeated: ["A", "B"]), "",
                ElementContent(repetitions: [["C", "R1"], ["D"]]),
            ])
        try builder.beginTransactionSet("834", controlNumber: "0002")
        var next = group
        next.controlNumber = "8"
        try builder.beginGroup(next)
        return builder.finish()
    }

    static let dialects = Dialect.all.filter { $0.delimiters.element != 0x09 }

    @Test(arguments: dialects) func readsBack(in dialect: Dialect) throws {
        let bytes = try InterchangeBuilderTests.build(dialect)
        let items = Array(X12Reader(bytes))
        #expect(items.compactMap(\.finding) == [])
        let segments = items.compactMap(\.segment)
        #expect(
            segments.map(\.name) == [
                "ISA", "GS", "ST", "BGN", "INS", "SV1", "DMG", "SE", "ST", "SE", "GE", "GS", "GE",
                "IEA",
            ])
        #expect(segments[0].bytes.count == 106)
        #expect(segments[0].delimiters == dialect.delimiters)
        #expect(segments[0][13].text == "000000042")
        #expect(segments[4].elements.map(\.text) == ["Y", "18", "", "", "A"])
        #expect(segments[5][1].components.map(\.text) == ["HC", "99213"])
        #expect(
            segments[6][3].repetitions.map { $0.components.map(\.text) } == [["C", "R1"], ["D"]])
        #expect(segments[7].elements.map(\.text) == ["6", "0001"])
        #expect(segments[9].elements.map(\.text) == ["2", "0002"])
        #expect(segments[10].elements.map(\.text) == ["2", "7"])
        #expect(segments[12].elements.map(\.text) == ["0", "8"])
        #expect(segments[13].elements.map(\.text) == ["2", "000000042"])
    }

    @Test func usualText() throws {
        var builder = try InterchangeBuilder(InterchangeBuilderTests.header)
        try builder.add("TA1", ["000000001", "260105", "0730", "A", "000"])
        let text = String(decoding: builder.finish(), as: UTF8.self)
        #expect(
            text == "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260105"
                + "*0730*^*00501*000000042*0*P*:~TA1*000000001*260105*0730*A*000~IEA*0*000000042~")
    }

    @Test func withoutRepetitions() throws {
        let plain = Delimiters(element: 0x2A, component: 0x3A, repetition: nil, terminator: 0x7E)
        let bytes = try InterchangeBuilder(InterchangeBuilderTests.header, delimiters: plain)
            .finish()
        #expect(bytes[82] == UInt8(ascii: "U"))
        #expect(X12Reader(bytes).compactMap(\.segment)[0].delimiters == plain)
    }

    static let headers: [(@Sendable (inout InterchangeHeaderValues) -> Void, BuildFailure)] = [
        (
            { $0.sender = "SIXTEEN LETTERS." },
            .widthExceeded(Place(segment: "ISA", element: 6), width: 15)
        ),
        (
            { $0.receiver = "DÉJÀ VU DÉJÀ VU" },
            .widthExceeded(Place(segment: "ISA", element: 8), width: 15)
        ),
        ({ $0.date = "20260105" }, .widthExceeded(Place(segment: "ISA", element: 9), width: 6)),
        (
            { $0.controlNumber = "1234567890" },
            .widthExceeded(Place(segment: "ISA", element: 13), width: 9)
        ),
        ({ $0.controlNumber = "" }, .controlNumberMalformed(Place(segment: "ISA", element: 13))),
        ({ $0.controlNumber = "12A" }, .controlNumberMalformed(Place(segment: "ISA", element: 13))),
        ({ $0.sender = "A*B" }, .delimiterInValue(Place(segment: "ISA", element: 6))),
        ({ $0.usage = ":" }, .delimiterInValue(Place(segment: "ISA", element: 15))),
    ]

    @Test(arguments: headers.indices) func refusedHeaders(index: Int) {
        var header = InterchangeBuilderTests.header
        InterchangeBuilderTests.headers[index].0(&header)
        #expect(throws: InterchangeBuilderTests.headers[index].1) { try InterchangeBuilder(header) }
    }

    static let segments: [(String, [ElementContent], BuildFailure)] = [
        ("REF", ["0F", "1*2"], .delimiterInValue(Place(segment: "REF", element: 2))),
        ("REF", ["0F", "1~2"], .delimiterInValue(Place(segment: "REF", element: 2))),
        ("REF", ["0F", "", "", ["1:2"]], .delimiterInValue(Place(segment: "REF", element: 4))),
        ("REF", ["1^2"], .delimiterInValue(Place(segment: "REF", element: 1))),
        ("SE", ["1", "2"], .segmentReserved(Place(segment: "SE"))),
        ("ISA", [], .segmentReserved(Place(segment: "ISA"))),
        ("TA1", [], .outOfPlace(Place(segment: "TA1"))),
        ("R", [], .segmentIDMalformed), ("REFX", [], .segmentIDMalformed),
        ("ref", [], .segmentIDMalformed), ("1EF", [], .segmentIDMalformed),
        ("R*F", [], .segmentIDMalformed), ("", [], .segmentIDMalformed),
    ]

    @Test(arguments: segments)
    func refusedSegments(_ id: String, _ elements: [ElementContent], _ failure: BuildFailure) throws
    {
        var builder = try InterchangeBuilder(InterchangeBuilderTests.header)
        try builder.beginGroup(InterchangeBuilderTests.group)
        try builder.beginTransactionSet("834", controlNumber: "0001")
        #expect(throws: failure) { try builder.add(id, elements) }
        builder.endGroup()
        #expect(throws: BuildFailure.self) { try builder.add("REF", ["0F"]) }
        #expect(X12Reader(builder.finish()).compactMap(\.finding) == [])
    }

    @Test func outOfPlace() throws {
        var builder = try InterchangeBuilder(InterchangeBuilderTests.header)
        #expect(throws: BuildFailure.outOfPlace(Place(segment: "ST"))) {
            try builder.beginTransactionSet("834", controlNumber: "0001")
        }
    }

    static let unusable = [
        "**^~", "*:^*", "*:*~", "A:^~", "*:^ ", " :^~", "*:^1", "\n:^~", "*\n^~",
    ]

    @Test(arguments: unusable) func unusableDelimiters(characters: String) {
        let bytes = Array(characters.utf8)
        var delimiters = Delimiters.usual
        delimiters.element = bytes[0]
        delimiters.component = bytes[1]
        delimiters.repetition = bytes[2]
        delimiters.terminator = bytes[3]
        #expect(throws: BuildFailure.delimitersUnusable) {
            try InterchangeBuilder(InterchangeBuilderTests.header, delimiters: delimiters)
        }
    }
}
