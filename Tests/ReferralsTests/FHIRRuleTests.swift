import Testing

struct FHIRRuleTests {
    /// A Bundle that keeps every rule, and what is put in place of what, to break one.
    @Test(arguments: [
        ("value=\"active\"", "value=\"actve\"", "fhir.request.status"),
        ("<status value=\"active\"/>", "", "fhir.request.status"),
        ("value=\"requested\"", "value=\"asked\"", "fhir.task.status"),
        ("value=\"requested\"", "value=\"received\"", "fhir.task.closed-loop"),
        ("<intent value=\"order\"/><subject>", "<subject>", "fhir.intent.code"),
        ("<subject>", "<priority value=\"soon\"/><subject>", "fhir.priority.code"),
        ("<subject><reference value=\"Patient/p\"/></subject>", "", "fhir.subject.missing"),
        ("<subject>", "<sbject/><subject>", "fhir.element.unknown"),
        ("<subject>", "<status value=\"draft\"/><subject>", "fhir.element.repeated"),
        (
            "</Bundle>",
            """
            <entry><resource><Condition><id value="c"/><clinicalStatus><coding>\
            <system value="urn:x"/><code value="active"/></coding></clinicalStatus>\
            <code><text value="Fire"/></code><subject><reference value="Patient/p"/></subject>\
            </Condition></resource></entry></Bundle>
            """, "fhir.code.system"
        ),
        ("<subject>", "<modifierExtension url=\"x\"/><subject>", "fhir.extension.modifier"),
        ("<subject>", "<implicitRules value=\"x\"/><subject>", "fhir.rules.implicit"),
        ("value=\"collection\"", "value=\"heap\"", "fhir.bundle.type"),
        ("value=\"Organization/o\"", "value=\"Organization/x\"", "fhir.reference.unresolved"),
        ("<focus>", dates("2026-03-02", "2026-03-01"), "fhir.task.dates"),
        ("<focus>", dates("2026-03-01T09:30:00Z", "2026-03-01T09:29:59Z"), "fhir.task.dates"),
        (
            "<focus>", dates("2026-03-01T09:30:00-05:00", "2026-03-01T14:29:59Z"),
            "fhir.task.dates"
        ),
        (
            "<focus><reference value=\"ServiceRequest/r\"/></focus>", "", "fhir.task.alone"
        ),
        (
            "<subject><reference value=\"Patient/p\"/></subject>",
            "<subject><reference value=\"Organization/o\"/></subject>", "fhir.reference.type"
        ),
        (
            "</Bundle>",
            "<entry><resource><Device><id value=\"d\"/></Device></resource></entry></Bundle>",
            "fhir.resource.unused"
        ),
        (
            "</Bundle>",
            "<entry><resource>\(Resource.organization)</resource></entry></Bundle>",
            "fhir.resource.repeated"
        ),
        (
            "<subject>",
            """
            <category><coding><system value="http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/\
            SDOHCC-CodeSystemTemporaryCodes"/><code value="hunger"/></coding></category><subject>
            """, "fhir.category.gravity"
        ),
        (
            "<subject>",
            """
            <category><coding><system value="urn:turnpike:referral:program"/><code value="cp"/>\
            </coding></category><subject>
            """, "fhir.program.code"
        ),
        (
            "</Bundle>",
            """
            <entry><request><method value="DELETE"/><url value="ServiceRequest/r"/></request></entry>\
            </Bundle>
            """, "fhir.entry.deleted"
        ),
    ])
    func breaking(_ old: String, _ new: String, _ rule: String) {
        let sound = bundle(
            Resource.request(), Resource.task(), Resource.patient(), Resource.organization)
        #expect(FHIRDocument(sound).findings.isEmpty)
        let broken = sound.replacing(old, with: new, maxReplacements: 1)
        #expect(broken != sound)
        #expect(FHIRDocument(broken).rules().contains(rule))
    }

    /// The focus comes first, so that the order of a Task is kept.
    private static func dates(_ written: String, _ changed: String) -> String {
        "<authoredOn value=\"\(written)\"/><lastModified value=\"\(changed)\"/><focus>"
    }

    /// What may be so: the same moment, a day that holds the time, a zone on one side alone.
    @Test(arguments: [
        ("2026-03-01", "2026-03-01"), ("2026-03-01T09:30:00Z", "2026-03-01"),
        ("2026-03-01T09:30:00-05:00", "2026-03-01T14:30:00Z"), ("2026-03-01", "2026-03"),
        ("2026-03-01T09:30:00Z", "2026-03-01T09:29:00"), ("x", "2026-03-01"),
    ])
    func datesOfATaskInOrder(_ written: String, _ changed: String) {
        let task = Resource.task().replacing("<focus>", with: Self.dates(written, changed))
        #expect(task != Resource.task())
        let document = FHIRDocument(
            bundle(Resource.request(), task, Resource.patient(), Resource.organization))
        #expect(!document.rules().contains("fhir.task.dates"))
    }

    @Test func aBundleWithoutReferralsIsTold() {
        let document = FHIRDocument(bundle(Resource.organization))
        #expect(document.referrals.isEmpty)
        #expect(Set(document.rules()) == ["fhir.bundle.referral", "fhir.resource.unused"])
    }
}
