import CareModel
import Testing

/// What is said of the member, wherever it stands.
struct ReferralMemberTests {
    @Test(arguments: [
        ("<deceasedBoolean value=\"true\"/>", 1), ("<deceasedBoolean value=\"false\"/>", 0),
        ("", 0),
    ])
    func aMemberMarkedAsDeadIsTold(_ mark: String, _ count: Int) {
        let found = FHIRDocument(
            bundle(Resource.request(), Resource.patient("p", mark), Resource.organization))
        #expect(
            found.rules("referral.death")
                == [String](repeating: "referral.death.past", count: count))
    }

    @Test(arguments: [
        ("<sdtc:deceasedInd value=\"true\"/>", 1), ("<sdtc:deceasedInd value=\"false\"/>", 0),
        ("<sdtc:deceasedInd value=\"true\"/><sdtc:deceasedTime value=\"20270101\"/>", 0),
    ])
    func aPatientMarkedAsDeadIsTold(_ mark: String, _ count: Int) throws {
        let patient = try #require(
            NoteText.parts.first { $0.key == "patient" }?.value
                .replacing("</patient>", with: "\(mark)</patient>"))
        let found = ReferralReading(NoteText.with(["patient": patient]))
        #expect(found.rules.filter { $0.hasPrefix("referral.death") }.count == count)
    }

    // MARK: Needs

    @Test(
        arguments: [
            ("", "Z59.41", "food-insecurity", 0), ("ICD-10-CM", "Z59.41", "food-insecurity", 0),
            ("icd-10-cm", "Z59.41", "food-insecurity", 0),
            ("ICD10CM", "Z59.41", "food-insecurity", 0),
            ("", "E11.9", nil, 1), ("icd10cm", "E11.9", nil, 1), ("snomed ct", "32911000", nil, 0),
            ("http://snomed.info/sct", "32911000", nil, 0), ("whatever", "Z59.41", nil, 1),
        ] as [(String, String, String?, Int)])
    func aNeedIsCodedInTheListThatIsMeant(
        _ system: String, _ code: String, _ category: String?, _ count: Int
    ) {
        let sent = system.isEmpty ? "" : " system=\"\(system)\""
        let found = ReferralReading(
            TurnpikeText.with(["middle": "<need code=\"\(code)\"\(sent)/>"]))
        #expect(found.referrals.first?.needs.map(\.category?.string) == [category])
        #expect(found.rules.filter { $0 == "referral.need.code" }.count == count)
        let expected = found.units.flatMap(\.findings).map(\.expected)
        #expect(expected.contains("a system such as ICD-10-CM") == (system == "whatever"))
        if system.isEmpty {
            let uri = found.referrals.first?.needs.first?.system?.string
            #expect(uri == "http://hl7.org/fhir/sid/icd-10-cm")
        }
    }

    // MARK: Times

    @Test(arguments: [
        ("09:30:00Z", 0), ("09:30:00.125-05:00", 0), ("24:00:00Z", 0), ("23:59:60+14:00", 0),
        ("25:61:00Z", 1), ("09:60:00Z", 1), ("24:00:01Z", 1), ("09:30:00-25:00", 1),
        ("09:30:00-05:60", 1),
    ])
    func aTimeIsOneThatAClockShows(_ time: String, _ count: Int) {
        let found = FHIRDocument(
            bundle(
                Resource.request("r", "<authoredOn value=\"2026-03-02T\(time)\"/>"),
                Resource.patient(), Resource.organization))
        #expect(found.rules("referral.day").count == count)
        #expect(found.first.authored?.value?.description == "2026-03-02")
        #expect(found.first.authoredTime?.string == time)
    }

    @Test(arguments: [
        ("20260302093000-0500", "09:30:00-05:00", 0), ("2026030209", "09:00", 0),
        ("20260302256100Z", "25:61:00Z", 1), ("20260302093000-2500", "09:30:00-25:00", 1),
    ])
    func aTimeOfADocumentIsOne(_ sent: String, _ time: String, _ count: Int) {
        let found = ReferralReading(
            NoteText.with(["time": "<effectiveTime value=\"\(sent)\"/>"]))
        #expect(found.rules.filter { $0 == "referral.day.form" }.count == count)
        #expect(found.referrals.first?.authoredTime?.string == time)
    }

    // MARK: Statuses

    @Test(arguments: [
        ("requested", "Clinic"), ("draft", "Clinic"), ("accepted", "Pantry of Nobody"),
    ])
    func whoAsksSetsTheFirstStatuses(_ status: String, _ by: String) {
        let requester = "<requester><reference value=\"Organization/c\"/></requester>"
        let task = Resource.task(status: status).replacing("<owner>", with: "\(requester)<owner>")
        let found = FHIRDocument(
            bundle(
                Resource.request(), task, Resource.patient(), Resource.organization,
                "<Organization><id value=\"c\"/><name value=\"Clinic\"/></Organization>"))
        #expect(found.first.statusHistory.map(\.by?.string) == [by])
        // A Task that does not say it is its request's.
        let pantry =
            "<Organization><id value=\"o\"/><name value=\"Pantry of Nobody\"/></Organization>"
        let clinic = pantry.replacing("\"o\"", with: "\"c\"")
            .replacing("Pantry of Nobody", with: "Clinic")
        let asked = Resource.request().replacing(
            "<requester><reference value=\"Organization/o\"/>",
            with: "<requester><reference value=\"Organization/c\"/>")
        let read = FHIRDocument(
            bundle(asked, Resource.task(status: status), Resource.patient(), pantry, clinic))
        #expect(read.first.statusHistory.map(\.by?.string) == [by])
    }

    /// Somebody who acts for an organization is called by it.
    @Test(arguments: [
        (
            """
            <PractitionerRole><id value="c"/><organization><reference value="Organization/o"/>\
            </organization></PractitionerRole>
            """, "Pantry of Nobody"
        ),
        (
            """
            <Practitioner><id value="c"/><name><family value="Doe"/><given value="Jan"/></name>\
            </Practitioner>
            """, "Jan Doe"
        ),
    ])
    func peopleHaveNames(_ resource: String, _ by: String) {
        let type = resource.contains("Role") ? "PractitionerRole" : "Practitioner"
        let task = Resource.task().replacing(
            "<owner>", with: "<requester><reference value=\"\(type)/c\"/></requester><owner>")
        let found = FHIRDocument(
            bundle(
                Resource.request(), task, Resource.patient(), Resource.organization, resource))
        #expect(found.first.statusHistory.map(\.by?.string) == [by])
    }

    // MARK: Namespaces

    @Test(arguments: [
        ("<referrals><referral/></referrals>", "Turnpike referral, without a namespace"),
        ("<referral xmlns=\"urn:x\"/>", "Turnpike referral, in another namespace"),
        ("<Bundle/>", "Bundle of FHIR, without a namespace"),
        ("<Task xmlns=\"http://hl7.org/fhir/\"/>", "Task of FHIR, in another namespace"),
        ("<ClinicalDocument xmlns=\"urn:x\"/>", "CDA document in another namespace"),
        ("<ClinicalDocument/>", "CDA document without the namespace"),
    ])
    func aMissingNamespaceIsSaid(_ text: String, _ words: String) {
        let found = ReferralReading(text)
        #expect(found.kinds.count == 1)
        #expect(found.kinds.first?.contains(words) ?? false)
        #expect(!(found.kinds.first?.contains("urn:x") ?? true))
    }
}
