@testable import Diagnostics
@testable import X12Syntax

/// How a source gives its bytes.
enum Pieces: Sendable {
    case whole
    case of(Int)
    /// From 1 to 99 bytes.
    case random(UInt64)
}

struct PieceSource: ByteSource {
    private let bytes: [UInt8]
    private let pieces: Pieces
    private var position = 0
    private var random: SeededRandom

    init(_ bytes: [UInt8], _ pieces: Pieces) {
        self.bytes = bytes
        self.pieces = pieces
        if case .random(let seed) = pieces {
            random = SeededRandom(seed)
        } else {
            random = SeededRandom(0)
        }
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Never) -> Int {
        let size: Int
        switch pieces {
        case .whole: size = bytes.count
        case .of(let fixed): size = fixed
        case .random: size = Int.random(in: 1...99, using: &random)
        }
        let count = min(buffer.count, size, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
