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

    /// Schemas and resources are read too, or refused; none is lost or breaks anything.
    @Test(arguments: ["fhir-xml", "xml-schemas"])
    func otherXML(_ name: String) throws {
        let convert = try Trial()
        for file in Self.files(name) where file.pathExtension == "xml" || name == "fhir-xml" {
            let bytes = try Data(contentsOf: file)
            let outcome = try convert(bytes)
            #expect(outcome.flaws(of: bytes).isEmpty, "\(file.lastPathComponent)")
        }
    }
}
