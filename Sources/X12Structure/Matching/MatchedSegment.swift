import X12Syntax

/// A segment and the place that the guide gives it.
package struct MatchedSegment: Sendable {
    package let entry: SegmentEntry
    /// Index in `Guide.segments`; -1 for a segment that has no place.
    package let segment: Int32
    /// Index in `Guide.loops`; of a segment without a place, the loop where it was found.
    package let loop: Int32
    /// Whether it opens an occurrence of its loop.
    package let opens: Bool
    /// Whether some element of it is not the guide's: not used, or one too many.
    package var hasStrayElements = false
    /// Whether a code of it is not the guide's, or it comes too often: then no field may hold all
    /// of its values, and it is kept whole.
    package var hasForeignValues = false

    package var isPlaced: Bool { segment >= 0 }
}
