import CareModel
import X12Mapping
import X12Syntax

// loop 2400  Service Line Number                     R  50 (837I 999)
//   LX    Service Line                       R   1
//   SV1 SV2 SV3  Service                     R   1   837P, 837I, 837D
//   TOO   Tooth Information                  S  32   837D
//   SV5   Durable Medical Equipment          S   1   837P
//   PWK   Supplemental Information           S  10
//   CR1 CR3 CRC  Certification               S       837P
//   DTP   Service Date                472    S   1
//   DTP   Other Dates                        S
//   QTY   Quantity                    PT FL  S   2   837P
//   MEA   Test Result                        S   5   837P
//   CN1   Contract                           S   1
//   REF   Line Item Control Number    6R     S   1
//   REF   Other Identification               S
//   AMT   Amounts                            S
//   K3    File Information                   S  10
//   NTE   Note                               S
//   PS1   Purchased Service                  S   1   837P
//   HCP   Pricing                            S   1
//   2410  Drug · 2420A … 2420I  Providers · 2430  Adjudication · 2440  Forms

/// Maps loop 2400, one service line, and the loops within it.
enum LineMapping {
    /// Adds the line to the claim.
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>, _ claim: Int) {
        let line = cursor.elements.append(
            ServiceLineFields.self, to: claim, ClaimFields.serviceLines)
        var isFirst = true
        while let loop = cursor.nextLoop {
            switch loop {
            case .serviceLine:
                guard let view = cursor.next(in: .serviceLine, isFirst: &isFirst) else { return }
                readOwn(view, &cursor.elements, line)
            case .drug: DrugMapping.read(&cursor, line)
            case .lineProviderA, .lineProviderB, .lineProviderC, .lineProviderD, .lineProviderE,
                .lineProviderF, .lineProviderG, .lineProviderH, .lineProviderI:
                ProviderRoleMapping.read(loop, &cursor, of: line, ServiceLineFields.providers)
            case .lineAdjudication: LineAdjudicationMapping.read(&cursor, line)
            case .form: SupportingFormMapping.read(&cursor, line)
            default: return
            }
            isFirst = false
        }
    }

    @inline(__always)
    private static func readOwn(
        _ view: SegmentView, _ elements: inout ElementReader, _ line: Int
    ) {
        switch view.entry.id {
        case SegmentID("LX"): elements.set(line, ServiceLineFields.number, view, 1)
        case SegmentID("SV1"): ServiceMapping.readProfessional(view, &elements, line)
        case SegmentID("SV2"): ServiceMapping.readInstitutional(view, &elements, line)
        case SegmentID("SV3"): ServiceMapping.readDental(view, &elements, line)
        case SegmentID("TOO"): ServiceMapping.readTooth(view, &elements, line)
        case SegmentID("DTP"): readDTP(view, &elements, line)
        case SegmentID("REF"): readREF(view, &elements, line)
        case SegmentID("AMT"):
            ValueMapping.addAmount(view, &elements, to: line, ServiceLineFields.amounts)
        case SegmentID("NTE"):
            SupplementMapping.addNote(view, &elements, to: line, ServiceLineFields.notes)
        default: LineSupplementMapping.read(view, &elements, line)
        }
    }

    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ line: Int
    ) {
        let number = elements.slot(view, 2)
        if elements.key(view, 1) == Key("6R"), !number.isEmpty,
            elements.record.slot(line, ServiceLineFields.controlNumber).isEmpty
        {
            return elements.record.set(line, ServiceLineFields.controlNumber, number)
        }
        ValueMapping.addIdentifier(view, &elements, to: line, ServiceLineFields.identifiers)
    }

    // MARK: Dates

    private static func readDTP(
        _ view: SegmentView, _ elements: inout ElementReader, _ line: Int
    ) {
        if elements.key(view, 1) == Key("472"),
            elements.record.slot(line, ServiceLineFields.service).isEmpty,
            setService(view, &elements, line)
        {
            return
        }
        ValueMapping.addDate(view, &elements, to: line, ServiceLineFields.dates)
    }

    /// The day, or the days, of the service; `false` where they are none.
    private static func setService(
        _ view: SegmentView, _ elements: inout ElementReader, _ line: Int
    ) -> Bool {
        let format = elements.key(view, 2)
        let range = view.range(3)
        let (start, end) = (range.lowerBound, range.upperBound)
        let days: (begin: Slot, end: Slot)
        if format == Key("D8") {
            let day = elements.slot(start, end)
            days = (day, day)
        } else if format == Key("RD8"), range.count == 17, view.bytes[start + 8] == 0x2D {
            days = (elements.slot(start, start + 8), elements.slot(start + 9, end))
        } else {
            return false
        }
        guard !days.begin.isEmpty, !days.end.isEmpty else { return false }
        let service = elements.object(
            ServicePeriodFields.self, in: line, ServiceLineFields.service)
        elements.record.set(service, ServicePeriodFields.begin, days.begin)
        elements.record.set(service, ServicePeriodFields.end, days.end)
        return true
    }
}
