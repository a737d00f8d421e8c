import CareModel
import Diagnostics
import X12Grammar
import X12Mapping
import X12Structure
import X12Syntax

/// Reads 834 transaction sets: the header once, then each member loop as slots over its bytes.
///
/// Source: 005010X220A1. Findings go to the collector; nothing is thrown, nothing is dropped.
package struct EnrollmentReader: Sendable {
    private var matching: RecordMatching<EnrollmentLoop>

    package init(_ guide: CompiledGuide) { matching = RecordMatching(guide) }

    /// The header table, from ST to the segment before the first INS.
    ///
    /// Valid until something else is read.
    package mutating func readHeader(
        _ unit: Unit, of envelope: EnvelopeContext, in block: BlockView,
        _ collector: inout FindingCollector
    ) -> RecordReading<ContextFields> {
        let delimiters = envelope.interchange.delimiters
        matching.matchHeader(unit, delimiters, in: block, &collector)
        return matching.read(unit, delimiters, in: block) { ContextMapping.read(&$0) }
    }

    /// One member loop; valid until something else is read.
    ///
    /// - Parameter date: the date of the file as a number CCYYMMDD; 0 where it is not known.
    package mutating func readRecord(
        _ unit: Unit, delimiters: Delimiters, date: Int32, partner: MassHealthRules? = nil,
        in block: BlockView, _ collector: inout FindingCollector
    ) -> RecordReading<EnrollmentFields> {
        matching.matchRecord(unit, .member, delimiters, in: block, &collector)
        let reading =
            matching.read(unit, delimiters, in: block) { MemberMapping.read(&$0) }
            as RecordReading<EnrollmentFields>
        let locator = matching.locator(in: block)
        EnrollmentRules.check(reading.record, date, locator, &collector)
        partner?.check(reading.record, locator, &collector)
        return reading
    }

    /// Whether the record read last sent one of these codes at a place.
    package func hasSent(_ when: PartnerProfile.When, in block: BlockView) -> Bool {
        matching.hasSent(when, in: block)
    }

    /// The segments of the header or record read last that found no place, in their order.
    package var unplaced: [SegmentEntry] { matching.unplaced }
}
