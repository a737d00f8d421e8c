import Foundation
import Testing

/// Standard input, output and error.
struct StreamTests {
    @Test func standardOutputHoldsRecordsAlone() throws {
        let result = try Command.run(["convert", "-"], input: Data(Sample.dirty.utf8))
        #expect(result.status == 1)
        #expect(result.lines.count == 1)
        for line in result.lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["recordType"] as? String == "enrollment")
        }
        #expect(result.errors.contains("error: "))
        #expect(result.errors.contains("[x12.segment.unknown]"))
        #expect(result.errors.contains("(standard input): 834 005010X220A1, 1 record accepted"))
        #expect(result.errors.contains("--rejects PATH"))
    }

    @Test(arguments: [1, 7, 105, 4096])
    func piecesOfAnySize(_ size: Int) throws {
        let input = Data((Sample.plain + Sample.dirty.replacing("~", with: "\n")).utf8)
        let whole = try Command.run(["convert", "-"], input: input)
        let pieces = try Command.run(["convert", "-"], input: input, pieces: size)
        #expect(pieces.output == whole.output)
        #expect(pieces.errors == whole.errors)
        #expect(pieces.status == whole.status)
        #expect(whole.lines.count == 3)
    }

    @Test func aPipeAndAFileGiveTheSame() throws {
        let folder = try Folder()
        let bytes = try Command.run(
            ["generate", "834", "--records", "1200", "--defects", "0.2"]
        ).output
        try bytes.write(to: folder["file"])
        let outputs = ["--findings", "findings", "--rejects", "rejects"]
        let file = try Command.run(["convert", "file"] + outputs, in: folder)
        let before = try folder.read("findings") + folder.read("rejects")
        let pipe = try Command.run(
            ["convert", "-"] + outputs, in: folder, input: bytes, pieces: 5003)
        let after = try folder.read("findings") + folder.read("rejects")
        func renamed(_ text: String) -> String {
            text.replacing("\"file\":\"(standard input)\"", with: "\"file\":\"file\"")
                .replacing("(standard input):", with: "file:")
        }
        #expect(file.status == 1)
        #expect(
            renamed(String(decoding: pipe.output, as: UTF8.self)).utf8.elementsEqual(file.output))
        #expect(renamed(pipe.errors) == file.errors)
        #expect(renamed(after) == before)
    }

    @Test func twiceGivesTheSame() throws {
        let arguments = ["generate", "834", "--records", "200", "--defects", "0.3", "--seed", "7"]
        let bytes = try Command.run(arguments).output
        #expect(try Command.run(arguments).output == bytes)
        let first = try Command.run(["convert", "-", "--jobs", "1"], input: bytes)
        let second = try Command.run(["convert", "-", "--jobs", "4"], input: bytes)
        #expect(first.output == second.output)
        #expect(first.errors == second.errors)
    }

    /// As with `| head`: the reader goes away, and nobody is left to be told.
    @Test(arguments: [["convert", "big"], ["generate", "834", "--records", "3000"]])
    func aClosedPipeIsQuiet(_ arguments: [String]) throws {
        let folder = try Folder()
        try Command.run(["generate", "834", "--records", "3000"]).output.write(to: folder["big"])
        let process = Process()
        process.executableURL = try Command.executable
        process.currentDirectoryURL = folder.url
        process.arguments = arguments + (arguments[0] == "convert" ? ["--rejects", "rejects"] : [])
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        _ = try output.fileHandleForReading.read(upToCount: 10)
        try output.fileHandleForReading.close()
        let told = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 74)
        #expect(told.isEmpty)
        #expect(try folder.names == ["big"], "no half file stays")
    }
}
