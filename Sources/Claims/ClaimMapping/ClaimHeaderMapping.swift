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
        if view.elementCount >= 5 { readPlace(view, &elements, claim) }
        if view.elementCount >= 6 {
            elements.setFlag(claim, ClaimFields.providerSignature, view, 6)
        }
        elements.set(claim, ClaimFields.assignment, view, 7)
        elements.set(claim, ClaimFields.benefitsAssigned, view, 8)
        elements.set(claim, ClaimFields.releaseOfInformation, view, 9)
        guard view.elementCount >= 10 else { return }
        elements.set(claim, ClaimFields.patientSignature, view, 10)
        if view.elementCount >= 11 { readCauses(view, &elements, claim) }
        elements.set(claim, ClaimFields.specialProgram, view, 12)
        elements.set(claim, ClaimFields.submissionReason, view, 19)
        elements.set(claim, ClaimFields.delayReason, view, 20)
    }

    /// CLM05; a qualifier that no guide has is kept beside what it qualifies.
    private static func readPlace(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) {
        var parts = ComponentReading(view.range(5), elements)
        let place = elements.slot(parts.next())
        let qualifier = parts.next()
        let frequency = elements.slot(parts.next())
        let key = elements.key(qualifier)
        elements.record.set(claim, ClaimFields.facilityQualifier, elements.slot(qualifier))
        elements.record.set(
            claim, key == Key("B") ? ClaimFields.placeOfService : .facilityType, place)
        elements.record.set(claim, ClaimFields.frequency, frequency)
        if key.rawValue != 0, key != Key("A"), key != Key("B") { elements.keep(view, 5) }
    }

    /// CLM11.
    private static func readCauses(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) {
        var parts = ComponentReading(view.range(11), elements)
        for _ in 1...3 {
            elements.addText(
                elements.slot(parts.next()), to: claim, ClaimFields.relatedCauses)
        }
        let state = elements.slot(parts.next())
        if !state.isEmpty { elements.record.set(claim, ClaimFields.accidentState, state) }
        elements.record.set(claim, ClaimFields.accidentCountry, elements.slot(parts.next()))
    }

    /// CL1.
    static func readStay(_ view: SegmentView, _ elements: inout ElementReader, _ claim: Int) {
        elements.set(claim, ClaimFields.admissionType, view, 1)
        elements.set(claim, ClaimFields.admissionSource, view, 2)
        elements.set(claim, ClaimFields.patientStatus, view, 3)
    }
}
