import Diagnostics
import Rosters
import Testing

/// Names of ACOs and Community Partners beside a list of them.
struct ProviderNameTests {
    static let list = """
        # PIDSL and name
        110999999B  RIVER CARE PARTNERS, INC.
        110999999B\tRiver Care
        110999998A  Hill ACO\r

        """

    static func providers(_ text: String) throws -> ProviderList {
        var text = text
        return try text.withUTF8 { try ProviderList(UnsafeRawBufferPointer($0)) }
    }

    @Test(arguments: [
        ("110999999B", "River Care Partners Inc", []),
        ("110999999b", "RIVER CARE", ["note roster.provider.case"]),
        ("110999999B", "", []),
        ("110999999B", "Hill ACO", ["warning roster.provider.name"]),
        ("110999999C", "River Care", ["warning roster.provider.unknown"]),
        ("110999998A", "hill aco", []),
        ("", "Nobody", []),
        ("110", "Nobody", ["warning roster.provider.form"]),
    ])
    func name(_ location: String, _ name: String, _ found: [String]) throws {
        let table = try SampleTable(
            "cp-assignment", ["Medicaid_ID", "CP_SL", "CP_Name_Official"],
            providers: Self.providers(Self.list))
        // That one of them is missing is told as well.
        let findings = table.findings(SampleRow(["100000000999", location, name]))
            .filter { $0.rule.description != "roster.value.missing" }
        #expect(findings.map(\.told) == found)
    }

    @Test func withoutListNothingIsSaid() throws {
        let table = try SampleTable("cp-assignment", ["Medicaid_ID", "CP_SL", "CP_Name_Official"])
        #expect(table.findings(SampleRow(["100000000999", "110999999C", "Nobody"])) == [])
    }

    @Test(arguments: [
        ("", 0), ("# nothing\n", 0), ("110999999B River\n110999999 Hill", 2),
        ("110999999BRiver", 1), ("110999999B", 1), ("\n\nPIDSL,NAME", 3),
    ])
    func textThatIsNoList(_ text: String, _ line: Int) throws {
        let problem = #expect(throws: ProviderList.Problem.self) {
            _ = try Self.providers(text)
        }
        #expect(problem?.line == line)
    }
}
