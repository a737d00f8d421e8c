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
        guard !sent.isEmpty else { return add(view, &elements, claim) }
        if qualifier == Key("LX") {
            return elements.addText(sent, to: claim, ClaimFields.investigationalDevices)
        }
        guard let field = field(qualifier), elements.record.slot(claim, field).isEmpty else {
            return add(view, &elements, claim)
        }
        if field == .medicareCrossover {
            elements.setFlag(claim, field, view, 2)
        } else {
            elements.record.set(claim, field, sent)
        }
    }

    private static func add(_ view: SegmentView, _ elements: inout ElementReader, _ claim: Int) {
        ValueMapping.addIdentifier(view, &elements, to: claim, ClaimFields.identifiers)
    }

    /// The field of an identifier by REF01; `nil` where it has none of its own.
    private static func field(_ qualifier: Key) -> ClaimFields? {
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
        case Key("LU"): .accidentState
        default: nil
        }
    }
}
