import Testing

@testable import X12Syntax

/// No bytes make the reader lose a byte, or trap.
@Suite struct DamageTests {
    static let file =
        "ISA~TA1*1~GS~ST~BGN*00~INS*Y~REF*0F*1~~INS*N~SE~ST*2*271~HL*1~SE~GE~IEA~ISA*2~GS~ST~INS*Y~SE"
        + "~GE~IEA~"

    /// What the ledger says, what the tables say, and that reading in blocks makes no difference.
    private func check(_ bytes: [UInt8], _ comment: @autoclosure () -> String) {
        // The fuzzer damages files itself.
        let reading = Reading(bytes, isSeed: false)
        #expect(reading.faults == [], "\(comment())")
        let inBlocks = Reading(bytes, pieces: .of(5), blockSize: 128, isSeed: false)
        let difference = inBlocks.regardlessOfBlocks.difference(from: reading.regardlessOfBlocks)
        #expect(difference == nil, "\(comment())")
        let isWritten = X12Writer.write(X12Reader(bytes)) == bytes
        #expect(isWritten, "\(comment())")
    }

    @Test(arguments: Dialect.all) func truncatedAnywhere(in dialect: Dialect) {
        let bytes = Shorthand.bytes(DamageTests.file, in: dialect)
        for end in bytes.indices { check(Array(bytes[..<end]), "\(end) of \(bytes.count) bytes") }
    }

    @Test(arguments: Dialect.all) func begunAnywhere(in dialect: Dialect) {
        let bytes = Shorthand.bytes(DamageTests.file, in: dialect)
        for start in bytes.indices { check(Array(bytes[start...]), "from byte \(start)") }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func damaged(seed: UInt64) {
        var random = SeededRandom(seed)
        let dialect = Dialect.all.randomElement(using: &random) ?? .usual
        let sound = Shorthand.bytes(DamageTests.file, in: dialect)
        let odd: [UInt8] = [
            dialect.delimiters.element, dialect.delimiters.terminator, 0x0A, 0x20, 0x49, 0x53, 0x41,
            0x47, 0x45, 0, 0xFF,
        ]
        for round in 1...25 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = odd.randomElement(using: &random) ?? 0
                case 1: bytes.insert(odd.randomElement(using: &random) ?? 0, at: place)
                default:
                    let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
                    bytes.removeSubrange(place..<end)
                }
            }
            check(bytes, "seed \(seed), round \(round), \(dialect)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func garbage(seed: UInt64) {
        var random = SeededRandom(seed)
        let parts = [
            "ISA*", "GS*BE*", "ST*834*", "SE*1*1~", "IEA*1*1~", "*", "~", "\n", " ", "x", "INS~",
        ]
        for round in 1...25 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...200, using: &random) {
                if Bool.random(using: &random) {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes += Array((parts.randomElement(using: &random) ?? "").utf8)
                }
            }
            check(bytes, "seed \(seed), round \(round)")
        }
    }

    @Test func binaryFiles() {
        var random = SeededRandom(7)
        let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        check(noise, "noise")
        check([UInt8](repeating: 0, count: 530_000), "zeros")
        check([UInt8](repeating: 0x20, count: 530_000), "blanks")
        check(Array(String(repeating: "ISA*", count: 20_000).utf8), "ISA without end")
        check(Array(String(repeating: " GS*BE", count: 20_000).utf8), "GS without end")
    }
}
