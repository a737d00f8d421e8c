import Foundation
import Testing

/// Rosters in text become records, with their books.
struct TableFileTests {
    @Test func aRowIsARecord() throws {
        let outcome = try TableTrial()(
            TableText.headerLine + TableText.row(), name: "ASSIGNMENT_FULL.csv")
        #expect(outcome.status == 0, "\(outcome.report)")
        #expect(outcome.layout == "cp-assignment")
        let record = try #require(outcome.records.first)
        #expect(record["recordType"] as? String == "rosterEntry")
        #expect(record["memberId"] as? String == "100000000999")
        #expect(record["layout"] as? String == "cp-assignment")
        #expect(record["birthDate"] as? String == "1980-01-02")
        #expect((record["name"] as? [String: String]) == ["last": "Sample", "first": "Ann"])
        #expect((record["sex"] as? [String: String]) == ["code": "F", "label": "female"])
        let residence = try #require(record["residence"] as? [String: Any])
        #expect(residence["lines"] as? [String] == ["1 Main St", "Apt 2"])
        #expect(residence["postalCode"] as? String == "02118")
        #expect((record["flags"] as? [String: Bool]) == ["dmh": true, "dds": false])
        #expect((record["statistics"] as? [String: Int]) == ["edVisits": 3])
        let source = try #require(record["source"] as? [String: Any])
        let start = TableText.headerLine.utf8.count
        #expect(source["row"] as? Int == 2)
        #expect(source["bytes"] as? [Int] == [start, start + TableText.row().utf8.count])
        #expect(outcome.isBalanced)
        #expect(outcome.books("rows") == [2, 1, 1, 0, 0])
    }

    /// However the same rows are written, the same members come out.
    @Test(
        arguments: [
            ("commas", { $0 }),
            ("semicolons", { $0.replacingOccurrences(of: ",", with: ";") }),
            ("tabs", { $0.replacingOccurrences(of: ",", with: "\t") }),
            ("pipes", { $0.replacingOccurrences(of: ",", with: "|") }),
            ("line ends of Windows", { $0.replacingOccurrences(of: "\n", with: "\r\n") }),
            ("a mark", { "\u{FEFF}" + $0 }),
            ("no line end at the end", { String($0.dropLast()) }),
            (
                "small letters",
                {
                    $0.replacingOccurrences(
                        of: TableText.headerLine, with: TableText.headerLine.lowercased())
                }
            ),
            ("blanks for underscores", { $0.replacingOccurrences(of: "_", with: " ") }),
            ("the delimiter named", { "sep=,\n" + $0 }),
        ] as [(String, @Sendable (String) -> String)])
    func formsOfText(_ name: String, _ change: @Sendable (String) -> String) throws {
        let text = TableText.headerLine + (1...3).map(TableText.member).joined()
        let outcome = try TableTrial()(change(text))
        #expect(
            outcome.memberIDs == ["100000010001", "100000010002", "100000010003"],
            "\(name): \(outcome.report)")
        #expect(outcome.isBalanced, "\(name)")
        #expect(outcome.books("rows") == [4, 1, 3, 0, 0], "\(name)")
        #expect(outcome.books("bytes")[0] == change(text).utf8.count, "\(name)")
    }

    @Test func utf16IsReadToo() throws {
        let text = TableText.headerLine + TableText.row(["Member_Name_Last": "Núñez"])
        let bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let outcome = try TableTrial()(bytes)
        #expect(outcome.memberIDs == ["100000000999"])
        #expect((outcome.records.first?["name"] as? [String: String])?["last"] == "Núñez")
        #expect(outcome.isBalanced)
        #expect(outcome.books("bytes")[0] == bytes.count)
        #expect(outcome.rules.contains("table.text.encoding"))
    }

    /// A header in any order maps all the same.
    @Test func columnsComeInAnyOrder() throws {
        let order = TableText.header.indices.reversed()
        let header = order.map { TableText.header[$0] }.joined(separator: ",")
        let row = order.map { TableText.cells()[$0] }.joined(separator: ",")
        let plain = try TableTrial()(TableText.headerLine + TableText.row())
        let turned = try TableTrial()("\(header)\n\(row)\n")
        let without = { (record: [String: Any]) in
            NSDictionary(dictionary: record.filter { $0.key != "source" })
        }
        #expect(turned.records.map(without) == plain.records.map(without))
    }

    @Test func whatTheLayoutDoesNotHaveIsKept() throws {
        let header = TableText.headerLine.dropLast() + ",Remark,\n"
        let row = TableText.row().dropLast() + ",see note,9\n"
        let outcome = try TableTrial()(String(header + row))
        let other = outcome.records.first?["other"] as? [[String: Any]]
        #expect(other?.map { $0["place"] as? String } == ["Remark", "column 51"])
        #expect(other?.map { $0["value"] as? String } == ["see note", "9"])
        #expect(outcome.file["otherValues"] as? Int == 2)
        #expect(outcome.rules.contains("roster.column.unknown"))
    }

    @Test func anErrorSetsARowAsideWithItsFindings() throws {
        let text =
            TableText.headerLine + TableText.member(1) + TableText.row(["Medicaid_ID": "12"])
        let outcome = try TableTrial()(text)
        #expect(outcome.status == 1)
        #expect(outcome.memberIDs == ["100000010001"])
        #expect(outcome.rejects.first?["memberId"] as? String == "12")
        #expect(outcome.rejects.first?["findings"] != nil)
        #expect(outcome.books("rows") == [3, 1, 1, 1, 0])
        let kept = try TableTrial { $0.errorHandling = .keep }(text)
        #expect(kept.memberIDs == ["100000010001", "12"])
    }

    @Test func theFirstErrorStopsWhereItShould() throws {
        let bad = TableText.row(["Medicaid_ID": "12"])
        let text = TableText.headerLine + TableText.member(1) + bad + TableText.member(2)
        let outcome = try TableTrial { $0.errorHandling = .stop }(text)
        #expect(outcome.memberIDs == ["100000010001"])
        #expect(outcome.file["stopped"] as? Bool == true)
        #expect(outcome.isBalanced)
        #expect(outcome.books("rows") == [3, 1, 1, 1, 0])
    }

    /// Blocks of a quarter of a megabyte are no seams.
    @Test func manyRowsAreRead() throws {
        let text = TableText.headerLine + (1...3000).map(TableText.member).joined()
        let outcome = try TableTrial()(text)
        #expect(outcome.records.count == 3000)
        #expect(Set(outcome.memberIDs).count == 3000)
        #expect(outcome.isBalanced)
        #expect(outcome.books("rows") == [3001, 1, 3000, 0, 0])
    }
}
