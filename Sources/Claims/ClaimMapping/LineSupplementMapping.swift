import CareModel
import X12Mapping
import X12Syntax

//   SV5   Durable Medical Equipment          S   1   837P
//   PWK   Supplemental Information           S  10
//   CR1   Ambulance Transport                S   1   837P
//   CR3   Equipment Certification            S   1   837P
//   CRC   Condition Indicators               S   5   837P
//   QTY   Quantity                    PT FL  S   2   837P
//   MEA   Test Result                        S   5   837P
//   CN1   Contract                           S   1
//   K3    File Information                   S  10
//   PS1   Purchased Service                  S   1   837P
//   HCP   Pricing                            S   1

/// Maps what few lines have.
enum LineSupplementMapping {
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ line: Int) {
        let supplement = elements.object(
            LineSupplementFields.self, in: line, ServiceLineFields.supplement)
        switch view.entry.id {
        case SegmentID("PWK"):
            SupplementMapping.addAttachment(
                view, &elements, to: supplement, LineSupplementFields.attachments)
        case SegmentID("HCP"):
            SupplementMapping.setPricing(
                view, &elements, of: supplement, LineSupplementFields.pricing)
        case SegmentID("CN1"):
            SupplementMapping.setContract(
                view, &elements, of: supplement, LineSupplementFields.contract)
        case SegmentID("K3"):
            SupplementMapping.addFixedFormat(
                view, &elements, to: supplement, LineSupplementFields.fixedFormat)
        case SegmentID("CR1"):
            SupplementMapping.setAmbulance(
                view, &elements, of: supplement, LineSupplementFields.ambulance)
        case SegmentID("CRC"):
            SupplementMapping.addConditions(
                view, &elements, to: supplement, LineSupplementFields.conditionIndicators)
        default: readProfessional(view, &elements, supplement)
        }
    }

    private static func readProfessional(
        _ view: SegmentView, _ elements: inout ElementReader, _ supplement: Int
    ) {
        switch view.entry.id {
        case SegmentID("SV5"): ServiceMapping.readEquipment(view, &elements, supplement)
        case SegmentID("CR3"):
            let certification = elements.object(
                EquipmentCertificationFields.self, in: supplement,
                LineSupplementFields.certification)
            elements.set(certification, EquipmentCertificationFields.type, view, 1)
            ServiceMapping.setQuantity(
                view, unit: 2, count: 3, &elements, of: certification,
                EquipmentCertificationFields.duration)
        case SegmentID("QTY"):
            elements.addQualified(
                view, 1, 2, LineQuantityFields.code, .quantity, to: supplement,
                LineSupplementFields.quantities)
        case SegmentID("MEA"):
            let result = elements.append(
                TestResultFields.self, to: supplement, LineSupplementFields.testResults)
            elements.set(result, TestResultFields.reference, view, 1)
            elements.set(result, TestResultFields.measurement, view, 2)
            elements.set(result, TestResultFields.result, view, 3)
        case SegmentID("PS1"):
            let service = elements.object(
                PurchasedServiceFields.self, in: supplement,
                LineSupplementFields.purchasedService)
            elements.set(service, PurchasedServiceFields.provider, view, 1)
            elements.set(service, PurchasedServiceFields.charge, view, 2)
        default: elements.keepWhole(view)
        }
    }
}
