import Testing

@testable import Rosters

/// Words of rows that add up others, and texts that are none.
struct TotalWordsTests {
    @Test(arguments: [
        "Total", "TOTAL:", "Totals", "Total:12", "Total=2", "Grand Total", "Sub-total", "Sum",
        "Count",
        "Total Members: 2", "Total rows: 2", "Total Records 2", "Row count: 2", "Record Count",
        "record_count", "Number of rows: 2", "No. of members", "Total number of records = 1,005",
        "Members total", "Total (rows)", "Count of all records in file",
    ])
    func totals(_ text: String) { #expect(isTotal(text)) }

    @Test(arguments: [
        "", "2", "Rows", "Members", "Number", "No", "Sumner", "Total Care Inc", "Countway",
        "Total Health", "Sum Ming", "All records", "Members of the total population", "Total?",
        "A total", "Total\u{E9}",
    ])
    func others(_ text: String) { #expect(!isTotal(text)) }

    private func isTotal(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { TotalWords.areAll($0) }
    }
}
