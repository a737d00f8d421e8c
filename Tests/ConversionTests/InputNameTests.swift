import Testing

@testable import Conversion

/// No two files have one name, and no name commands a terminal.
struct InputNameTests {
    @Test(
        arguments: [
            ("a.834", "a.834"), ("a%01.834", "a%2501.834"), ("a%0", "a%0"),
            ("100%.834", "100%.834"), ("Müller", "Müller"),
            ("a\nb%.834", "a%0Ab%25.834"), ("\u{1B}[31m", "%1B[31m"), ("a\u{85}é", "a%C2%85é"),
        ])
    func aNameIsShown(_ name: String, _ shown: String) {
        #expect(Array(name.utf8).asName == shown)
    }

    @Test func bytesThatAreNoTextAreTold() {
        #expect(([0x61, 0xFF] as [UInt8]).asName == "a%FF")
        #expect(([0x61, 0xFE, 0x25] as [UInt8]).asName == "a%FE%25")
        #expect(([0xC3, 0xA9, 0xC3] as [UInt8]).asName == "é%C3")
        #expect(([0xE2, 0x82, 0x41] as [UInt8]).asName == "%E2%82A")
    }
}
