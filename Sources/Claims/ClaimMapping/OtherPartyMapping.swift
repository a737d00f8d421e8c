import CareModel
import X12Mapping
import X12Syntax

// loop 2330A  Other Subscriber Name                  R   1
//   NM1   Other Subscriber            IL     R   1
//   N3    Address                            S   1
//   N4    City, State, ZIP Code              S   1
//   REF   Secondary Identification    SY     S   1
// loop 2330B  Other Payer Name                       R   1
//   NM1   Other Payer                 PR     R   1
//   N3    Address                            S   1
//   N4    City, State, ZIP Code              S   1
//   DTP   Check or Remittance Date    573    S   1
//   REF   Claim Control Number        F8     S   1
//   REF   Prior Authorization         G1     S   1
//   REF   Referral Number             9F     S   1
//   REF   Claim Adjustment Indicator  T4     S   1
//   REF   Secondary Identification           S   2

/// Maps loops 2330A and 2330B: the insured and the payer of other insurance.
enum OtherPartyMapping {
    static func readSubscriber(_ cursor: inout SegmentCursor<ClaimLoop>, _ other: Int) {
        let subscriber = cursor.elements.object(
            OtherInsuredFields.self, in: other, OtherSubscriberFields.subscriber)
        var isFirst = true
        while let view = cursor.next(in: .otherSubscriber, isFirst: &isFirst) {
            readSubscriber(view, &cursor.elements, subscriber)
        }
    }

    private static func readSubscriber(
        _ view: SegmentView, _ elements: inout ElementReader, _ subscriber: Int
    ) {
        switch view.entry.id {
        case SegmentID("NM1"): readName(view, &elements, subscriber)
        case SegmentID("N3"):
            PartySegments.addLines(view, &elements, to: subscriber, OtherInsuredFields.address)
        case SegmentID("N4"):
            PartySegments.addPlace(view, &elements, to: subscriber, OtherInsuredFields.address)
        case SegmentID("REF"):
            ValueMapping.addIdentifier(
                view, &elements, to: subscriber, OtherInsuredFields.identifiers)
        default: elements.keepWhole(view)
        }
    }

    private static func readName(
        _ view: SegmentView, _ elements: inout ElementReader, _ subscriber: Int
    ) {
        elements.set(subscriber, OtherInsuredFields.kind, view, 2)
        let hasOnlyLast = (4...7).allSatisfy { elements.slot(view, $0).isEmpty }
        if elements.key(view, 2) == Key("2"), hasOnlyLast {
            elements.set(subscriber, OtherInsuredFields.organization, view, 3)
        } else {
            PartySegments.readName(view, &elements, of: subscriber, OtherInsuredFields.name)
        }
        guard view.elementCount >= 8 else { return }
        elements.setQualified(
            view, 8, 9, IdentificationFields.code, .value, of: subscriber,
            OtherInsuredFields.identifier)
    }

    // MARK: Payer

    static func readPayer(_ cursor: inout SegmentCursor<ClaimLoop>, _ other: Int) {
        let payer = cursor.elements.object(
            OtherPayerFields.self, in: other, OtherSubscriberFields.payer)
        var isFirst = true
        while let view = cursor.next(in: .otherPayer, isFirst: &isFirst) {
            readPayer(view, &cursor.elements, payer)
        }
    }

    private static func readPayer(
        _ view: SegmentView, _ elements: inout ElementReader, _ payer: Int
    ) {
        switch view.entry.id {
        case SegmentID("NM1"):
            elements.set(payer, OtherPayerFields.name, view, 3)
            guard view.elementCount >= 8 else { return }
            elements.setQualified(
                view, 8, 9, IdentificationFields.code, .value, of: payer,
                OtherPayerFields.identifier)
        case SegmentID("N3"):
            PartySegments.addLines(view, &elements, to: payer, OtherPayerFields.address)
        case SegmentID("N4"):
            PartySegments.addPlace(view, &elements, to: payer, OtherPayerFields.address)
        case SegmentID("DTP"):
            AdjustmentMapping.setDate(
                view, &elements, of: payer, OtherPayerFields.adjudicationDate)
        case SegmentID("REF"): readREF(view, &elements, payer)
        default: elements.keepWhole(view)
        }
    }

    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ payer: Int
    ) {
        let field: OtherPayerFields? =
            switch elements.key(view, 1) {
            case Key("F8"): .claimControlNumber
            case Key("G1"): .priorAuthorization
            case Key("9F"): .referralNumber
            case Key("T4"): .claimAdjusted
            default: nil
            }
        guard let field, elements.record.slot(payer, field).isEmpty else {
            return ValueMapping.addIdentifier(
                view, &elements, to: payer, OtherPayerFields.identifiers)
        }
        if field == .claimAdjusted {
            elements.setFlag(payer, field, view, 2)
        } else {
            elements.set(payer, field, view, 2)
        }
    }
}
