import CareModel
import Foundation
import Testing

@testable import Output

/// What each kind of field becomes, from the bytes where it was read.
struct RecordJSONTests {
    /// Fields of an enrollment: what was sent, and the members that come of it.
    static let values: [(field: EnrollmentFields, sent: String, json: String)] = [
        // Text.
        (.memberId, "100000000001", #""memberId":"100000000001""#),
        (.memberId, "A", #""memberId":"A""#),
        (.memberId, "O'NEIL / SONS, 7", #""memberId":"O'NEIL / SONS, 7""#),
        (.memberId, #"A"B"#, #""memberId":"A\"B""#),
        (.memberId, #"A\B"#, #""memberId":"A\\B""#),
        (.memberId, "A\nB\tC\r", #""memberId":"A\nB\tC\r""#),
        (.memberId, "A\u{0}B\u{1D}\u{7F}", #""memberId":"A\u0000B\u001d\u007f""#),
        (.memberId, "ÅÉ 😀", #""memberId":"ÅÉ 😀""#),
        // Flags.
        (.subscriber, "Y", #""subscriber":true"#),
        (.subscriber, "N", #""subscriber":false"#),
        (.disabled, "N", #""disabled":false"#),
        // Codes, with our label where there is one.
        (.relationship, "18", #""relationship":{"code":"18","label":"self"}"#),
        (.relationship, "1", #""relationship":{"code":"1"}"#),
        (.relationship, "1800", #""relationship":{"code":"1800"}"#),
        (.relationship, "12345678", #""relationship":{"code":"12345678"}"#),
        (.relationship, "18 and no code", #""relationship":{"code":"18 and no code"}"#),
        (.relationship, #"1""#, #""relationship":{"code":"1\""}"#),
        (.relationship, "É", #""relationship":{"code":"É"}"#),
        (.maintenanceType, "021", #""maintenanceType":{"code":"021","label":"addition"}"#),
        // Days, and what is none.
        (.deathDate, "20250701", #""deathDate":"2025-07-01""#),
        (.deathDate, "00010101", #""deathDate":"0001-01-01""#),
        (.deathDate, "99981231", #""deathDate":"9998-12-31""#),
        (.deathDate, "22991231", #""deathDate":"2299-12-31""#),
        (.deathDate, "20240229", #""deathDate":"2024-02-29""#),
        (.deathDate, "20250229", #""deathDateSent":"20250229""#),
        (.deathDate, "20250732", #""deathDateSent":"20250732""#),
        (.deathDate, "00000101", #""deathDateSent":"00000101""#),
        (.deathDate, "2025070", #""deathDateSent":"2025070""#),
        (.deathDate, "202507011", #""deathDateSent":"202507011""#),
        (.deathDate, "2025O701", #""deathDateSent":"2025O701""#),
        (.deathDate, #"2025"701"#, #""deathDateSent":"2025\"701""#),
    ]

    @Test(arguments: values)
    func aValueIsWritten(_ field: EnrollmentFields, _ sent: String, _ json: String) {
        #expect(Draft.json(field, Array(sent.utf8)) == json)
        #expect(Draft.json(field, Array(sent.utf8), marksAll: true) == json)
    }

    /// Ends of a period.
    static let ends: [(sent: String, json: String)] = [
        ("20251231", #""end":"2025-12-31""#),
        ("22991231", #""end":null,"endSent":"22991231""#),
        ("99991231", #""end":null,"endSent":"99991231""#),
        ("22991230", #""end":"2299-12-30""#),
        ("20250631", #""endSent":"20250631""#),
        ("X", #""endSent":"X""#),
        ("9999123", #""endSent":"9999123""#),
    ]

    @Test(arguments: ends)
    func anOpenEndIsNull(_ sent: String, _ json: String) {
        #expect(Draft.json(PeriodFields.end, Array(sent.utf8)) == json)
        #expect(Draft.json(PeriodFields.end, Array(sent.utf8), marksAll: true) == json)
    }

    static let amounts: [(sent: String, json: String)] = [
        ("12345678", #""wage":12345678"#), ("12345.67", #""wage":12345.67"#),
        ("123456.78", #""wage":123456.78"#), ("1..2", #""wageSent":"1..2""#),
        ("1.2.", #""wageSent":"1.2.""#), ("1-2", #""wageSent":"1-2""#),
        ("50.00", #""wage":50.00"#), ("50", #""wage":50"#), ("0", #""wage":0"#),
        ("0.10", #""wage":0.10"#), ("00.10", #""wage":0.10"#), ("007", #""wage":7"#),
        ("007.50", #""wage":7.50"#), (".75", #""wage":0.75"#), ("-.5", #""wage":-0.5"#),
        ("5.", #""wage":5"#), ("0.", #""wage":0"#), ("-12.50", #""wage":-12.50"#),
        ("-3", #""wage":-3"#), ("-007.50", #""wage":-7.50"#), ("-0", #""wage":0"#),
        ("-0.00", #""wage":0.00"#), ("0.00", #""wage":0.00"#), ("00", #""wage":0"#),
        ("-.05", #""wage":-0.05"#),
        ("999999999999999999", #""wage":999999999999999999"#),
        (".999999999999999999", #""wage":0.999999999999999999"#),
        ("1234567890123456789", #""wageSent":"1234567890123456789""#),
        ("3,65", #""wageSent":"3,65""#), ("1.2.3", #""wageSent":"1.2.3""#),
        ("-", #""wageSent":"-""#), (".", #""wageSent":".""#), (#"5""#, #""wageSent":"5\"""#),
    ]

    @Test(arguments: amounts)
    func moneyKeepsItsDigits(_ sent: String, _ json: String) throws {
        #expect(Draft.json(IncomeFields.wage, Array(sent.utf8)) == json)
        let object = Data("{\(json)}".utf8)
        #expect(try JSONSerialization.jsonObject(with: object) is [String: Any])
    }

    /// Bytes that are not UTF-8 are ISO 8859-1.
    @Test(
        arguments: [
            ([0x4D, 0xD1, 0x5A], "MÑZ"), ([0xFF], "ÿ"), ([0xC3], "Ã"), ([0xC3, 0x89], "É"),
            ([0xE9, 0x22, 0xC3, 0x89], "é\\\"Ã\u{89}"), ([0xED, 0xA0, 0x80], "í\u{A0}\u{80}"),
        ] as [([UInt8], String)])
    func bytesOfAnyKindAreWritten(_ bytes: [UInt8], _ text: String) {
        #expect(Draft.json(EnrollmentFields.memberId, bytes) == "\"memberId\":\"\(text)\"")
    }

    /// Every byte, alone and inside other text, comes back out of a JSON parser.
    @Test func everyByteComesBack() throws {
        for byte in UInt8.min...UInt8.max {
            for bytes in [[byte], [0x41, byte, 0x42], Array(repeating: 0x41, count: 20) + [byte]] {
                let json = "{\(Draft.json(EnrollmentFields.memberId, bytes))}"
                let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8))
                let text = (parsed as? [String: String])?["memberId"]
                #expect(text?.unicodeScalars.map { UInt8($0.value) } == bytes)
            }
        }
    }

    /// Copied 16 bytes at a time, and no more of them than were sent.
    @Test func textMayHaveAnyLength() {
        for length in 1...100 {
            let text = (0..<length).map { 0x41 + UInt8($0 % 26) }
            let string = String(decoding: text, as: UTF8.self)
            #expect(Draft.json(EnrollmentFields.memberId, text) == "\"memberId\":\"\(string)\"")
        }
        let long = [UInt8](repeating: 0x41, count: 10_000)
        #expect(Draft.json(EnrollmentFields.memberId, long).utf8.count == 10_000 + 13)
    }
}
