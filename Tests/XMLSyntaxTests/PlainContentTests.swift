import Foundation
import Testing

@testable import XMLSyntax

/// What is read without libxml2 brings what libxml2 brings, whatever it is.
struct PlainContentTests {
    /// Contents of an element, each between plain ones.
    @Test(arguments: [
        "", "t", "<a/>", "<a></a>", "<a>t</a>", "<a b='1'/>", "<a b=\"1\" c='2'/>", "<a b=''/>",
        "<a  b='1'\n  c='2'\n/>", "<a b='1'/ >", "<a b='1'c='2'/>", "<a b ='1'/>", "<a b= '1'/>",
        "<a b=1/>", "<a b/>", "<a b='1' b='2'/>", "<a b='1' c='2' b='1'/>", "<a b='x>y'/>",
        "<a b='x/y'/>", "<a b='\"'/>", "<a b=\"'\"/>", "<a b='&amp;'/>", "<a b='&#65;'/>",
        "<a b='<'/>", "<a b='x\ny'/>", "<a b='x\ty'/>", "<a b='x\r\ny'/>", "<a b='é'/>",
        "<a b=' x  y '/>", "<a b='\u{1}'/>", "<a b='\u{7F}'/>", "<a b=']]>'/>", "<é/>",
        "<a é='1'/>",
        "<a></b>", "<a><b></a></b>", "</r>", "</a>", "<a", "<a b='", "<a b='1'", "<a/", "< a/>",
        "<a/><", "<1/>", "<-a/>", "<.a/>", "<a1-_.b/>", "<a 1='x'/>", "<a xmlns='v'><b/></a><b/>",
        "<a xmlns=''><b/></a><b/>", "<xmlns/><a xmlns='v'><b/></a>",
        "<a xmlns=''><xmlns/><a xmlns='v'/></a>",
        "<a><!--->t<b/> --></a>", "<a xmlns='u'><b/></a>", "<a xmlns:p='v'><p:b p:c='1'/></a>",
        "<p:a/>", "<a p:b='1'/>", "<p:a xmlns:p='v'><b/></p:a>", "<a xml:lang='en'/>",
        "<a xml:lang='en'>t</a>t", "<include xmlns='http://www.w3.org/2001/XInclude'/>",
        "<a>t\nt</a>", "<a>t\tt</a>", "<a>t\r\nt</a>", "<a>\r\n<b/>\r\n</a>", "<a>\r<b/></a>",
        "<a>t]t</a>", "<a>t]]>t</a>", "<a>t>t</a>", "<a>&lt;</a>", "<a>t&amp;t</a>", "<a>é</a>",
        "<a>&nope;</a>", "<a>t\u{1}t</a>", "<a>t\u{7F}t</a>", "t<a/>t<b/>t", " t <a/> t ",
        "\n\n<a/>\n",
        "<!-- c -->", "<a><!-- c --></a>", "t<!-- c -->t", "<!-- c --> <!-- d -->", "<!-- -- -->",
        "<?p d?>", "<?xml version='1.0'?>", "<![CDATA[t]]>", "<a><![CDATA[]]><b/></a>",
        "<a>t<![CDATA[<]]>t</a>", "<![CDATA[]]>", "<!DOCTYPE a>", "<a>\0</a>", "<a b='\0'/>",
        "<a><b><c><d><e/></d></c></b></a>", "<aaaaaaa/><aaaaaaaa/><aaaaaaaaa/>",
        "<aaaaaaaaaaaaaaaa/><aaaaaaaaaaaaaaaaa/><aaaaaaaaaaaaaaaaaaaaaaaaa/>",
        "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/><aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/>",
        "<a aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa='1'/>",
        "<a b1='' b2='' b3='' b4='' b5='' b6='' b7='' b8=''/>",
        "<a b1='' b2='' b3='' b4='' b5='' b6='' b7='' b8='' b9='' b1=''/>",
        "<a>12345678<b>1234567</b>123456789</a>", "<a b='12345678' c='1234567' d='123456789'/>",
        "<a b='1'/>                                                           <b/>",
    ])
    func contents(_ content: String) {
        let plain = "<a><b c='1'>t</b>\n  <d/></a>"
        let some = String(repeating: plain, count: 6)
        let all = some + content + some + content + plain
        Self.expectSame("<r xmlns='u'>\(all)</r>")
        Self.expectSame("<?xml version='1.0'?>\n<r>\(all)</r>\n<r xmlns='w'>\(all)</r>")
    }

    @Test(arguments: [
        "", "<!-- c -->", "<!-- <x> -->", "<!---><x -->", "<!--><x> -->", "<?p <x ?>",
    ])
    func prologs(_ prolog: String) {
        let root = "<r>" + String(repeating: "<a b='c'>t</a>", count: 30) + "</r>"
        let blanks = String(repeating: " ", count: 80)
        Self.expectSame("<?xml version='1.0'?>\(prolog)\n\(root)")
        Self.expectSame("<?xml version='1.0'?>\(blanks)\n\(prolog)\n\(root)")
    }

