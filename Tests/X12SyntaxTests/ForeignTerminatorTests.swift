import Testing

@testable import X12Syntax

/// Interchanges whose segments end otherwise than their ISA.
struct ForeignTerminatorTests {
    private static let isa =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *250101*0000*^*00501"
        + "*000000001*0*T*:"
    private static let segments = [
        "GS*BE*AA*BB*20250101*0000*1*X*005010X220A1", "ST*834*0001*005010X220A1", "INS*Y",
        "SE*3*0001", "GE*1*1", "IEA*1*000000001",
    ]

    /// How ISA ends, how the others do, and whether there is a finding.
    static let cases: [(isa: String, others: String, isForeign: Bool)] = [
        ("~", "~", false),
        ("~\n", "~\n", false),
        ("~\r\n", "~\r\n", false),
        ("\n", "\n", false),
        ("\r\n", "\r\n", false),
        ("~\n", "\n", true),
        ("~\n", "\r\n", true),
        ("\n", "~", true),
        ("\n", "~\n", true),
        ("\r\n", "~\r\n", true),
        ("|", "~", true),
    ]

    @Test(arguments: cases)
    func theRestIsReadAsItEnds(_ isa: String, _ others: String, _ isForeign: Bool) {
        let text = Self.isa + isa + Self.segments.map { $0 + others }.joined()
        let bytes = Array(text.utf8)
        for pieceSize in [1, 50, 1000] {
            var reader = X12Reader()
            var items: [X12Item] = []
            var start = 0
            while start < bytes.count {
                let end = min(start + pieceSize, bytes.count)
                reader.append(bytes[start..<end])
                while let item = reader.next() { items.append(item) }
                start = end
            }
            reader.finish()
            while let item = reader.next() { items.append(item) }
            var ids: [String] = []
            var rules: [String] = []
            for item in items {
                if case .segment(let segment) = item { ids.append(segment.name) }
                if case .finding(let finding) = item { rules.append(finding.rule.description) }
            }
            #expect(ids == ["ISA", "GS", "ST", "INS", "SE", "GE", "IEA"])
            #expect(rules == (isForeign ? ["x12.interchange.terminator"] : []))
            #expect(X12Writer.write(items) == bytes)
        }
    }

    /// How GS ends, and the others behind it, as ISA says.
    @Test(arguments: [("\n", "~\n"), ("\r\n", "~\r\n"), (" \n", "~"), ("\n", "~\n\n"), ("\n", "~")])
    func aGroupThatLostItsTerminatorSaysNothingOfTheOthers(_ group: String, _ others: String) {
        let rest = Self.segments.dropFirst().map { $0 + others }.joined()
        let text = Self.isa + "~\n" + Self.segments[0] + group + rest
        var reader = X12Reader()
        reader.append(Array(text.utf8.prefix(230)))
        var items: [X12Item] = []
        while let item = reader.next() { items.append(item) }
        reader.append(Array(text.utf8.dropFirst(230)))
        reader.finish()
        while let item = reader.next() { items.append(item) }
        let ids = items.compactMap { item -> String? in
            if case .segment(let segment) = item { segment.name } else { nil }
        }
        let rules = items.compactMap { item -> String? in
            if case .finding(let finding) = item { finding.rule.description } else { nil }
        }
        #expect(ids == ["ISA", "GS", "ST", "INS", "SE", "GE", "IEA"])
        #expect(rules == ["x12.segment.terminator"])
        #expect(X12Writer.write(items) == Array(text.utf8))
    }

    /// Its separators are counted no further than it goes.
    @Test func aGroupHeaderThatIsTooShortSaysNothing() {
        let text = Self.isa + "~GS*BE*AA*BB*20250101~GE*0*1~IEA*1*1-2~"
        let rules = X12Reader(Array(text.utf8)).compactMap { item -> String? in
            guard case .finding(let finding) = item else { return nil }
            return finding.rule.description
        }
        #expect(rules == ["x12.group.control", "x12.interchange.control"])
    }

    /// What follows it would be no segment, so that it ends none.
    @Test func damageInTheVersionSaysNothing() {
        let damaged = Self.segments.map { $0.replacing("X220A1", with: "\u{11}X220A1") }
        let text = Self.isa + "~" + damaged.map { $0 + "~" }.joined()
        let ids = X12Reader(Array(text.utf8)).compactMap { item -> String? in
            guard case .segment(let segment) = item else { return nil }
            return segment.name
        }
        #expect(ids == ["ISA", "GS", "ST", "INS", "SE", "GE", "IEA"])
    }
}
