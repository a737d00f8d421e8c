import Diagnostics
import Testing

@testable import XMLSyntax

/// What is told of long texts, and of bytes that are no characters, does not depend on the pieces in
/// which they come.
struct BrokenTextTests {
    /// An encoding, and bytes that are no characters in it.
    struct Encoding: Sendable, CustomTestStringConvertible {
        let name: String
        let width: Int
        let isBigEndian: Bool
        let invalid: [UInt8]
        var testDescription: String { "\(name) \(invalid)" }

        init(_ name: String, _ invalid: UInt8..., width: Int = 1, bigEndian: Bool = false) {
            self.name = name
            self.width = width
            isBigEndian = bigEndian
            self.invalid = invalid
        }

        /// The bytes of a text, with those that are no characters for each `¤`.
        func bytes(of text: String) -> [UInt8] {
            text.unicodeScalars.flatMap { scalar -> [UInt8] in
                if scalar == "¤" { return invalid }
                if width == 1 {
                    let isLatin = name != "UTF-8" && scalar.value < 0x100
                    return isLatin ? [UInt8(scalar.value)] : Array(String(scalar).utf8)
                }
                let units =
                    width == 4 ? [scalar.value] : String(scalar).utf16.map { UInt32($0) }
                return units.flatMap { unit in
                    let shifts = isBigEndian ? (0..<width).reversed() : Array(0..<width)
                    return shifts.map { UInt8(truncatingIfNeeded: unit >> ($0 * 8)) }
                }
            }
        }

