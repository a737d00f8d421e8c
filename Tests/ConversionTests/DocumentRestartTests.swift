import Testing

@testable import Conversion

/// One input after another is read by the same reading as each would be by one of its own.
struct DocumentRestartTests {
    private static let inputs: [(name: String, bytes: [UInt8])] =
        DocumentStreams.all + SampleFiles.referrals + SampleFiles.findsOfReferrals
        + [("nothing", []), ("another", Array("<a/>".utf8))]

    private static func restart(_ reading: inout DocumentReading) {
        reading.restart(
            file: "a", partners: Partners(ConversionOptions()), errorHandling: .setAside)
    }

    /// Where the reading of the input before breaks off, in hundredths of it.
    @Test(arguments: [100, 99, 61, 30, 3]) func inputsLeaveNothing(_ part: Int) {
        var reading = DocumentReading(file: "a", partners: Partners(ConversionOptions()))
        for (before, after) in zip(Self.inputs, Self.inputs.dropFirst() + Self.inputs) {
            Self.restart(&reading)
            let count = before.bytes.count * part / 100
            before.bytes[..<count].withUnsafeBytes { reading.feed($0) }
            // As many are taken as come, and of some inputs not all.
            for _ in 0..<part { _ = reading.next() }
            Self.restart(&reading)
            let again = DocumentText(after.bytes, pieces: [777], by: &reading)
            #expect(
                again == DocumentText(after.bytes, pieces: [777]),
                "\(after.name) after \(before.name)")
        }
    }

    @Test func namesOfOthersAreForgotten() {
        let many = (0..<60_000).map { "<n\($0)/>" }.joined()
        let bytes = Array(ReferralText.file([ReferralText.referral(1, to: many)]).utf8)
        var reading = DocumentReading(file: "a", partners: Partners(ConversionOptions()))
        let first = DocumentText(bytes, by: &reading)
        for _ in 0..<2 {
            Self.restart(&reading)
            #expect(DocumentText(bytes, by: &reading) == first)
        }
    }
}
