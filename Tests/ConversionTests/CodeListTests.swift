import Foundation
import Testing

@testable import Conversion

/// Lists of codes in a folder, and what a conversion finds by them.
struct CodeListTests {
    /// A folder with these files, made into lists.
    private static func lists(_ files: [String: String]) throws -> CodeLists {
        let folder = FileManager.default.temporaryDirectory.appending(path: "codes-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return try CodeLists(folder: folder.path)
    }

    /// Lists, and what is found in a claim of Z0000, G9005 and 2025-07-01.
    @Test(
        arguments: [
            (["icd10cm.txt": "Z0000\n", "hcpcs.txt": "G9005\n"], [], ["icd10cm", "hcpcs"]),
            (["icd10cm.txt": "Z00.00\r\n"], [], ["icd10cm"]),
            (["icd10cm.txt": "Z0001\n"], ["claim.code.unknown"], ["icd10cm"]),
            (["hcpcs.txt": "G9004\n"], ["claim.code.unknown"], ["hcpcs"]),
            (["hcpcs.txt": "T2024\n"], ["claim.code.unknown"], ["hcpcs"]),
            (["hcpcs.txt": "G9005\t20250701\n"], [], ["hcpcs"]),
            (["hcpcs.txt": "G9005\t2025-07-02\n"], ["claim.code.not-in-use"], ["hcpcs"]),
            (["hcpcs.txt": "G9005\t\t20250630\n"], ["claim.code.not-in-use"], ["hcpcs"]),
            (["hcpcs.txt": "G9005\t\t20200101\nG9005\t20250101\n"], [], ["hcpcs"]),
            (
                ["icd10pcs.txt": "0016070\n", "taxonomy.txt": "207Q00000X\n"], [],
                ["icd10pcs", "taxonomy"]
            ),
        ] as [([String: String], [String], [String])])
    func codesAreLookedUp(
        _ files: [String: String], _ found: [String], _ given: [String]
    ) throws {
        let outcome = try Trial(profile: .none, codes: Self.lists(files))(PartnerClaimText().text)
        #expect(outcome.rules == found)
        #expect(outcome.file.codeLists?.given == given)
        let missing = ["icd10cm", "icd10pcs", "hcpcs", "taxonomy"].filter { !given.contains($0) }
        #expect(outcome.file.codeLists?.missing == missing)
        #expect(outcome.report.contains("without a list: " + missing.joined(separator: ", ")))
        #expect(outcome.records.count == (found.isEmpty ? 1 : 0))
    }

    @Test func whatWasNotGivenIsTold() throws {
        let outcome = try Trial()(PartnerClaimText().text)
        #expect(outcome.report.contains("without a list: icd10cm, icd10pcs, hcpcs, taxonomy"))
        #expect(try Trial()(MassHealthText().text).file.codeLists == nil)
        let all = ["icd10cm": "Z0000", "icd10pcs": "0016070", "hcpcs": "G9005", "taxonomy": "1"]
        let files = Dictionary(uniqueKeysWithValues: all.map { ($0.key + ".txt", $0.value) })
        let given = try Trial(codes: Self.lists(files))(PartnerClaimText().text)
        #expect(!given.report.contains("without a list"))
    }

    @Test(arguments: [
        (["icd10cm.txt": "Z0000\nA B\n"], "icd10cm.txt:2: a code is one to ten letters and digits"),
        (["hcpcs.txt": ""], "hcpcs.txt: a list of codes has codes"),
        (["other.txt": "A"], "it has none of"),
    ])
    func aWrongListIsRefused(_ files: [String: String], _ message: String) throws {
        let error = #expect(throws: ConversionFailure.self) { try Self.lists(files) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.exitStatus == 64)
    }

    @Test func aFolderThatIsNotThereIsSaid() {
        let error = #expect(throws: ConversionFailure.self) {
            try CodeLists(folder: "/no/such/folder")
        }
        #expect(error?.exitStatus == 66)
    }
}
