import Foundation

/// The files of the repository, as they lie in the work tree.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file and its text.
    struct File: CustomStringConvertible, Sendable {
        /// Relative to the root: `Sources/X12Syntax/Block.swift`.
        let path: String
        let text: String

        init(_ path: String) throws {
            self.path = path
            text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }

        var description: String { path }

        /// `Sources/X12Syntax/Block.swift` → `X12Syntax`; the folder of the first level elsewhere.
        var module: String {
            let parts = path.split(separator: "/").map(String.init)
            return parts[0] == "grammars" ? "ShippedGrammars" : parts[min(1, parts.count - 1)]
        }

        /// Without comments and literals.
        var code: SwiftText { SwiftText(text) }

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    /// Every text file beneath these folders with one of these extensions, hidden ones left out.
    static func files(in folders: [String], extensions: Set<String>) throws -> [File] {
        var files: [File] = []
        for folder in folders {
            let url = root.appending(path: folder)
            let found = FileManager.default.enumerator(
                at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
            for case let url as URL in found ?? .init() where extensions.contains(url.pathExtension)
            {
                files.append(try File(relativePath(url)))
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What the package's modules are made of; the programs that a tutorial shows are no part of it.
    static func sources() throws -> [File] {
        try files(in: ["Sources", "grammars"], extensions: ["swift"])
            .filter { !$0.path.contains(".docc/") }
    }

    /// All Swift of the repository.
    static func swiftFiles() throws -> [File] {
        let folders = ["Sources", "grammars", "Plugins", "Tests", "Benchmarks", "Fuzz", "Examples"]
        return try files(in: folders, extensions: ["swift"]) + [File("Package.swift")]
    }

    /// The scripts, which have no extension.
    static func scripts() throws -> [File] {
        try files(in: ["scripts"], extensions: [""]) + [File(".ci/run")]
    }

    static func documents() throws -> [File] {
        try files(in: ["."], extensions: ["md"])
    }

    private static func relativePath(_ url: URL) -> String {
        let base = root.standardizedFileURL.pathComponents
        return url.standardizedFileURL.pathComponents.dropFirst(base.count).joined(separator: "/")
    }
}