        func document(_ body: String) -> [UInt8] {
            let mark: [UInt8] = width == 2 ? isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE] : []
            let declaration = "<?xml version='1.0' encoding='\(name)'?>"
            return mark + bytes(of: "\(declaration)<list xmlns='urn:t'>\(body)")
        }
    }

    static let encodings = [
        Encoding("UTF-8", 0xFF), Encoding("UTF-8", 0xE2, 0x82), Encoding("UTF-8", 0xED, 0xA0, 0x80),
        Encoding("UTF-8", 0x01), Encoding("UTF-16", 0x00, 0xD8, 0x41, 0x00, width: 2),
        Encoding("UTF-16", 0x3C, 0xDC, width: 2), Encoding("UTF-16", 0xFF, 0xFF, width: 2),
        Encoding("UTF-16", 0xD8, 0x00, 0x00, 0x41, width: 2, bigEndian: true),
        Encoding("UTF-16", 0xDC, 0x3C, width: 2, bigEndian: true),
        Encoding("ISO-8859-1", 0x02), Encoding("windows-1252", 0x81), Encoding("US-ASCII", 0x80),
    ]

    static let long = String(repeating: "abc ", count: 200)
    static let accents = String(repeating: "é", count: 500)
    static let item = "<item id='1'><code>AB</code></item>"

    /// Where the bytes stand that are no characters.
    static let bodies = [
        "a¤b</list>", "\(long)¤\(long)</list>", "\(accents)¤\(accents)</list>",
        "<item id='\(accents)¤'/></list>", "<item id='1'><code>AB¤</code></item></list>",
        "<item id='1'><code>\(accents)¤C</code></item></list>", "<it¤em/></list>",
        "<!-- \(accents)¤ --></list>", "<![CDATA[\(accents)¤]]></list>", "<?p \(accents)¤?></list>",
        "\(item)¤</list>", "\(item)\n \(accents)<!-- c -->¤</list>", "x<item id='1'¤/></list>",
        "<![CDATA[x]]>\(accents)¤</list>", "<![CDATA[x]]><![CDATA[\(accents)¤]]></list>",
        "\(accents)<![CDATA[\(accents)<![CDATA[¤", "a&#10;\(accents)\r\n\r¤</list>", "&amp;\r¤",
        "\(accents)", "\(accents)&amp;¤", "¤", "\(item)</list>¤", "\(item)</list><!-- ¤ -->",
        "x</item>¤", "\(accents)¤</list><?xml version='1.0'?><list xmlns='urn:t'>x</list>",
    ]

    @Test(arguments: encodings, bodies.indices)
    func piecesMakeNoDifference(_ encoding: Encoding, _ index: Int) throws {
        let body = Self.bodies[index]
        let schema = try XMLSchema(SchemaTests.text)
        let bytes = encoding.document(body)
        let whole = Reading(bytes, schema: schema)
        for piece in [1, 7, 64, 129] {
            let pieces = Reading(bytes, piece: piece, schema: schema)
            #expect(pieces.places == whole.places, "\(piece)")
            #expect(pieces.events.count == whole.events.count, "\(piece)")
            // Not the whole of long texts is shown.
            let other = zip(pieces.events, whole.events).first { $0 != $1 }
            #expect(other?.0.suffix(60) == other?.1.suffix(60), "\(piece)")
            #expect(other == nil, "\(piece)")
        }
        let broken = whole.rules.filter { !$0.hasPrefix("xml.schema") }
        #expect(broken.allSatisfy { Self.rules.contains($0) }, "\(broken)")
        // Behind a document nobody knows its encoding, and only control characters are none anywhere.
        let isBehind = body.hasPrefix("\(Self.item)</list><!--")
        let isControl = encoding.width == 1 && encoding.invalid[0] < 0x20
        #expect(broken.count == (isBehind && !isControl ? 0 : 1))
    }

    static let rules: Set = [
        "xml.encoding.invalid", "xml.character.forbidden", "xml.document.cut",
        "xml.document.trailing", "xml.element.mismatch", "xml.markup.malformed",
    ]

    /// libxml2 does not read a byte that is alone at the end, which is so in some pieces.
    @Test(arguments: 290...310, ["", "\n", "\r", "<", "&", "]"])
    func theLastByteOfATextThatIsCut(_ count: Int, _ last: String) {
        let text = String(repeating: "x", count: count) + last
        let whole = Reading(Array("<a>\(text)".utf8))
        for piece in [1, 7, 64, count, count + 3] {
            #expect(Reading(Array("<a>\(text)".utf8), piece: piece) == whole, "\(piece)")
        }
    }

    /// Halves of pairs of UTF-16 before the declaration has ended, where libxml2 has converted nothing.
    @Test(arguments: [false, true], ["¤", "<¤", "<?¤", "<?xml ¤", "<?xml version='1.0' ¤?><a/>"])
    func halvesOfPairsAtTheBeginning(_ isBigEndian: Bool, _ text: String) {
        for half in [[0xD8, 0x00, 0xD8, 0xD8], [0xDC, 0x3C, 0x00, 0x41]] as [[UInt8]] {
            let invalid = isBigEndian ? half : [half[1], half[0], half[3], half[2]]
            let encoding = Encoding(
                "UTF-16", invalid[0], invalid[1], invalid[2], invalid[3], width: 2,
                bigEndian: isBigEndian)
            let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
            let bytes = mark + encoding.bytes(of: text + Self.long)
            let whole = Reading(bytes)
            #expect(whole.events.count { $0.hasPrefix("broken") } == 1)
            for piece in [1, 2, 3, 7, 64, 129] {
                #expect(Reading(bytes, piece: piece) == whole, "\(piece)")
            }
        }
    }

    /// UTF-32 is refused by its name, with a byte order mark or without.
    @Test(arguments: [false, true], [[], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] as [[UInt8]])
    func fourBytesAUnitAreRefused(_ isBigEndian: Bool, _ mark: [UInt8]) {
        let encoding = Encoding("UTF-32", width: 4, bigEndian: isBigEndian)
        let whole = Reading(mark + encoding.document("x</list>"))
        #expect(whole.events.count { $0.hasPrefix("broken") } == 1)
        #expect(
            !mark.isEmpty || whole.rules == ["xml.encoding.refused"],
            "\(whole.rules) \(whole.events)")
        for piece in [1, 2, 3, 7, 64, 129] {
            let pieces = Reading(mark + encoding.document("x</list>"), piece: piece)
            #expect(pieces == whole, "\(piece)")
        }
    }

    /// What stands where no text may be is one finding, from its first byte to its last.
    static let texts = [long, accents, "x", "\(accents)&lt;\(long)<![CDATA[\(accents)]]>"]

    @Test(arguments: encodings, texts.indices)
    func aTextIsOneFinding(_ encoding: Encoding, _ index: Int) throws {
        let text = Self.texts[index]
        guard encoding.name != "US-ASCII" || text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        let schema = try XMLSchema(SchemaTests.text)
        let start = encoding.document("").count
        let bytes = encoding.document("\(text)\(Self.item)</list>")
        let count = encoding.bytes(of: text).count
        for piece in [1, 7, 64, Int.max] {
            let reading = Reading(bytes, piece: piece, schema: schema)
            #expect(reading.places == ["xml.schema.text \(start)-\(start + count)"])
        }
    }
}
