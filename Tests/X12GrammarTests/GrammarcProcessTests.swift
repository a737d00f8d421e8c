import Foundation
import Testing

/// The tool run as the build runs it.
struct GrammarcProcessTests {
    private let output = FileManager.default.temporaryDirectory
        .appending(path: "grammarc-\(UUID().uuidString).swift")

    @Test func aSoundGrammarIsWritten() throws {
        defer { try? FileManager.default.removeItem(at: output) }
        let result = try run(["--output", output.path] + sound)
        #expect(result.status == 0)
        #expect(result.messages == "")
        let source = try String(contentsOf: output, encoding: .utf8)
        #expect(source.contains("public enum ShippedGrammars"))
        #expect(source.contains("\"guide.grammar\""))
        #expect(source.contains("segment 0200 BB  \"First\" details"))
    }

    @Test func aWrongGrammarIsToldAndNothingIsWritten() throws {
        let wrong = Grammars.folder.appending(path: "WrongGrammars/usage.unknown.grammar").path
        let result = try run(["--output", output.path] + sound + [wrong])
        #expect(result.status == 1)
        #expect(
            result.messages
                == "\(wrong):6:27: error: two blanks end a name, and a usage is R, S or N:"
                + " \"X\" [grammar.usage.unknown]\n")
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test func layoutsAreCheckedAndWritten() throws {
        defer { try? FileManager.default.removeItem(at: output) }
        let folder = Grammars.folder.appending(path: "../TableGrammarTests").standardized
        let layouts = ["fields", "items"].map { folder.appending(path: "Sound/\($0).layout").path }
        #expect(try run(["--output", output.path] + sound + layouts).status == 0)
        let source = try String(contentsOf: output, encoding: .utf8)
        #expect(source.contains("public static let layouts"))
        #expect(source.contains("title  Items of a store"))
        let wrong = folder.appending(path: "WrongLayouts/usage.unknown.layout").path
        let result = try run(["--output", output.path] + sound + layouts + [wrong])
        #expect(result.status == 1)
        #expect(result.messages.hasPrefix("\(wrong):4:23: error: a usage is O, or R"))
    }

    @Test(
        arguments: [
            ([], 64, "usage: "), (["--nonsense"], 64, "usage: "),
            (["/nowhere/a.grammar"], 66, "/nowhere/a.grammar: error: cannot be read: "),
        ] as [([String], Int32, String)])
    func failures(_ arguments: [String], _ status: Int32, _ message: String) throws {
        let result = try run(arguments)
        #expect(result.status == status)
        #expect(result.messages.hasPrefix(message))
    }

    @Test func anOutputThatCannotBeWritten() throws {
        let result = try run(["--output", "/nowhere/a.swift"] + sound)
        #expect(result.status == 74)
        #expect(result.messages.hasPrefix("/nowhere/a.swift: error: cannot be written: "))
    }

    private var sound: [String] {
        ["dictionary", "guide", "profile"].map {
            Grammars.folder.appending(path: "Sound/\($0).grammar").path
        }
    }

    /// The tool stands beside the tests in the build folder.
    private func run(_ arguments: [String]) throws -> (status: Int32, messages: String) {
        let tests = try #require(Bundle.main.executableURL)
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appending(path: "grammarc")
        process.arguments = arguments
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let messages = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: messages, as: UTF8.self))
    }
}
