import Diagnostics
import X12Structure
import X12Syntax

/// Checks the elements of envelope segments against the envelope's grammar.
struct EnvelopeCheck: Sendable {
    private let guide: CompiledGuide

    init(_ guide: CompiledGuide) { self.guide = guide }

    func check(
        _ unit: Unit, _ envelope: EnvelopeContext, _ view: BlockView,
        _ collector: inout FindingCollector
    ) {
        for entry in view.segments(of: unit) {
            // The ISA holds the separators themselves.
            var delimiters = envelope.interchange.delimiters
            if entry.id == SegmentID("ISA") {
                delimiters.component = nil
                delimiters.repetition = nil
            }
            guide.checkElements(
                of: view.view(entry), delimiters: delimiters,
                ignoringLengths: !envelope.interchange.hasStandardWidths, &collector)
        }
    }
}
