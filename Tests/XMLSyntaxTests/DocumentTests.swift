import Testing

@testable import XMLSyntax

/// Several documents in one input, and encodings.
struct DocumentTests {
    /// What stands between documents has its line and column, from 1.
    @Test(arguments: [
        ("<a>\n</a>\n  junk", 3, 3), ("<a/>junk", 1, 5),
        ("<a/>\njunk\n<?xml version='1.0'?><b/>", 2, 1),
        ("<a>\n\n</a> junk\n\n<?xml version='1.0'?><b/>\n", 3, 6),
    ])
    func junkHasItsPlace(_ text: String, _ line: Int, _ column: Int) {
        for piece in [Int.max, 1, 3] {
            let first = Reading(text, piece: piece).findings.first
            #expect(first?.rule.description == "xml.document.trailing")
            #expect(first?.line == line)
            #expect(first?.column == column || (piece < Int.max && first?.column == 0))
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let input: String
        let outline: String
        let rules: [String]
        var testDescription: String { input }

        init(_ input: String, _ outline: String, _ rules: String...) {
            self.input = input
            self.outline = outline
            self.rules = rules
        }
    }

    static let cases = [
        Case("", ""),
        Case(" \n\t", ""),
        Case("<a/><b/>", "a@0 over@4 b@4 over@8"),
        Case("<a/>\n\n<b/>\n", "a@0 over@4 b@6 over@10"),
        Case("<a/><!-- c --><?p q?> <b/>", "a@0 over@4 b@22 over@26"),
        Case("<a/><?xml version='1.0'?><b/>", "a@0 over@4 b@25 over@29"),
        Case("<a/><?xml-stylesheet x?>\n<b/>", "a@0 over@4 b@25 over@29"),
        Case("<a/>\u{FEFF}<b/>", "a@0 over@4 b@7 over@11"),
        Case("<a/><?x?><b/>", "a@0 over@4 b@9 over@13"),
        Case("<a/><?xm ? > ?><b/>", "a@0 over@4 b@15 over@19"),
        Case("<a/><!-- - --><!----><!---> --><b/>", "a@0 over@4 b@31 over@35"),
        // What is malformed behind a document is told, and what comes behind that is read.
        Case("<a/><!-- x -- y --><b/>", "a@0 over@4 b@19 over@23", "xml.markup.malformed"),
        Case("<a/><!-- x ---><b/>", "a@0 over@4 b@15 over@19", "xml.markup.malformed"),
        Case("<a/><!-- -- -- --><b/>", "a@0 over@4 b@18 over@22", "xml.markup.malformed"),
        Case("<a/><? ?><b/>", "a@0 over@4 b@9 over@13", "xml.markup.malformed"),
        Case("<a/><?1?><b/>", "a@0 over@4 b@9 over@13", "xml.markup.malformed"),
        Case("<a/><?xml?><b/>", "a@0 over@4 b@11 over@15", "xml.markup.malformed"),
        Case("<a/><?XML x?><b/>", "a@0 over@4 b@13 over@17", "xml.markup.malformed"),
        Case("<a/><?p=1?><b/>", "a@0 over@4 b@11 over@15", "xml.markup.malformed"),
        Case("<a/><?p? ?><b/>", "a@0 over@4 b@11 over@15", "xml.markup.malformed"),
        Case("<a/><!-- \u{1} --><b/>", "a@0 over@4 b@14 over@18", "xml.character.forbidden"),
        Case(
            "<a/><!- x --><?xml version='1.0'?><b/>", "a@0 over@4 broken@4 b@34 over@38",
            "xml.markup.malformed"),
        Case("<!--> a comment --><a/>", "a@19 over@23"),
        Case("<!-- c --><!--> <b> --><a/>", "a@23 over@27"),
        Case("<!-- c --><!---> <b> --><a/>", "a@24 over@28"),
        Case("<!--><a/>", "broken@0", "xml.markup.malformed"),
        Case("<a/>text<b/>", "a@0 over@4", "xml.document.trailing"),
        Case(
            "<a/>text<?xml version='1.0'?><b/>", "a@0 over@4 b@29 over@33",
            "xml.document.trailing"),
        Case("<a/><!--", "a@0 over@4", "xml.document.cut"),
        Case("<a><?xml version='1.0'?><b/>", "a@0 broken@3 b@24 over@28", "xml.markup.malformed"),
        Case(
            "<a></b><?xml version='1.0'?><c/>", "a@0 broken@3 c@28 over@32",
            "xml.element.mismatch"),
        Case(
            "<a b='<?xml version=\"1.0\"?><c/>", "broken@0 c@27 over@31", "xml.attribute.malformed"),
        Case("{\"a\": 1}", "broken@0", "xml.document.none"),
        Case("ISA*00*", "broken@0", "xml.document.none"),
        Case("x", "broken@0", "xml.document.none"),
        // What is wrong is known before all bytes of the next letter are.
        Case("<?xml version='1.0'?>\u{A05}<a/>", "broken@21", "xml.document.none"),
        Case("<a>&x;\u{A05}</a>", "a@0 broken@3", "xml.entity.undeclared"),
        Case("<a>&x;\u{1}</a>", "a@0 broken@3", "xml.entity.undeclared"),
        Case("<a>&#1;\u{A05}</a>", "a@0 broken@3", "xml.character.forbidden"),
        Case("<", "broken@0", "xml.document.cut"),
        Case("<?xml", "broken@0", "xml.document.cut"),
        Case("<aa>", "aa@0 broken@4", "xml.document.cut"),
    ]

    static func outline(_ reading: Reading) -> String {
        reading.events.filter { !$0.hasPrefix("/") && !$0.hasPrefix("document") }
            .map { line in
                let parts = line.split(separator: " ")
                let start = parts.last?.prefix { $0 != "-" } ?? ""
                return "\(parts[0])@\(start)"
            }
            .filter { !$0.hasPrefix("'") && !$0.hasPrefix("<") }
            .joined(separator: " ")
    }

    @Test(arguments: cases, [Int.max, 1, 2, 5]) func documents(_ test: Case, _ piece: Int) {
        let reading = Reading(test.input, piece: piece)
        #expect(Self.outline(reading) == test.outline)
        #expect(reading.rules == test.rules)
    }

    @Test(arguments: [100, 65536, Int.max]) func manyDocumentsAreCounted(_ piece: Int) {
        let document = "<?xml version=\"1.0\"?>\n<r><v n='1'>text</v></r>\n"
        let reading = Reading(String(repeating: document, count: 2000), piece: piece)
        #expect(reading.documentCount == 2000)
        #expect(reading.events.filter { $0.hasPrefix("over") }.count == 2000)
        let length = document.utf8.count
        #expect(reading.events.last == "over \(2000 * length - 1)-\(2000 * length - 1):4000")
    }

    // MARK: Encodings

    static let text = "<a x='é'>ü\u{1F600}<b/>\nß<!--c--></a>"

    @Test(arguments: [Int.max, 1, 3, 50]) func utf16IsRead(_ piece: Int) {
        for bigEndian in [false, true] {
            for mark in [false, true] {
                for declaration in [
                    "", "<?xml version='1.0' encoding='UTF-16'?>",
                    "<?xml version='1.0' encoding='UTF-8'?>",
                ] {
                    // Without a mark only the declaration tells.
                    if !mark, declaration.isEmpty { continue }
                    let text = declaration + Self.text
                    let bytes = text.utf16(bigEndian: bigEndian, mark: mark)
                    let reading = Reading(bytes + bytes, piece: piece)
                    #expect(reading.rules == [])
                    #expect(reading.documentCount == 2)
                    let places = (0..<2).map { index in
                        let base =
                            index * bytes.count + (mark ? 2 : 0)
                            + 2 * declaration.utf16.count
                        return "a x='é' \(base)-\(base + 18):\(index + 1)"
                    }
                    #expect(reading.events.filter { $0.hasPrefix("a x") } == places)
                    let ends = reading.events.filter { $0.hasPrefix("over") }
                    #expect(
                        ends.map { $0.prefix { $0 != "-" } } == [
                            "over \(bytes.count)", "over \(2 * bytes.count)",
                        ])
                }
            }
        }
    }

