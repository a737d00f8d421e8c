import CareModel
import X12Mapping
import X12Syntax

// HI   01 to 12, each of
//   -1  R  Code List Qualifier Code
//   -2  R  Code
//   -3  S  Date Format                D8 of procedures and occurrences, RD8 of occurrence spans
//   -4  S  Date
//   -5  S  Amount                     of values
//   -9  S  Present on Admission       of diagnoses

/// Maps the codes of HI: what each one is, its own qualifier says, in whatever segment it stands.
enum CodeMapping {
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ claim: Int) {
        let before = lastOrder(claim, elements)
        for element in 1...12 {
            guard element <= view.elementCount else { return }
            if view.range(element).isEmpty { continue }
            var parts = elements.walk(view, element)
            let qualifier = parts.part()
            let code = elements.slot(parts.part())
            guard !code.isEmpty, !qualifier.isEmpty else {
                elements.keep(view, element)
                continue
            }
            let found = Found(
                qualifier: elements.slot(qualifier), code: code, rest: parts, view: view,
                element: element)
            read(found, elements.key(qualifier), order: before + element, &elements, claim)
        }
    }

    /// One code with what stands beside it.
    private struct Found {
        let qualifier: Slot
        let code: Slot
        var rest: ComponentWalk
        let view: SegmentView
        let element: Int
    }

    /// The order of the claim's last diagnosis so far.
    private static func lastOrder(_ claim: Int, _ elements: borrowing ElementReader) -> Int {
        let diagnoses = elements.record.slot(claim, ClaimFields.diagnoses)
        guard !diagnoses.isEmpty else { return 0 }
        let last = Int(diagnoses.extent)
        return Int(elements.record.slot(last, ClaimDiagnosisFields.order).start)
    }

    private static func read(
        _ found: Found, _ kind: Key, order: Int, _ elements: inout ElementReader, _ claim: Int
    ) {
        switch kind {
        case Key("ABK"), Key("ABF"), Key("BK"), Key("BF"), Key("ABJ"), Key("BJ"), Key("APR"),
            Key("PR"), Key("ABN"), Key("BN"), Key("TQ"):
            addDiagnosis(found, order, &elements, claim)
        default:
            let codes = elements.object(ClaimCodeFields.self, in: claim, ClaimFields.codes)
            readOther(found, kind, &elements, codes)
        }
    }

    private static func readOther(
        _ found: Found, _ kind: Key, _ elements: inout ElementReader, _ codes: Int
    ) {
        switch kind {
        case Key("BBR"), Key("BBQ"), Key("BR"), Key("BQ"), Key("CAH"):
            addProcedure(found, &elements, codes, .procedures)
        case Key("BP"), Key("BO"):
            addProcedure(found, &elements, codes, .anesthesiaProcedures)
        case Key("BH"): addOccurrence(found, &elements, codes)
        case Key("BI"): addSpan(found, &elements, codes)
        case Key("BE"): addValue(found, &elements, codes)
        case Key("BG"): elements.addText(found.code, to: codes, ClaimCodeFields.conditionCodes)
        case Key("TC"): elements.addText(found.code, to: codes, ClaimCodeFields.treatmentCodes)
        case Key("DR") where elements.record.slot(codes, ClaimCodeFields.drg).isEmpty:
            elements.record.set(codes, ClaimCodeFields.drg, found.code)
        default: elements.keep(found.view, found.element)
        }
    }

    @inline(__always)
    private static func addDiagnosis(
        _ found: Found, _ order: Int, _ elements: inout ElementReader, _ claim: Int
    ) {
        let diagnosis = elements.append(
            ClaimDiagnosisFields.self, to: claim, ClaimFields.diagnoses)
        elements.record.set(diagnosis, ClaimDiagnosisFields.order, number: order)
        elements.record.set(diagnosis, ClaimDiagnosisFields.code, found.code)
        elements.record.set(diagnosis, ClaimDiagnosisFields.kind, found.qualifier)
        var rest = found.rest
        rest.skip(6)
        elements.record.set(
            diagnosis, ClaimDiagnosisFields.presentOnAdmission, elements.slot(rest.part()))
    }

    private static func addProcedure(
        _ found: Found, _ elements: inout ElementReader, _ codes: Int, _ field: ClaimCodeFields
    ) {
        let procedure = elements.append(ClaimProcedureFields.self, to: codes, field)
        elements.record.set(procedure, ClaimProcedureFields.code, found.code)
        elements.record.set(procedure, ClaimProcedureFields.kind, found.qualifier)
        elements.record.set(
            procedure, ClaimProcedureFields.date, day(found, &elements))
    }

    private static func addOccurrence(
        _ found: Found, _ elements: inout ElementReader, _ codes: Int
    ) {
        let occurrence = elements.append(
            OccurrenceFields.self, to: codes, ClaimCodeFields.occurrences)
        elements.record.set(occurrence, OccurrenceFields.code, found.code)
        elements.record.set(occurrence, OccurrenceFields.date, day(found, &elements))
    }

    /// C022-04 where C022-03 is D8; of any other the element is kept, and the date is as sent.
    private static func day(_ found: Found, _ elements: inout ElementReader) -> Slot {
        var rest = found.rest
        let format = elements.key(rest.part())
        let sent = elements.slot(rest.part())
        if format != Key("D8"), format.rawValue != 0 || !sent.isEmpty {
            elements.keep(found.view, found.element)
        }
        return sent
    }

    private static func addSpan(
        _ found: Found, _ elements: inout ElementReader, _ codes: Int
    ) {
        let span = elements.append(
            OccurrenceSpanFields.self, to: codes, ClaimCodeFields.occurrenceSpans)
        elements.record.set(span, OccurrenceSpanFields.code, found.code)
        var rest = found.rest
        let format = elements.key(rest.part())
        let sent = rest.part()
        guard format == Key("RD8"), let days = SpanReading.days(sent, elements) else {
            return elements.keep(found.view, found.element)
        }
        let period = elements.object(
            ServicePeriodFields.self, in: span, OccurrenceSpanFields.period)
        elements.record.set(period, ServicePeriodFields.begin, days.begin)
        elements.record.set(period, ServicePeriodFields.end, days.end)
    }

    private static func addValue(
        _ found: Found, _ elements: inout ElementReader, _ codes: Int
    ) {
        let value = elements.append(ClaimValueFields.self, to: codes, ClaimCodeFields.values)
        elements.record.set(value, ClaimValueFields.code, found.code)
        var rest = found.rest
        rest.skip(2)
        elements.record.set(value, ClaimValueFields.amount, elements.slot(rest.part()))
    }
}
