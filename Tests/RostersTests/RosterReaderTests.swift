import CareModel
import Output
import Rosters
import Testing

/// What becomes of the cells of a row.
struct RosterReaderTests {
    /// The record of a row as JSON, without what all records have.
    static func json(_ layout: String, _ columns: [String], _ cells: [String]) throws -> String {
        let table = try SampleTable(layout, columns)
        table.keep([cells])
        var reading = RowReading()
        let row = SampleRow(cells)
        defer { withExtendedLifetime(row) {} }
        table.reader.read(row.row, &reading)
        var text = ByteBuffer()
        RosterJSON.write(
            table.reader.record(of: &reading), other: reading.builder.other,
            frame: RosterFrame(layout: "", file: "a"),
            place: RowAddress(sheet: 1, row: 2, bytes: row.row.range), findings: [], to: &text)
        let whole = String(decoding: text.bytes, as: UTF8.self)
        let head = "{\"recordType\":\"rosterEntry\""
        let tail = ",\"source\":{\"file\":\"a\",\"sheet\":1,\"row\":2}},"
        #expect(whole.hasPrefix(head) && whole.hasSuffix(tail), "\(whole)")
        return String(whole.dropFirst(head.count + 1).dropLast(tail.count))
    }

    static let assignment: [(columns: [String], cells: [String], json: String)] = [
        (["Medicaid_ID"], ["100000000999"], #""memberId":"100000000999""#),
        (
            ["Member_Name_First", "Member_Name_Last", "Member_Suffix"], ["Ann", "Sample", "Jr"],
            #""name":{"last":"Sample","first":"Ann","suffix":"Jr"}"#
        ),
        (["Member_Date_of_Birth"], ["19800102"], #""birthDate":"1980-01-02""#),
        (["Member_Date_of_Birth"], ["1980-01-02"], #""birthDate":"1980-01-02""#),
        (["Member_Date_of_Birth"], ["1/2/1980"], #""birthDate":"1980-01-02""#),
        (["Member_Date_of_Birth"], ["soon"], #""birthDateSent":"soon""#),
        (["Member_Sex"], ["F"], #""sex":{"code":"F","label":"female"}"#),
        (
            ["Residential_Address_Line_2", "Residential_Address_Line_1"], ["Apt 2", "1 Main St"],
            #""residence":{"lines":["1 Main St","Apt 2"]}"#
        ),
        (
            ["Residential_Address_ZipCode_1", "Residential_Address_ZipCode_2"], ["02118", "0001"],
            #""residence":{"postalCode":"02118","plusFour":"0001"}"#
        ),
        (
            ["PCP_Address_City", "PCP_Name_Last", "PCP_NPI"], ["Boston", "Ox", "1234567893"],
            #""pcp":{"name":{"last":"Ox"},"npi":"1234567893","address":{"city":"Boston"}}"#
        ),
        (["DMH_Flag", "DDS_Flag"], ["Y", "N"], #""flags":{"dmh":true,"dds":false}"#),
        (["ED_Visits"], ["3"], #""statistics":{"edVisits":3}"#),
        (
            ["Record_Status", "Member_CP_Assignment_Plan"], ["A", "CSA"],
            #""plan":{"assignment":{"code":"CSA"}},"row":{"status":{"code":"A","label":"active"}}"#
        ),
        (["Member_Name_Last"], [#"O\"Neil"#], #""name":{"last":"O\\\"Neil"}"#),
        (["Email", "Medicaid_ID"], ["", "100000000999"], #""memberId":"100000000999""#),
        (
            ["Medicaid_ID", "Remark"], ["100000000999", " x "],
            #""memberId":"100000000999","other":[{"place":"Remark","value":"x"}]"#
        ),
        (
            ["Medicaid_ID", "Remark"], ["100000000999", "\u{200B}x y\u{A0}"],
            #""memberId":"100000000999","other":[{"place":"Remark","value":"x y"}]"#
        ),
        (
            ["Medicaid_ID", "Remark"], ["100000000999", "\u{A0}\u{FEFF}"],
            #""memberId":"100000000999""#
        ),
        (
            ["Medicaid_ID"], ["100000000999", "", "y"],
            #""memberId":"100000000999","other":[{"place":"column 3","value":"y"}]"#
        ),
    ]

    @Test(arguments: assignment.indices)
    func cellsBecomeFields(_ index: Int) throws {
        let (columns, cells, json) = Self.assignment[index]
        let text = try Self.json("cp-assignment", columns, cells)
        #expect(text.replacing(#","bytes":[0,0]"#, with: "").withoutBytes == json)
    }

    /// Beside an end stands what is no day, as sent; an open end, in one form whatever its own.
    @Test(arguments: [
        ("20190701", #""end":"2019-07-01""#), ("22991231", #""end":null,"endSent":"22991231""#),
        ("12/31/9999", #""end":null,"endSent":"99991231""#),
        ("2299-12-31", #""end":null,"endSent":"22991231""#), ("soon", #""endSent":"soon""#),
    ])
    func ends(_ text: String, _ json: String) throws {
        let written = try Self.json("cp-enrollment", ["Disenrollment_Date"], [text])
        #expect(written == "\"enrollment\":{\(json)}")
    }

    /// What is no yes or no is kept, and never taken for no.
    @Test func aFlagOfAnotherWordIsKept() throws {
        let text = try Self.json("cp-assignment", ["DMH_Flag"], ["maybe"])
        #expect(text.contains(#"{"place":"DMH_Flag","value":"maybe""#))
        #expect(!text.contains("flags"))
    }

    /// The day of a row is none of the next one's, in the layout's own format and in another.
    @Test(arguments: [
        ("ed-ip-visits", ["Medicaid ID", "Admit Date", "Discharge Date"], "2019-0"),
        ("cp-assignment", ["Medicaid_ID", "Record_Update_Date", "Export_Date"], "20190"),
    ])
    func aDayIsForgotten(_ layout: String, _ columns: [String], _ start: String) throws {
        let dash = start.contains("-") ? "-" : ""
        let table = try SampleTable(layout, columns)
        var reading = RowReading()
        for (first, second, isBroken) in [
            ("\(start)1\(dash)02", "\(start)1\(dash)01", true), ("\(start)5\(dash)02", "", false),
            ("1/2/2019", "1/3/2019", false), ("5/2/2019", "", false),
        ] {
            let row = SampleRow(["100000000999", first, second])
            defer { withExtendedLifetime(row) {} }
            table.reader.read(row.row, &reading)
            let rules = reading.findings.map(\.rule.id.description)
            #expect(rules.contains("roster.date.order") == isBroken, "\(first)")
        }
    }

    /// One reading serves row after row, and nothing of one stays in the next.
    @Test func aRowForgetsTheOneBefore() throws {
        let table = try SampleTable(
            "cp-assignment", ["Medicaid_ID", "Member_Date_of_Birth", "Member_Name_Last"])
        var reading = RowReading()
        for cells in [["100000000999", "1/2/1980", "Sample"], ["", "", "Other"]] {
            let row = SampleRow(cells)
            defer { withExtendedLifetime(row) {} }
            table.reader.read(row.row, &reading)
            let record = table.reader.record(of: &reading)
            #expect(record.has(.memberId) == !cells[0].isEmpty)
            let member = record.object(.member, RosterMemberFields.self)
            #expect(member?.has(.birthDate) == !cells[1].isEmpty)
        }
    }
}

extension String {
    /// Without the bytes of values that no field holds.
    fileprivate var withoutBytes: String {
        replacing(/,"bytes":\[[0-9]+,[0-9]+\]/, with: "")
    }
}
