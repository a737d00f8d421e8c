import CareModel
import X12Mapping
import X12Syntax

// REF   F8 G1 9F G3 EA X4 EW 4N F5 LX 9A 9C D9 P4 1J G4 LU
//   01    R  Reference Identification Qualifier
//   02    R  Reference Identification
//   03    N  04  N

/// Maps the identifiers of a claim: each to its own field, all others to `identifiers`.
enum ClaimReferenceMapping {
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ claim: Int) {
        let qualifier = elements.key(view, 1)
        let sent = elements.slot(view, 2)
        if qualifier == Key("LU"), !sent.isEmpty, setState(sent, &elements, claim) { return }
        let references = elements.object(
            ClaimReferenceFields.self, in: claim, ClaimFields.references)
        if qualifier == Key("LX"), !sent.isEmpty {
            return elements.addText(
                sent, to: references, ClaimReferenceFields.investigationalDevices)
        }
        guard let field = field(qualifier), !sent.isEmpty,
            elements.record.slot(references, field).isEmpty
        else {
            return ValueMapping.addIdentifier(
                view, &elements, to: references, ClaimReferenceFields.identifiers)
        }
        if field == .medicareCrossover {
            elements.setFlag(references, field, view, 2)
        } else {
            elements.record.set(references, field, sent)
        }
    }

    /// The state of an auto accident, which other kinds of claim say in CLM11; `false` where it is
    /// known already.
    private static func setState(
        _ sent: Slot, _ elements: inout ElementReader, _ claim: Int
    ) -> Bool {
        let related = elements.object(RelatedCauseFields.self, in: claim, ClaimFields.related)
        guard elements.record.slot(related, RelatedCauseFields.accidentState).isEmpty else {
            return false
        }
        elements.record.set(related, RelatedCauseFields.accidentState, sent)
        return true
    }

    /// The field of an identifier by REF01; `nil` where it has none of its own.
    private static func field(_ qualifier: Key) -> ClaimReferenceFields? {
        switch qualifier {
        case Key("F8"): .payerControlNumber
        case Key("G1"): .priorAuthorization
        case Key("9F"): .referralNumber
        case Key("G3"): .predetermination
        case Key("EA"): .medicalRecordNumber
        case Key("X4"): .cliaNumber
        case Key("EW"): .mammographyCertification
        case Key("4N"): .serviceAuthorizationException
        case Key("F5"): .medicareCrossover
        case Key("9A"): .repricedClaimNumber
        case Key("9C"): .adjustedRepricedClaimNumber
        case Key("D9"): .clearinghouseTraceNumber
        case Key("P4"): .demonstrationProject
        case Key("1J"): .carePlanOversight
        case Key("G4"): .peerReviewApproval
        default: nil
        }
    }
}
