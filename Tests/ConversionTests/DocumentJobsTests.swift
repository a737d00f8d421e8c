import Foundation
import Referrals
import Testing

@testable import Conversion

/// Documents that are read side by side become the same bytes as one after the other.
struct DocumentJobsTests {
    private static func differences(
        _ inputs: [[UInt8]], partSize: Int, _ format: ConversionOptions.Format = .ndjson,
        _ errorHandling: ConversionOptions.ErrorHandling = .setAside
    ) throws -> [String] {
        try JobsTrial(inputs.map { Data($0) }, partSize: partSize, showsValues: false)
            .differences(errorHandling, format)
    }

    @Test(arguments: DocumentStreams.all.indices, [64, 1500])
    func partsMakeNoDifference(_ index: Int, partSize: Int) throws {
        let (name, bytes) = DocumentStreams.all[index]
        #expect(try Self.differences([bytes], partSize: partSize) == [], "\(name)")
    }

    @Test(arguments: [700, 512 << 10]) func inputsAreSideBySide(partSize: Int) throws {
        let samples = SampleFiles.referrals.map(\.bytes)
        let all =
            samples + SampleFiles.findsOfReferrals.map(\.bytes)
            + DocumentStreams.all.map(\.bytes) + SampleFiles.enrollments.prefix(2).map(\.bytes)
            + [[], Array("<a/>".utf8)] + samples
        #expect(try Self.differences(all, partSize: partSize) == [])
        #expect(try Self.differences(all, partSize: partSize, .json, .keep) == [])
        #expect(try Self.differences(all, partSize: partSize, .fhir) == [])
        #expect(try Self.differences(all, partSize: partSize, .ndjson, .stop) == [])
    }

    /// Names that nobody knows, more than are read of an input.
    @Test func foreignNamesAreCountedOverAllParts() throws {
        let many = (0..<60).map { part in
            ReferralText.referral(
                part, to: (0..<1000).map { "<n\(part)-\($0)/>" }.joined())
        }
        let text = ReferralText.file(many) + ReferralText.file(DocumentStreams.referrals)
        #expect(try Self.differences([Array(text.utf8)], partSize: 64 << 10) == [])
    }

    @Test func inclusionsAreToldOnce() throws {
        let inclusion = "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\"/>"
        let text = ReferralText.file(
            DocumentStreams.referrals.flatMap { [$0, ReferralText.referral(1, to: inclusion)] })
        #expect(try Self.differences([Array(text.utf8)], partSize: 2000) == [])
    }

    /// Damage wherever it falls.
    @Test(arguments: 1...4) func damage(_ seed: Int) throws {
        var state = UInt64(seed)
        func draw(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var bytes = DocumentStreams.all.prefix(18).flatMap { $0.bytes.prefix(9000) }
        for step in 0..<12 {
            let start = draw(bytes.count)
            let end = min(bytes.count, start + draw(200))
            switch step % 3 {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: draw(bytes.count))
            default: bytes[start] = Array("<>/&\"! x".utf8)[draw(8)]
            }
        }
        #expect(try Self.differences([bytes], partSize: 300) == [])
    }

    /// The guess is right wherever a file is as most are.
    @Test(arguments: [
        "referrals", "one line", "a prefix", "files", "no declarations", "declarations",
    ])
    func plainFilesFallApart(_ name: String) throws {
        let bytes = try #require(DocumentStreams.all.first { $0.name == name }).bytes
        var cutter = DocumentCutter()
        var start = 0
        var count = 0
        while bytes.count - start > 4000 {
            let end = bytes[start..<start + 4000].withUnsafeBufferPointer { cutter.cut($0) }
            start += try #require(end)
            count += 1
            let seam = try #require(cutter.start)
            #expect(Self.seam(bytes[..<start]) == seam)
        }
        #expect(count > 1)
    }

    /// Where a reading stands that has read so far.
    private static func seam(_ bytes: ArraySlice<UInt8>) -> ReferralSeam? {
        var reading = DocumentReading(file: "a", partners: Partners(ConversionOptions()))
        bytes.withUnsafeBytes { reading.feed($0) }
        while reading.next() != nil {}
        return reading.reader.seam
    }
}
