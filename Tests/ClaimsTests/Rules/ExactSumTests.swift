import Testing

@testable import Claims

struct ExactSumTests {
    /// Amounts that are added, and whether they come to nothing.
    static let sums: [(amounts: [String], isZero: Bool)] = [
        ([], true), (["0"], true), (["-0.00"], true), (["1", "-1"], true),
        (["0.1", "0.2", "-0.3"], true), (["-0.5", "1", "-.50"], true),
        ([".000000000000000001", "-.000000000000000001"], true),
        (["999999999999999999", "-999999999999999998", "-1"], true),
        ([".999999999999999999", ".000000000000000001", "-1"], true),
        ([String](repeating: "999999999999999999", count: 12), false),
        (
            [String](repeating: "999999999999999999", count: 12)
                + [String](repeating: "-999999999999999999", count: 12), true
        ),
        ([".000000000000000001"], false), (["1", "-0.99"], false), (["-1", "0.999"], false),
        // Ordinary amounts and others together.
        (["10.", "-10.000"], true), (["5", "0.001", "-5.001"], true),
        (["5", "0.001", "-5.0011"], false), (["123456789012", "-123456789012.000"], true),
        (["1234567890.12", "-1234567890.120"], true), (["1234567890123", "-1234567890123"], true),
    ]

    @Test(arguments: sums)
    func sumsAreExact(_ amounts: [String], _ isZero: Bool) {
        var added = ExactSum()
        var subtracted = ExactSum()
        for amount in amounts {
            Array(amount.utf8).withUnsafeBufferPointer {
                added.add($0)
                subtracted.subtract($0)
            }
        }
        #expect(added.isKnown && added.isZero == isZero)
        #expect(subtracted.isKnown && subtracted.isZero == isZero)
    }

    @Test(arguments: ["", "1E2", "1,5", "--1", "1.2.3", "1234567890123456789"])
    func whatIsNoNumberIsNotKnown(_ amount: String) {
        var sum = ExactSum()
        Array(amount.utf8).withUnsafeBufferPointer { sum.add($0) }
        #expect(!sum.isKnown)
    }
}
