import Foundation
import Testing

/// XML files that nobody of this project wrote, where they lie beside it: each becomes referrals, or
/// is refused by what it is.
struct ReferralCorpusTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/corpus")

    private static func files(_ name: String) -> [URL] {
        let place = folder.appending(path: name)
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: place.path)) ?? []
        if paths.isEmpty { print("The corpus is not there: \(place.path). Nothing was tested.") }
        return paths.sorted().map { place.appending(path: $0) }.filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
    }

    /// A Referral Note names its template, whatever release it is of.
    private static func isNote(_ bytes: Data) -> Bool {
        let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
        return head.contains("2.16.840.1.113883.10.20.22.1.14\"") && head.contains("urn:hl7-org:v3")
    }

    @Test func clinicalDocuments() throws {
        let convert = try Trial()
        var notes = 0
        for file in Self.files("ccda-referral") {
            let bytes = try Data(contentsOf: file)
            let outcome = try convert(bytes)
            let name = file.lastPathComponent
            #expect(outcome.flaws(of: bytes).isEmpty, "\(name)")
            if Self.isNote(bytes) {
                notes += 1
                #expect(outcome.records.count == 1, "\(name)")
                #expect(outcome.file.guide == "C-CDA Referral Note", "\(name)")
            } else if outcome.rules.contains("xml.markup.malformed") {
                #expect(outcome.rejects.count == 1, "\(name)")
            } else {
                #expect(outcome.status == 65, "\(name)")
                #expect(outcome.file.failure?.contains("CDA") == true, "\(name)")
            }
        }
        #expect(notes >= 10 || Self.files("ccda-referral").isEmpty)
    }

    /// Schemas and resources become referrals, or are refused by what they are; none is lost.
    @Test(arguments: [
        ("fhir-xml", "xml", "FHIR", 40), ("xml-schemas", "xsd", "W3C schema", 0),
    ])
    func otherXML(_ name: String, _ kind: String, _ words: String, _ least: Int) throws {
        let convert = try Trial()
        let files = Self.files(name).filter { $0.pathExtension == kind }
        var readable = 0
        for file in files {
            let bytes = try Data(contentsOf: file)
            let outcome = try convert(bytes)
            let name = file.lastPathComponent
            #expect(outcome.flaws(of: bytes).isEmpty, "\(name)")
            if outcome.status == 65 {
                #expect(outcome.file.failure?.contains(words) == true, "\(name)")
            } else {
                readable += 1
                #expect(outcome.file.guide == "FHIR R4", "\(name)")
                let count = outcome.records.count + outcome.rejects.count
                #expect(count > 0 || outcome.rules.contains("fhir.bundle.referral"), "\(name)")
            }
        }
        #expect(files.isEmpty || readable >= least && (least > 0 || readable == 0))
        #expect(!Self.files(name).isEmpty == !files.isEmpty)
    }
}
