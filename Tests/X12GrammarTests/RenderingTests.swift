import Foundation
import Testing

@testable import X12Grammar

struct RenderingTests {
    @Test func json() throws {
        let guide = try Grammars.guide(
            """
            segment 0100 AA  "Opening"  R  1
              01  R  Kind  ~ AB CD
            segment 0250 BB  Details  S  >1
              when 1000/AA-01 ~ AB
              03  S  Pair
              03-1  S  Text  @ towns
            """)
        let expected =
            #"{"guide":"005010X999","transaction":"999","group":"ZZ","dictionary":"test","#
            + #""loops":[{"id":"1000","path":"1000","name":"Record","usage":"required","#
            + #""repeat":null,"record":true}],"segments":["#
            + #"{"loop":"1000","path":"1000","table":1,"at":"0100","id":"AA","#
            + #""name":"\"Opening\"","usage":"required","repeat":1,"notes":["P0405"],"#
            + #""elements":[{"position":1,"name":"Kind","usage":"required","repeat":1,"#
            + #""element":"2","type":"ID","minimum":2,"maximum":2,"codes":["AB","CD"]},"#
        let text = String(decoding: guide.json, as: UTF8.self)
        #expect(text.hasPrefix(expected), "\(text)")
        #expect(
            text.contains(#""when":{"path":"1000","segment":"AA","position":1,"codes":["AB"]}"#))
        #expect(text.contains(#""element":"C002","components":[{"position":1,"name":"Text""#))
        #expect(text.contains(#""list":"towns""#))
        #expect(text.hasSuffix("]}]}\n"))
        _ = try JSONSerialization.jsonObject(with: Data(guide.json))
    }

    @Test(arguments: [
        ("plain", #""plain""#), ("\"\\", #""\"\\""#), ("\n\u{1f}", #""\u000a\u001f""#),
        ("ü", "\"ü\""), ("", "\"\""),
    ])
    func jsonStrings(_ text: String, _ expected: String) {
        var json = JSONText()
        json.string(nil, text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    /// Loops of the transaction set come without a path, as do segments outside of loops.
    @Test func segmentsOfTheTransactionSetHaveNoLoop() throws {
        let guide = try #require(try Grammars.library().guide(named: "005010X900"))
        let json = try JSONSerialization.jsonObject(with: Data(guide.json)) as? [String: Any]
        let segments = try #require(json?["segments"] as? [[String: Any]])
        #expect(
            segments.map { $0["loop"] as? String } == [
                nil, "1000", "1000", "1000", "1100", "1000", nil,
            ])
        #expect(json?["variants"] as? [String] == ["005010X900"])
        #expect((json?["loops"] as? [Any])?.count == 2)
    }

    @Test func text() throws {
        let guide = try #require(try Grammars.library().guide(named: "005010X900"))
        let lines = guide.text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "005010X900A1  transaction 900  group ZZ  dictionary test")
        #expect(
            lines.contains { $0.hasPrefix("Loop 1000  Record ") && $0.hasSuffix(" R  >1  record") })
        #expect(lines.contains { $0.hasPrefix("    03-1  Kind ") && $0.hasSuffix(" ~ GH") })
        #expect(lines.contains("    required when 1000/AA-01 is CD EF"))
        #expect(lines.allSatisfy { $0.last != " " })
        let columns = lines.dropFirst(3).filter { $0.contains(" ~ ") }.map {
            $0.distance(from: $0.startIndex, to: $0.firstIndex(of: "~") ?? $0.endIndex)
        }
        #expect(Set(columns).count == 1)
    }
}
