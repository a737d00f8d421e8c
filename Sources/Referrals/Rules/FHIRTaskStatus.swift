import CareModel
import Diagnostics

extension Rule {
    static let fhirTaskStatus = Rule(
        "fhir.task.status", .error, "A Task has a status of FHIR R4",
        help: """
            Task.status is required: draft, requested, received, accepted, rejected, ready, cancelled, \
            in-progress, on-hold, failed, completed or entered-in-error.
            """)
    static let fhirTaskClosedLoop = Rule(
        "fhir.task.closed-loop", .warning, "A Task of a closed loop is neither received nor ready",
        help: """
            The Gravity project's profile for referrals leaves out two of FHIR's codes, received and \
            ready: who takes part in the loop may not know them. Send requested or accepted.
            """)
}

/// The status of a task.
enum FHIRTaskStatus {
    /// Source: FHIR R4, value set `task-status`.
    private static let codes: [StaticString] = closedLoop + ["received", "ready"]
    /// Source: Gravity SDOH Clinical Care STU 2.3, `SDOHCC-TaskForReferralManagement`.
    private static let closedLoop: [StaticString] = [
        "draft", "requested", "accepted", "rejected", "cancelled", "in-progress", "on-hold",
        "failed", "completed", "entered-in-error",
    ]

    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        FHIRCode.check(.fhirTaskStatus, root, .status, codes, &findings)
        guard let status = root.first(.status), status.isOneOf(["received", "ready"]) else {
            return
        }
        findings.add(.fhirTaskClosedLoop, at: status.spot, expected: closedLoop.joined)
    }
}
