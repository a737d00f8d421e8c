import Testing

@testable import XMLSyntax

/// What comes of a document: events with bytes and lines, however small the pieces are.
struct EventTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let input: String
        let events: [String]
        var testDescription: String { input }

        init(_ input: String, _ events: String...) {
            self.input = input
            self.events = events
        }
    }

    static let cases = [
        Case("<a/>", "document 0-0:1", "a 0-4:1", "/a 4-4:1", "over 4-4:1"),
        Case("<a></a>", "document 0-0:1", "a 0-3:1", "/a 3-7:1", "over 7-7:1"),
        Case(
            "<a>x</a>", "document 0-0:1", "a 0-3:1", "'x' 3-4:1", "/a 4-8:1", "over 8-8:1"),
        Case(
            "<a\n b='1'\n c=\"2\"><d /></a>", "document 0-0:1", "a b='1' c='2' 0-17:1",
            "d 17-22:3", "/d 22-22:3", "/a 22-26:3", "over 26-26:3"),
        Case(
            "<a>x&amp;y&#x41;<![CDATA[<z>]]>w</a>", "document 0-0:1", "a 0-3:1",
            "'x&yA<z>w' 3-32:1", "/a 32-36:1", "over 36-36:1"),
        Case(
            "<a>\n <b/>\n</a>", "document 0-0:1", "a 0-3:1", "'\n ' 3-5:1 blank", "b 5-9:2",
            "/b 9-9:2", "'\n' 9-10:2 blank", "/a 10-14:3", "over 14-14:3"),
        Case(
            "<?xml version='1.0'?>\n<!--c-->\n<?p q?>\n<a/>", "document 0-0:1", "<!--c--> 22-30:2",
            "<?p q?> 31-38:3", "a 39-43:4", "/a 43-43:4", "over 43-43:4"),
        Case(
            "<a>t<!--<b>-->u<?p?>v</a>", "document 0-0:1", "a 0-3:1", "'t' 3-4:1",
            "<!--<b>--> 4-14:1", "'u' 14-15:1", "<?p ?> 15-20:1", "'v' 20-21:1", "/a 21-25:1",
            "over 25-25:1"),
        Case(
            "<p:a xmlns:p='u:1' p:b='1' c='2'/>", "document 0-0:1",
            "{u:1}a {http://www.w3.org/2000/xmlns/}p='u:1' {u:1}b='1' c='2' 0-34:1",
            "/{u:1}a 34-34:1", "over 34-34:1"),
        Case(
            "<a xmlns='u'><b xmlns=''/></a>", "document 0-0:1",
            "{u}a {http://www.w3.org/2000/xmlns/}='u' 0-13:1",
            "b {http://www.w3.org/2000/xmlns/}='' 13-26:1", "/b 26-26:1", "/{u}a 26-30:1",
            "over 30-30:1"),
        Case("\u{FEFF}<a/>", "document 0-0:1", "a 3-7:1", "/a 7-7:1", "over 7-7:1"),
        Case(
            "\r\n<a>\r\nx</a>\n", "document 2-2:2", "a 2-5:2", "'\nx' 5-8:2", "/a 8-12:3",
            "over 12-12:3"),
        Case(
            "<a b='&amp;&#38;&#x26;#38;&lt;&amp;amp;\n&#10;'/>", "document 0-0:1",
            "a b='&&&#38;<&amp; \n' 0-48:1", "/a 48-48:2", "over 48-48:2"),
        Case(
            "<a b='x>y'>1</a>", "document 0-0:1", "a b='x>y' 0-11:1", "'1' 11-12:1", "/a 12-16:1",
            "over 16-16:1"),
    ]

    @Test(arguments: cases) func events(_ test: Case) {
        let whole = Reading(test.input)
        #expect(whole.events == test.events)
        #expect(whole.rules == [])
    }

    @Test(arguments: cases, [1, 2, 3, 5, 7, 64]) func piecesMakeNoDifference(
        _ test: Case, _ piece: Int
    ) {
        #expect(Reading(test.input, piece: piece) == Reading(test.input))
    }

    /// Names that the program knows have the numbers of their places.
    @Test func knownNamesHaveTheirNumbers() {
        let names = XMLNames(["b", "a"], in: "u")
        var reader = XMLReader(names: names)
        var found: [Int32] = []
        for document in ["<a xmlns='u'><b/><c/></a>", "<x:b xmlns:x='u' xmlns:y='v'><y:b/></x:b>"] {
            Array(document.utf8).withUnsafeBytes { reader.feed($0) }
            while let event = reader.next() {
                if event.kind == .start { found.append(event.name.index) }
            }
        }
        reader.finish()
        #expect(found.prefix(2) == [1, 0] && found[3] == 0)
        #expect(Set(found).count == 4)
    }

    @Test func attributesAreFoundByName() {
        let names = XMLNames([XMLNameText("b"), XMLNameText("b", in: "u"), XMLNameText("z")])
        var reader = XMLReader(names: names)
        Array("<a xmlns:p='u' b='1' p:b='2&lt;'/>".utf8).withUnsafeBytes { reader.feed($0) }
        var values: [String?] = []
        while let event = reader.next() {
            guard event.kind == .start else { continue }
            values = (0..<3).map { index in
                reader.value(XMLName(index: Int32(index)), of: event)
                    .map { String(decoding: $0, as: UTF8.self) }
            }
        }
        #expect(values == ["1", "2<", nil])
    }

    /// Long text of every kind comes whole, and where it stands is exact.
    @Test(arguments: [1, 299, 300, 301, 4096, 100_000], [1000, 65536, Int.max])
    func longTextIsWhole(_ count: Int, _ piece: Int) {
        for unit in ["x", "é", "\u{1F600}", "y\n"] {
            let text = String(repeating: unit, count: count)
            let input = "<a>\(text)<!--c--><b>\(text)</b></a>"
            let reading = Reading(input, piece: piece)
            let length = text.utf8.count
            #expect(reading.events.contains { $0.hasPrefix("'\(text)' 3-\(3 + length):1") })
            #expect(reading.events.contains { $0.hasPrefix("<!--c--> \(3 + length)-") })
            #expect(reading.findings == [])
        }
    }

    /// A section without an end is read on in when the input is over, so that pieces make no
    /// difference, up to as many bytes as are worth the looking: a long one would take for ever.
    @Test(arguments: [
        (10, true), (5000, true), (65_000, true), (66_400, false), (4_000_000, false),
    ])
    func aSectionWithoutAnEndIsReadInPart(_ count: Int, _ isRead: Bool) {
        let input = Array("<a><![CDATA[\(String(repeating: "x", count: count))".utf8)
        let whole = Reading(input)
        #expect(whole.rules == ["xml.document.cut"])
        // The last 300 bytes may be those before its end.
        let told = Reading.text(input).count
        #expect((told > count - 302) == isRead)
        #expect(isRead || told < 64 << 10)
        if isRead { #expect(Reading(input, piece: 977) == whole) }
    }

    @Test(arguments: [10, 5000, 300_000], [700, 65536, Int.max])
    func longSectionsAndValuesAreWhole(_ count: Int, _ piece: Int) {
        let text = String(repeating: "<&>] ", count: count)
        let value = String(repeating: "v > ", count: count)
        let input = "<a><![CDATA[\(text)]]><!--\(text)--><b c='\(value)'/></a>"
        let reading = Reading(input, piece: piece)
        let end = 12 + text.utf8.count + 3
        #expect(reading.events[2].hasPrefix("'\(text)' 3-\(end):1"))
        #expect(reading.events[3].hasPrefix("<!--\(text)--> \(end)-"))
        #expect(reading.events[4].hasPrefix("b c='\(value)' "))
        #expect(reading.findings == [])
    }
}
