import CareModel
import X12Mapping
import X12Syntax

// CLM
//   01    R  Patient Control Number
//   02    R  Total Claim Charge Amount
//   05-1  R  Place of Service or Facility Type Code
//   05-2  R  Facility Code Qualifier            ~ B, institutional A
//   05-3  R  Claim Frequency Code
//   06    R  Provider Signature Indicator       ~ N Y
//   07    R  Plan Participation Code
//   08    R  Benefits Assignment                ~ N W Y
//   09    R  Release of Information Code        ~ I Y
//   10    S  Patient Signature Source Code
//   11    S  Related Causes: -1 to -3 causes, -4 state, -5 country
//   12    S  Special Program Indicator
//   19    S  Claim Submission Reason Code       ~ PB
//   20    S  Delay Reason Code
// CL1
//   01    R  Admission Type Code
//   02    S  Admission Source Code
//   03    R  Patient Status Code

/// Maps CLM and CL1 of a claim.
enum ClaimHeaderMapping {
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ claim: Int) {
        elements.set(claim, ClaimFields.claimId, view, 1)
        elements.set(claim, ClaimFields.totalCharge, view, 2)
        let isBill = view.elementCount >= 5 && readPlace(view, &elements, claim)
        if !isBill, view.elementCount >= 6 {
            elements.setFlag(claim, ClaimFields.providerSignature, view, 6)
        }
        elements.set(claim, ClaimFields.assignment, view, 7)
        elements.set(claim, ClaimFields.benefitsAssignment, view, 8)
        elements.set(claim, ClaimFields.releaseOfInformation, view, 9)
        guard view.elementCount >= 10 else { return }
        if !isBill { readCircumstances(view, &elements, claim) }
        elements.set(claim, ClaimFields.delayReason, view, 20)
    }

    /// CLM10 to CLM19, which the institutional guide does not use.
    private static func readCircumstances(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) {
        elements.set(claim, ClaimFields.patientSignatureSource, view, 10)
        if view.elementCount >= 11 { readCauses(view, &elements, claim) }
        elements.set(claim, ClaimFields.specialProgram, view, 12)
        elements.set(claim, ClaimFields.submissionReason, view, 19)
    }

    /// CLM05, and whether the claim is an institutional one; a qualifier that no guide has is kept
    /// beside what it qualifies.
    private static func readPlace(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) -> Bool {
        var parts = elements.walk(view, 5)
        let place = elements.slot(parts.part())
        let qualifier = parts.part()
        let frequency = elements.slot(parts.part())
        let key = elements.key(qualifier)
        elements.record.set(claim, ClaimFields.facilityQualifier, elements.slot(qualifier))
        elements.record.set(
            claim, key == Key("B") ? ClaimFields.placeOfService : .facilityType, place)
        elements.record.set(claim, ClaimFields.frequency, frequency)
        if key.rawValue != 0, key != Key("A"), key != Key("B") { elements.keep(view, 5) }
        return key == Key("A")
    }

    /// CLM11.
    private static func readCauses(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) {
        guard !view.range(11).isEmpty else { return }
        let related = elements.object(RelatedCauseFields.self, in: claim, ClaimFields.related)
        var parts = elements.walk(view, 11)
        for _ in 1...3 {
            elements.addText(
                elements.slot(parts.part()), to: related, RelatedCauseFields.relatedCauses)
        }
        elements.record.set(
            related, RelatedCauseFields.accidentState, elements.slot(parts.part()))
        elements.record.set(
            related, RelatedCauseFields.accidentCountry, elements.slot(parts.part()))
    }

    /// CL1.
    static func readStay(_ view: SegmentView, _ elements: inout ElementReader, _ claim: Int) {
        let times = elements.object(ClaimTimeFields.self, in: claim, ClaimFields.times)
        elements.set(times, ClaimTimeFields.admissionType, view, 1)
        elements.set(times, ClaimTimeFields.admissionSource, view, 2)
        elements.set(times, ClaimTimeFields.patientStatus, view, 3)
    }
}
