import CareModel
import Claims
import Diagnostics
import Enrollments
import Output
import X12Syntax

/// The header of a transaction set, read once, for all its records.
///
/// A class, as every record of the set refers to it.
final class TransactionHeader: Sendable {
    let serial: Int
    /// Where it stands in the input.
    let range: ByteRange
    /// Whose profile is applied.
    let partner: Partner?
    /// Where its records stand, but for their ordinals and bytes.
    let source: RecordSource
    let content: Content
    let findings: [Finding]
    let unlisted: [(finding: Finding, count: Int)]
    /// Segments without a place, of the block in which the header stands.
    let unplaced: [SegmentEntry]

    /// What records of a kind need of it.
    enum Content: Sendable {
        case enrollments(EnrollmentHeader)
        case claims(ClaimHeader)
    }

    init(
        serial: Int, range: ByteRange, partner: Partner?, source: RecordSource, content: Content,
        findings: [Finding], unlisted: [(finding: Finding, count: Int)], unplaced: [SegmentEntry]
    ) {
        self.serial = serial
        self.range = range
        self.partner = partner
        self.source = source
        self.content = content
        self.findings = findings
        self.unlisted = unlisted
        self.unplaced = unplaced
    }
}

/// What enrollments need of their header.
final class EnrollmentHeader: Sendable {
    let context: EnrollmentContext
    /// The date of the file as a number CCYYMMDD; 0 where it is not known.
    let date: Int32
    /// Of the profile, for a file of this day.
    let rules: MassHealthRules?
    let frame: RecordFrame
    /// What the set says of the number of its members.
    let totals: [SetTotal]
    /// Values of the header that no field holds: each record carries them.
    let otherCount: Int

    init(
        _ context: EnrollmentContext, date: Int32, rules: MassHealthRules?, frame: RecordFrame,
        totals: [SetTotal], otherCount: Int
    ) {
        self.totals = totals
        self.otherCount = otherCount
        self.context = context
        self.date = date
        self.rules = rules
        self.frame = frame
    }
}

/// What claims need of their header.
final class ClaimHeader: Sendable {
    /// Of claims that stand beneath no level.
    let outside: KnownLevel

    init(
        _ surroundings: ClaimSurroundings, _ frame: ClaimFrame, _ context: ClaimContext,
        otherCount: Int
    ) {
        outside = KnownLevel(
            surroundings, frame, Indirect(wrappedValue: context), otherCount: otherCount)
    }
}
