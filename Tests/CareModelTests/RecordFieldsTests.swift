import CareModel
import Foundation
import Testing

/// What each kind of object says of its fields, which the compiler does not compare.
struct RecordFieldsTests {
    static let all: [any RecordFields.Type] = [
        AddressFields.self, AdjustmentFields.self, AmbulanceFields.self, AmountFields.self,
        AttachmentFields.self, BrokerFields.self, CardFields.self, ClaimAmountFields.self,
        ClaimBillingFields.self, ClaimCodeFields.self, ClaimDateFields.self,
        ClaimDiagnosisFields.self, ClaimFields.self, ClaimHeaderFields.self,
        ClaimIdentifierFields.self, ClaimNoteFields.self, ClaimPatientLevelFields.self,
        ClaimPayerFields.self, ClaimPersonFields.self, ClaimProcedureFields.self,
        ClaimProviderFields.self, ClaimReferenceFields.self, ClaimSubscriberFields.self,
        ClaimSubscriberLevelFields.self, ClaimSupplementFields.self, ClaimTimeFields.self,
        ClaimTransactionFields.self, ClaimValueFields.self, ConditionIndicatorFields.self,
        ContactFields.self, ContactNumberFields.self, ContextFields.self, ContextPartyFields.self,
        ContractFields.self, CoordinationFields.self, CoverageFields.self, DateFields.self,
        DemographicsFields.self, DentalServiceFields.self, DiagnosisFields.self,
        DisabilityFields.self, DrugFields.self, EnrollmentFields.self,
        EquipmentCertificationFields.self, EquipmentFields.self, FormAnswerFields.self,
        HealthFields.self, IdentificationFields.self, IdentifierFields.self, IncomeFields.self,
        InpatientAdjudicationFields.self, LanguageFields.self, LineAdjudicationFields.self,
        LineQuantityFields.self, LineSupplementFields.self, LocationFields.self,
        MedicalProcedureFields.self, MemberFields.self, OccurrenceFields.self,
        OccurrenceSpanFields.self, OrthodonticsFields.self, OtherInsuredFields.self,
        OtherPayerFields.self, OtherSubscriberFields.self, OutpatientAdjudicationFields.self,
        PartyFields.self, PeriodFields.self, PersonNameFields.self, PricingFields.self,
        PriorIdentityFields.self, ProviderChangeFields.self, ProviderFields.self,
        ProviderRoleFields.self, PurchasedServiceFields.self, QuantityFields.self,
        RaceFields.self, ReferralAddressFields.self, ReferralAttachmentFields.self,
        ReferralCodingFields.self, ReferralConceptFields.self, ReferralConsentFields.self,
        ReferralContactFields.self, ReferralCoverageFields.self, ReferralCriteriaFields.self,
        ReferralCriterionFields.self, ReferralDocumentFields.self, ReferralFields.self,
        ReferralIdentifierFields.self, ReferralLanguageFields.self, ReferralMemberFields.self,
        ReferralNeedFields.self, ReferralNoteFields.self, ReferralOrganizationFields.self,
        ReferralPartyFields.self, ReferralPeriodFields.self, ReferralPractitionerFields.self,
        ReferralQuantityFields.self, ReferralSectionFields.self, ReferralServiceFields.self,
        ReferralStatementFields.self, ReferralStatusFields.self, ReferralTelecomFields.self,
        RelatedCauseFields.self, ReportingCategoryFields.self,
        RosterAddressFields.self, RosterContactFields.self, RosterDiagnosisFields.self,
        RosterEnrollmentFields.self, RosterFields.self, RosterFlagFields.self,
        RosterMemberFields.self, RosterOrganizationFields.self, RosterOutreachFields.self,
        RosterPartnerFields.self, RosterPaymentFields.self, RosterPlanFields.self,
        RosterPrimaryCareFields.self, RosterReceiptFields.self, RosterRowFields.self,
        RosterServiceFields.self, RosterSpanFields.self, RosterStatisticFields.self,
        RosterVisitFields.self,
        ServiceLineFields.self,
        ServicePeriodFields.self, SpinalManipulationFields.self, SupportingFormFields.self,
        TestResultFields.self, TextFields.self, ToothFields.self, ToothStatusFields.self,
        TotalFields.self,
    ]

    /// The list above has every kind that the sources have.
    @Test func everyKindIsHere() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/CareModel/Record")
        var kinds: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            kinds += text.matches(of: /enum (\w+)[^{\n]*\bRecordFields\b/).map { String($0.1) }
        }
        #expect(kinds.sorted() == Self.all.map { "\($0)" }.sorted())
    }

    @Test(arguments: all.indices)
    func fieldsAreDefinedInTheirOrder(_ index: Int) { Self.check(Self.all[index]) }

    private static func check<Fields: RecordFields>(_ fields: Fields.Type) {
        let cases = Array(fields.allCases)
        let names = fields.definitions.map(\.name.description)
        #expect(names == cases.map { "\($0)" }, "\(fields)")
        #expect(cases.map(\.ordinal) == Array(cases.indices), "\(fields)")
        #expect(fields.slotCount == cases.count + 1, "\(fields)")
        #expect(cases.map(\.definition.name.description) == names, "\(fields)")
        for definition in fields.definitions { check(definition, of: fields) }
    }

    /// Codes have a system, objects their fields, and nothing else has either.
    private static func check(_ definition: FieldDefinition, of fields: any RecordFields.Type) {
        let holdsCodes: Set<FieldDefinition.Kind> = [.code, .codeMembers, .codes, .unwritten]
        let holdsObjects: Set<FieldDefinition.Kind> = [
            .object, .members, .objects, .texts, .codes,
        ]
        let name = "\(fields).\(definition.name)"
        #expect((definition.system != nil) == holdsCodes.contains(definition.kind), "\(name)")
        #expect((definition.fields != nil) == holdsObjects.contains(definition.kind), "\(name)")
        if definition.kind == .codeMembers { #expect(definition.name.description == "code") }
    }
}
