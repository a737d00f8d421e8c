import CareModel
import Testing

struct CodeTests {
    static let cases: [(system: CodeSystem, code: String, label: String?)] = [
        (.maintenanceType, "021", "addition"),
        (.maintenanceType, "024", "cancellation or termination"),
        (.maintenanceType, "21", nil),
        (.maintenanceType, "0210", nil),
        (.relationship, "18", "self"),
        (.enrollmentIdentifier, "0F", "subscriber number"),
        (.enrollmentIdentifier, "0f", nil),
        (.enrollmentDate, "356", "eligibility begin"),
        (.sex, "F", "female"),
        (.sex, "NOT A CODE AT ALL", nil),
        (.rosterSex, "F", "female"), (.rosterSex, "Female", "female"),
        (.rosterSex, "MALE", "male"), (.rosterSex, "Unknown", "unknown"), (.rosterSex, "Q", nil),
    ]

    @Test(arguments: cases)
    func aCodeHasItsLabel(_ system: CodeSystem, _ code: String, _ label: String?) throws {
        let made = system(try #require(Text(code)))
        #expect(made.label?.description == label)
        #expect(made.value.string == code)
    }

    @Test func codesAreEqualByWhatWasSent() throws {
        let text = try #require(Text("18"))
        #expect(Code(text, label: "self") == Code(text))
        #expect(Set([Code(text, label: "self"), Code(text)]).count == 1)
    }
}