    /// Columns count bytes from behind the whole unit that ends a line.
    @Test(arguments: [false, true], [false, true])
    func columnsOfUTF16(_ isBigEndian: Bool, _ hasMark: Bool) {
        let lines = [
            "<?xml version='1.0' encoding='UTF-16'?>", "<a>", "\u{10A}\u{A05}",
            "  <b x='\u{10A}'></c>",
        ]
        let text = lines.joined(separator: "\n")
        let bytes = text.utf16(bigEndian: isBigEndian, mark: hasMark)
        for piece in [Int.max, 1, 3, 64, 65] {
            let found = Reading(bytes, piece: piece).findings.first
            #expect(found?.rule.description == "xml.element.mismatch")
            #expect(found?.line == 4)
            let column = 2 * "  <b x='C'>".count + 1
            #expect(found?.column == column || (piece < Int.max && found?.column == 0), "\(piece)")
        }
        let junk = Reading("<a>\n</a>\n  junk".utf16(bigEndian: isBigEndian)).findings.first
        #expect(junk?.line == 3)
        #expect(junk?.column == 5)
    }

    /// In two bytes a unit hyphens follow one another as units do.
    @Test(
        arguments: [
            ("<a/><!-- x -- y -->", true), ("<a/><!-- x --->", true), ("<a/><!-- - - -->", false),
            ("<a/><!-- \u{2D2D} \u{2D2D}x -->", false), ("<a/><?\u{420} \u{420}?>", false),
            ("<a/><? ?>", true), ("<a/><?p?x?>", true), ("<a/><!-- \u{A0D}\u{12D} -->", false),
        ], [false, true])
    func commentsOfUTF16(_ comment: (text: String, isTold: Bool), _ isBigEndian: Bool) {
        let bytes = comment.text.utf16(bigEndian: isBigEndian)
        for piece in [Int.max, 1, 3] {
            let rules = Reading(bytes + bytes, piece: piece).rules
            #expect(
                rules == (comment.isTold ? ["xml.markup.malformed", "xml.markup.malformed"] : []))
        }
    }

    /// A letter of which half is white space is none.
    @Test(arguments: ["\u{A05}", "\u{50A}", "\u{2028}", "\u{43C}"], [false, true])
    func lettersBehindUTF16(_ letter: String, _ isBigEndian: Bool) {
        let next = "<?xml version='1.0'?>\n<b/>".utf16(bigEndian: isBigEndian, mark: false)
        let bytes = "<a/>\n\(letter)".utf16(bigEndian: isBigEndian) + next
        for piece in [Int.max, 1, 3] {
            let reading = Reading(bytes, piece: piece)
            #expect(reading.spots.first?.hasPrefix("xml.document.trailing 12-14 2:") == true)
            #expect(reading.rules.count == 1)
            #expect(reading.events.contains { $0.hasPrefix("b 58-66:3") })
        }
    }

    /// libxml2 goes on in the encoding that is declared, from where it has read to.
    @Test(arguments: ["UTF-16LE", "UTF-16BE", "ISO-8859-1", "UTF-8"], [Int.max, 1, 3, 50])
    func otherUnitsThanDeclaredAreTold(_ encoding: String, _ piece: Int) {
        let text = "<?xml version='1.0' encoding='\(encoding)'?><a>\u{A05}</a>"
        let isOfBytes = encoding == "ISO-8859-1"
        let next = Array("<?xml version='1.0'?><b/>".utf8)
        for (bytes, isRead) in [
            (Array(text.utf8), isOfBytes || encoding == "UTF-8"),
            (text.utf16(mark: false), encoding == "UTF-16LE" || encoding == "UTF-8"),
            (text.utf16(), encoding == "UTF-16LE" || encoding == "UTF-8"),
            (text.utf16(bigEndian: true), encoding == "UTF-16BE" || encoding == "UTF-8"),
        ] {
            let reading = Reading(bytes + next, piece: piece)
            #expect(reading.places == (isRead ? [] : ["xml.encoding.invalid 0-0"]))
            #expect(reading.documentCount == 2)
        }
    }

    /// The comment is told of from its beginning.
    @Test(arguments: [Int.max, 1, 3]) func aMalformedCommentHasItsPlace(_ piece: Int) {
        let found = Reading("<a/>\n <!-- x\n y -- z -->\n", piece: piece).findings
        #expect(found.map(\.range.start) == [6])
        #expect(found.map(\.line) == [2])
        #expect(found.allSatisfy { $0.column == 2 || (piece < Int.max && $0.column == 0) })
    }

    /// Units of four bytes, in any order, are refused by name, and what follows is read.
    @Test(arguments: ["", "UTF-32", "ISO-10646-UCS-4", "UTF-8"], [Int.max, 1, 3, 50])
    func utf32IsRefused(_ encoding: String, _ piece: Int) {
        let declaration = encoding.isEmpty ? "" : "<?xml version='1.0' encoding='\(encoding)'?>"
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
            for mark in ["", "\u{FEFF}"] where mark.isEmpty || order[1] == 1 || order[1] == 2 {
                let bytes = (mark + declaration + Self.text).unicodeScalars.flatMap { scalar in
                    order.map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * $0)) }
                }
                let next = Array("<?xml version='1.0'?><b/>".utf8)
                let reading = Reading(bytes + next, piece: piece)
                #expect(reading.rules == ["xml.encoding.refused"], "\(order)")
                #expect(reading.documentCount == 2)
                #expect(Reading(bytes, piece: piece).rules == ["xml.encoding.refused"])
            }
        }
    }

    /// Names of what libxml2 reads in some pieces only.
    @Test(arguments: ["ISO-10646-UCS-2", "UCS-2", "UTF-32"], [Int.max, 1, 50])
    func encodingsOfFewReadersAreRefused(_ encoding: String, _ piece: Int) {
        for bigEndian in [false, true] {
            let text = "<?xml version='1.0' encoding='\(encoding)'?>" + Self.text
            let bytes = text.utf16(bigEndian: bigEndian, mark: false)
            #expect(Reading(bytes, piece: piece).rules == ["xml.encoding.refused"])
        }
    }

    @Test(arguments: ["ISO-8859-1", "windows-1252", "latin1"], [Int.max, 1, 50])
    func oneByteEncodingsAreRead(_ encoding: String, _ piece: Int) {
        let declaration = "<?xml version='1.0' encoding='\(encoding)'?>\n"
        let bytes =
            Array(declaration.utf8) + [0x3C, 0x61, 0x3E, 0xE9, 0xFC]
            + Array("<b/><c>x</c></a>".utf8)
        let base = declaration.utf8.count
        let reading = Reading(bytes, piece: piece)
        #expect(reading.rules == [])
        #expect(
            reading.events == [
                "document 0-0:1", "a \(base)-\(base + 3):2", "'éü' \(base + 3)-\(base + 5):2",
                "b \(base + 5)-\(base + 9):2", "/b \(base + 9)-\(base + 9):2",
                "c \(base + 9)-\(base + 12):2", "'x' \(base + 12)-\(base + 13):2",
                "/c \(base + 13)-\(base + 17):2", "/a \(base + 17)-\(base + 21):2",
                "over \(base + 21)-\(base + 21):2",
            ])
    }

    /// Far into a long input in another encoding the bytes are still exact.
    @Test func offsetsStayExactWhereBytesAreConverted() {
        let declaration = "<?xml version='1.0' encoding='ISO-8859-1'?><a>"
        var bytes = Array(declaration.utf8)
        for _ in 0..<20_000 { bytes += [0xE9, 0xE9, 0x3C, 0x62, 0x2F, 0x3E] }
        bytes += Array("</a>".utf8)
        let reading = Reading(bytes)
        let end = bytes.count
        #expect(reading.events.suffix(2) == ["/a \(end - 4)-\(end):1", "over \(end)-\(end):1"])
    }
}
