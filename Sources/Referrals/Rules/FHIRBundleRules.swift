import Diagnostics

extension Rule {
    static let fhirBundleType = Rule(
        "fhir.bundle.type", .warning, "A Bundle has a type of FHIR R4",
        help: """
            Bundle.type says what the Bundle is for: collection, transaction, message, document, \
            searchset or another of the nine. It is read all the same.
            """)
    static let fhirBundleReferral = Rule(
        "fhir.bundle.referral", .warning, "A Bundle holds a ServiceRequest or a Task",
        help: """
            Referrals are made of ServiceRequests and Tasks, and this Bundle has neither. Look \
            whether it is the right file.
            """)
    static let fhirEntryDeleted = Rule(
        "fhir.entry.deleted", .warning, "An entry of a Bundle deletes no referral",
        help: """
            It has the method DELETE: the ServiceRequest or Task is gone from the server that it was \
            on. Where the Bundle has a version of it, that is read as it says; look whether it \
            still holds.
            """)
}

/// What a Bundle is, and whether it has referrals.
enum FHIRBundleRules {
    static func check(_ bundle: FHIRBundle, _ findings: inout ReferralFindings) {
        if !bundle.hasKnownType {
            findings.add(
                .fhirBundleType, at: bundle.range, line: bundle.line, place: "Bundle/type",
                expected: FHIRBundle.types.joined)
        }
        for deletion in bundle.deletions {
            findings.add(
                .fhirEntryDeleted, at: deletion.range, line: deletion.line,
                place: "Bundle/entry/request/url")
        }
        for again in bundle.repeats {
            findings.add(
                .fhirElementRepeated, at: again.range, line: again.line, place: again.place)
        }
        let referrals = bundle.count(of: .serviceRequest) + bundle.count(of: .task)
        if referrals == 0 {
            findings.add(
                .fhirBundleReferral, at: bundle.range, line: bundle.line, place: "Bundle")
        }
    }
}
