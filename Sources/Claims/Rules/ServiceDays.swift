import CareModel

/// The days of a claim's services, gathered once for the rules about them.
///
/// A period that ends before it begins is told elsewhere, and is none here.
struct ServiceDays {
    /// A day as a number CCYYMMDD, 0 where none was found, and the index of its period.
    struct Day {
        fileprivate(set) var number: Int32 = 0
        fileprivate var index = 0
    }
    private let claim: RecordObject<ClaimFields>
    private(set) var earliestBegin = Day()
    private(set) var latestBegin = Day()
    private(set) var earliestEnd = Day()
    private(set) var latestEnd = Day()
    /// 2300/DTP*434.
    let statement: RecordObject<ServicePeriodFields>?

    init(_ claim: RecordObject<ClaimFields>) {
        self.claim = claim
        let times = claim.object(.times, ClaimTimeFields.self)
        let period = times?.object(.statementPeriod, ServicePeriodFields.self)
        statement = period.flatMap { $0.day(.end) >= $0.day(.begin) ? $0 : nil }
        if let service = times?.object(.service, ServicePeriodFields.self) { add(service) }
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            if let service = line.object(.service, ServicePeriodFields.self) { add(service) }
        }
    }

    @inline(__always)
    private mutating func add(_ service: RecordObject<ServicePeriodFields>) {
        let (begin, end) = (service.day(.begin), service.day(.end))
        guard begin > 0, end >= begin else { return }
        if begin < earliestBegin.number || earliestBegin.index == 0 {
            earliestBegin = Day(number: begin, index: service.index)
        }
        if begin > latestBegin.number { latestBegin = Day(number: begin, index: service.index) }
        if end < earliestEnd.number || earliestEnd.index == 0 {
            earliestEnd = Day(number: end, index: service.index)
        }
        if end > latestEnd.number { latestEnd = Day(number: end, index: service.index) }
    }

    /// The period in which a day was found.
    func period(_ day: Day) -> RecordObject<ServicePeriodFields> {
        RecordObject(bytes: claim.bytes, slots: claim.slots, index: day.index)
    }
}
