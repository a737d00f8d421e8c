import Diagnostics
import Rosters
import ShippedGrammars
import TableGrammar
import TableSyntax
import Testing

/// The rules inside one row: a line that keeps each, and one that breaks it.
struct RowRuleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let layout: String
        /// Columns of the row and what they hold; the member's id stands before them.
        let cells: [(column: String, text: String)]
        let found: [String]

        init(_ layout: String, _ row: String, _ found: String...) {
            self.layout = layout
            cells = row.split(separator: ";").map { cell in
                let parts = cell.split(separator: "=", omittingEmptySubsequences: false)
                return (
                    String(parts[0]).trimmed, parts.count > 1 ? String(parts[1]).trimmed : ""
                )
            }
            self.found = found
        }

        var testDescription: String {
            layout + ": " + cells.map { "\($0.column)=\($0.text)" }.joined(separator: "; ")
        }
    }

    static let assignment: [Case] = [
        Case("cp-assignment", "Enrollment_Start_Date=20190701"),
        Case(
            "cp-assignment", "Enrollment_Start_Date=20190702",
            "roster.day.first Enrollment_Start_Date"),
        Case("cp-assignment", "CP_PID=110999999; CP_SL=110999999B"),
        Case(
            "cp-assignment", "CP_PID=110999998; CP_SL=110999999B", "roster.provider.prefix CP_PID"),
        Case("cp-assignment", "CP_PID=; CP_SL=110999999B"),
        Case(
            "cp-assignment", "ACO_MCO_PID=110999998; ACO_MCO_SL=110999999B",
            "roster.provider.prefix ACO_MCO_PID"),
        Case("cp-assignment", "Member_Date_of_Birth=19800101; Enrollment_Start_Date=20190701"),
        Case(
            "cp-assignment", "Member_Date_of_Birth=20190702; Enrollment_Start_Date=20190701",
            "roster.date.order Member_Date_of_Birth"),
        Case("cp-assignment", "Record_Update_Date=20190701; Export_Date=20190701"),
        Case(
            "cp-assignment", "Record_Update_Date=20190702; Export_Date=20190701",
            "roster.date.order Record_Update_Date"),
        Case("cp-assignment", "Start_Reason_Desc=ACO Referred; Primary_Diagnosis=F20"),
        Case("cp-assignment", "Start_Reason_Desc=MH-Identified; Primary_Diagnosis="),
        Case(
            "cp-assignment", "Start_Reason_Desc=MH-Identified; Primary_Diagnosis=F20",
            "roster.diagnosis.source Primary_Diagnosis"),
        Case(
            "cp-assignment", "Start_Reason_Desc=MH-Identified; Secondary_Diagnosis=F20",
            "roster.diagnosis.source Secondary_Diagnosis"),
        Case("cp-assignment", "Residential_Address_State=MA"),
        Case(
            "cp-assignment", "Residential_Address_State=NH",
            "roster.residence.state Residential_Address_State"),
        Case(
            "cp-assignment", "Residential_Address_State=ma",
            "roster.state.form Residential_Address_State"),
    ]

    static let plans: [Case] = [
        Case("cp-assignment", "Start_Reason_Desc=ACO Referred; Member_CP_Assignment_Plan="),
        Case("cp-assignment", "Start_Reason_Desc=; Member_CP_Assignment_Plan="),
        Case("cp-assignment", "Start_Reason_Desc=MH-Identified; Member_CP_Assignment_Plan=LTSS"),
        Case(
            "cp-assignment", "Start_Reason_Desc=MH-Identified; Member_CP_Assignment_Plan=",
            "roster.value.conditional Member_CP_Assignment_Plan"),
        Case(
            "cp-enrollment", "Start_Reason_Desc=CP Referred; Member_CP_Assignment_Plan=",
            "roster.value.conditional Member_CP_Assignment_Plan"),
        Case("cp-enrollment", "Record_Status=A; Start_Reason_Desc=CP Referred"),
        Case(
            "cp-enrollment", "Record_Status=A; Start_Reason_Desc=",
            "roster.value.conditional Start_Reason_Desc"),
        Case("cp-enrollment", "Record_Status=I; Start_Reason_Desc="),
        Case("cp-enrollment", "Record_Status=A; Disenrollment_Date="),
        Case(
            "cp-enrollment", "Record_Status=D; Disenrollment_Date=",
            "roster.code.tolerated Record_Status",
            "roster.value.conditional Disenrollment_Date"),
        // Two rules ask for it, and it is told once.
        Case(
            "cp-enrollment", "Record_Status=D; Stop_Reason_Desc=Deceased; Disenrollment_Date=",
            "roster.code.tolerated Record_Status", "roster.value.conditional Disenrollment_Date"),
    ]

    /// On the sheet of those who leave, and on a copy of it, each has a day.
    @Test(arguments: [
        ("DISENROLLMENT", "", true), ("Disenrollment (2)", "", true), ("ENROLLMENT", "", false),
        ("DISENROLLMENT", "20190731", false), (nil, "", false),
    ])
    func whoLeavesHasADay(_ sheet: String?, _ day: String, _ isTold: Bool) throws {
        let table = try SampleTable(
            "cp-enrollment", ["Medicaid_ID", "Disenrollment_Date"], sheet: sheet)
        let found = table.findings(SampleRow(["100000000999", day]))
        #expect(found.map(\.told) == (isTold ? ["warning roster.value.conditional"] : []))
        #expect(
            found.map(\.expected) == (isTold ? ["a value on the sheet DISENROLLMENT"] : []))
    }

    /// What is required of a row and is not there is told, as a warning where the fact is dated.
    @Test(arguments: [
        (
            "cp-assignment",
            [
                "Member_Sex", "ACO_MCO_PID", "ACO_MCO_SL", "CP_Name_Official", "CP_PID", "CP_SL",
                "Enrollment_Start_Date", "Start_Reason_Desc", "Export_Date",
            ]
        ),
        (
            "cp-enrollment",
            [
                "Member_Sex", "ACO_MCO_PID", "ACO_MCO_SL", "CP_Name_Official", "CP_PID", "CP_SL",
                "Enrollment_Start_Date", "Export_Date",
            ]
        ),
        (
            "cp-status-outreach",
            [
                "Member_Sex", "ACO_MCO_PID", "ACO_MCO_SL", "CP_Name_Official", "CP_PID", "CP_SL",
                "CP_Outreach_Status", "Record_Update_Date", "Export_Date",
            ]
        ),
    ])
    func whatEachRowHasIsAskedFor(_ layout: String, _ columns: [String]) throws {
        let table = try SampleTable(layout, ["Medicaid_ID"] + columns)
        let found = table.findings(SampleRow(["100000000999"] + columns.map { _ in "" }))
        #expect(found.map(\.place.segment).sorted() == columns.sorted())
        #expect(Set(found.map(\.told)) == ["warning roster.value.missing"])
    }

    static func age(_ plan: String, born: String, _ found: String...) -> Case {
        Case(
            "cp-assignment",
            "Member_CP_Assignment_Plan=\(plan); Member_Date_of_Birth=\(born); "
                + "Enrollment_Start_Date=20190701",
            found: found.map { "\($0) Member_CP_Assignment_Plan" })
    }

    static let ages: [Case] = [
        age("BHCP", born: "20010701"),
        age("BHCP", born: "20010702", "roster.plan.age"),
        age("BHCP", born: "19540702"),
        age("BHCP", born: "19540701", "roster.plan.age"),
        age("LTSS", born: "20160701"),
        age("LTSS", born: "20160702", "roster.plan.age"),
        age("LTSS", born: "19540701", "roster.plan.age"),
        age("ACCS1", born: "20160702"),
        age("BHCP", born: ""),
        // A value in another case is the layout's, and its rules hold.
        age("bhcp", born: "20010702", "roster.code.case", "roster.plan.age"),
        age("bhcp", born: "20010701", "roster.code.case"),
    ]

    static let others: [Case] = [
        Case("cp-enrollment", "Disenrollment_Date=20190731; Stop_Reason_Desc=Deceased"),
        Case(
            "cp-enrollment", "Disenrollment_Date=20190730; Stop_Reason_Desc=Deceased",
            "roster.day.last Disenrollment_Date"),
        Case("cp-enrollment", "Disenrollment_Date=20190228; Stop_Reason_Desc=Deceased"),
        Case(
            "cp-enrollment", "Disenrollment_Date=20200228; Stop_Reason_Desc=Deceased",
            "roster.day.last Disenrollment_Date"),
        Case("cp-enrollment", "Disenrollment_Date=22991231; Stop_Reason_Desc=Deceased"),
        Case("cp-enrollment", "Disenrollment_Date=; Stop_Reason_Desc="),
        // The last day of 2299 is no end, which needs no reason.
        Case("cp-enrollment", "Disenrollment_Date=22991231; Stop_Reason_Desc="),
        Case("cp-enrollment", "Disenrollment_Date=99991231; Stop_Reason_Desc="),
        Case(
            "cp-enrollment", "Disenrollment_Date=22981231; Stop_Reason_Desc=",
            "roster.value.conditional Stop_Reason_Desc"),
        Case(
            "cp-enrollment", "Disenrollment_Date=; Stop_Reason_Desc=Deceased",
            "roster.value.conditional Disenrollment_Date"),
        Case(
            "cp-enrollment", "Disenrollment_Date=20190731; Stop_Reason_Desc=",
            "roster.value.conditional Stop_Reason_Desc"),
        Case(
            "cp-enrollment", "Enrollment_Start_Date=20190801; Disenrollment_Date=20190731",
            "roster.date.order Enrollment_Start_Date"),
        Case("cp-status-outreach", "CP_Outreach_Status=Deceased; Record_Status=I"),
        Case(
            "cp-status-outreach", "CP_Outreach_Status=Deceased; Record_Status=A",
            "roster.status.outreach Record_Status"),
        Case(
            "cp-status-outreach", "CP_Outreach_Status=deceased; Record_Status=A",
            "roster.code.case CP_Outreach_Status", "roster.status.outreach Record_Status"),
        Case(
            "cp-status-outreach", "CP_Outreach_Status=Deceased; Record_Status=i",
            "roster.code.case Record_Status"),
        Case("cp-status-outreach", "CP_Outreach_Status=In Process; Record_Status=A"),
        Case(
            "cp-status-outreach", "CP_Outreach_Status=In Process; Record_Status=I",
            "roster.status.outreach Record_Status"),
        Case(
            "cp-status-outreach",
            "CP_Outreach_Status=Engaged; CP_Participation_Agreed_Date=20190701"),
        Case(
            "cp-status-outreach", "CP_Outreach_Status=Engaged; CP_Participation_Agreed_Date=",
            "roster.value.conditional CP_Participation_Agreed_Date"),
    ]

    /// Times count on one day, where both are said.
    static let visits: [Case] = [
        Case("ed-ip-visits", "Admit Date=6/1/2025 3:15; Discharge Date=6/1/2025 3:15"),
        Case(
            "ed-ip-visits", "Admit Date=6/1/2025 3:15; Discharge Date=6/1/2025 2:15",
            "roster.date.order Admit Date"),
        Case(
            "ed-ip-visits", "Admit Date=6/1/2025 3:15; Discharge Date=6/1/2025 3:14",
            "roster.date.order Admit Date"),
        Case("ed-ip-visits", "Admit Date=6/1/2025 3:15; Discharge Date=6/2/2025 2:15"),
        Case(
            "ed-ip-visits", "Admit Date=6/1/2025 3:15; Discharge Date=6/1/2025",
            "roster.date.tolerated Discharge Date"),
        Case("ed-ip-visits", "Admit Date=6/1/2025 3:15; Discharge Date=6/1/2025 0:00"),
        Case(
            "ed-ip-visits", "Admit Date=6/1/2025; Discharge Date=6/1/2025 2:15",
            "roster.date.tolerated Admit Date"),
    ]

    /// Findings about cells that are empty, or about columns that are not there, are not meant.
    @Test(arguments: assignment + plans + ages + others + visits)
    func row(_ test: Case) throws {
        let table = try SampleTable(test.layout, ["Medicaid_ID"] + test.cells.map(\.column))
        let found = table.findings(SampleRow(["100000000999"] + test.cells.map(\.text)))
        let told = found.filter { $0.rule.description != "roster.value.missing" }
        #expect(told.map { "\($0.rule) \($0.place)" } == test.found)
        #expect(found.allSatisfy { $0.severity != .error })
    }

    /// What a layout of today is sure of is an error; `expect`, `empty` and any value at all.
    @Test(arguments: [
        ("A", "B", "", []), ("A", "", "", ["error roster.value.conditional"]),
        ("X", "B", "x", ["error roster.value.unwanted"]), ("X", "B", "", []),
        ("B", "B", "", []), ("B", "C", "", ["error roster.value.expected"]),
    ])
    func ruleOfOwnLayout(
        _ first: String, _ second: String, _ third: String, _ found: [String]
    ) throws {
        let text = """
            layout own  version 1  found
            title  A layout of one's own

            columns 3
             1  One    text  -  R  -  -
             2  Two    text  -  R  -  -
             3  Three  text  -  R  -  -

            require  Two
              when   One
            empty    Three
              when   One
              ~ X
            expect   Two
              ~ B
              when   One
              ~ B
            """
        let layout = try LayoutLibrary.shipped.layout(
            of: LayoutFile(path: "own.layout", bytes: Array(text.utf8)))
        let table = try SampleTable(layout, ["One", "Two", "Three"])
        #expect(table.findings(SampleRow([first, second, third])).map(\.told) == found)
    }

    /// There are people called Null; nobody has no other name.
    @Test(arguments: [
        ("NULL", "EMEKA", []), ("BRENNAN", "Null", []), ("NULL", "", []),
        ("NULL", "null", ["Member_Name_Last", "Member_Name_First"]),
        ("NULL", "(null)", ["Member_Name_Last", "Member_Name_First"]),
        (" NULL ", "NULL", ["Member_Name_Last", "Member_Name_First"]),
    ])
    func bothNamesAreNotNull(_ last: String, _ first: String, _ places: [String]) throws {
        let table = try SampleTable(
            "cp-assignment", ["Medicaid_ID", "Member_Name_Last", "Member_Name_First"])
        let found = table.findings(SampleRow(["100000000999", last, first]))
            .filter { $0.rule.description == "roster.value.placeholder" }
        #expect(found.map(\.place.segment) == places)
    }

    /// A rule whose columns are not all there says nothing.
    @Test func ruleWithoutItsColumnsIsSilent() throws {
        let table = try SampleTable("cp-assignment", ["Medicaid_ID", "CP_SL", "Primary_Diagnosis"])
        #expect(table.findings(SampleRow(["100000000999", "110999999B", "F20"])) == [])
    }

    @Test func findingNamesCellAndColumn() throws {
        let table = try SampleTable("cp-assignment", ["Medicaid_ID", "Enrollment_Start_Date"])
        let found = table.findings(SampleRow(["100000000999", "20190702"], number: 14))
        let finding = try #require(found.first)
        #expect(finding.range == ByteRange(13, 21))
        #expect(finding.row == 14)
        #expect(finding.line == 14)
        #expect(finding.column == 14)
        #expect(finding.expected == "the first day of a month")
    }
}

extension RowRuleTests.Case {
    init(_ layout: String, _ row: String, found: [String]) {
        let bare = RowRuleTests.Case(layout, row)
        self.init(layout: layout, cells: bare.cells, found: found)
    }

    private init(layout: String, cells: [(column: String, text: String)], found: [String]) {
        self.layout = layout
        self.cells = cells
        self.found = found
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
