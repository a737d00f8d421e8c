import ShippedGrammars
import TableGrammar

@testable import TableSyntax

/// Rosters as text and as workbooks, by the columns of a layout.
enum TableText {
    /// The names of the columns of the assignment file.
    static let header =
        LayoutLibrary.shipped.layout(named: "cp-assignment")?
        .tables[0].columns.map(\.name) ?? []

    private static let values = [
        "Medicaid_ID": "100000000999", "Member_Name_Last": "Sample", "Member_Name_First": "Ann",
        "Member_Date_of_Birth": "19800102", "Member_Sex": "F",
        "ACO_MCO_Name": "Sample ACO", "ACO_MCO_PID": "110999999", "ACO_MCO_SL": "110999999A",
        "Member_CP_Assignment_Plan": "BHCP", "CP_Name_Official": "Sample CP",
        "CP_PID": "110999998", "CP_SL": "110999998B", "Enrollment_Start_Date": "20180701",
        "Start_Reason_Desc": "MH-Identified", "Residential_Address_Line_1": "1 Main St",
        "Residential_Address_Line_2": "Apt 2", "Residential_Address_City": "Boston",
        "Residential_Address_State": "MA", "Residential_Address_ZipCode_1": "02118",
        "Phone_Number_Day": "6175550100", "Primary_Language_Spoken_Desc": "English",
        "DMH_Flag": "Y", "DDS_Flag": "N", "ED_Visits": "3", "Record_Status": "A",
        "Record_Update_Date": "20180615", "Export_Date": "20180616",
    ]

    /// The cells of a row without an error, but for what is changed.
    static func cells(_ changes: [String: String] = [:]) -> [String] {
        header.map { changes[$0] ?? values[$0] ?? "" }
    }

    /// A row as a line.
    static func row(_ changes: [String: String] = [:]) -> String {
        cells(changes).map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
    }

    /// A row of its own member, so that no two are alike.
    static func member(_ number: Int) -> String {
        row([
            "Medicaid_ID": "1000000\(10_000 + number)", "Member_Name_Last": "Sample\(number)",
        ])
    }

    static var headerLine: String { header.joined(separator: ",") + "\n" }

    /// A workbook of sheets with a name and rows; a text beginning with # is a number.
    static func workbook(_ sheets: (name: String, rows: [[String]])...) throws -> [UInt8] {
        try workbook(of: sheets)
    }

    static func workbook(of sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
        var book = try WorkbookWriter(
            BookMemory(), sheets: sheets.map(\.name), method: .deflated)
        for sheet in sheets {
            try book.beginSheet()
            for row in sheet.rows {
                try book.row(
                    row.map { text in
                        text.isEmpty
                            ? .empty
                            : text.hasPrefix("#") ? .number(String(text.dropFirst())) : .text(text)
                    })
            }
        }
        return try book.finish().bytes
    }

    /// The rows of a sheet as XML, each beginning at a number; texts stand in their cells.
    static func sheetRows(_ rows: [(number: Int, cells: [String])]) -> String {
        rows.map { row in
            "<row r=\"\(row.number)\">" + row.cells.map(cell).joined() + "</row>"
        }
        .joined()
    }

    /// A cell as XML; a text that begins with < is one already.
    static func cell(_ text: String) -> String {
        if text.isEmpty { return "<c/>" }
        return text.hasPrefix("<")
            ? text : "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
    }
}
