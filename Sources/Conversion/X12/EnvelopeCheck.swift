import Diagnostics
import X12Structure
import X12Syntax

/// Checks the elements of envelope segments against the grammar that has them.
struct EnvelopeCheck: Sendable {
    private let envelope: CompiledGuide?
    /// Of transaction sets: they have SE.
    private let catalog: GuideCatalog
    private let file: String

    init(_ catalog: GuideCatalog, file: String) {
        self.file = file
        envelope = catalog.envelope
        self.catalog = catalog
    }

    /// A segment that the end of the input cuts short is not checked.
    func check(
        _ unit: Unit, _ context: EnvelopeContext, _ partner: Partner?, _ view: BlockView,
        _ collector: inout FindingCollector
    ) {
        guard !unit.isCut else { return }
        for entry in view.segments(of: unit) {
            var delimiters = context.interchange.delimiters
            if entry.id == SegmentID("ISA") {  // it holds the separators themselves
                delimiters.component = nil
                delimiters.repetition = nil
            }
            guide(for: entry, context)?.checkElements(
                of: view.view(entry), delimiters: delimiters,
                ignoringLengths: !context.interchange.hasStandardWidths, &collector)
            if entry.id == SegmentID("GS") { checkGroup(view.view(entry), &collector) }
            if entry.id == SegmentID("ISA") || entry.id == SegmentID("GS") {
                partner?.enrollments?.checkEnvelope(view.view(entry), file: file, &collector)
                partner?.claims?.checkEnvelope(view.view(entry), &collector)
            }
        }
    }

    /// GS01 against the guide that GS08 names.
    private func checkGroup(_ view: SegmentView, _ collector: inout FindingCollector) {
        guard view.elementCount >= 8,
            let group = catalog.group(ofVersion: String(decoding: view.element(8), as: UTF8.self)),
            !view.element(1).elementsEqual(group.utf8)
        else { return }
        collector.add(
            .groupTransaction, at: view.range(1), place: Place(segment: "GS", element: 1),
            expected: group)
    }

    private func guide(for entry: SegmentEntry, _ context: EnvelopeContext) -> CompiledGuide? {
        guard entry.id == SegmentID("SE") else { return envelope }
        guard let plan = context.transaction?.plan, GuideCatalog.guides.indices.contains(plan)
        else { return nil }
        return catalog.guide(GuideCatalog.guides[plan])
    }
}