    @Test(arguments: [1, 2, 3, 63, 64, 65, 66, 200]) func depths(_ depth: Int) {
        let open = (0..<depth).map { "<e\($0 % 3)>" }.joined()
        let close = (0..<depth).reversed().map { "</e\($0 % 3)>" }.joined()
        let nest = open + "<e0/>t<e1/>" + close
        var limits = XMLLimits()
        Self.expectSame("<r>\(nest)\(nest)\(nest)\(nest)</r>", limits)
        limits.depth = 64
        Self.expectSame("<r>\(nest)\(nest)\(nest)\(nest)</r>", limits)
    }

    @Test func limits() {
        let plain = String(
            repeating: "<a><b c='123456789'>12345678901</b>\n <d e='' f=''/></a>", count: 9)
        for least in [0, 1, 2, 3, 8, 9, 10, 11, 12, 17, 18, 24] {
            for limit in [\XMLLimits.attributes, \.textBytes, \.nameBytes, \.names, \.tokenBytes] {
                var limits = XMLLimits()
                limits[keyPath: limit] = least
                Self.expectSame("<r>\(plain)</r>", limits)
            }
        }
    }

    /// All our samples, by the schema and without it.
    @Test(arguments: [
        "fhir-closed-loop", "fhir-defects", "fhir-request", "referral-note",
        "referral-note-defects",
        "turnpike", "turnpike-defects",
    ])
    func samples(_ name: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sample = try Data(contentsOf: root.appending(path: "samples/referrals/\(name).xml"))
        let schema = try XMLSchema(
            String(
                contentsOf: root.appending(path: "grammars/referrals/turnpike-referral.xsd"),
                encoding: .utf8))
        let whole = Reading([UInt8](sample) + [UInt8](repeating: 0x20, count: 300))
        #expect(whole.plainCount > sample.count / 4, "\(whole.plainCount)")
        Self.expectSame([UInt8](sample), XMLLimits(), schema)
        Self.expectSame([UInt8](sample), XMLLimits())
        Self.damage([UInt8](sample), rounds: 6) { Self.expectSame($0, XMLLimits(), schema) }
    }

    /// Bytes of a document may be others, be missing or come twice.
    @Test func damageIsTheSame() {
        let part =
            "<a b='1' cc=\"22\">t<d/>\n <e>&lt;</e><!-- f --></a>\n<g xmlns='v'><a h='i'>j</a></g>"
        let text = "<r xmlns='u'>" + String(repeating: part, count: 5) + "</r>"
        Self.damage(Array(text.utf8), rounds: 300) { Self.expectSame($0, XMLLimits()) }
    }

    /// What is told of is read without libxml2, up to what is not plain and behind it.
    @Test func mostIsPlain() {
        let element = "<a b='1'><c>t</c>\n</a>"
        let all =
            String(repeating: element, count: 100) + "<d>&amp;</d>"
            + String(repeating: element, count: 100)
        let reading = Reading("<r>\(all)</r>" + String(repeating: " ", count: 300))
        #expect(reading.plainCount > all.utf8.count * 9 / 10)
        #expect(Reading("<r>\(all)</r>".utf16()).plainCount == 0)
    }

    private static func damage(_ bytes: [UInt8], rounds: Int, _ check: ([UInt8]) -> Void) {
        var seed: UInt64 = 1
        func draw(_ below: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: seed >> 33) % max(1, below)
        }
        let odd = Array("<>/='\" \n\r\t&;!?-[]abx:\0é".utf8) + [0x80, 0xFF]
        for _ in 0..<rounds {
            var damaged = bytes
            for _ in 0...draw(3) {
                let place = draw(damaged.count)
                switch draw(4) {
                case 0: damaged.remove(at: place)
                case 1: damaged.insert(odd[draw(odd.count)], at: place)
                case 2: damaged.insert(contentsOf: damaged[place...].prefix(draw(40)), at: place)
                default: damaged[place] = odd[draw(odd.count)]
                }
            }
            check(damaged)
        }
    }

    private static func expectSame(_ text: String, _ limits: XMLLimits = XMLLimits()) {
        expectSame(Array(text.utf8), limits)
    }

    /// In whole and in pieces, with white space behind the document so that its end is plain, too.
    private static func expectSame(
        _ bytes: [UInt8], _ limits: XMLLimits, _ schema: XMLSchema? = nil
    ) {
        let padded = bytes + [UInt8](repeating: 0x20, count: 300)
        for (bytes, piece, keepsBlankText) in [
            (padded, Int.max, true), (padded, 150, false), (bytes, 1000, false),
        ] {
            let usual = Reading(
                bytes, piece: piece, limits: limits, schema: schema,
                keepsBlankText: keepsBlankText, readsPlain: false)
            let plain = Reading(
                bytes, piece: piece, limits: limits, schema: schema,
                keepsBlankText: keepsBlankText)
            #expect(plain.events == usual.events, "\(piece)")
            #expect(plain.spots == usual.spots, "\(piece)")
        }
    }
}
