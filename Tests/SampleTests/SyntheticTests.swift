import Foundation
import Testing

/// No sample holds what could belong to a person.
struct SyntheticTests {
    @Test(arguments: Samples.stories)
    func numbersBelongToNobody(_ story: String) throws {
        let bytes = try Samples.bytes(story)
        // What a workbook holds is read in its records.
        let text =
            bytes.starts(with: "PK".utf8)
            ? GoldenTests.outputs.compactMap { Samples.text("\(story).\($0)") }.joined()
            : String(decoding: bytes, as: UTF8.self)
        let telephones = text.matches(of: /\b[0-9]{3}555([0-9]{4})\b/)
        for telephone in telephones { #expect(telephone.1.hasPrefix("01"), "\(telephone.0)") }
        for number in text.matches(of: /(34|SY)[*|\x1D]([0-9]{3})([0-9]{2})[0-9]{4}/) {
            #expect(number.2 >= "900" && (1...49).contains(Int(number.3) ?? 0), "\(number.0)")
        }
        for number in text.matches(of: /REF[*|]EI[*|]([0-9]+)/) {
            #expect(number.1.hasPrefix("00"), "\(number.0)")
        }
        for address in text.matches(of: /@[A-Za-z.]+/) { #expect(address.0 == "@example.org") }
        for number in text.matches(of: /XX[*|\x1D]([0-9]{10})/) {
            #expect(number.1.hasPrefix("2"), "\(number.0)")
        }
    }
}
