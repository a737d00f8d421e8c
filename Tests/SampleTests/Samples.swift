import Foundation

/// The stories of `samples/834`, as they lie in the work tree.
enum Samples {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appending(path: "samples/834")

    /// Names of the files `story.834`, without their ending.
    static let stories: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".834") }.map { String($0.dropLast(4)) }.sorted()
    }()

    static func input(_ story: String) -> URL { folder.appending(path: story + ".834") }

    static func bytes(_ story: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: input(story)))
    }

    /// The text of a file beside the story, or of another place; `nil` where there is none.
    static func text(_ path: String, in folder: URL = folder) -> String? {
        try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    static let isRewriting =
        ProcessInfo.processInfo.environment["TURNPIKE_REWRITE_GOLDEN"] == "1"
}
