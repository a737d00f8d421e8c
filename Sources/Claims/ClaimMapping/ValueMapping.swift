import CareModel
import X12Mapping
import X12Syntax

// REF   REF01 qualifier, REF02 value, REF04-2 the payer whose identifier it is (REF04-1 2U)
// DTP   DTP01 qualifier, DTP02 format D8 RD8 DT TM, DTP03 value
// AMT   AMT01 qualifier, AMT02 amount

/// Maps values that a code names, in whatever loop they stand.
enum ValueMapping {
    /// Adds a REF to a list of `ClaimIdentifierFields`.
    @inline(__always)
    static func addIdentifier<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let added = elements.qualified(view, 1, 2, ClaimIdentifierFields.code, .value)
        if added > 0 { elements.record.append(added, to: object, field) }
        if view.elementCount >= 4 { readPayer(view, &elements, added) }
    }

    /// REF04.
    private static func readPayer(
        _ view: SegmentView, _ elements: inout ElementReader, _ identifier: Int
    ) {
        let parts = elements.components(view.range(4))
        guard identifier > 0, parts.count > 1 else { return elements.keep(view, 4) }
        elements.record.set(
            identifier, ClaimIdentifierFields.payerIdentifier, elements.slot(parts[1]))
    }

    /// Adds an AMT to a list of `ClaimAmountFields`.
    @inline(__always)
    static func addAmount<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        elements.addQualified(view, 1, 2, ClaimAmountFields.code, .amount, to: object, field)
    }

    /// Adds a DTP to a list of `ClaimDateFields`.
    @inline(__always)
    static func addDate<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let date = date(view, &elements)
        if date > 0 { elements.record.append(date, to: object, field) }
    }

    /// A DTP in a new object of `ClaimDateFields`; 0 where its value lacks, and the rest is kept.
    @inline(__always)
    static func date(_ view: SegmentView, _ elements: inout ElementReader) -> Int {
        let qualifier = elements.slot(view, 1)
        let sent = elements.slot(view, 3)
        guard !qualifier.isEmpty, !sent.isEmpty else {
            for element in 1...3 { elements.keep(view, element) }
            return 0
        }
        let date = elements.record.add(ClaimDateFields.self)
        elements.record.set(date, ClaimDateFields.code, qualifier)
        let format = elements.key(view, 2)
        if format == Key("D8") {
            elements.record.set(date, ClaimDateFields.date, sent)
        } else {
            setExtent(date, view, &elements, format, sent)
        }
        return date
    }

    /// A span, a moment or a time of day; any other text as sent, with its format.
    private static func setExtent(
        _ date: Int, _ view: SegmentView, _ elements: inout ElementReader, _ format: Key,
        _ sent: Slot
    ) {
        let range = view.range(3)
        let (start, end) = (range.lowerBound, range.upperBound)
        if format == Key("RD8"), range.count == 17, view.bytes[start + 8] == 0x2D {
            let span = elements.record.add(PeriodFields.self)
            elements.record.set(date, ClaimDateFields.span, object: span)
            elements.record.set(span, PeriodFields.begin, elements.slot(start, start + 8))
            elements.record.set(span, PeriodFields.end, elements.slot(start + 9, end))
        } else if format == Key("DT"), range.count > 8 {
            elements.record.set(date, ClaimDateFields.date, elements.slot(start, start + 8))
            elements.record.set(date, ClaimDateFields.time, elements.slot(start + 8, end))
        } else if format == Key("TM") {
            elements.record.set(date, ClaimDateFields.time, sent)
        } else {
            if format != Key("RD8") { elements.keep(view, 2) }
            elements.record.set(date, ClaimDateFields.dateSent, sent)
        }
    }
}
