import CareModel
import Diagnostics

extension Rule {
    static let referralCodeForm = Rule(
        "referral.code.form", .warning, "A code has the form of the list that it names",
        help: """
            ICD-10-CM codes are a letter, a digit, a letter or digit and up to four more, with a \
            point after the third; LOINC codes are digits, a hyphen and a check digit; SNOMED CT \
            codes are six to eighteen digits. The code may be one of another list.
            """)
}

/// Codes that cannot be of the list that is named with them.
enum CodeForm {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        for reason in referral.objects(.reasons, ReferralConceptFields.self)
        where !isWell(reason.bytes(.code), reason.bytes(.system)) {
            findings.add(.referralCodeForm, at: spots.spot(reason.index))
        }
        for need in referral.objects(.needs, ReferralNeedFields.self)
        where !isWell(need.bytes(.code), need.bytes(.system)) {
            findings.add(.referralCodeForm, at: spots.spot(need.index))
        }
        for service in referral.objects(.services, ReferralServiceFields.self)
        where !isWell(service.bytes(.code), service.bytes(.system)) {
            findings.add(.referralCodeForm, at: spots.spot(service.index))
        }
        for field in ReferralRules.statements where referral.has(field) {
            for statement in referral.objects(field, ReferralStatementFields.self)
            where !isWell(statement.bytes(.code), statement.bytes(.system)) {
                findings.add(.referralCodeForm, at: spots.spot(statement.index))
            }
        }
    }

    /// Whether a code may be of its list; of lists without a known form every one may.
    private static func isWell(
        _ code: UnsafeBufferPointer<UInt8>, _ system: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard !code.isEmpty, !system.isEmpty else { return true }
        if ReferralCodeSystem.isICD10(system) { return isICD10(code) }
        if ReferralCodeSystem.isLOINC(system) { return isLOINC(code) }
        if ReferralCodeSystem.isSNOMED(system) {
            return 6...18 ~= code.count && isDigits(code[...])
        }
        return true
    }

    private static func isDigits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.allSatisfy { 0x30...0x39 ~= $0 }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte & 0xDF
    }

    private static func isICD10(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard code.count >= 3, 0x41...0x5A ~= code[0] & 0xDF, 0x30...0x39 ~= code[1],
            isLetterOrDigit(code[2])
        else { return false }
        if code.count == 3 { return true }
        let rest = code[3] == 0x2E ? code[4...] : code[3...]
        return 1...4 ~= rest.count && rest.allSatisfy { isLetterOrDigit($0) }
    }

    /// Digits, a hyphen and a check digit; parts and answers have letters before them.
    static func isLOINC(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let hyphen = code.firstIndex(of: 0x2D), hyphen == code.count - 2 else { return false }
        var digits = code[..<hyphen]
        if digits.starts(with: [0x4C, 0x41]) || digits.starts(with: [0x4C, 0x50]) {
            digits = digits.dropFirst(2)
        }
        return 1...7 ~= digits.count && isDigits(digits) && isDigits(code[(hyphen + 1)...])
    }
}
