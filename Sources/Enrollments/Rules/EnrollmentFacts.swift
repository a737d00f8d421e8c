import CareModel
import Diagnostics
import X12Mapping

/// What the rules across records need to know of one record.
package struct EnrollmentFacts: Sendable {
    /// A plan and its days.
    package struct Span: Sendable {
        /// Person, insurance line, plan and maintenance type as one number.
        let key: UInt64
        let begin: Int32
        let end: Int32
        /// Of a value of its HD, from the record's first byte.
        let offset: UInt32
    }
    /// The subscriber's number as a key; 0 where there is none.
    let subscriber: UInt64
    let isSubscriber: Bool
    /// INS01, where it is Y or N; else 0.
    let indicator: UInt8
    /// Whether what was found in it keeps it from being accepted.
    let isSetAside: Bool
    /// INS03 is 030.
    let isAudit: Bool
    /// Number of the transaction set in the input.
    package let transaction: Int
    let range: ByteRange
    /// Of the block's spans, those of this record.
    let spans: Range<Int>

    /// - Parameters:
    ///   - transaction: number of the transaction set in the input.
    ///   - isSetAside: whether what was found in it keeps it from being accepted.
    ///   - all: of the block; those of this record are added.
    package init(
        _ enrollment: RecordObject<EnrollmentFields>, transaction: Int, range: ByteRange,
        isSetAside: Bool = false, spans all: inout [Span]
    ) {
        let first = all.count
        let hasMember = enrollment.has(.memberId)
        isSubscriber =
            !enrollment.has(.subscriber) || enrollment.key(.subscriber) == Key("Y").rawValue
        indicator = UInt8(truncatingIfNeeded: enrollment.key(.subscriber))
        self.isSetAside = isSetAside
        isAudit = enrollment.key(.maintenanceType) == Key("030").rawValue
        self.transaction = transaction
        self.range = range
        guard hasMember else {
            subscriber = 0
            spans = first..<first
            return
        }
        var person = KeyHash()
        person.add(enrollment.bytes(.memberId))
        subscriber = person.value
        if !isSubscriber { EnrollmentFacts.addPerson(enrollment, to: &person) }
        let maintenance = enrollment.key(.maintenanceType)
        for coverage in enrollment.objects(.coverages, CoverageFields.self) {
            guard let period = coverage.object(.period, PeriodFields.self) else { continue }
            let begin = period.day(.begin)
            guard begin > 0 else { continue }
            let end = period.day(.end)
            var key = person
            key.add(coverage.key(.insuranceLine))
            key.add(coverage.bytes(.plan))
            key.add(coverage.has(.maintenanceType) ? coverage.key(.maintenanceType) : maintenance)
            let text =
                coverage.has(.insuranceLine)
                ? coverage.slot(.insuranceLine)
                : coverage.has(.maintenanceType)
                    ? coverage.slot(.maintenanceType) : period.slot(.begin)
            all.append(
                Span(
                    key: key.value, begin: begin, end: end > 0 ? end : Int32.max,
                    offset: text.start))
        }
        spans = first..<all.count
    }

    /// What tells a dependent from the others of one subscriber.
    private static func addPerson(
        _ enrollment: RecordObject<EnrollmentFields>, to key: inout KeyHash
    ) {
        let member = enrollment.object(.member, MemberFields.self)
        key.add(enrollment.key(.relationship))
        if let name = member?.object(.name, PersonNameFields.self) {
            key.add(name.bytes(.first))
        }
        if let demographics = member?.object(.demographics, DemographicsFields.self) {
            key.add(UInt64(UInt32(bitPattern: demographics.day(.birthDate))))
        }
    }
}
