import X12Syntax

/// A segment and the place that the guide gives it.
@usableFromInline
package struct MatchedSegment: Sendable {
    @usableFromInline package let entry: SegmentEntry
    /// Index in `Guide.segments`; -1 for a segment that has no place.
    @usableFromInline package let segment: Int32
    /// Index in `Guide.loops`; of a segment without a place, the loop where it was found.
    @usableFromInline package let loop: Int32
    /// Whether it opens an occurrence of its loop.
    @usableFromInline package let opens: Bool
    /// Whether all its bytes are printable ASCII that needs no escaping.
    @usableFromInline package var isPlain = false
    /// Whether it is plain, and no element of it begins or ends with a blank.
    @usableFromInline package var isTight = false
    /// Whether some element of it is not the guide's: not used, or one too many.
    @usableFromInline package var hasStrayElements = false
    /// Whether a code of it is not the guide's: then no field may hold all of its values.
    @usableFromInline package var hasForeignValues = false
    /// Whether it, or the loop that it opens, comes a second time where there is room for one.
    @usableFromInline package var isSurplus = false

    @inlinable package var isPlaced: Bool { segment >= 0 }
}
