import CareModel
import Testing

struct FHIRReaderTests {
    @Test func requestAndTaskAreOneReferral() {
        let document = FHIRDocument(
            bundle(
                Resource.request(), Resource.task(), Resource.patient(), Resource.organization))
        #expect(document.referrals.count == 1)
        #expect(document.first.memberID?.text.string == "100000000999")
        #expect(document.first.status?.string == "requested")
        #expect(document.first.requestStatus?.string == "active")
        #expect(document.first.to?.organization?.name?.string == "Pantry of Nobody")
        #expect(document.first.participants.isEmpty)
        #expect(document.first.other.isEmpty)
        #expect(document.findings.isEmpty)
        #expect(document.units.map(\.place) == ["/Bundle/entry[1]/resource/ServiceRequest"])
        #expect(document.units.first?.others.count == 1)
        #expect(document.units.first?.context.count == 2)
    }

    @Test func eachRequestIsAReferralInTheOrderOfTheBundle() {
        let document = FHIRDocument(
            bundle(
                Resource.patient(), Resource.request("b"), Resource.request("a"),
                Resource.task("t1", of: "ServiceRequest/a", status: "accepted"),
                Resource.task("t2", of: "ServiceRequest/b"), Resource.organization))
        #expect(
            document.referrals.map(\.document?.identifier?.value?.string) == ["b", "a"])
        #expect(document.referrals.map(\.status?.string) == ["requested", "accepted"])
    }

    /// An entry has one resource; of one that has two, each is read and has its own bytes.
    @Test func resourcesOfOneEntryShareNoBytes() {
        let entry = Resource.request("a") + Resource.request("b") + Resource.organization
        let document = FHIRDocument(bundle(entry, Resource.patient()))
        let ranges = document.units.map(\.range)
        #expect(document.referrals.map(\.document?.identifier?.value?.string) == ["a", "b"])
        #expect(ranges.count == 2 && ranges[0].end == ranges[1].start)
        #expect(document.first.from?.organization?.name?.string == "Pantry of Nobody")
        // Both behind the first are told.
        #expect(document.rules("") == ["fhir.element.repeated", "fhir.element.repeated"])
    }

    @Test func versionsOfATaskAreItsHistory() {
        func version(_ number: Int, _ status: String) -> String {
            Resource.task(
                "t",
                """
                <meta><versionId value="\(number)"/>\
                <lastUpdated value="2026-03-0\(number)T09:00:00-05:00"/></meta>
                """, status: status)
        }
        let document = FHIRDocument(
            bundle(
                version(3, "in-progress"), version(1, "requested"), version(2, "accepted"),
                Resource.request(), Resource.patient(), Resource.organization, type: "history"))
        #expect(document.referrals.count == 1)
        #expect(document.first.status?.string == "in-progress")
        #expect(
            document.first.statusHistory.map(\.status?.string) == [
                "requested", "accepted", "in-progress",
            ])
        #expect(
            document.first.statusHistory.map(\.time?.string)
                == .init(
                    repeating: "09:00:00-05:00", count: 3))
        #expect(document.findings.isEmpty)
    }

    @Test func aPartOfATaskBelongsToItsRequest() {
        let part = Resource.task("t2", of: "Patient/p")
            .replacing("<focus>", with: "<partOf><reference value=\"Task/t\"/></partOf><focus>")
        let document = FHIRDocument(
            bundle(
                Resource.request(), Resource.task(), part, Resource.patient(),
                Resource.organization))
        #expect(document.referrals.count == 1)
        #expect(document.first.statusHistory.count == 1)
        #expect(document.first.plans.map(\.kind?.string) == ["task"])
    }

    @Test func aTaskAloneIsAReferral() {
        let document = FHIRDocument(
            bundle(Resource.task(), Resource.patient(), Resource.organization))
        #expect(document.referrals.count == 1)
        #expect(document.first.document?.identifier?.value?.string == "t")
        #expect(
            document.rules()
                == ["fhir.task.alone", "fhir.reference.unresolved"].sorted().reversed()
                || Set(document.rules()) == ["fhir.task.alone", "fhir.reference.unresolved"])
    }

    /// What the input is in pieces of any size, it is at once.
    @Test(arguments: [1, 7, 64, 1000])
    func piecesDoNotMatter(_ size: Int) {
        let text = bundle(
            Resource.request(), Resource.task(), Resource.patient(), Resource.organization)
        let whole = FHIRDocument(text)
        let pieces = FHIRDocument(text, piece: size)
        #expect(pieces.referrals == whole.referrals)
        #expect(pieces.units.map(\.range) == whole.units.map(\.range))
    }

    /// What was complete before a document broke off is read.
    @Test func aCutBundleKeepsWhatIsWhole() {
        let text = bundle(
            Resource.patient(), Resource.organization, Resource.request("a"),
            Resource.request("b"))
        let cut = String(text.prefix(text.count - 60))
        let document = FHIRDocument(cut)
        #expect(document.referrals.map(\.document?.identifier?.value?.string) == ["a"])
        #expect(document.units.last?.range.end == cut.utf8.count)
        #expect(document.units.count == 2)
    }

    /// A Bundle of any length is read in parts.
    @Test func aLongBundleIsReadInParts() {
        var entries: [String] = []
        for number in 0..<500 {
            let request = Resource.request("r\(number)", "<patientInstruction value=\"x\"/>")
                .replacing("Patient/p", with: "Patient/p\(number)")
            let task = Resource.task("t\(number)", of: "ServiceRequest/r\(number)")
                .replacing("Patient/p", with: "Patient/p\(number)")
            entries += [request, Resource.patient("p\(number)"), task]
        }
        let parts = entries.map { "<entry><resource>\($0)</resource></entry>\n" }
        let document = FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
                + "<entry><resource>\(Resource.organization)</resource></entry>"
                + parts.joined() + "</Bundle>", heldSize: 40_000)
        #expect(document.referrals.count == 500)
        #expect(document.findings.isEmpty)
        #expect(document.referrals.allSatisfy { $0.status?.string == "requested" })
        #expect(document.referrals.allSatisfy { $0.to?.organization?.name != nil })
        #expect(document.referrals.last?.document?.identifier?.value?.string == "r499")
    }

    @Test(arguments: [
        ("<Patient xmlns=\"http://hl7.org/fhir\"/>", "Patient"),
        ("<ReferralRequest xmlns=\"http://hl7.org/fhir\"/>", "before R4"),
        ("<Nothing xmlns=\"http://hl7.org/fhir\"/>", "another version"),
    ])
    func otherResourcesAreRefusedByName(_ text: String, _ word: String) {
        let document = FHIRDocument(text)
        #expect(document.referrals.isEmpty)
        #expect(document.refusals.count == 1)
        #expect(document.refusals.first?.contains(word) == true)
    }
}
