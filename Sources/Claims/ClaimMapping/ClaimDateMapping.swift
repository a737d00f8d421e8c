import CareModel
import X12Mapping
import X12Syntax

// DTP   434  Statement From and To            RD8            institutional
//       435  Admission                        D8 DT
//       096  Discharge                        D8, institutional TM
//       472  Service                          D8 RD8         dental
//       314  Disability, 360 its start, 361 its end   RD8 D8  professional
//       452  Appliance Placement              D8             dental
//       050 090 091 296 297 304 431 439 444 453 454 455 471 484   D8

/// Maps the dates of a claim: each to its own field, all others to `dates`.
enum ClaimDateMapping {
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ claim: Int) {
        let times = elements.object(ClaimTimeFields.self, in: claim, ClaimFields.times)
        guard view.elementCount >= 3, !view.range(3).isEmpty else {
            return ValueMapping.addDate(view, &elements, to: times, ClaimTimeFields.dates)
        }
        let isSet =
            switch elements.key(view, 2) {
            case Key("D8"): setDay(view, &elements, times)
            case Key("RD8"): setSpan(view, &elements, times)
            case Key("DT"): setMoment(view, &elements, times)
            case Key("TM"): setTime(view, &elements, times)
            default: false
            }
        if !isSet { ValueMapping.addDate(view, &elements, to: times, ClaimTimeFields.dates) }
    }

    /// The field of a day by DTP01; `nil` where it has none of its own.
    private static func field(_ qualifier: Key) -> ClaimTimeFields? {
        switch qualifier {
        case Key("050"): .repricerReceivedDate
        case Key("090"): .assumedCareDate
        case Key("091"): .relinquishedCareDate
        case Key("096"): .dischargeDate
        case Key("296"): .returnToWorkDate
        case Key("297"): .lastWorkedDate
        case Key("304"): .lastSeenDate
        case Key("431"): .onsetDate
        case Key("435"): .admissionDate
        case Key("439"): .accidentDate
        case Key("444"): .firstContactDate
        case Key("452"): .appliancePlacementDate
        case Key("453"): .acuteManifestationDate
        case Key("454"): .initialTreatmentDate
        case Key("455"): .lastXRayDate
        case Key("471"): .prescriptionDate
        case Key("484"): .lastMenstrualPeriodDate
        default: nil
        }
    }

    /// D8; `false` where there is no field, or it is taken.
    private static func setDay(
        _ view: SegmentView, _ elements: inout ElementReader, _ times: Int
    ) -> Bool {
        let qualifier = elements.key(view, 1)
        let day = elements.slot(view, 3)
        if let field = field(qualifier) {
            guard elements.record.slot(times, field).isEmpty else { return false }
            elements.record.set(times, field, day)
            return true
        }
        guard qualifier == Key("472") else {
            return elements.setDay(
                view, of: times, ClaimTimeFields.disability, begin: Key("360"), end: Key("361"))
        }
        guard elements.record.object(times, ClaimTimeFields.service) == 0 else { return false }
        let service = elements.object(
            ServicePeriodFields.self, in: times, ClaimTimeFields.service)
        elements.record.set(service, ServicePeriodFields.begin, day)
        elements.record.set(service, ServicePeriodFields.end, day)
        return true
    }

    /// RD8.
    private static func setSpan(
        _ view: SegmentView, _ elements: inout ElementReader, _ times: Int
    ) -> Bool {
        let field: ClaimTimeFields
        switch elements.key(view, 1) {
        case Key("434"): field = .statementPeriod
        case Key("472"): field = .service
        case Key("314"):
            return setSpan(
                view, &elements, times, .disability, PeriodFields.begin, PeriodFields.end)
        default: return false
        }
        return setSpan(
            view, &elements, times, field, ServicePeriodFields.begin, ServicePeriodFields.end)
    }

    private static func setSpan<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, _ times: Int,
        _ field: ClaimTimeFields,
        _ begin: Fields, _ end: Fields
    ) -> Bool {
        guard elements.record.object(times, field) == 0,
            let days = SpanReading.days(view.range(3), elements)
        else { return false }
        let span = elements.object(Fields.self, in: times, field)
        elements.record.set(span, begin, days.begin)
        elements.record.set(span, end, days.end)
        return true
    }

    /// DT: a day, and a time of it.
    private static func setMoment(
        _ view: SegmentView, _ elements: inout ElementReader, _ times: Int
    ) -> Bool {
        let fields: (date: ClaimTimeFields, time: ClaimTimeFields)
        switch elements.key(view, 1) {
        case Key("435"): fields = (.admissionDate, .admissionTime)
        case Key("096"): fields = (.dischargeDate, .dischargeTime)
        default: return false
        }
        let range = view.range(3)
        guard range.count > 8, elements.record.slot(times, fields.date).isEmpty,
            elements.record.slot(times, fields.time).isEmpty
        else { return false }
        let middle = range.lowerBound + 8
        elements.record.set(times, fields.date, elements.slot(range.lowerBound..<middle))
        elements.record.set(times, fields.time, elements.slot(middle..<range.upperBound))
        return true
    }

    /// TM.
    private static func setTime(
        _ view: SegmentView, _ elements: inout ElementReader, _ times: Int
    ) -> Bool {
        guard elements.key(view, 1) == Key("096"),
            elements.record.slot(times, ClaimTimeFields.dischargeTime).isEmpty
        else { return false }
        elements.set(times, ClaimTimeFields.dischargeTime, view, 3)
        return true
    }
}

/// The two days of a value in the form RD8.
enum SpanReading {
    /// `nil` where it is not CCYYMMDD-CCYYMMDD.
    @inline(__always)
    static func days(
        _ range: Range<Int>, _ elements: borrowing ElementReader
    ) -> (begin: Slot, end: Slot)? {
        let middle = range.lowerBound + 8
        guard range.count == 17, elements.bytes[middle] == 0x2D else { return nil }
        return (
            elements.slot(range.lowerBound, middle), elements.slot(middle + 1, range.upperBound)
        )
    }
}
