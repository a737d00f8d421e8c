import CareModel
import X12Mapping
import X12Syntax

// HCP
//   01    R  Pricing Methodology
//   02    R  Allowed Amount
//   03    S  Saving Amount
//   04    S  Repricing Organization Identifier
//   05    S  Per Diem or Flat Rate Amount
//   06    S  Approved APG or DRG Code
//   07    S  Approved APG or DRG Amount
//   08    S  Approved Revenue Code
//   09    S  Product or Service Qualifier
//   10    S  Approved Procedure Code
//   11    S  Unit
//   12    S  Approved Unit Count
//   13    S  Reject Reason Code
//   14    S  Policy Compliance Code
//   15    S  Exception Code

/// Maps HCP of a claim or line.
enum PricingMapping {
    /// Makes the pricing the value of a field.
    static func set<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        let pricing = elements.record.add(PricingFields.self)
        elements.record.set(object, field, object: pricing)
        elements.set(pricing, PricingFields.methodology, view, 1)
        elements.set(pricing, PricingFields.allowedAmount, view, 2)
        elements.set(pricing, PricingFields.savingsAmount, view, 3)
        elements.set(pricing, PricingFields.organization, view, 4)
        elements.set(pricing, PricingFields.rate, view, 5)
        elements.set(pricing, PricingFields.group, view, 6)
        elements.set(pricing, PricingFields.groupAmount, view, 7)
        guard view.elementCount >= 8 else { return }
        elements.set(pricing, PricingFields.revenueCode, view, 8)
        elements.set(pricing, PricingFields.procedureQualifier, view, 9)
        elements.set(pricing, PricingFields.procedure, view, 10)
        elements.set(pricing, PricingFields.unit, view, 11)
        elements.set(pricing, PricingFields.quantity, view, 12)
        elements.set(pricing, PricingFields.rejectReason, view, 13)
        elements.set(pricing, PricingFields.policyCompliance, view, 14)
        elements.set(pricing, PricingFields.exception, view, 15)
    }
}
