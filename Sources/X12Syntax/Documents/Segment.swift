import Diagnostics

/// A segment as it stands in an input, with the envelopes around it.
///
/// Two are equal when they have the same bytes at the same place.
public struct Segment: Sendable, Hashable {
    /// The id as a number; `SegmentID.none` when it has not two or three characters.
    public let id: SegmentID
    /// From the id to the terminator, which is the last byte when `isTerminated`.
    public let bytes: [UInt8]
    /// Offset in the input of the first byte.
    public let offset: Int
    /// Line of the first byte, from 1.
    public let line: Int
    /// Number in its transaction set, where ST is 1; `nil` for a segment of no set.
    public let number: Int?
    /// The last segment of an input may lack its terminator.
    public let isTerminated: Bool
    /// Whether it stands where only envelope segments belong.
    public let isStray: Bool
    /// The interchange, group and transaction set that it stands in or opens.
    public let envelope: EnvelopeContext

    /// Offsets in the input, the terminator included.
    public var range: ByteRange { ByteRange(offset, offset + bytes.count) }

    /// Of its interchange.
    public var delimiters: Delimiters { envelope.interchange.delimiters }

    /// The id as text, as it was sent: `INS`.
    public var name: String { String(decoding: part(0) ?? [], as: UTF8.self) }

    /// All elements after the id, the empty ones between them included.
    public var elements: [DataElement] {
        content.split(separator: delimiters.element, omittingEmptySubsequences: false)
            .dropFirst().map(dataElement)
    }

    /// An element by its position in the standard, from 1; empty where it was not sent.
    public subscript(position: Int) -> DataElement {
        dataElement(position < 1 ? [] : part(position) ?? [])
    }

    /// The bytes without the terminator.
    public var content: ArraySlice<UInt8> { isTerminated ? bytes.dropLast() : bytes[...] }

    /// ISA11 and ISA16 are separators and separate nothing.
    private func dataElement(_ bytes: ArraySlice<UInt8>) -> DataElement {
        DataElement(bytes: bytes, delimiters: delimiters, isIndivisible: id == .isa)
    }

    /// What stands after so many separators.
    private func part(_ index: Int) -> ArraySlice<UInt8>? {
        var rest = content
        for _ in 0..<index {
            guard let separator = rest.firstIndex(of: delimiters.element) else { return nil }
            rest = rest[(separator + 1)...]
        }
        return rest.prefix { $0 != delimiters.element }
    }
}
