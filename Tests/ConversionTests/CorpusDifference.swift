/// A file of the corpus that is stated valid, and the errors that are found in it all the same.
struct CorpusDifference: Sendable {
    /// How its path ends.
    let file: String
    let rules: [String]
    let why: String

    init(_ file: String, _ rules: [String], _ why: String) {
        self.file = file
        self.rules = rules
        self.why = why
    }

    static func of(_ path: String) -> CorpusDifference? {
        ofValid.first { path.hasSuffix($0.file) }
    }

    private static let guide = ["x12.guide.unknown"]
    private static let version4010 =
        "a guide of version 004010, which the readers of 005010 are not for"
    private static let others =
        "a guide of predeterminations (X291, X292) or of adjudicated claims (X298), which is not read"
    private static let otherSeparator =
        "composites are written with >, and ISA16 says that : separates components"
    private static let loading = "its reader loads transactions and compares no codes or usage"

    static let ofValid: [CorpusDifference] = ofOtherGuides + professional + institutional + dental

    private static let ofOtherGuides: [CorpusDifference] =
        [
            "x12-837i/LinuxForHealth__x12/automobile-accident.837",
            "x12-837i/LinuxForHealth__x12/homeowners.837",
            "x12-837i/LinuxForHealth__x12/institutional-ppo-repriced.837",
            "x12-837i/LinuxForHealth__x12/institutional.837",
            "x12-837i/LinuxForHealth__x12/workers-compensation.837",
            "LinuxForHealth__x12/coordination-of-benefits.837",
            "LinuxForHealth__x12/dependent-commercial-insurance-01.837",
            "LinuxForHealth__x12/dependent-commercial-insurance-02.837",
            "LinuxForHealth__x12/dependent-commercial-insurance-03.837",
            "LinuxForHealth__x12/patient-is-dependent.837",
            "LinuxForHealth__x12/patient-is-subscriber.837",
        ].map { CorpusDifference($0, guide, version4010) }
        + [
            "x12-837i/kputnam__stupidedi/pass__837-institutional-claim.edi",
            "x12-837i/kputnam__stupidedi/pass__out-of-network-repriced-claim.edi",
            "x12-837i/kputnam__stupidedi/pass__ppo-repriced-claim.edi",
            "x12-837i/kputnam__stupidedi/pass__two-claims-for-the-same-provider.edi",
            "kputnam__stupidedi/hmo-plan.edi",
            "home-infusion-therapy-pharmacy-(adjudicated-with-NDC-in-loop-2410.edi",
            "kputnam__stupidedi/pacdr-professional-external-example.edi",
            "x12-837p/kputnam__stupidedi/pass__ambulance.edi",
            "x12-837p/kputnam__stupidedi/pass__anesthesia.edi",
            "x12-837p/kputnam__stupidedi/pass__chiropractic.edi",
            "x12-837p/kputnam__stupidedi/pass__commercial-health-insurance.edi",
            "x12-837p/kputnam__stupidedi/pass__drug-administered-in-the-physician-office.edi",
            "pass__home-infusion-therapy-pharmacy-(adjudicated-with-HCPCS-in-loop-2400-or-NDC-in-loop-2410).edi",
            "x12-837p/kputnam__stupidedi/pass__oxygen.edi",
            "x12-837p/kputnam__stupidedi/pass__ppo-repriced-claim.edi",
            "x12-837p/kputnam__stupidedi/pass__wheelchair.edi",
        ].map { CorpusDifference($0, guide, others) }
}
