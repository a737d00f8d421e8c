import Testing

@testable import Claims

/// Lists of codes as they are read, and what they say.
struct CodeTableTests {
    private static func table(_ text: String) throws -> CodeTable {
        var text = text
        return try text.withUTF8 { bytes in
            Result { try CodeTable(UnsafeRawBufferPointer(bytes)) }
        }.get()
    }

    private static func answer(
        _ table: CodeTable, _ code: String, _ first: Int32, _ last: Int32
    ) -> CodeTable.Answer {
        var code = code
        return code.withUTF8 { table.answer($0, from: first, to: last) }
    }

    static let text = """
        \u{FEFF}# A list for tests
        F32.9
        c4a0   # a comment
        A00\t20200101\t20201231
        A00\t2022-01-01
        B00\t\t20191231\r
        D00\t20200101
        D00

        207Q00000X
        """

    /// A code, the first and last day of the service, and what the list says.
    @Test(
        arguments: [
            ("F329", 20250101, 20250101, .known), ("f329", 0, 0, .known),
            ("C4A0", 20250101, 20250101, .known), ("F32", 0, 0, .unknown), ("", 0, 0, .unknown),
            ("F32.9", 0, 0, .unknown), ("F3290", 0, 0, .unknown), ("0F329", 0, 0, .unknown),
            ("A00", 20200101, 20200101, .known), ("A00", 20201231, 20201231, .known),
            ("A00", 20210101, 20211231, .notInUse), ("A00", 20210101, 20220101, .known),
            ("A00", 20191231, 20191231, .notInUse), ("A00", 20301231, 20301231, .known),
            ("A00", 0, 0, .known), ("B00", 20191231, 20191231, .known),
            ("B00", 20200101, 20200101, .notInUse), ("D00", 20190101, 20190101, .known),
            ("207Q00000X", 0, 0, .known), ("207Q00000Y", 0, 0, .unknown),
            ("207Q00000XX", 0, 0, .unknown),
        ] as [(String, Int32, Int32, CodeTable.Answer)])
    func answers(
        _ code: String, _ first: Int32, _ last: Int32, _ answer: CodeTable.Answer
    ) throws {
        let table = try Self.table(Self.text)
        #expect(Self.answer(table, code, first, last) == answer)
        #expect(table.count == 6)
    }

    @Test(arguments: [
        ("A B", 1, "a code is one to ten letters and digits"),
        ("A\n12345678901", 2, "a code is one to ten letters and digits"),
        ("\t20200101", 1, "a code is one to ten letters and digits"),
        ("A\t20200230", 1, "a day is CCYYMMDD or CCYY-MM-DD"),
        ("A\t2020", 1, "a day is CCYYMMDD or CCYY-MM-DD"),
        ("A\t20200102\t20200101", 1, "the first day is not after the last"),
        ("A\t\t\tx", 1, "a line is a code, and after tabs its first and last day"),
        ("# nothing\n\n", 0, "a list of codes has codes"), ("", 0, "a list of codes has codes"),
    ])
    func wrongLines(_ text: String, _ line: Int, _ message: String) {
        let error = #expect(throws: CodeTable.Problem.self) { try Self.table(text) }
        #expect(error?.line == line)
        #expect(error?.message.description == message)
    }

    /// Each letter is a kind of its own, and all digits are one.
    @Test(arguments: [
        ("G0001", true), ("g1", true), ("D0120", false), ("99213", false), ("", false),
    ])
    func listsCoverWhatTheyHave(_ code: String, _ covers: Bool) throws {
        let table = try Self.table("G9005\nT2024\n")
        var code = code
        #expect(code.withUTF8 { table.covers($0) } == covers)
        #expect("0001".utf8.withContiguousStorageIfAvailable { table.covers($0) } == false)
    }

    /// As many codes as the largest list has, none taken for another.
    @Test func manyCodes() throws {
        let codes = (0..<100_000).map { String($0 + 1_000_000, radix: 36) }
        let table = try Self.table(codes.joined(separator: "\n"))
        #expect(table.count == codes.count)
        for code in codes[..<1000] { #expect(Self.answer(table, code, 0, 0) == .known) }
        #expect(Self.answer(table, String(1_100_000, radix: 36), 0, 0) == .unknown)
    }
}
