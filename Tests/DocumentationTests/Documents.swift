import Foundation

/// The documents, and the examples that they are held to.
enum Documents {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let catalog = root.appending(path: "Sources/Conversion/Conversion.docc")

    /// The documents that show Swift, by their paths.
    static let names = [
        "README.md", "Sources/Conversion/Conversion.docc/ReadingEnrollments.md",
    ]

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The blocks of Swift in a document, without imports, and without what belongs in a manifest.
    static func blocks(of document: String) -> [String] {
        document.components(separatedBy: "```swift\n").dropFirst().compactMap { rest in
            let block = rest.components(separatedBy: "```")[0]
            guard !block.hasPrefix(".package(") else { return nil }
            return code(block.components(separatedBy: "\n").filter { !$0.hasPrefix("import ") })
        }
    }

    /// What lies between `// snippet` and `// end` in the file of the examples.
    static func snippets() throws -> [String] {
        let text = try text("Tests/DocumentationTests/Snippets.swift")
        return text.components(separatedBy: "// snippet\n").dropFirst().map { rest in
            code(rest.components(separatedBy: "// end")[0].components(separatedBy: "\n"))
        }
    }

    /// The modules that a document imports.
    static func imports(of document: String) -> Set<String> {
        Set(document.matches(of: /(?m)^import (\w+)$/).map { String($0.1) })
    }

    /// Without the blank lines around it and the blanks before all of it.
    private static func code(_ lines: [String]) -> String {
        let isBlank = { (line: String) in line.allSatisfy { $0 == " " } }
        let kept = Array(
            lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
        let depth = kept.filter { !isBlank($0) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return kept.map { String($0.dropFirst(depth)) }.joined(separator: "\n")
    }
}
