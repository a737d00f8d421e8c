import Testing

@testable import X12Syntax

/// What is longer than a block may be is set aside in pieces, and memory does not grow with it.
struct GreatestSizeTests {
    /// Records, and how many limits they break, where it is not a question of where blocks end.
    struct Long: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let members: String
        let limits: Int?

        init(_ description: String, _ members: String, _ limits: Int?) {
            testDescription = description
            self.members = members
            self.limits = limits
        }
    }

    private static let isa =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *250701*2149*^*00501"
        + "*000000001*0*T*:~GS*BE*S*R*20250701*2149*1*X*005010X220A1~"
    private static let set = "ST*834*0001*005010X220A1~BGN*00~"
    private static let end = "SE*5*0001~GE*1*1~IEA*1*000000001~"
    private static let limit = 4096

    /// Of which one grows to the limit by doubling, and one beyond it.
    private static let blockSizes = [1024, 1536]

    private func read(
        _ text: String, _ pieces: Pieces = .whole, blockSize: Int = 1024
    ) -> Reading {
        Reading(
            Array(text.utf8), pieces: pieces, blockSize: blockSize, greatestSize: Self.limit)
    }

    @Test(
        arguments: [
            Long("a segment of a record", "INS*Y~REF*" + filler(20_000) + "~INS*N~", 1),
            Long("a segment as long as the limit", "INS*Y~REF*" + filler(limit) + "~INS*N~", 1),
            Long(
                "a segment little longer than the limit",
                "INS*Y~REF*" + filler(limit + 200) + "~INS*N~", 1),
            Long("a segment id", "INS*Y~" + filler(20_000) + "~INS*N~", 1),
            Long("elements of a segment", "INS*Y~REF" + filler(20_000, "*A") + "~INS*N~", 1),
            Long("NUL bytes", "INS*Y~REF*" + filler(20_000, "\0") + "~INS*N~", 1),
            Long("segments of a record", "INS*Y~" + filler(3_000, "LX*1~") + "INS*N~", 1),
            Long("segments of a header", filler(3_000, "REF*38*A~") + "INS*N~", 1),
            Long("two records", filler(2, "INS*Y~" + filler(2_000, "LX*1~")), 2),
            Long("nothing but white space", "INS*Y~" + filler(20_000, " ") + "INS*N~", nil),
            Long("blank segments", "INS*Y~" + filler(20_000, "~") + "INS*N~", nil),
            Long("a record below the limit", "INS*Y~REF*" + filler(limit - 100) + "~INS*N~", 0),
        ], blockSizes)
    func units(_ long: Long, _ blockSize: Int) {
        let text = Self.isa + Self.set + long.members + Self.end
        let reading = read(text, blockSize: blockSize)
        #expect(reading.faults == [])
        #expect(reading.greatestCapacity <= Self.limit + blockSize)
        if let limits = long.limits {
            #expect(reading.rules.count { $0 == "x12.limit.unit" } == limits)
        }
        #expect(reading.difference(from: read(text, .of(1), blockSize: blockSize)) == nil)
        #expect(reading.text.hasSuffix("SE GE IEA"), "what follows is read")
    }

    @Test(arguments: ["", isa, isa + set, isa + set + "INS*Y~"])
    func withoutAnyEnd(_ opening: String) {
        for piece in ["A", "\0", "*", ":", " ", "ISA", "GS*", "ST*1~", "GE~", "\u{FEFF}"] {
            let reading = read(opening + Self.filler(20_000, piece))
            #expect(reading.faults == [], "\(piece)")
            #expect(reading.greatestCapacity <= Self.limit + 1024, "\(piece)")
        }
    }

    private static func filler(_ count: Int, _ piece: String = "A") -> String {
        String(repeating: piece, count: count)
    }
}
