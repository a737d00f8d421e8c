import Conversion
import Foundation
import Testing

/// What `convert` makes of each sample, byte for byte.
struct GoldenTests {
    /// What a conversion writes, and the ending of the file that it is compared with.
    static let outputs = [
        "expected.ndjson", "rejects.expected.ndjson", "findings.txt",
    ]

    @Test func thereAreStories() {
        for kind in Samples.kinds {
            let wanted = kind == "referrals" ? 4 : 10
            #expect(Samples.stories.count { $0.hasPrefix(kind) } >= wanted, "\(kind)")
        }
    }

    /// Layouts of rosters, by their files.
    static let layouts: [String] = {
        let folder = Samples.root.appending(path: "grammars/rosters")
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".layout") && $0 != "fields.layout" }
            .map { String($0.dropLast(7)) }
    }()

    /// Each layout has a file in which all is right, and one in which something is not.
    @Test func eachLayoutIsThereCleanAndDirty() {
        #expect(Self.layouts.count >= 9)
        let found = Samples.stories.compactMap { Samples.text($0 + ".findings.txt") }
        for layout in Self.layouts {
            let own = found.filter { $0.contains(": roster \(layout), ") }
            let clean = own.filter { $0.contains(" 0 set aside; 0 errors, 0 warnings,") }
            #expect(!clean.isEmpty && clean.count < own.count, "\(layout)")
        }
    }

    /// Some are workbooks, with sheets that the layouts know and that records name.
    @Test func thereAreWorkbooks() throws {
        let books = Samples.stories.filter { Samples.input($0).pathExtension.hasPrefix("xls") }
        let records = books.compactMap { Samples.text($0 + ".expected.ndjson") }.joined()
        #expect(books.count >= 4)
        for sheet in ["ENROLLMENT", "DISENROLLMENT", "DETAIL", "SUMMARY", "NUTRITION"] {
            #expect(records.contains("\"sheetName\":\"\(sheet)\""), "\(sheet)")
        }
    }

    @Test(arguments: Samples.stories)
    func aStoryIsConvertedAsExpected(_ story: String) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "turnpike-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let status = convert(story, into: folder)
        for ending in Self.outputs {
            let made = try #require(Samples.text(ending, in: folder))
                .replacing(
                    Samples.input(story).path, with: Samples.input(story).lastPathComponent)
            try compare(made, story: story, ending: ending)
        }
        let findings = Samples.text(story + ".findings.txt") ?? ""
        let isClean = !findings.contains(": error: ") && findings.contains(", 0 set aside;")
        #expect(status == (isClean ? 0 : 1))
    }

    private func convert(_ story: String, into folder: URL) -> Int32 {
        var destinations = Converter.Destinations()
        destinations.records = folder.appending(path: Self.outputs[0]).path
        destinations.rejects = folder.appending(path: Self.outputs[1]).path
        destinations.report = .text(folder.appending(path: Self.outputs[2]).path)
        let converter = Converter(options: ConversionOptions(), destinations: destinations)
        return converter.run([Samples.input(story).path])
    }

    /// A file that would be empty is not kept.
    private func compare(_ made: String, story: String, ending: String) throws {
        let name = "\(story).\(ending)"
        let place = Samples.folder.appending(path: name)
        guard Samples.isRewriting else {
            let expected = Samples.text(name) ?? ""
            if made != expected { Issue.record("\(name): \(firstDifference(made, expected))") }
            return
        }
        if made.isEmpty {
            try? FileManager.default.removeItem(at: place)
        } else {
            try Data(made.utf8).write(to: place)
        }
        Issue.record("\(name) was written anew; read it and run the tests again")
    }

    private func firstDifference(_ made: String, _ expected: String) -> String {
        let made = made.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(made, expected).prefix { $0 == $1 }.count
        let found = line < made.count ? made[line] : "nothing"
        let wanted = line < expected.count ? expected[line] : "nothing"
        return "line \(line + 1) is\n\(found)\nand should be\n\(wanted)"
    }
}
