import Testing

@testable import X12Syntax

/// Files that something wrapped at a column, inside segments.
struct WrappedFileTests {
    private static let text =
        "ISA~GS~ST~BGN*00*12456*20260105*0730*ET***2~N1*P5*SPONSOR*FI*987654321~"
        + "N1*IN*PAYER*FI*123456789~INS*Y*18*021*20*A***FT~REF*0F*1001~SE~GE~IEA~"

    private static func wrapped(_ bytes: [UInt8], at width: Int, _ lineBreak: String) -> [UInt8] {
        let lines = stride(from: 0, to: bytes.count, by: width).map {
            bytes[$0..<min($0 + width, bytes.count)]
        }
        return Array(lines.joined(separator: Array(lineBreak.utf8)))
    }

    private static func envelopeRules(_ bytes: [UInt8]) -> [String] {
        X12Reader(bytes).compactMap(\.finding).compactMap { finding in
            let rule = finding.rule.description
            guard rule.hasPrefix("x12.interchange.w") else { return nil }
            return finding.expected.map { "\(rule): \($0)" } ?? rule
        }
    }

    @Test(arguments: [60, 72, 76, 80, 100], ["\n", "\r\n"])
    func theColumnIsTold(_ width: Int, _ lineBreak: String) {
        for end in ["", lineBreak] {
            let bytes =
                Self.wrapped(Shorthand.bytes(Self.text), at: width, lineBreak) + Array(end.utf8)
            #expect(
                Self.envelopeRules(bytes) == [
                    "x12.interchange.wrapped: no line break after each \(width) bytes"
                ])
            let reading = Reading(bytes)
            #expect(reading.faults == [])
            #expect(reading.rules.first == "x12.interchange.wrapped")
            for size in [1, 7, 50] {
                let inPieces = Reading(bytes, pieces: .of(size), blockSize: 128)
                #expect(inPieces.difference(from: reading) == nil, "pieces of \(size)")
            }
        }
    }

    @Test func aLongFileIsLookedAtNoFurtherThanItsBeginning() {
        let members = String(repeating: "INS*Y*18*021*20*A***FT~REF*0F*1001~", count: 100)
        let long = Shorthand.bytes(Self.text.replacing("INS*", with: members + "INS*"))
        let bytes = Self.wrapped(long, at: 80, "\n")
        let reading = Reading(bytes)
        #expect(reading.rules.first == "x12.interchange.wrapped")
        #expect(Reading(bytes, pieces: .of(7), blockSize: 128).difference(from: reading) == nil)
    }

    /// Lines of other lengths, few lines, and an ISA whose widths are wrong for another reason.
    @Test func otherLinesAreNotWrapped() {
        let whole = Self.wrapped(Shorthand.bytes(Self.text), at: 80, "\n")
        var longer = whole
        longer.insert(0x41, at: 200)
        let short = Self.wrapped(Shorthand.bytes("ISA~IEA~"), at: 80, "\n")
        let lines = Array(
            (DelimiterTests.short(":~\n") + "IEA*0*000000001~\n").utf8)
        for bytes in [longer, short, lines] {
            #expect(Self.envelopeRules(bytes) == ["x12.interchange.width"])
        }
    }
}
