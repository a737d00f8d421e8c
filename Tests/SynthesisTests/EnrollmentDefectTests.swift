import Testing

@testable import Synthesis

@Suite struct EnrollmentDefectTests {
    @Test func everyKindAppears() {
        let file = WrittenFile(4000) { $0.defectRate = 1 }
        #expect(Set(file.summary.defects.keys) == Set(EnrollmentDefect.allCases))
        #expect(file.summary.defects.values.reduce(0, +) == 4000)
        #expect(file.summary.records == 4000)
    }

    @Test(arguments: [(-1.0, 0...0), (0.0, 0...0), (0.05, 150...250), (2.0, 4000...4000)])
    func theRateIsKept(rate: Double, expected: ClosedRange<Int>) {
        let file = WrittenFile(4000) { $0.defectRate = rate }
        #expect(expected.contains(file.summary.defects.values.reduce(0, +)))
    }

    @Test func noKindsMeansNoDefects() {
        let file = WrittenFile(50) {
            $0.defectRate = 1
            $0.defectKinds = []
        }
        #expect(file.bytes == WrittenFile(50).bytes)
        #expect(file.summary.defects.isEmpty)
    }

    @Test(arguments: EnrollmentDefect.allCases, EnrollmentSynthesis.Shape.allCases)
    func everyRecordTakesTheDefect(defect: EnrollmentDefect, shape: EnrollmentSynthesis.Shape) {
        let clean = WrittenFile(60) { $0.shape = shape }
        let file = WrittenFile(60) {
            $0.shape = shape
            $0.defectRate = 1
            $0.defectKinds = [defect]
            $0.lineEnding = .lineFeed
        }
        #expect(file.summary.defects == [defect: defect.isInTrailer ? 1 : 60])
        #expect(file.members.count == 60)
        if defect.isInTrailer {
            #expect(file.members == clean.members)
        } else if defect == .blankSegment {
            #expect(file.members == clean.members)
            #expect(file.bytes.count == clean.bytes.count + clean.segments.count + 2 * 60)
        } else {
            #expect(zip(file.members, clean.members).allSatisfy { $0 != $1 })
            // The trailer counts what a reader sees, so that only the record is wrong.
            let transaction = file.segments.count - 4
            #expect(file.all("SE")[0][1] == String(transaction))
        }
    }

    static func member(with defect: EnrollmentDefect) -> [[String]] {
        WrittenFile(1, seed: 5) {
            $0.defectRate = 1
            $0.defectKinds = [defect]
        }.members[0]
    }

    @Test(
        arguments: [
            (.badDate, "DMG", "D8", 2, "19730231"), (.badCode, "DMG", "D8", 3, "Q"),
            (.missingName, "NM1", "IL", 3, ""), (.missingSubscriberID, "REF", "0F", 2, nil),
            (.missingElement, "DTP", "348", 3, nil), (.tooManyElements, "REF", "0F", 5, "EXTRA"),
            (.trailingSeparators, "REF", "0F", 4, ""), (.unknownSegment, "XYZ", "1", 1, "1"),
        ] as [(EnrollmentDefect, String, String, Int, String?)])
    func theDefectIsWhereItIsSaidToBe(
        defect: EnrollmentDefect, segment: String, qualifier: String, position: Int, value: String?
    ) {
        #expect(Self.member(with: defect).element(position, of: segment, qualifier) == value)
    }

    @Test func datesAreSpoiledAsNamed() throws {
        let ended = Self.member(with: .endBeforeStart)
        let start = try #require(ended.element(3, of: "DTP", "356"))
        let end = try #require(ended.element(3, of: "DTP", "357"))
        #expect(end < start)
        let unborn = Self.member(with: .birthInFuture)
        #expect(try #require(unborn.element(2, of: "DMG", "D8")) > "20250701")
        let letter = Self.member(with: .badDigit)
        #expect(try #require(letter.element(3, of: "DTP", "356")).contains("O"))
    }

    @Test func namesAreSpoiledAsNamed() throws {
        let long = Self.member(with: .elementTooLong)
        #expect(try #require(long.element(3, of: "NM1", "IL")).utf8.count > 60)
        let control = Self.member(with: .controlCharacter)
        #expect(try #require(control.element(3, of: "NM1", "IL")).utf8.contains(0x07))
        let latin = WrittenFile(1, seed: 5) {
            $0.defectRate = 1
            $0.defectKinds = [.latin1Name]
        }
        #expect(latin.bytes.contains(0xD1))
        #expect(String(validating: latin.bytes, as: UTF8.self) == nil)
    }

    @Test func segmentsAreSpoiledAsNamed() throws {
        let moved = Self.member(with: .segmentOutOfOrder).map { $0[0] }
        #expect(try #require(moved.firstIndex(of: "DMG")) < #require(moved.firstIndex(of: "NM1")))
        #expect(Self.member(with: .repeatedSegment).count { $0[0] == "DMG" } == 2)
        let clean = WrittenFile(1, seed: 5).members[0]
        #expect(Self.member(with: .missingTerminator).count == clean.count - 1)
    }

    @Test func trailersAreSpoiledAsNamed() {
        let file = WrittenFile(30) {
            $0.defectRate = 1
            $0.transactionSize = 10
            $0.defectKinds = [.wrongSegmentCount, .wrongControlNumber]
        }
        #expect(file.summary.defects == [.wrongSegmentCount: 3, .wrongControlNumber: 3])
        let numbers = zip(file.all("ST"), file.all("SE")).map { [$0[2], $1[2]] }
        #expect(numbers.allSatisfy { $0[0] != $0[1] })
    }

    @Test func namesAreInKebabCase() {
        for defect in EnrollmentDefect.allCases {
            let letters = defect.rawValue.utf8
            #expect(
                letters.allSatisfy {
                    $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                        || $0 == UInt8(ascii: "1")
                })
        }
    }
}
