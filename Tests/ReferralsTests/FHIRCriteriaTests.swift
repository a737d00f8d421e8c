import CareModel
import Testing

/// What makes a member eligible is what was found, and is of its kind.
struct FHIRCriteriaTests {
    private static func criterion(
        _ kind: String, _ code: String, _ more: String = "", status: String = "final"
    ) -> String {
        """
        <Observation><id value="\(code)"/><status value="\(status)"/><category><coding>\
        <system value="urn:turnpike:referral:criteria"/><code value="\(kind)"/></coding></category>\
        <code><coding><system value="urn:turnpike:referral:criteria"/><code value="\(code)"/>\
        </coding></code><subject><reference value="Patient/p"/></subject>\(more)</Observation>
        """
    }

    private static func document(_ resources: String...) -> FHIRDocument {
        let program = """
            <category><coding><system value="urn:turnpike:referral:program"/>\
            <code value="flexible-services"/></coding></category>
            """
        let all =
            [Resource.request("r", program), Resource.patient(), Resource.organization] + resources
        let entries = all.map { "<entry><resource>\($0)</resource></entry>" }.joined()
        return FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>\(entries)</Bundle>")
    }

    private static func coded(_ coding: String) -> String {
        "<valueCodeableConcept>\(coding)</valueCodeableConcept>"
    }

    private static func interpreted(_ code: String) -> String {
        "<interpretation><coding><code value=\"\(code)\"/></coding></interpretation>"
    }

    @Test(arguments: [
        ("", "final", true), ("<valueBoolean value=\"true\"/>", "final", true),
        ("<valueString value=\"No home\"/>", "final", true),
        (coded("<text value=\"Yes\"/>"), "final", true),
        ("<valueBoolean value=\"false\"/>", "final", false),
        ("<valueString value=\"No\"/>", "final", false),
        (coded("<text value=\"No\"/>"), "final", false),
        (coded("<coding><code value=\"LA32-8\"/></coding>"), "final", false),
        (coded("<coding><code value=\"N\"/></coding>"), "final", false),
        (interpreted("N"), "final", true), (interpreted("NEG"), "final", false),
        ("<dataAbsentReason><text value=\"x\"/></dataAbsentReason>", "final", false),
        ("", "cancelled", false), ("", "entered-in-error", false), ("", "unknown", false),
        ("", "preliminary", true),
    ])
    func whatIsDeniedIsNoCriterion(_ value: String, _ status: String, _ isMet: Bool) {
        let found = Self.document(
            Self.criterion("health-need", "daily-living"),
            Self.criterion("risk-factor", "homelessness", value, status: status))
        #expect(found.first.criteria?.healthNeeds.count == 1)
        #expect(found.first.criteria?.riskFactors.count == (isMet ? 1 : 0))
        #expect(found.first.observations.count == (isMet ? 0 : 1))
        #expect(found.rules("referral.criteria") == (isMet ? [] : ["referral.criteria.risk"]))
    }

    @Test(arguments: [
        ("health-need", "daily-living", 0), ("risk-factor", "homelessness", 0),
        ("benefit", "SNAP", 0), ("health-need", "homelessness", 1),
        ("risk-factor", "daily-living", 1), ("benefit", "homelessness", 1),
        ("riskfactor", "homelessness", 1),
    ])
    func aCriterionIsOfItsKind(_ kind: String, _ code: String, _ count: Int) {
        let found = Self.document(Self.criterion(kind, code))
        #expect(
            found.rules("fhir.program") == [String](repeating: "fhir.program.code", count: count))
    }
}
