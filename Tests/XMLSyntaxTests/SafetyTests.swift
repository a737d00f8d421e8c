import CLibXML2
import Diagnostics
import Foundation
import Testing

@testable import XMLSyntax

/// Documents that were made to harm who reads them.
struct SafetyTests {
    /// A file that must not be read; its text may appear nowhere.
    static let secret: String = {
        let path =
            NSTemporaryDirectory()
            + "turnpike-secret-\(ProcessInfo.processInfo.processIdentifier).xml"
        try? Data("<canary>opened</canary>".utf8).write(to: URL(filePath: path))
        return path
    }()

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let input: String
        let rules: Set<String>
        var testDescription: String { name }

        init(_ name: String, _ input: String, _ rules: String...) {
            self.name = name
            self.input = input
            self.rules = Set(rules)
        }
    }

    static let laughs = (1...9).map {
        "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    .joined()

    static let cases = [
        Case(
            "external entity",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file://\(secret)\">]><a>&e;</a>",
            "xml.doctype.refused"),
        Case(
            "parameter entity",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file://\(secret)\"> %p;]><a/>",
            "xml.doctype.refused"),
        Case(
            "external subset", "<!DOCTYPE a SYSTEM \"file://\(secret)\"><a/>", "xml.doctype.refused"
        ),
        Case(
            "public subset",
            "<!DOCTYPE a PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"http://127.0.0.1:9/x.dtd\"><a/>",
            "xml.doctype.refused"),
        Case(
            "billion laughs",
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY l0 \"ha\">\(laughs)]><a>&l9;</a>",
            "xml.doctype.refused"),
        Case(
            "quadratic blow-up",
            "<!DOCTYPE a [<!ENTITY e \"\(String(repeating: "x", count: 50_000))\">]><a>"
                + String(repeating: "&e;", count: 50_000) + "</a>", "xml.doctype.refused"),
        Case("undeclared entity", "<a>&nbsp;</a>", "xml.entity.undeclared"),
        Case(
            "XInclude",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(secret)' parse='text'/></a>",
            "xml.include.ignored"),
        Case("catalog", "<?oasis-xml-catalog catalog='file://\(secret)'?><a/>"),
        Case("stylesheet", "<?xml-stylesheet href='file://\(secret)' type='text/xsl'?><a/>"),
        Case(
            "schema hint",
            "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                + "xsi:noNamespaceSchemaLocation='file://\(secret)'/>"),
        Case(
            "text of 12 MB", "<a>\(String(repeating: "x", count: 12_000_000))</a>", "xml.limit.text"
        ),
        Case(
            "value of 12 MB", "<a b='\(String(repeating: "x", count: 12_000_000))'/>",
            "xml.limit.text", "xml.attribute.malformed", "xml.limit.token", "xml.markup.malformed"),
        Case(
            "section of 12 MB", "<a><![CDATA[\(String(repeating: "x", count: 12_000_000))]]></a>",
            "xml.limit.text", "xml.limit.token", "xml.markup.malformed"),
        Case(
            "comment of 18 MB", "<a><!--\(String(repeating: "x", count: 18_000_000))--></a>",
            "xml.limit.token"),
        Case("100,000 deep", String(repeating: "<a>", count: 100_000), "xml.limit.depth"),
        Case(
            "100,000 attributes",
            "<a " + (0..<100_000).map { "a\($0)='' " }.joined() + "/>", "xml.limit.attributes"),
        Case(
            "namespaces everywhere",
            (0..<200).map { "<a xmlns:p\($0)='u' xmlns:q\($0)='u'>" }.joined(),
            "xml.limit.namespaces"),
        Case("long name", "<\(String(repeating: "n", count: 60_000))/>", "xml.limit.name"),
        Case(
            "many names", "<a>" + (0..<60_000).map { "<n\($0)/>" }.joined() + "</a>",
            "xml.limit.names"),
        Case(
            "UTF-7", "<?xml version='1.0' encoding='UTF-7'?><a>+ADw-b+AD4-</a>",
            "xml.encoding.refused"),
        Case("EBCDIC name", "<?xml version='1.0' encoding='IBM037'?><a/>", "xml.encoding.refused"),
        Case(
            "no such encoding", "<?xml version='1.0' encoding='x-none'?><a/>",
            "xml.encoding.refused"),
        Case("number of NUL", "<a>&#0;</a>", "xml.character.forbidden"),
        Case("number of a surrogate", "<a>&#xD800;</a>", "xml.character.forbidden"),
        Case("control character", "<a>\u{1}</a>", "xml.character.forbidden"),
        Case("< in a value", "<a b='<'/>", "xml.attribute.malformed"),
        Case("value without quotes", "<a b=1/>", "xml.attribute.malformed"),
        Case("attribute twice", "<a b='1' b='2'/>", "xml.attribute.repeated"),
        Case(
            "attribute twice by namespace", "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
            "xml.attribute.repeated"),
        Case("prefix undeclared", "<p:a/>", "xml.namespace.undeclared"),
        Case("declaration later", "<a><?xml version='1.0'?></a>", "xml.markup.malformed"),
        Case("comment with --", "<a><!-- -- --></a>", "xml.markup.malformed"),
        Case("section outside", "<![CDATA[x]]>", "xml.markup.malformed", "xml.document.none"),
    ]

    @Test(arguments: cases) func saysWhatItWas(_ test: Case) {
        for piece in [Int.max, 65536] {
            let reading = Reading(test.input, piece: piece)
            let rules = Set(reading.rules)
            #expect(test.rules.isEmpty ? rules.isEmpty : !rules.isEmpty)
            #expect(rules.isSubset(of: test.rules), "\(rules)")
            #expect(!reading.events.contains { $0.contains("opened") })
        }
    }

    /// Text that is encoded and says so may have any length; other text beside it may not.
    @Test(arguments: [
        ("<a><b r='64'>LONG</b>x</a>", []), ("<a><b r='64'>s</b>LONG</a>", ["xml.limit.text"]),
        ("<a><b r='64'><c>LONG</c></b></a>", ["xml.limit.text"]), ("<a r='64'><b/>LONG</a>", []),
        ("<a><b r='6'>LONG</b></a>", ["xml.limit.text"]),
        ("<a><b r='64'>LONG<!-- x -->LONG</b><b>s</b></a>", []),
    ])
    func encodedTextIsLetGo(_ text: String, _ rules: [String]) {
        var limits = XMLLimits()
        limits.textBytes = 100
        let input = Array(text.replacing("LONG", with: String(repeating: "QUJD", count: 100)).utf8)
        for piece in [Int.max, 7] {
            let reading = Reading(
                input, piece: piece, limits: limits, names: XMLNames([XMLNameText("r")]),
                encoded: EncodedMark(XMLName(index: 0), "64"))
            #expect(reading.rules == rules)
            #expect(reading.lettingGo.allSatisfy { $0 == 400 })
            #expect(rules.isEmpty == !reading.lettingGo.isEmpty)
        }
    }

    /// A document has a limit as a whole, which is looked at before each piece; the next one counts
    /// anew.
    @Test(arguments: [7, 50]) func aDocumentThatIsTooLongIsNamed(_ piece: Int) {
        var limits = XMLLimits()
        limits.documentBytes = 400
        let short = Array("<a>\(String(repeating: "<b/>", count: 80))</a>".utf8)
        let long = Array("<a>\(String(repeating: "<b/>", count: 120))</a>".utf8)
        #expect(Reading(short + short, piece: piece, limits: limits).rules == [])
        let rules = Reading(long, piece: piece, limits: limits).rules
        #expect(rules == ["xml.limit.document"])
    }

    /// What libxml2 says where memory ends has its name.
    @Test func theEndOfMemoryIsNamed() {
        var error = xmlError()
        error.code = Int32(XML_ERR_NO_MEMORY.rawValue)
        error.level = XML_ERR_FATAL
        #expect(ParserError(error).rule.description == "xml.limit.memory")
    }

    static let invalid: [[UInt8]] = [
        [0xFF], [0xC0, 0x80], [0xE9], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
        [0xE2, 0x82],
    ]

    @Test(arguments: invalid, [Int.max, 1]) func badUTF8IsNamed(_ bytes: [UInt8], _ piece: Int) {
        let input = Array("<a>ok".utf8) + bytes + Array("</a>".utf8)
        let reading = Reading(input, piece: piece)
        #expect(
            Set(reading.rules).isSubset(of: ["xml.encoding.invalid", "xml.character.forbidden"]))
        #expect(reading.rules.count == 1)
    }

    /// Cut at any byte, a document is broken or whole, and never something else.
    @Test(arguments: [Int.max, 1]) func truncationIsNamed(_ piece: Int) {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- é --><?p q?><a xmlns="u" b='1 &amp; "2"'>t&#xE9;&lt;<![CDATA[<x>]]>
              <c d='>'/><e>é\u{1F600}</e><!-- c --></a>
            """
        let bytes = Array(text.utf8)
        for count in 1..<bytes.count {
            let reading = Reading(Array(bytes[..<count]), piece: piece)
            #expect(reading.rules == ["xml.document.cut"], "\(count)")
            #expect(reading.events.last?.hasPrefix("broken") == true, "\(count)")
        }
        #expect(Reading(bytes, piece: piece).rules == [])
    }

    /// Any byte of a document may be another: no crash, and every event inside the input.
    @Test func damageIsSurvived() {
        let bytes = Array("<?xml version='1.0'?><a b='1'>t<c/>&lt;<!-- d --></a>\n<e>f</e>".utf8)
        for index in bytes.indices {
            for value: UInt8 in [
                0, 0x20, 0x21, 0x22, 0x26, 0x27, 0x2F, 0x3C, 0x3E, 0x3F, 0x5B, 0x80, 0xFF,
            ] {
                var damaged = bytes
                damaged[index] = value
                let whole = Reading(damaged)
                let single = Reading(damaged, piece: 1)
                #expect(whole.events == single.events, "\(index) \(value)")
                #expect(whole.rules == single.rules, "\(index) \(value)")
                for finding in whole.findings {
                    #expect(finding.range.start >= 0 && finding.range.end <= bytes.count)
                    #expect(finding.range.start <= finding.range.end)
                }
            }
        }
    }

    /// Whoever asks libxml2 in this process to load something gets nothing.
    @Test func nothingIsLoadedByAnyone() {
        _ = Reading("<a/>")
        #expect(xmlReadFile(Self.secret, nil, Int32(XML_PARSE_NOERROR.rawValue)) == nil)
    }
}
