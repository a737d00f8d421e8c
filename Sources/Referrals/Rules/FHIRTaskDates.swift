import Diagnostics

extension Rule {
    static let fhirTaskDates = Rule(
        "fhir.task.dates", .warning, "A Task is changed at or after the time it was written",
        help: """
            Task.lastModified is before Task.authoredOn: a clock or a time zone is wrong, or the \
            two were exchanged. The history of the referral is in the order of lastModified.
            """)
}

/// A task that was last changed before it was written.
enum FHIRTaskDates {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        guard let modified = root.first(.lastModified), let last = modified.moment,
            let written = root.first(.authoredOn)?.moment, MomentOrder.isBefore(last, written)
        else { return }
        findings.add(.fhirTaskDates, at: modified.spot)
    }
}

extension FHIRElement {
    /// The day and time that is its value; `nil` where that is none.
    fileprivate var moment: MomentOrder.Moment? {
        let bytes = tree.texts.bytes(value)
        guard let moment = Moment(bytes) else { return nil }
        let time = moment.timeOffset == 0 ? bytes.count : moment.timeOffset
        return MomentOrder.Moment(
            day: moment.day, time: UnsafeBufferPointer(rebasing: bytes.dropFirst(time)))
    }
}
