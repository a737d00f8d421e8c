import Foundation
import Testing

@testable import Conversion

/// What the fuzzer found in XML stays mended.
struct ReferralFindTests {
    private static let inputs = SampleFiles.findsOfReferrals + SampleFiles.referrals

    @Test(arguments: inputs.indices) func keepsItsPromises(_ index: Int) throws {
        let (name, bytes) = Self.inputs[index]
        let outcome = try Trial()(Data(bytes))
        #expect(outcome.flaws(of: Data(bytes)) == [], "\(name)")
        let whole = DocumentText(bytes)
        #expect(whole.flaws(of: bytes) == [], "\(name)")
        for pieces in [[1], [3, 129, 7, 61], [1000, 1]] {
            #expect(DocumentText(bytes, pieces: pieces) == whole, "\(name), \(pieces)")
        }
        let bundles = DocumentText(bytes, as: .fhir)
        #expect(bundles.flaws(of: bytes) == [], "\(name)")
        #expect(bundles.findings == whole.findings, "\(name)")
    }

    @Test func areThere() { #expect(!SampleFiles.findsOfReferrals.isEmpty) }
}
