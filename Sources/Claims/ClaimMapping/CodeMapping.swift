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
            let range = view.range(element)
            if range.isEmpty { continue }
            var parts = ComponentReading(range, elements)
            let qualifier = parts.next()
            let code = elements.slot(parts.next())
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
        var rest: ComponentReading
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
        case Key("BBR"), Key("BBQ"), Key("BR"), Key("BQ"), Key("CAH"):
            addProcedure(found, &elements, claim, .procedures)
        case Key("BP"), Key("BO"):
            addProcedure(found, &elements, claim, .anesthesiaProcedures)
        case Key("BH"): addOccurrence(found, &elements, claim)
        case Key("BI"): addSpan(found, &elements, claim)
        case Key("BE"): addValue(found, &elements, claim)
        case Key("BG"): elements.addText(found.code, to: claim, ClaimFields.conditionCodes)
        case Key("TC"): elements.addText(found.code, to: claim, ClaimFields.treatmentCodes)
        case Key("DR") where elements.record.slot(claim, ClaimFields.drg).isEmpty:
            elements.record.set(claim, ClaimFields.drg, found.code)
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
            diagnosis, ClaimDiagnosisFields.presentOnAdmission, elements.slot(rest.next()))
    }

    private static func addProcedure(
        _ found: Found, _ elements: inout ElementReader, _ claim: Int, _ field: ClaimFields
    ) {
        let procedure = elements.append(ClaimProcedureFields.self, to: claim, field)
        elements.record.set(procedure, ClaimProcedureFields.code, found.code)
        elements.record.set(procedure, ClaimProcedureFields.kind, found.qualifier)
        elements.record.set(
            procedure, ClaimProcedureFields.date, day(found, &elements))
    }

    private static func addOccurrence(
        _ found: Found, _ elements: inout ElementReader, _ claim: Int
    ) {
        let occurrence = elements.append(
            OccurrenceFields.self, to: claim, ClaimFields.occurrences)
        elements.record.set(occurrence, OccurrenceFields.code, found.code)
        elements.record.set(occurrence, OccurrenceFields.date, day(found, &elements))
    }

    /// C022-04 where C022-03 is D8; of any other the element is kept, and the date is as sent.
    private static func day(_ found: Found, _ elements: inout ElementReader) -> Slot {
        var rest = found.rest
        let format = elements.key(rest.next())
        let sent = elements.slot(rest.next())
        if format != Key("D8"), format.rawValue != 0 || !sent.isEmpty {
            elements.keep(found.view, found.element)
        }
        return sent
    }

    private static func addSpan(
        _ found: Found, _ elements: inout ElementReader, _ claim: Int
    ) {
        let span = elements.append(
            OccurrenceSpanFields.self, to: claim, ClaimFields.occurrenceSpans)
        elements.record.set(span, OccurrenceSpanFields.code, found.code)
        var rest = found.rest
        let format = elements.key(rest.next())
        let sent = rest.next()
        guard format == Key("RD8"), let days = SpanReading.days(sent, elements) else {
            return elements.keep(found.view, found.element)
        }
        let period = elements.object(
            ServicePeriodFields.self, in: span, OccurrenceSpanFields.period)
        elements.record.set(period, ServicePeriodFields.begin, days.begin)
        elements.record.set(period, ServicePeriodFields.end, days.end)
    }

    private static func addValue(
        _ found: Found, _ elements: inout ElementReader, _ claim: Int
    ) {
        let value = elements.append(ClaimValueFields.self, to: claim, ClaimFields.values)
        elements.record.set(value, ClaimValueFields.code, found.code)
        var rest = found.rest
        rest.skip(2)
        elements.record.set(value, ClaimValueFields.amount, elements.slot(rest.next()))
    }
}
