import Foundation
import Testing

/// Seeded damage: the same every time, on every machine.
struct DamageTests {
    /// SplitMix64.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return value ^ value >> 31
        }
    }

    private static let pieces = [
        "ISA", "GS*", "ST*", "SE*", "GE*", "IEA", "INS*", "NM1*IL", "LS*2700~", "LE*2700~", "~~~",
        "\r\n", "*", "~", ":", "^", "\0", "\u{FEFF}", EnrollmentText.interchange("000000007"),
    ].map { Data($0.utf8) }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func neverATrapAndAlwaysBalanced(_ seed: UInt64) throws {
        var dice = Dice(state: seed)
        let other = EnrollmentText.plain.delimited(element: "|", terminator: "\n")
        let source = Data((EnrollmentText.plain + other).utf8)
        let convert = try Trial()
        for round in 1...100 {
            var bytes = source
            for _ in 0..<[1, 1, 2, 3, 8, 40][Int.random(in: 0..<6, using: &dice)] {
                Self.damage(&bytes, &dice)
            }
            let outcome = try convert(bytes)
            #expect(outcome.flaws(of: bytes).isEmpty, "seed \(seed), round \(round)")
        }
    }

    private static func damage(_ bytes: inout Data, _ dice: inout Dice) {
        guard let start = bytes.indices.randomElement(using: &dice) else { return }
        let length = [1, 1, 2, 5, 30, 200][Int.random(in: 0..<6, using: &dice)]
        let range = start..<min(bytes.count, start + length)
        switch Int.random(in: 0..<7, using: &dice) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.removeSubrange(range)
        case 2: bytes.insert(contentsOf: bytes[range], at: start)
        case 3: bytes.insert(contentsOf: pieces.randomElement(using: &dice) ?? Data(), at: start)
        case 4: bytes[start] = Array("*~:^\n\r\0 ".utf8).randomElement(using: &dice) ?? 0
        case 5:
            let moved = Data(bytes[range])
            bytes.removeSubrange(range)
            bytes.insert(contentsOf: moved, at: Int.random(in: 0...bytes.count, using: &dice))
        default: if Bool.random(using: &dice) { bytes = Data(bytes[..<start]) }
        }
    }

    /// Each came from damage, and once went wrong.
    @Test(
        arguments: [
            "ST*~IEA*~R", "ST*~GE*~R", "GS*BE~IEA*1~", "ST*834*1~INS~IEA*1*1~X", "ISA~",
            "ST*834*0001*005010X220A1~~", "GS*~~~~", "ST*~ISA*", "ST*834*0001~SE*2*0001~~~",
        ])
    func found(_ text: String) throws {
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
    }
}
