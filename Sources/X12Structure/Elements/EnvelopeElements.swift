import Diagnostics
import X12Grammar
import X12Syntax

extension CompiledGuide {
    /// Checks the elements of an envelope segment; its id is enough to find it in the guide.
    package func checkElements(
        of view: SegmentView, delimiters: Delimiters, ignoringLengths: Bool = false,
        _ collector: inout FindingCollector
    ) {
        guard let index = tables.segments.all.firstIndex(where: { $0.id == view.entry.id }) else {
            return
        }
        if !ignoringLengths, view.isSimple(delimiters),
            QuickCheck.isClean(owner.tables, index, view, delimiters.element)
        {
            return
        }
        var review = ElementReview(
            guide: self, segment: index, view: view, delimiters: delimiters)
        review.ignoresLengths = ignoringLengths
        review.isEnvelope = true
        review.run(&collector)
    }
}
