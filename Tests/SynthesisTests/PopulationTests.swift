import Testing

@testable import Synthesis

@Suite struct PopulationTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2025, 7, 1, 20_270), (2199, 12, 31, 84_005),
        (1900, 1, 1, -25_567),
    ])
    func daysAreCounted(year: Int, month: Int, day: Int, number: Int) throws {
        let value = try #require(Day(year: year, month: month, day: day))
        #expect(value.number == number)
        #expect(value.civil == (year, month, day))
    }

    @Test func theOpenEndIsTheHighDate() {
        #expect(Day.open.civil == (2299, 12, 31))
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0),
        (1899, 12, 31), (2200, 1, 1), (Int.max, 1, 1), (2024, Int.min, 1),
    ])
    func impossibleDaysAreRefused(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func daysReturnFromTheirNumbers() {
        for number in stride(from: -25_567, through: 84_005, by: 7) {
            let (year, month, day) = Day(number: number).civil
            #expect(Day(year: year, month: month, day: day)?.number == number)
        }
    }

    @Test(arguments: [(123_456_789, 3), (199_999_999, 2)])
    func checkDigitsAreThoseOfTheStandard(stem: Int, digit: Int) {
        #expect(Identifiers.checkDigit(ofStem: stem) == digit)
    }

    @Test(arguments: [0, 1, UInt64.max])
    func identifiersAreDistinct(seed: UInt64) {
        let identifiers = Identifiers(seed: seed)
        let members = Set((0..<5000).map(identifiers.memberNumber))
        #expect(members.count == 5000)
        #expect(members.allSatisfy { (100_000_000_000..<110_000_000_000).contains($0) })
        let social = Set((0..<5000).map(identifiers.socialSecurityNumber))
        #expect(social.count == 5000)
        let providers = Set((0..<8192).map(identifiers.nationalProviderIdentifier))
        #expect(providers.count == 8192)
        #expect(providers.allSatisfy { (2_000_000_000...2_999_999_999).contains($0) })
    }

    @Test func wordsAreTrimmed() {
        let list = WordList("ONE,  DE LA CRUZ ,\n THREE")
        let words = (0..<list.count).map { String(decoding: list[$0], as: UTF8.self) }
        #expect(words == ["ONE", "DE LA CRUZ", "THREE"])
    }

    @Test func namesFitTheirElements() {
        let names = Names()
        for list in [names.female, names.male, names.surnames] {
            let words = (0..<list.count).map { String(decoding: list[$0], as: UTF8.self) }
            #expect(Set(words).count == words.count)
            // Two surnames and what joins them stay within NM103.
            #expect(words.allSatisfy { (2...29).contains($0.utf8.count) })
        }
    }

    @Test func drawsStayInBounds() {
        var random = SeededGenerator(seed: 9)
        let draws = (0..<10_000).map { _ in random.within(-3...3) }
        #expect(Set(draws) == Set(-3...3))
        #expect((0..<1000).allSatisfy { _ in !random.chance(0) && random.chance(100) })
        #expect((0..<1000).allSatisfy { _ in !random.chance(rate: 0) && random.chance(rate: 1) })
    }

    @Test(
        arguments: [
            (0, 1, "0"), (7, 4, "0007"), (12_345, 2, "12345"),
            (999_999_999_999, 1, "999999999999"),
        ])
    func numbersAreWrittenWithLeadingZeros(number: Int, digits: Int, expected: String) {
        var writer = SegmentWriter(delimiters: .standard, lineEnding: .none, capacity: 0)
        writer.appendNumber(number, digits: digits)
        #expect(String(decoding: writer.take(), as: UTF8.self) == expected)
    }

    @Test func theBufferGrows() {
        var writer = SegmentWriter(delimiters: .standard, lineEnding: .none, capacity: 0)
        for _ in 0..<1000 {
            writer.begin("REF")
            writer.skip()
            writer.element("VALUE")
            writer.skip(2)
            writer.end()
        }
        #expect(writer.segmentCount == 1000)
        let expected = String(repeating: "REF**VALUE~", count: 1000)
        #expect(String(decoding: writer.take(), as: UTF8.self) == expected)
    }
}
