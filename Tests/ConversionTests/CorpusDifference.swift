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

    /// Errors in what the files' authors made up: hardly an NPI among them has its check digit, and
    /// no test of where they come from looks at one.
    static let ofMadeUpValues: Set = ["claim.npi.digit"]

    static func of(_ path: String) -> CorpusDifference? {
        ofValid.first { path.hasSuffix($0.file) }
    }

    private static let guide = ["x12.guide.unknown"]
    private static let version4010 =
        "a guide of version 004010, which the readers of 005010 are not for"
    private static let others =
        "a guide of predeterminations (X291, X292) or of adjudicated claims (X298), which is not read"
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
            "pass__home-infusion-therapy-pharmacy-(adjudicated-with-HCPCS-in-loop-2400-"
                + "or-NDC-in-loop-2410).edi",
            "x12-837p/kputnam__stupidedi/pass__oxygen.edi",
            "x12-837p/kputnam__stupidedi/pass__ppo-repriced-claim.edi",
            "x12-837p/kputnam__stupidedi/pass__wheelchair.edi",
        ].map { CorpusDifference($0, guide, others) }

    private static let professional = [
        CorpusDifference("cosyte__x12/837p-canonical.edi", ["claim.code.diagnosis"], point),
        CorpusDifference("cosyte__x12/837p.edi", ["claim.code.diagnosis"], point),
        CorpusDifference(
            "LinuxForHealth__x12/demo.ambulance.example5.837", ["x12.element.missing"],
            "CLM05-2 is empty; its reader loads transactions and requires no component"),
        CorpusDifference(
            "demo.cob.2ndary.example4.837", otherComponents, otherSeparator),
        CorpusDifference("demo.example9.837", otherComponents, otherSeparator),
        CorpusDifference("demo.example11.837", otherComponents, otherSeparator),
        CorpusDifference("demo.example12.837", otherComponents, otherSeparator),
        CorpusDifference(
            "demo.cob.example3.A.837", ["x12.loop.missing"],
            "loop 2320 has no 2330B: the other payer is not named"),
        CorpusDifference(
            "demo.cob.example4.837", ["x12.segment.qualifier"],
            "AMT*F2 in loop 2320 is of version 4010; 5010 has A8, D and EAF there"),
        CorpusDifference(
            "cosyte__x12/837p-comprehensive.edi",
            [
                "claim.code.diagnosis", "x12.element.code", "x12.element.missing",
                "x12.segment.missing", "x12.segment.order", "x12.segment.qualifier",
                "x12.segment.repeat",
                "x12.segment.unexpected", "x12.set.count",
            ],
            "made to fill its reader's fields: addresses in 1000A, HI*APR of hospitals, SE01 of 54"),
        CorpusDifference(
            "cosyte__x12/medicare-canonical.edi",
            [
                "x12.element.missing", "x12.element.short", "x12.loop.missing",
                "x12.segment.missing",
            ], "an envelope around ST and SE alone"),
        CorpusDifference(
            "gunajii__EDI-parser-and-validator/valid_837.edi",
            ["x12.loop.missing", "x12.segment.missing", "x12.segment.order"],
            "DTP*472 stands in loop 2300, before HI, where it is of a line without LX"),
        CorpusDifference(
            "x12-837p/kputnam__stupidedi/1.edi", ["x12.bytes.outside"],
            "the printed text around the example is in the file"),
        CorpusDifference(
            "xlate__staedi/sample837-original.edi", ["x12.element.code"],
            "ISA is of version 00402, with other codes for authorization"),
        CorpusDifference(
            "xlate__staedi/sample837-small.edi", ["x12.element.code", "x12.loop.missing"],
            "the same ISA, and levels that were cut short for a test of loops"),
    ]

    private static let institutional = [
        CorpusDifference(
            "LinuxForHealth__x12/demo.837i", ["x12.element.code"],
            "DTP*434 is a day (D8), where the guide has a period (RD8)"),
        CorpusDifference(
            "LinuxForHealth__x12/out-of-network-repriced-claim.837i", otherComponents,
            otherSeparator),
        CorpusDifference(
            "LinuxForHealth__x12/ppo-repriced-claim.837i", otherComponents, otherSeparator),
        CorpusDifference("cosyte__x12/837i-canonical.edi", cosyteHospital, cosyteWhy),
        CorpusDifference("cosyte__x12/837i.edi", cosyteHospital, cosyteWhy),
        CorpusDifference(
            "x12-837i/kputnam__stupidedi/837-institutional-claim.edi", ["x12.element.date"],
            "DTP*434*RD8 is followed by one day"),
    ]

    private static let dental = [
        CorpusDifference("cosyte__x12/837d-canonical.edi", cosyteDental, cosyteLine),
        CorpusDifference("cosyte__x12/837d.edi", cosyteDental, cosyteLine),
    ]

    private static let point = "a diagnosis is written with a point, which X12 leaves out"
    private static let otherComponents = [
        "x12.element.code", "x12.element.long", "x12.element.missing",
    ]
    private static let otherSeparator =
        "composites are written with >, and ISA16 says that : separates components"
    private static let cosyteHospital = [
        "claim.charge.sum", "claim.code.diagnosis", "x12.element.code", "x12.element.long",
        "x12.element.missing",
        "x12.segment.missing",
    ]
    private static let cosyteWhy =
        "CLM02 is not the line's charge, CLM05-1 has three characters, BBR has no date, no CL1"
    private static let cosyteDental = [
        "claim.code.diagnosis", "x12.element.code", "x12.element.missing",
    ]
    private static let cosyteLine =
        "the diagnosis has a point, SV302, the charge, is empty, and SV305 is a number"
}
