import CareModel
import X12Mapping
import X12Syntax

// loop 2320  Other Subscriber Information            S  10
//   SBR   Other Subscriber                   R   1
//   CAS   Claim Level Adjustments            S   5
//   AMT   Payer Paid Amount           D      S   1
//   AMT   Non-Covered Charge          A8     S   1
//   AMT   Remaining Patient Liability EAF    S   1
//   OI    Other Insurance Coverage           R   1
//   MIA   Inpatient Adjudication             S   1   837I
//   MOA   Outpatient Adjudication            S   1
//   2330A  Other Subscriber · 2330B  Other Payer · 2330C … 2330I  Providers of the payer

/// Maps loop 2320, other insurance of the patient, and the loops within it.
enum OtherSubscriberMapping {
    /// Adds the other insurance to the claim.
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>, _ claim: Int) {
        let other = cursor.elements.append(
            OtherSubscriberFields.self, to: claim, ClaimFields.otherSubscribers)
        var isFirst = true
        while let loop = cursor.nextLoop {
            switch loop {
            case .otherCoverage:
                guard let view = cursor.next(in: .otherCoverage, isFirst: &isFirst) else { return }
                readOwn(view, &cursor.elements, other)
            case .otherSubscriber: OtherPartyMapping.readSubscriber(&cursor, other)
            case .otherPayer: OtherPartyMapping.readPayer(&cursor, other)
            case .otherProviderC, .otherProviderD, .otherProviderE, .otherProviderF,
                .otherProviderG, .otherProviderH, .otherProviderI:
                ProviderRoleMapping.read(
                    loop, &cursor, of: other, OtherSubscriberFields.providers)
            default: return
            }
            isFirst = false
        }
    }

    private static func readOwn(
        _ view: SegmentView, _ elements: inout ElementReader, _ other: Int
    ) {
        switch view.entry.id {
        case SegmentID("SBR"): readSBR(view, &elements, other)
        case SegmentID("CAS"):
            AdjustmentMapping.add(
                view, &elements, to: other, OtherSubscriberFields.adjustments)
        case SegmentID("AMT"): readAMT(view, &elements, other)
        case SegmentID("OI"):
            elements.set(other, OtherSubscriberFields.benefitsAssignment, view, 3)
            elements.set(other, OtherSubscriberFields.patientSignatureSource, view, 4)
            elements.set(other, OtherSubscriberFields.releaseOfInformation, view, 6)
        case SegmentID("MIA"): PayerAdjudicationMapping.readInpatient(view, &elements, other)
        case SegmentID("MOA"): PayerAdjudicationMapping.readOutpatient(view, &elements, other)
        default: elements.keepWhole(view)
        }
    }

    private static func readSBR(
        _ view: SegmentView, _ elements: inout ElementReader, _ other: Int
    ) {
        elements.set(other, OtherSubscriberFields.payerResponsibility, view, 1)
        elements.set(other, OtherSubscriberFields.relationship, view, 2)
        elements.set(other, OtherSubscriberFields.groupNumber, view, 3)
        elements.set(other, OtherSubscriberFields.groupName, view, 4)
        elements.set(other, OtherSubscriberFields.insuranceType, view, 5)
        elements.set(other, OtherSubscriberFields.claimFilingIndicator, view, 9)
    }

    private static func readAMT(
        _ view: SegmentView, _ elements: inout ElementReader, _ other: Int
    ) {
        let field: OtherSubscriberFields? =
            switch elements.key(view, 1) {
            case Key("D"): .paid
            case Key("A8"): .nonCovered
            case Key("EAF"): .remainingLiability
            default: nil
            }
        guard let field, elements.record.slot(other, field).isEmpty else {
            return elements.keepWhole(view)
        }
        elements.set(other, field, view, 2)
    }
}
