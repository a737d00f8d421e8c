import Foundation
import Testing

/// A file that holds several formats is called by its first, and all are told.
struct SeveralFormatsTests {
    private static func sample(_ name: String) -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "samples/\(name)")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }

    /// Samples one after another, the kind and guide of the first, and all formats.
    static let files: [([String], [String])] = [
        (["837/mixed-kinds.837"], ["834 005010X220A1", "837 005010X222A1"]),
        (
            [
                "referrals/referral-note.xml", "referrals/fhir-request.xml",
                "referrals/turnpike.xml",
            ],
            ["referral C-CDA Referral Note", "referral FHIR R4", "referral Turnpike referral 1"]
        ),
        (
            ["referrals/turnpike.xml", "referrals/turnpike.xml", "referrals/referral-note.xml"],
            ["referral Turnpike referral 1", "referral C-CDA Referral Note"]
        ),
        (["referrals/turnpike.xml", "referrals/turnpike.xml"], ["referral Turnpike referral 1"]),
    ]

    @Test(arguments: files, ["1", "2"])
    func allAreTold(_ file: ([String], [String]), _ jobs: String) throws {
        let folder = try Folder()
        try folder.write(file.0.map(Self.sample).joined(), to: "file")
        let result = try Command.run(
            ["convert", "file", "--jobs", jobs, "--output", "o", "--summary", "s"], in: folder)
        let object = try JSONSerialization.jsonObject(with: Data(try folder.read("s").utf8))
        let books = try #require(((object as? [String: Any])?["files"] as? [[String: Any]])?.first)
        let kind = "\(books["kind"] ?? "") \(books["guide"] ?? "")"
        #expect(kind == file.1[0])
        let formats = (books["formats"] as? [[String: String]])?.map {
            "\($0["kind"] ?? "") \($0["guide"] ?? "")"
        }
        #expect(formats ?? [kind] == file.1, "\(result.errors)")
        let inspected = try Command.run(["inspect", "file"], in: folder)
        let text = String(decoding: inspected.output, as: UTF8.self)
        for format in file.1 {
            #expect(text.contains(format.split(separator: " ").dropFirst().joined(separator: " ")))
        }
    }
}
