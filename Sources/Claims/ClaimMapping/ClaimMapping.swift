import CareModel
import X12Mapping
import X12Syntax

// loop 2300  Claim Information                       S  100  record
//   CLM   Claim Information                  R   1
//   DTP   Dates                              S
//   CL1   Institutional Claim Code           R   1  institutional
//   DN1   Orthodontic Treatment              S   1  dental
//   DN2   Tooth Status                       S  35  dental
//   PWK   Supplemental Information           S  10
//   CN1   Contract Information               S   1
//   AMT   Amounts                            S   1
//   REF   Identifiers                        S
//   K3    File Information                   S  10
//   NTE   Notes                              S
//   CR1   Ambulance Transport                S   1  professional
//   CR2   Spinal Manipulation                S   1  professional
//   CRC   Conditions                         S
//   HI    Health Care Codes                  S
//   HCP   Pricing                            S   1
//   2310A … 2310F  2320  2400

/// Maps loop 2300, one claim, and hands on the loops within it.
enum ClaimMapping {
    /// The claim, an object of the cursor's record.
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>) -> Int {
        let claim = cursor.elements.record.add(ClaimFields.self)
        var isFirst = true
        while let loop = cursor.nextLoop {
            if loop == .claim {
                guard let view = cursor.next(in: .claim, isFirst: &isFirst) else {
                    cursor.skip()
                    continue
                }
                readOwn(view, &cursor.elements, claim)
            } else {
                readInner(loop, &cursor, claim)
            }
        }
        return claim
    }

    @inline(__always)
    private static func readOwn(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) {
        switch view.entry.id {
        case SegmentID("CLM"): ClaimHeaderMapping.read(view, &elements, claim)
        case SegmentID("HI"): CodeMapping.read(view, &elements, claim)
        case SegmentID("DTP"): ClaimDateMapping.read(view, &elements, claim)
        case SegmentID("REF"): ClaimReferenceMapping.read(view, &elements, claim)
        case SegmentID("CL1"): ClaimHeaderMapping.readStay(view, &elements, claim)
        case SegmentID("AMT"): readAmount(view, &elements, claim)
        default: readSupplement(view, &elements, claim)
        }
    }

    /// AMT.
    private static func readAmount(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) {
        let supplement = elements.object(
            ClaimSupplementFields.self, in: claim, ClaimFields.supplement)
        let qualifier = elements.key(view, 1)
        let field: ClaimSupplementFields? =
            qualifier == Key("F5")
            ? .patientPaid : qualifier == Key("F3") ? .patientResponsibility : nil
        let sent = elements.slot(view, 2)
        if let field, !sent.isEmpty, elements.record.slot(supplement, field).isEmpty {
            return elements.record.set(supplement, field, sent)
        }
        ValueMapping.addAmount(view, &elements, to: supplement, ClaimSupplementFields.amounts)
    }

    private static func readSupplement(
        _ view: SegmentView, _ elements: inout ElementReader, _ claim: Int
    ) {
        let supplement = elements.object(
            ClaimSupplementFields.self, in: claim, ClaimFields.supplement)
        switch view.entry.id {
        case SegmentID("PWK"):
            SupplementMapping.addAttachment(
                view, &elements, to: supplement, ClaimSupplementFields.attachments)
        case SegmentID("CN1"):
            SupplementMapping.setContract(
                view, &elements, of: supplement, ClaimSupplementFields.contract)
        case SegmentID("K3"):
            SupplementMapping.addFixedFormat(
                view, &elements, to: supplement, ClaimSupplementFields.fixedFormat)
        case SegmentID("NTE"):
            SupplementMapping.addNote(view, &elements, to: supplement, ClaimSupplementFields.notes)
        case SegmentID("CR1"):
            SupplementMapping.setAmbulance(
                view, &elements, of: supplement, ClaimSupplementFields.ambulance)
        case SegmentID("CRC"):
            SupplementMapping.addConditions(
                view, &elements, to: supplement, ClaimSupplementFields.conditionIndicators)
        case SegmentID("HCP"):
            SupplementMapping.setPricing(
                view, &elements, of: supplement, ClaimSupplementFields.pricing)
        case SegmentID("CR2"): TreatmentMapping.readSpine(view, &elements, supplement)
        case SegmentID("DN1"): TreatmentMapping.readOrthodontics(view, &elements, supplement)
        case SegmentID("DN2"): TreatmentMapping.addTooth(view, &elements, supplement)
        default: elements.keepWhole(view)
        }
    }

    private static func readInner(
        _ loop: ClaimLoop, _ cursor: inout SegmentCursor<ClaimLoop>, _ claim: Int
    ) {
        switch loop {
        case .claimProviderA, .claimProviderB, .claimProviderC, .claimProviderD, .claimProviderE,
            .claimProviderF:
            ProviderRoleMapping.read(loop, &cursor, of: claim, ClaimFields.providers)
        case .otherCoverage, .otherSubscriber, .otherPayer, .otherProviderC, .otherProviderD,
            .otherProviderE, .otherProviderF, .otherProviderG, .otherProviderH, .otherProviderI:
            OtherSubscriberMapping.read(&cursor, claim)
        case .serviceLine, .drug, .lineProviderA, .lineProviderB, .lineProviderC, .lineProviderD,
            .lineProviderE, .lineProviderF, .lineProviderG, .lineProviderH, .lineProviderI,
            .lineAdjudication, .form:
            LineMapping.read(&cursor, claim)
        default: cursor.skip()
        }
    }
}
