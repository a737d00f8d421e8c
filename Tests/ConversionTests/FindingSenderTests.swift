import Foundation
import TableGrammar
import Testing

@testable import Conversion

/// Who sent what findings speak of, on the page of a run.
struct FindingSenderTests {
    /// A file's name, its layout, and whom that name says; nobody, where there is none.
    static let names: [(file: String, layout: String, sender: String?)] = [
        ("CP_BHCHP-CP_MH_STATUSOUTREACH_FULL_20180718.XLSX", "cp-status-outreach", "BHCHP-CP"),
        ("in/CP_A_STATUSOUTREACH_FULL_20180718.csv.gz", "cp-status-outreach", "A"),
        ("ACO_HNE_BAY_MH_SUMMARY_FULL_20180718.XLSX", "summary", "HNE_BAY"),
        ("110999999B_MH_SUMMARY_FULL_20180718.XLSX", "summary", "110999999B"),
        ("THPP-CHA_ML_R1_QE20200331.xlsm", "flexible-services", "THPP-CHA"),
        ("110999999B_ASSIGNMENT_FULL.xlsx", "cp-assignment", "110999999B"),
        ("MH_X_ASSIGNMENT_FULL.csv", "cp-assignment", "MassHealth (MH)"),
        // Named after the ACO to which a CP sends it.
        ("HNE_ENROLLDISENROLL_CHG_20180718.xlsx", "cp-enrollment", nil),
        ("HNE_SUMMARY_ENROLLDISENROLL_CHG_20180718.xlsx", "summary", nil),
        ("CP_A_notes.csv", "cp-status-outreach", nil),
        ("ASSIGNMENT_FULL.csv", "cp-assignment", nil),
        ("Doe_Jane_ASSIGNMENT_FULL.csv", "cp-assignment", nil),
        ("Doe_Jane_member_roster.csv", "member-roster", nil),
        ("_MH_SUMMARY_FULL_20180718.XLSX", "summary", nil),
    ]

    @Test(arguments: names.indices) func aNameOfAFileSaysWhoSentIt(_ index: Int) throws {
        let (file, layout, sender) = Self.names[index]
        let shipped = try #require(LayoutLibrary.shipped.layout(named: layout))
        #expect(
            FindingSender(ofTable: file, shipped).known == sender ?? "Unknown sender of \(file)")
    }

    /// The page of files that lie in one folder.
    private func page(
        _ files: [(name: String, bytes: [UInt8])], jobs: Int = 1, showsValues: Bool = false
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID())")
        let inputs = folder.appending(path: "in")
        try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files { try Data(file.bytes).write(to: inputs.appending(path: file.name)) }
        var options = ConversionOptions()
        options.jobs = jobs
        options.showsValues = showsValues
        options.writesRecords = false
        options.documentPartSize = 64
        var destinations = Converter.Destinations()
        destinations.report = .html(folder.appending(path: "page").path)
        _ = Converter(options: options, destinations: destinations).run([inputs.path])
        let text = try String(contentsOf: folder.appending(path: "page"), encoding: .utf8)
        return text.replacing(inputs.path + "/", with: "")
    }

    private func senders(_ page: String) -> [String] {
        page.components(separatedBy: "<h3>").dropFirst()
            .map { $0.components(separatedBy: "</h3>")[0] }
    }

    private static let summary = """
        Sender,Sent_Row_Num,Sent_Column_Num,Sent_Export_Time_Stamp,Receiver,Received_Row_Num,\
        Received_Column_Num,Received_Export_Time_Stamp
        QZMK-CP,many,21,20250701,HLHP,,,
        MH,many,21,20250701,HLHP,,,
        ,many,21,20250701,HLHP,,,
        QZMK-CP,many,21,20250701,HLHP,,,

        """

    /// What stands in a cell or an element is shown where values are.
    @Test(arguments: [(true, "QZMK-CP"), (false, "Sender ")])
    func aRowOfASummaryNamesItsSender(_ showsValues: Bool, _ name: String) throws {
        let page = try page([("a.csv", Array(Self.summary.utf8))], showsValues: showsValues)
        let shown = senders(page)
        #expect(shown.count == 3 && shown.contains("MassHealth (MH)"), "\(shown)")
        #expect(shown.contains { $0.hasPrefix(name) }, "\(shown)")
        #expect(shown.contains("Unknown sender of a.csv"), "\(shown)")
        #expect(page.contains("QZMK") == showsValues)
    }

    /// What a summary says otherwise of a roster is told last, and listed with the summary.
    @Test func whatIsToldLateIsListed() throws {
        let roster = Array((TableText.headerLine + TableText.row()).utf8)
        let summary = Self.summary.replacing("many", with: "7")
        let page = try page([
            ("A_ASSIGNMENT_FULL.csv", roster), ("A_SUMMARY_FULL.csv", Array(summary.utf8)),
            ("B_ASSIGNMENT_FULL.csv", roster),
        ])
        let pieces = page.components(separatedBy: "class=\"rows\">").dropFirst()
            .map { $0.components(separatedBy: "</script>")[0] }
        #expect(pieces.last?.hasPrefix("{\"file\":1,") == true)
        #expect(page.contains("1 rows, as counted in the roster, not 7"))
        let tables = page.components(separatedBy: "id=\"tables\">")[1]
            .components(separatedBy: "</script>")[0]
        let count = try pieces.reduce(0) { try $0 + (Self.array("rows", $1).count) }
        #expect(try Self.number("listed", tables) * 12 == count)
        #expect(senders(page).contains("MassHealth (MH)"))
    }

    /// What follows an archive is told of its first member that is no workbook.
    @Test func whatFollowsAnArchiveIsTold() throws {
        let book = try TableText.workbook(("A", [TableText.header, TableText.cells()]))
        let text = Array(EnrollmentText.plain.utf8)
        let zip = ZipBuilding([.init("a.xlsx", book), .init("b.834", text)]).bytes + [0x0A]
        #expect(try page([("a.zip", zip)]).contains("input.archive.trailing"))
    }

    private static func array(_ key: String, _ text: String) throws -> [Any] {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(object?[key] as? [Any])
    }

    private static func number(_ key: String, _ text: String) throws -> Int {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(object?[key] as? Int)
    }

    @Test(arguments: [(true, "110000000A"), (false, "Sender ")])
    func aReferralComesFromAnOrganization(_ showsValues: Bool, _ name: String) throws {
        let file = try #require(SampleFiles.referrals.first { $0.name == "turnpike-defects.xml" })
        let page = try page([file], showsValues: showsValues)
        let shown = senders(page)
        #expect(shown.count { $0.hasPrefix(name) } == (showsValues ? 1 : 2), "\(shown)")
        #expect(shown.contains("Unknown sender of turnpike-defects.xml"), "\(shown)")
        #expect(shown.contains("Example ACO") == showsValues)
    }

    @Test func thePageIsTheSameWithAnyNumberOfJobs() throws {
        let files = SampleFiles.referrals + SampleFiles.rosters
        let alone = try page(files)
        for jobs in [2, 3] { #expect(try page(files, jobs: jobs) == alone, "\(jobs)") }
        #expect(senders(alone).count > 3)
    }
}
