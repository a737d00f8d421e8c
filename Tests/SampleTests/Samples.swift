import Foundation

/// The stories of the folders below `samples`, as they lie in the work tree.
enum Samples {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appending(path: "samples")
    /// The folders; files in them end as their folder is called, or as is said here.
    static let kinds = ["834", "837", "rosters", "referrals"]
    private static let endings = ["rosters": ["csv", "xlsx", "xlsm"], "referrals": ["xml"]]

    private static func endings(_ kind: String) -> [String] { endings[kind] ?? [kind] }

    /// Names of the files `834/story.834`, without their ending.
    static let stories: [String] = kinds.flatMap { kind in
        let place = folder.appending(path: kind)
        let names = try? FileManager.default.contentsOfDirectory(atPath: place.path)
        return (names ?? []).sorted().flatMap { name in
            endings(kind).filter { name.hasSuffix("." + $0) }.map {
                "\(kind)/\(name.dropLast($0.count + 1))"
            }
        }
    }

    static func input(_ story: String) -> URL {
        let paths = endings(String(story.prefix { $0 != "/" })).map {
            folder.appending(path: "\(story).\($0)")
        }
        return paths.first { FileManager.default.fileExists(atPath: $0.path) } ?? paths[0]
    }

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
