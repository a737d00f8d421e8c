import CareModel
import Conversion
import Diagnostics
import Foundation
import Testing

/// Rosters as values, from paths, memory and chunks.
struct RosterEntriesTests {
    static let text =
        TableText.headerLine + TableText.member(1) + TableText.row(["Medicaid_ID": "12"])
        + "Total,2\n" + TableText.member(2)

    @Test func entriesComeInTheOrderOfTheRows() throws {
        let records = RosterEntries(Array(Self.text.utf8), name: "a.csv")
        let all = Array(records)
        #expect(
            all.map { $0.entry.memberID?.text.string } == ["100000010001", "12", "100000010002"])
        #expect(all.map(\.isAccepted) == [true, false, true])
        #expect(all.map(\.source.row) == [2, 3, 5])
        #expect(all[0].entry.layout == "cp-assignment")
        #expect(records.unreadable.count == 1)
        #expect(records.report.isBalanced && records.report.isComplete)
        #expect(records.report.rows?.accepted == 2)
        #expect(records.report.rows?.setAside == 2)
        #expect(records.report.guide == "cp-assignment")
        #expect(!records.report.isClean)
    }

    @Test func anEntrySaysWhatItsRowSays() throws {
        let row = TableText.row(["Enrollment_Start_Date": "2018-07-01", "Email": "a@example.org"])
        let record = try #require(
            RosterEntries(Array((TableText.headerLine + row).utf8), name: "a.csv").next())
        let entry = record.entry
        #expect(entry.member.name.last?.string == "Sample")
        #expect(entry.member.birthDate?.value?.number == 19_800_102)
        #expect(entry.member.sex?.label?.description == "female")
        #expect(entry.member.email?.string == "a@example.org")
        #expect(entry.member.residence?.lines.map(\.string) == ["1 Main St", "Apt 2"])
        #expect(entry.member.residence?.postalCode?.string == "02118")
        #expect(entry.aco?.pidsl?.string == "110999999A")
        #expect(entry.communityPartner?.name?.string == "Sample CP")
        #expect(entry.enrollment?.start?.value?.number == 20_180_701)
        #expect(entry.flags?.dmh == true)
        #expect(entry.flags?.dds == false)
        #expect(entry.flags?.eoea == nil)
        #expect(entry.statistics?.edVisits?.value?.units == 3)
        #expect(entry.row?.status?.label?.description == "active")
        #expect(entry.outreach == nil)
    }

    /// Pieces of any size make the same records, in text and in workbooks.
    @Test(arguments: [1, 7, 4096, 1 << 20])
    func chunksMakeNoDifference(_ size: Int) throws {
        let book = try WorkbookFileTests.book()
        for (bytes, count) in [(Array(Self.text.utf8), 3), (book, 1)] {
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                bytes[$0..<min($0 + size, bytes.count)]
            }
            let records = RosterEntries(chunks: chunks, name: "a")
            #expect(Array(records).count == count)
            #expect(records.report.isBalanced && records.report.isComplete)
        }
    }

    @Test(arguments: [1000, 100_000])
    func entriesComeAsBytesArrive(_ size: Int) async throws {
        let text = TableText.headerLine + (1...900).map(TableText.member).joined()
        let book = try TableText.workbook(
            ("A", [TableText.header] + (1...9).map { _ in TableText.cells() }))
        for (bytes, count) in [(Array(text.utf8), 900), (book, 9)] {
            let body = AsyncStream<[UInt8]> { stream in
                for start in stride(from: 0, to: bytes.count, by: size) {
                    stream.yield(Array(bytes[start..<min(start + size, bytes.count)]))
                }
                stream.finish()
            }
            let records = AsyncRosterEntries(body, name: "a")
            var found = 0
            for try await _ in records { found += 1 }
            #expect(found == count)
            #expect(records.report.isBalanced && records.report.isComplete)
        }
    }

    @Test func whatIsNoRosterIsSaid() async throws {
        let records = RosterEntries(Array("Color,Size\nred,1\n".utf8), name: "a")
        #expect(records.next() == nil)
        #expect(records.report.failure != nil)
        let body = AsyncStream<[UInt8]> { stream in
            stream.yield(Array("ISA*".utf8))
            stream.finish()
        }
        await #expect(throws: ConversionFailure.self) {
            for try await _ in AsyncRosterEntries(body, name: "a") {}
        }
    }

    @Test func aFileIsReadFromItsPath() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "turnpike-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let book = try WorkbookFileTests.book()
        for (bytes, name) in [(Array(Self.text.utf8), "a.csv"), (book, "a.xlsx")] {
            let path = folder.appending(path: name)
            try Data(bytes).write(to: path)
            let records = try RosterEntries(path: path.path)
            #expect(!Array(records).isEmpty)
            #expect(records.report.isBalanced && records.report.isComplete)
        }
        #expect(throws: ConversionFailure.self) {
            try RosterEntries(path: folder.appending(path: "none.csv").path)
        }
    }
}
