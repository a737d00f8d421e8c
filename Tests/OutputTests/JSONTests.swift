import CareModel
import Foundation
import Testing

@testable import Output

/// Values as JSON.
struct JSONTests {
    /// What `write` appends, without the comma after it.
    static func json(_ write: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer()
        write(&buffer)
        buffer.dropComma()
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("A", #""A""#),
        ("O'NEIL", #""O'NEIL""#),
        (#"A"B"#, #""A\"B""#),
        (#"A\B"#, #""A\\B""#),
        ("A/B", #""A/B""#),
        ("A\nB", #""A\nB""#),
        ("A\r\nB", #""A\r\nB""#),
        ("A\tB", #""A\tB""#),
        ("A\u{0}B", #""A\u0000B""#),
        ("A\u{1D}B", #""A\u001dB""#),
        ("ÅÉ", #""ÅÉ""#),
        ("😀", #""😀""#),
        (#"a long text with a " in it"#, #""a long text with a \" in it""#),
    ])
    func textIsEscaped(_ string: String, _ expected: String) throws {
        let text = try #require(Text(string))
        #expect(Self.json { $0.value(text) } == expected)
        #expect(Self.json { $0.value(string) } == expected)
    }

    /// Every byte, alone and inside other text, comes back out of a JSON parser.
    @Test func everyByteComesBack() throws {
        for byte in UInt8.min...UInt8.max {
            for bytes in [[byte], [0x41, byte, 0x42], Array(repeating: 0x41, count: 20) + [byte]] {
                let json = bytes.withUnsafeBufferPointer { raw in
                    Self.json {
                        $0.append("\"")
                        $0.append(escapingAny: raw)
                        $0.append("\"")
                    }
                }
                let parsed = try JSONSerialization.jsonObject(
                    with: Data(json.utf8), options: .fragmentsAllowed)
                let scalars = (parsed as? String)?.unicodeScalars.map { UInt8($0.value) }
                #expect(scalars == bytes)
            }
        }
    }

    @Test(arguments: [
        0, 1, 9, 10, 99, 100, 12345, -1, -10, Int.max, Int.min, 1_000_000_000_000_000_000,
    ])
    func numbersAreDecimal(_ number: Int) {
        #expect(Self.json { $0.value(number) } == String(number))
    }

    /// Begin and end as sent, and the members that come of them.
    static let periods: [(begin: String?, end: String?, json: String)] = [
        ("20250701", "20251231", #""begin":"2025-07-01","end":"2025-12-31""#),
        ("20250701", nil, #""begin":"2025-07-01""#),
        (nil, "20251231", #""end":"2025-12-31""#),
        ("20250701", "22991231", #""begin":"2025-07-01","end":null,"endSent":"22991231""#),
        (nil, "99991231", #""end":null,"endSent":"99991231""#),
        ("22991231", nil, #""begin":"2299-12-31""#),
        ("2025", "X", #""beginSent":"2025","endSent":"X""#),
        (nil, nil, ""),
    ]

    @Test(arguments: periods)
    func anOpenEndIsNull(_ begin: String?, _ end: String?, _ expected: String) {
        let draft = Draft()
        let period = draft.object(PeriodFields.self)
        if let begin { draft.set(period, .begin, Array(begin.utf8)) }
        if let end { draft.set(period, .end, Array(end.utf8)) }
        #expect(draft.json(period) == expected)
    }

    @Test func whatIsAbsentIsAbsent() {
        let written = Self.json { buffer in
            buffer.openObject()
            buffer.member("\"a\":", nil as Text?)
            buffer.member("\"c\":", nil as Code?)
            buffer.array("\"f\":", [Text]()) { $0.value($1) }
            buffer.closeObject()
        }
        #expect(written == "{}")
    }
}
