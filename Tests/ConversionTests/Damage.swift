import Foundation

/// SplitMix64: the same numbers for the same seed, on every machine.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// Seeded damage to a file.
enum Damage {
    private static let pieces = [
        "ISA", "GS*", "ST*", "SE*", "GE*", "IEA", "INS*", "NM1*IL", "LS*2700~", "LE*2700~", "~~~",
        "HL*", "HL*2*1*22*0~", "HL*3*2*23*0~", "HL*9*9*20*1~", "CLM*", "CLM*A*1***11:B:1*Y*A*Y*Y~",
        "\r\n", "*", "~", ":", "^", "\0", "\u{FEFF}", EnrollmentText.interchange("000000007"),
    ].map { Data($0.utf8) }

    /// Damages bytes at one place or at many.
    static func strike(_ bytes: inout Data, _ dice: inout Dice) {
        for _ in 0..<[1, 1, 2, 3, 8, 40][Int.random(in: 0..<6, using: &dice)] {
            once(&bytes, &dice)
        }
    }

    private static func once(_ bytes: inout Data, _ dice: inout Dice) {
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
}
