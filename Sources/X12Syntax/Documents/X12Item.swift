import Diagnostics

/// One part of an X12 input: the bytes of all items but findings, in order, are the input's.
public enum X12Item: Sendable, Hashable {
    /// A segment of an interchange, or of a fragment without ISA.
    case segment(Segment)
    /// White space between segments, terminators of blank segments, a byte order mark.
    case trivia(InputBytes)
    /// Other text before, between or after interchanges.
    case unreadable(InputBytes)
    /// What is wrong with the item that follows, or with the end of the input.
    case finding(Finding)

    /// The bytes of the input that it stands for; none for a finding.
    public var bytes: [UInt8] {
        switch self {
        case .segment(let segment): segment.bytes
        case .trivia(let stretch), .unreadable(let stretch): stretch.bytes
        case .finding: []
        }
    }

    /// Where those bytes are; for a finding the bytes it speaks of.
    public var range: ByteRange {
        switch self {
        case .segment(let segment): segment.range
        case .trivia(let stretch), .unreadable(let stretch): stretch.range
        case .finding(let finding): finding.range
        }
    }
}

/// Bytes of an input that are no segment, with the place they have in it.
///
/// A long run of them comes in several pieces, which follow each other.
public struct InputBytes: Sendable, Hashable {
    public let bytes: [UInt8]
    /// Offset in the input of the first byte.
    public let offset: Int
    /// Line of the first byte, from 1.
    public let line: Int

    /// Offsets in the input.
    public var range: ByteRange { ByteRange(offset, offset + bytes.count) }
}
