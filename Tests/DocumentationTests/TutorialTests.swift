import Foundation
import Testing

/// The steps of the tutorial compile, each as the program that a reader has then.
struct TutorialTests {
    private static let steps = (1...4).map { "ReadingAFile-\($0).swift" }

    @Test func theTutorialShowsTheSteps() throws {
        let resources = Documents.catalog.appending(path: "Resources")
        let files = try FileManager.default.contentsOfDirectory(atPath: resources.path)
        #expect(files.filter { $0.hasSuffix(".swift") }.sorted() == Self.steps)
        let tutorial = try String(
            contentsOf: Documents.catalog.appending(path: "ReadingAFile.tutorial"),
            encoding: .utf8)
        let shown = tutorial.matches(of: /file: "([^"]+)"/).map { String($0.1) }
        #expect(shown == Self.steps)
    }

    @Test(arguments: steps)
    func aStepCompiles(_ name: String) throws {
        let step = Documents.catalog.appending(path: "Resources/\(name)")
        let (status, output) = try Self.compile(step)
        #expect(status == 0, "\(output)")
    }

    /// The compiler finds something to say where there is something.
    @Test func aWrongStepDoesNot() throws {
        let wrong = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).swift")
        defer { try? FileManager.default.removeItem(at: wrong) }
        let text = "import Conversion\nlet file = try EnrollmentRecords(paths: \"a\")\n"
        try Data(text.utf8).write(to: wrong)
        let (status, output) = try Self.compile(wrong)
        #expect(status != 0 && output.contains("EnrollmentRecords"))
    }

    /// Checks a program against the modules that were built for these tests.
    private static func compile(_ file: URL) throws -> (status: Int32, output: String) {
        let tests = try #require(Bundle.main.executableURL)
        let built = tests.deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["swiftc", "-typecheck", "-swift-version", "6", file.path]
            + ["-I", built.appending(path: "Modules").path]
            + (try moduleMaps(built)).flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    /// Of the modules in C: those that were made for the build, and those beside their headers.
    private static func moduleMaps(_ built: URL) throws -> [String] {
        let folders = [
            built, Documents.root.appending(path: "Sources"),
            Documents.root.appending(path: ".build/checkouts/swift-system/Sources"),
        ]
        var found: [String] = []
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names.sorted() {
                for place in ["module.modulemap", "include/module.modulemap"] {
                    let map = folder.appending(path: "\(name)/\(place)").path
                    if FileManager.default.fileExists(atPath: map) { found.append(map) }
                }
            }
        }
        return found
    }
}
