import CareModel
import Diagnostics

extension Rule {
    static let fhirProgram = Rule(
        "fhir.program.code", .error,
        "Codes of Turnpike's own systems for programs and criteria are those that they have",
        help: """
            The program decides which rules hold, and health need and risk factor are what makes a \
            member eligible: another code, or one that is misspelt, would pass for any. A risk \
            factor is no health need, either. Use the codes of a Turnpike referral, or another \
            system.
            """)
}

extension Rule {
    static let fhirPrograms = Rule(
        "fhir.program.several", .warning, "A referral is to one program",
        help: """
            Categories name several programs. The first is the record's, and its rules are asked \
            for; the others stand among the categories. Make a referral of each.
            """)
}

/// Codes of our systems that these do not have.
enum FHIRProgram {
    private static let programs: [StaticString] = ["bh-cp", "ltss-cp", "flexible-services"]
    /// The codes of each kind of criterion.
    private static let criteria: [(kind: StaticString, codes: [StaticString])] = [
        (
            "health-need",
            [
                "complex-physical-health", "behavioral-health", "daily-living",
                "emergency-department-use", "high-risk-pregnancy",
            ]
        ),
        (
            "risk-factor",
            ["homelessness", "risk-of-homelessness", "risk-of-nutritional-deficiency"]
        ),
        ("benefit", ["SNAP", "WIC", "CSP", "other"]),
    ]
    private static let kinds: [StaticString] = criteria.map(\.kind)
    private static let allCodes: [StaticString] = criteria.flatMap(\.codes)

    /// Looks at a request or an observation.
    static func check(_ resource: FHIRElement, _ findings: inout ReferralFindings) {
        if resource.type == .serviceRequest {
            for category in resource.all(.category) {
                check(category, FHIRSystems.program, programs, &findings)
            }
            checkSeveral(resource, &findings)
        } else if resource.type == .observation, let code = resource.first(.code) {
            checkCriterion(resource, code, &findings)
        }
    }

    /// A criterion is one of its kind's.
    private static func checkCriterion(
        _ resource: FHIRElement, _ code: FHIRElement, _ findings: inout ReferralFindings
    ) {
        var codes: [StaticString] = []
        for category in resource.all(.category) {
            check(category, FHIRSystems.criteria, kinds, &findings)
            for coding in category.all(.coding)
            where coding.tree.texts.isEqual(coding.value(.system), FHIRSystems.criteria) {
                guard let kind = coding.first(.code) else { continue }
                codes += criteria.first { kind.has($0.kind) }?.codes ?? []
            }
        }
        check(code, FHIRSystems.criteria, codes.isEmpty ? allCodes : codes, &findings)
    }

    private static func checkSeveral(
        _ request: FHIRElement, _ findings: inout ReferralFindings
    ) {
        var first: FHIRElement?
        for category in request.all(.category) {
            for coding in category.all(.coding)
            where coding.tree.texts.isEqual(coding.value(.system), FHIRSystems.program) {
                guard let code = coding.first(.code) else { continue }
                if let first, !first.bytes.elementsEqual(code.bytes) {
                    return findings.add(.fhirPrograms, at: code.spot)
                }
                first = first ?? code
            }
        }
    }

    private static func check(
        _ concept: FHIRElement, _ system: StaticString, _ codes: [StaticString],
        _ findings: inout ReferralFindings
    ) {
        for coding in concept.all(.coding)
        where coding.tree.texts.isEqual(coding.value(.system), system) {
            guard let code = coding.first(.code), !code.isOneOf(codes) else { continue }
            findings.add(.fhirProgram, at: code.spot, expected: codes.joined)
        }
    }
}
