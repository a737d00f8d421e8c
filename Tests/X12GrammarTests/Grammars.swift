import Foundation

@testable import X12Grammar

/// The grammar files beside the tests.
enum Grammars {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static func file(_ path: String) throws -> GrammarFile {
        let data = try Data(contentsOf: folder.appending(path: path))
        return GrammarFile(path: path, bytes: [UInt8](data))
    }

    /// A dictionary and a guide without a problem, and whatever a test adds.
    static func library(adding files: GrammarFile...) throws -> GrammarLibrary {
        let sound = try ["dictionary", "guide", "profile"].map { try file("Sound/\($0).grammar") }
        return GrammarLibrary(sound + files)
    }

    /// A guide of one record loop, `1000`, with these lines in it.
    static func guide(_ lines: String) throws -> Guide {
        let text = """
            guide 005010X999  transaction 999  group ZZ  dictionary test
            loop 1000  Record  R  >1  record
            \(lines)
            """
        let library = try library(adding: GrammarFile(path: "new.grammar", text: text))
        guard let guide = try library.guide(named: "005010X999") else { throw Missing() }
        return guide
    }

    struct Missing: Error {}
}
