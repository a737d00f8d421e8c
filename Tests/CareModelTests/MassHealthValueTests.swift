import CareModel
import Testing

struct MassHealthValueTests {
    @Test(arguments: [
        ("AZNOTHA", "AZ"), ("bd", "bd"), ("AZ AND MORE THAN FIFTEEN BYTES", "AZ"), ("A", nil),
        ("A1", nil), ("1A", nil), ("[A", nil), ("A{", nil), ("É", nil), ("AÉ", nil),
        ("9 AND MORE THAN FIFTEEN BYTES", nil),
    ])
    func aReasonIsTwoLetters(_ sent: String, _ code: String?) throws {
        let reason = MassHealthReason(try #require(Text(sent)))
        #expect(reason?.code.string == code)
        #expect(reason?.code == code.flatMap { Text($0) })
    }

    @Test(arguments: [
        ("1", 1), ("01", 1), ("14", 14), ("15", nil), ("0", nil), ("00", nil), ("001", nil),
        ("A", nil), ("-1", nil), ("1 AND MORE THAN FIFTEEN BYTES", nil),
    ])
    func aCountyIsANumber(_ sent: String, _ number: Int?) throws {
        #expect(MassHealthCounty(try #require(Text(sent)))?.number == number)
    }
}
