import CareModel
import Diagnostics
import X12Syntax

/// The codes of a claim and of the levels above it, each by the rule of its list.
enum ClaimCodes {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        CodePlace.check(
            .placeOfService, of: claim, isComponent: true, looking, &collector)
        for diagnosis in claim.objects(.diagnoses, ClaimDiagnosisFields.self) {
            CodeDiagnosis.check(diagnosis, looking, &collector)
        }
        if let codes = claim.object(.codes, ClaimCodeFields.self) {
            CodeDRG.check(codes, looking, &collector)
            for procedure in codes.objects(.procedures, ClaimProcedureFields.self) {
                CodeProcedure.check(procedure, looking, &collector)
            }
            for procedure in codes.objects(.anesthesiaProcedures, ClaimProcedureFields.self) {
                CodeHCPCS.check(procedure, looking, &collector)
            }
        }
        if let pricing = claim.object(.supplement, ClaimSupplementFields.self)?
            .object(.pricing, PricingFields.self)
        {
            CodeHCPCS.check(pricing, looking, looking.days, &collector)
            CodeRevenue.check(.revenueCode, of: pricing, looking, &collector)
        }
        check(claim.object(.providers, ProviderRoleFields.self), looking, &collector)
        for other in claim.objects(.otherSubscribers, OtherSubscriberFields.self) {
            let person = other.object(.subscriber, OtherInsuredFields.self)
            check(person?.object(.address, AddressFields.self), looking, &collector)
            let payer = other.object(.payer, OtherPayerFields.self)
            check(payer?.object(.address, AddressFields.self), looking, &collector)
        }
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            check(line, looking, &collector)
        }
    }

    @inline(__always)
    private static func check(
        _ line: RecordObject<ServiceLineFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        let days =
            looking.lists.isEmpty ? looking.days : CodeLooking.Days(line, or: looking.days)
        CodeRevenue.check(.revenueCode, of: line, looking, &collector)
        CodePlace.check(.placeOfService, of: line, looking, &collector)
        if let procedure = line.object(.procedure, MedicalProcedureFields.self) {
            CodeHCPCS.check(procedure, looking, days, &collector)
        }
        if let supplement = line.object(.supplement, LineSupplementFields.self) {
            check(supplement, looking, days, &collector)
        }
        if let drug = line.object(.drug, DrugFields.self) {
            CodeNDC.check(drug, looking, &collector)
        }
        check(line.object(.providers, ProviderRoleFields.self), looking, &collector)
        for adjudication in line.objects(.adjudications, LineAdjudicationFields.self) {
            CodeRevenue.check(.revenueCode, of: adjudication, looking, &collector)
            if let procedure = adjudication.object(.procedure, MedicalProcedureFields.self) {
                CodeHCPCS.check(procedure, looking, days, &collector)
            }
        }
    }

    private static func check(
        _ supplement: RecordObject<LineSupplementFields>, _ looking: CodeLooking,
        _ days: CodeLooking.Days, _ collector: inout FindingCollector
    ) {
        if let procedure = supplement.object(.equipment, EquipmentFields.self)?
            .object(.procedure, MedicalProcedureFields.self)
        {
            CodeHCPCS.check(procedure, looking, days, &collector)
        }
        if let pricing = supplement.object(.pricing, PricingFields.self) {
            CodeHCPCS.check(pricing, looking, days, &collector)
            CodeRevenue.check(.revenueCode, of: pricing, looking, &collector)
        }
    }

    @inline(__always)
    private static func check(
        _ providers: RecordObject<ProviderRoleFields>?, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        providers?.forEachProvider { check($0, looking, &collector) }
    }

    @inline(__always)
    private static func check(
        _ provider: RecordObject<ClaimProviderFields>?, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard let provider else { return }
        CodeTaxonomy.check(provider, looking, &collector)
        check(provider.object(.address, AddressFields.self), looking, &collector)
    }

    @inline(__always)
    private static func check(
        _ address: RecordObject<AddressFields>?, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard let address else { return }
        CodeZIP.check(address, looking, &collector)
        AddressIncomplete.check(address, looking, &collector)
    }

    // MARK: Levels

    static func check(
        _ level: ClaimLevelReading, _ looking: CodeLooking, _ collector: inout FindingCollector
    ) {
        switch level {
        case .billing(let reading):
            let record = reading.record
            for field in [ClaimBillingFields.billingProvider, .payToAddress, .payToPlan] {
                check(record.object(field, ClaimProviderFields.self), looking, &collector)
            }
        case .subscriber(let reading):
            let person = reading.record.object(.subscriber, ClaimSubscriberFields.self)?
                .object(.person, ClaimPersonFields.self)
            check(person?.object(.address, AddressFields.self), looking, &collector)
            let payer = reading.record.object(.payer, ClaimPayerFields.self)?
                .object(.party, ClaimProviderFields.self)
            check(payer, looking, &collector)
        case .patient(let reading):
            let person = reading.record.object(.patient, ClaimPersonFields.self)
            check(person?.object(.address, AddressFields.self), looking, &collector)
        }
    }
}

extension Rule {
    /// The rules of codes, in the order of the documentation.
    static let codeRules: [Rule] = [
        .codeDiagnosis, .codeProcedure, .codeHCPCS, .codeCDT, .codeNDC, .codeRevenue, .codeDRG,
        .codePlace, .codeTaxonomy, .codeZIP, .addressIncomplete, .codeUnknown, .codeNotInUse,
    ]
}
