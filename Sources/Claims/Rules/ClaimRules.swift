import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

/// What must hold inside one claim, beyond what the guide's structure says.
enum ClaimRules {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ surroundings: ClaimSurroundings,
        _ lists: ClaimCodeLists, _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        let type = surroundings.type
        let days = ServiceDays(claim)
        ChargeSum.check(claim, locator, &collector)
        LineAdjudicationBalance.check(claim, locator, &collector)
        PayerPaidBalance.check(claim, locator, &collector)
        PayerPaidMissing.check(claim, locator, &collector)
        PrincipalDiagnosis.check(claim, type, locator, &collector)
        DiagnosisPointer.check(claim, type, locator, &collector)
        LineNumber.check(claim, locator, &collector)
        DiagnosisVersion.check(claim, type, days, locator, &collector)
        ClaimNPI.check(claim, locator, &collector)
        ClaimPeriodReversed.check(claim, locator, &collector)
        AdmissionLate.check(claim, days, locator, &collector)
        AdmissionMissing.check(claim, type, locator, &collector)
        ServiceBeforeBirth.check(
            days, birth: surroundings.patientBirth, written: surroundings.date, locator, &collector)
        ServiceInFuture.check(days, written: surroundings.date, locator, &collector)
        ServiceOutsideStatement.check(days, locator, &collector)
        OriginalReference.check(claim, locator, &collector)
        BillType.check(claim, type, locator, &collector)
        AccidentDetails.check(claim, locator, &collector)
        PatientMissing.check(surroundings, locator, &collector)
        PayerOrder.check(claim, surroundings, locator, &collector)
        let looking = CodeLooking(
            lists: lists, days: CodeLooking.Days(days, type), locator: locator)
        ClaimCodes.check(claim, looking, &collector)
    }
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let claimRules = recordRules + codeRules + massHealthClaimRules

    private static let recordRules: [Rule] = [
        .chargeSum, .chargeTotalLine, .adjudicationBalance, .adjudicationPayer, .paidBalance,
        .paidMissing, .amountLong,
        .diagnosisPrincipal, .diagnosisPointer, .lineNumber, .diagnosisMixed, .diagnosisVersion,
        .npiDigit,
        .npiZeros,
        .claimPeriodReversed, .admissionLate, .admissionMissing, .serviceBeforeBirth,
        .serviceInFuture, .serviceOutsideStatement, .patientBirthInFuture, .patientMissing,
        .payerOrder, .originalReference, .billType, .accidentDate, .accidentState,
        .claimRepeated, .claimIDRepeated,
    ]
}
