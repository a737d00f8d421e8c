import CareModel
import Testing

@testable import Output

/// Objects of a record and lists of them, as JSON.
struct ObjectJSONTests {
    private let draft = Draft()

    @Test func fieldsComeInTheirOrder() {
        let name = draft.object(PersonNameFields.self, [.first: "ANN", .last: "DOE"])
        #expect(draft.json(name) == #""last":"DOE","first":"ANN""#)
    }

    @Test func whatIsAbsentIsAbsent() {
        let enrollment = draft.object(EnrollmentFields.self)
        #expect(draft.json(enrollment) == "")
    }

    @Test func anObjectIsAMember() {
        let enrollment = draft.object(EnrollmentFields.self, [.policyNumber: "P"])
        let period = draft.object(PeriodFields.self, [.begin: "20250701"])
        draft.set(enrollment, .eligibility, period)
        #expect(
            draft.json(enrollment)
                == #""policyNumber":"P","eligibility":{"begin":"2025-07-01"}"#)
    }

    /// An object with nothing in it is not there, nor is one that holds nothing else.
    @Test func anEmptyObjectIsLeftOut() {
        let enrollment = draft.object(EnrollmentFields.self, [.policyNumber: "P"])
        draft.set(enrollment, .eligibility, draft.object(PeriodFields.self))
        let prior = draft.object(PriorIdentityFields.self)
        draft.set(prior, .name, draft.object(PersonNameFields.self))
        draft.set(prior, .demographics, draft.object(DemographicsFields.self))
        draft.set(enrollment, .prior, prior)
        #expect(draft.json(enrollment) == #""policyNumber":"P""#)
    }

    @Test func anEmptyObjectOfAListKeepsItsPlace() {
        let enrollment = draft.object(EnrollmentFields.self)
        draft.append(draft.object(PartyFields.self), to: enrollment, .schools)
        let school = draft.object(PartyFields.self, [.organization: "S"])
        draft.append(school, to: enrollment, .schools)
        #expect(
            draft.json(enrollment)
                == #""schools":[{},{"organization":"S"}]"#)
    }

    /// Members of an inner object stand in the one that holds it.
    @Test func someObjectsAreMembers() {
        let coverage = draft.object(CoverageFields.self, [.plan: "P"])
        let period = draft.object(PeriodFields.self, [.begin: "20250701", .end: "99991231"])
        draft.set(coverage, .period, period)
        #expect(
            draft.json(coverage)
                == #""plan":"P","begin":"2025-07-01","end":null,"endSent":"99991231""#)
    }

    @Test func objectsComeInTheOrderSent() {
        let enrollment = draft.object(EnrollmentFields.self)
        for value in ["1", "2", "3"] {
            draft.append(
                draft.object(IdentifierFields.self, [.code: "3H", .value: value]), to: enrollment,
                .identifiers)
        }
        let known = #"{"code":"3H","label":"case number","value":""#
        #expect(
            draft.json(enrollment)
                == "\"identifiers\":[\(known)1\"},\(known)2\"},\(known)3\"}]")
    }

    /// A code that is a member itself, with a label and without.
    @Test(arguments: [
        ("3H", #""code":"3H","label":"case number","value":"V""#),
        ("0H", #""code":"0H","value":"V""#), (#"3""#, #""code":"3\"","value":"V""#),
        ("123456789", #""code":"123456789","value":"V""#),
    ])
    func aCodeMayBeAMember(_ code: String, _ json: String) {
        let identifier = draft.object(IdentifierFields.self, [.code: code, .value: "V"])
        #expect(draft.json(identifier) == json)
    }

    @Test func textsAreAList() {
        let address = draft.object(AddressFields.self, [.city: "LYNN"])
        draft.append("1 A ST", #"APT "2""#, "MÜLL", to: address, .lines)
        #expect(
            draft.json(address)
                == #""lines":["1 A ST","APT \"2\"","MÜLL"],"city":"LYNN""#)
    }

    @Test func codesAreAList() {
        let member = draft.object(MemberFields.self)
        draft.append("01", "ZZ", #"Z""#, to: member, .employmentClasses)
        #expect(
            draft.json(member)
                == #""employmentClasses":[{"code":"01","label":"union"},{"code":"ZZ"},{"code":"Z\""}]"#
        )
    }

    /// Whatever text it holds.
    @Test(arguments: ["Y", "N", "OLD", "\""])
    func presenceIsTrue(_ text: String) {
        let member = draft.object(MemberFields.self, [.corrected: text])
        #expect(draft.json(member) == #""corrected":true"#)
    }

    /// A sponsor's role is said by the name of its field; a broker's is written.
    @Test func someCodesAreNotWritten() {
        let sponsor = draft.object(ContextPartyFields.self, [.role: "P5", .name: "S"])
        #expect(draft.json(sponsor) == #""name":"S""#)
        let alone = draft.object(ContextFields.self)
        draft.set(alone, .payer, draft.object(ContextPartyFields.self, [.role: "IN"]))
        #expect(draft.json(alone) == "")
    }
}
