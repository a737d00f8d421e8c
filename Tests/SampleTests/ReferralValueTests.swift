import Foundation
import Testing

/// Every value of a referral is in its record: in a field, or under `other`.
struct ReferralValueTests {
    /// Values that a record has in other words: codes' lists, truth, times, and what is structure.
    private static let elsewhere: Set<String> = [
        "ICD-10-CM", "CDCREC", "RxNorm", "SNOMED CT", "LOINC", "true", "urn:turnpike:referral:1",
    ]

    private static func values(_ text: String) -> [String] {
        var values = text.matches(of: /\s[A-Za-z]+="([^"]*)"/).map { String($0.1) }
        values += text.matches(of: />([^<>]+)</).map {
            $0.1.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return values.filter { !$0.isEmpty }
    }

    private static func json(_ story: String) throws -> String {
        try #require(Samples.text("referrals/\(story).expected.ndjson"))
            .replacing("\\n", with: " ")
    }

    @Test func ofATurnpikeReferral() throws {
        let text = String(decoding: try Samples.bytes("referrals/turnpike"), as: UTF8.self)
        let body = text[try #require(text.range(of: "<referral ")).lowerBound...]
        let json = try Self.json("turnpike")
        let values = Self.values(String(body))
        #expect(values.count > 150)
        for value in values where !Self.elsewhere.contains(value) {
            // A moment is a day and a time of day.
            for part in value.split(separator: "T", maxSplits: value.first == "2" ? 1 : 0) {
                #expect(json.contains("\"\(part)\""), "\(value)")
            }
        }
    }

    /// The words of a note; those of codes are attributes, and a letter is noted and not read.
    @Test func ofAReferralNote() throws {
        let text = String(decoding: try Samples.bytes("referrals/referral-note"), as: UTF8.self)
        let json = try Self.json("referral-note")
        let words = text.matches(of: />([^<>]+)</).map {
            $0.1.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        #expect(words.count > 50)
        for word in words where !word.isEmpty && word != "JVBERi0xLjQK" {
            #expect(json.contains(word), "\(word)")
        }
        let shown = text.matches(of: /displayName="([^"]*)"/).map { String($0.1) }
        // What says only that a statement is one, or how it was made, is counted.
        let counted: Set<String> = ["Female", "Urgent"]
        for name in shown where !counted.contains(name) {
            #expect(json.contains("\"\(name)\""), "\(name)")
        }
    }
}
