import Foundation
import Testing

@testable import Conversion

/// The lists that `scripts/codes` makes of the files that are published.
struct CodesScriptTests {
    private static let script = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "scripts/codes").path

    /// A line of the order file of ICD-10: columns 7 to 13 the code, 15 whether it may be billed.
    private static func order(_ code: String, isBillable: Bool) -> String {
        "00001 " + code.padding(toLength: 7, withPad: " ", startingAt: 0)
            + (isBillable ? " 1 " : " 0 ") + "Short text\n"
    }

    /// A line of the HCPCS file: columns 1 to 5 the code, 11 the kind of record, 269 to 276 the first
    /// day, 285 to 292 the last.
    private static func hcpcs(
        _ code: String, kind: String = "3", first: String = "20240101", last: String = ""
    ) -> String {
        var line = Array(String(repeating: " ", count: 320))
        for (column, text) in [
            (1, code), (6, "00100"), (11, kind), (269, first), (277, "20250101"), (285, last),
        ] {
            line.replaceSubrange(column - 1..<column - 1 + text.count, with: text)
        }
        return String(line) + "\n"
    }

    /// Files, and the lines of the lists without their heads.
    @Test(
        arguments: [
            (
                [
                    "icd10cm_order_2025.txt": order("A00", isBillable: false)
                        + order("A000", isBillable: true)
                        + order("S72001A", isBillable: true)
                ],
                ["icd10cm": ["A000", "S72001A"]]
            ),
            // A fiscal year is from October to September; at both ends of what is given nothing is known.
            (
                [
                    "icd10cm_codes_2024.txt": "A000 text\nB000 text\n",
                    "icd10cm_codes_2025.txt": "A000 text\nC000 text\n",
                ],
                ["icd10cm": ["A000", "B000\t\t20240930", "C000\t20241001"]]
            ),
            (
                [
                    "icd10pcs_codes_2023.txt": "0016070 text\n",
                    "icd10pcs_codes_2024.txt": "0016071 text\n",
                    "icd10pcs_codes_2025.txt": "0016070 text\n",
                ],
                [
                    "icd10pcs": [
                        "0016070\t\t20230930", "0016070\t20241001", "0016071\t20231001\t20240930",
                    ]
                ]
            ),
            // Codes of CDT and CPT, modifiers and lines that go on are left out.
            (
                [
                    "HCPC2025_JUL_ANWEB.txt": hcpcs("G9005") + hcpcs("T2024", last: "20250630")
                        + hcpcs("D0120")
                        + hcpcs("99213") + hcpcs("G9006", kind: "4") + hcpcs("U1", kind: "7")
                        + hcpcs("A0021", first: "")
                ],
                ["hcpcs": ["A0021", "G9005\t20240101", "T2024\t20240101\t20250630"]]
            ),
            (
                [
                    "nucc_taxonomy_250.csv":
                        "\u{FEFF}Code,Grouping,Notes\n207Q00000X,G,\"a, b\"\nshort,G,\n"
                ],
                ["taxonomy": ["207Q00000X"]]
            ),
        ] as [([String: String], [String: [String]])])
    func listsAreMade(_ files: [String: String], _ lists: [String: [String]]) throws {
        try withFolder { folder in
            let made = folder.appending(path: "lists")
            let run = try codes(files, in: folder, into: made)
            #expect(run == 0)
            for (name, lines) in lists {
                let text = try String(
                    contentsOf: made.appending(path: "\(name).txt"), encoding: .utf8)
                let body = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
                #expect(body.map(String.init) == lines)
            }
            _ = try CodeLists(folder: made.path)
        }
    }

    /// As it was downloaded; the rest of the archive is passed over.
    @Test func archivesAreOpened() throws {
        try withFolder { folder in
            let files = [
                "icd10cm_codes_2025.txt": "A000 text\n",
                "icd10cm_codes_addenda_2025.txt": "B000 x\n",
            ]
            for (name, text) in files {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            let archive = folder.appending(path: "download.zip").path
            let paths = files.keys.sorted().map { folder.appending(path: $0).path }
            let zipped = try python(["-m", "zipfile", "-c", archive] + paths)
            #expect(zipped == 0)
            let made = folder.appending(path: "lists")
            let run = try python([Self.script, made.path, archive])
            #expect(run == 0)
            let text = try String(contentsOf: made.appending(path: "icd10cm.txt"), encoding: .utf8)
            #expect(text.split(separator: "\n").filter { !$0.hasPrefix("#") } == ["A000"])
        }
    }

    @Test(arguments: [
        ["other.txt": "A000\n"], ["icd10cm_codes.txt": "A000\n"], ["nucc_250.csv": "Code\nshort\n"],
        ["HCPC2025_JUL_ANWEB.txt": hcpcs("99213")], [:],
    ])
    func whatIsNoListIsRefused(_ files: [String: String]) throws {
        try withFolder { folder in
            let run = try codes(files, in: folder, into: folder.appending(path: "lists"))
            #expect(run == 64)
        }
    }

    // MARK: Running

    private func codes(_ files: [String: String], in folder: URL, into made: URL) throws -> Int32 {
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let paths = files.keys.sorted().map { folder.appending(path: $0).path }
        return try python([Self.script, made.path] + paths)
    }

    private func python(_ words: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "codes-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
