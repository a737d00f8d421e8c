import Foundation

/// The files below `samples`, by name.
enum SampleFiles {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let all: [(name: String, bytes: [UInt8])] = enrollments + claims
    static let enrollments = files("samples/834", ending: ".834")
    static let claims = files("samples/837", ending: ".837")
    static let rosters = files("samples/rosters", ending: ".csv")

    /// What the fuzzer found, each file an input that once broke a promise.
    static let finds: [(name: String, bytes: [UInt8])] = files("Tests/X12SyntaxTests/Finds")
    static let findsOfReferrals = files("Tests/ReferralsTests/Finds")
    static let referrals = files("samples/referrals", ending: ".xml")

    private static func files(_ path: String, ending: String = "") -> [(
        name: String, bytes: [UInt8]
    )] {
        let folder = root.appending(path: path)
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
        }
    }
}
