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

    private static func compile(_ file: URL) throws -> (status: Int32, output: String) {
        try Tools.run(
            ["swiftc", "-typecheck", "-swift-version", "6", file.path] + Tools.modules())
    }
}
