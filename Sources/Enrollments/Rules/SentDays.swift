import CareModel
import X12Mapping

/// The begins and ends that were sent for one period, of which it holds one each.
///
/// Made where more than one may have come, or something is wrong.
struct SentDays {
    private(set) var begins: [Int32] = []
    private(set) var ends: [Int32] = []

    static func ofEligibility(
        _ enrollment: RecordObject<EnrollmentFields>, _ period: RecordObject<PeriodFields>
    ) -> SentDays {
        SentDays(
            period, enrollment.objects(.dates, DateFields.self), begin: Key("356"),
            end: Key("357"))
    }

    static func ofCoverage(
        _ coverage: RecordObject<CoverageFields>, _ period: RecordObject<PeriodFields>
    ) -> SentDays {
        SentDays(
            period, coverage.objects(.dates, DateFields.self), begin: Key("348"),
            end: Key("349"))
    }

    private init(
        _ period: RecordObject<PeriodFields>, _ dates: RecordList<DateFields>, begin: Key, end: Key
    ) {
        add(period.day(.begin), period.day(.end))
        for date in dates {
            let code = date.key(.code)
            guard code == begin.rawValue || code == end.rawValue else { continue }
            if let span = date.object(.span, PeriodFields.self) {
                add(span.day(.begin), span.day(.end))
            } else if code == begin.rawValue {
                add(date.day(.date), 0)
            } else {
                add(0, date.day(.date))
            }
        }
    }

    private mutating func add(_ begin: Int32, _ end: Int32) {
        if begin > 0 { begins.append(begin) }
        if end > 0 { ends.append(end) }
    }

    /// Whether one of the begins lies on a day or before it.
    func beginBefore(_ day: Int32) -> Bool { begins.contains { $0 <= day } }

    /// Each begin with the nearest end after it, 0 for none; a begin of 0 where only ends came.
    ///
    /// Empty where an end lies before all begins: which of them is wrong cannot be told.
    var spans: [(begin: Int32, end: Int32)] {
        if begins.isEmpty { return ends.map { (0, $0) } }
        guard ends.allSatisfy({ beginBefore($0) }) else { return [] }
        return begins.map { begin in (begin, ends.filter { $0 >= begin }.min() ?? 0) }
    }
}
