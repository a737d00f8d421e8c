import Diagnostics
import Testing

@testable import XMLSyntax

/// What is looked over by tables: libxml2 is not shown it, and would find nothing wrong with it.
struct QuickSchemaTests {
    static let text = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t"
            targetNamespace="urn:t" elementFormDefault="qualified">
          <xs:element name="list">
            <xs:complexType><xs:sequence>
              <xs:element ref="item" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence></xs:complexType>
          </xs:element>
          <xs:element name="item">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="code" type="code"/>
                <xs:element name="part" type="part" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="name" type="text" minOccurs="0"/>
                <xs:element name="word" type="xs:token" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="kind" type="kind" minOccurs="0"/>
              </xs:sequence>
              <xs:attribute name="id" type="text" use="required"/>
              <xs:attribute name="kind" type="kind"/>
              <xs:attributeGroup ref="times"/>
              <xs:attribute name="amount" type="xs:decimal"/>
              <xs:attribute name="flag" type="xs:boolean"/>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="part">
            <xs:sequence><xs:element name="part" type="part" minOccurs="0"/></xs:sequence>
          </xs:complexType>
          <xs:complexType name="code">
            <xs:attribute name="value" type="number" use="required"/>
          </xs:complexType>
          <xs:attributeGroup name="times">
            <xs:attribute name="day" type="day"/>
            <xs:attribute name="moment" type="moment"/>
            <xs:attribute name="instant" type="xs:dateTime"/>
          </xs:attributeGroup>
          <xs:simpleType name="text">
            <xs:restriction base="xs:token"><xs:minLength value="1"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="kind">
            <xs:restriction base="xs:token">
              <xs:enumeration value="big"/><xs:enumeration value="exceptionally"/>
            </xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="number">
            <xs:restriction base="xs:token"><xs:pattern value="[0-9]{3}[A-Za-f]"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="day"><xs:union memberTypes="xs:date"/></xs:simpleType>
          <xs:simpleType name="moment">
            <xs:union memberTypes="xs:date xs:dateTime"/>
          </xs:simpleType>
        </xs:schema>
        """

    static let names = XMLNames(
        ["list", "item", "code", "part", "name", "word", "kind"].map {
            XMLNameText($0, in: "urn:t")
        }
            + ["id", "kind", "day", "moment", "instant", "amount", "flag", "value"].map {
                XMLNameText($0)
            })

    /// Of an element of the language that no table can tell of, there are no tables.
    static let unknown = [
        "<xs:element name='a' type='xs:string'/>",
        "<xs:element name='a' type='xs:ID'/>",
        "<xs:element name='a' type='xs:token' nillable='true'/>",
        "<xs:element name='a' type='xs:token' abstract='true'/>",
        "<xs:element name='a'><xs:simpleType><xs:restriction base='xs:token'/></xs:simpleType></xs:element>",
        "<xs:element name='a'><xs:complexType mixed='true'/></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:choice/></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='b' type='xs:token' maxOccurs='2'/></xs:sequence></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:sequence minOccurs='0'><xs:element name='b' type='xs:token'/></xs:sequence></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:attribute name='b' type='xs:token' fixed='1'/></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:attribute name='b' type='xs:token' default='1'/></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:attribute name='b' type='xs:token' use='prohibited'/></xs:complexType></xs:element>",
        "<xs:element name='a'><xs:complexType><xs:anyAttribute/></xs:complexType></xs:element>",
        "<xs:element name='a' type='t'/><xs:simpleType name='t'><xs:restriction base='xs:token'><xs:maxLength value='3'/></xs:restriction></xs:simpleType>",
        "<xs:element name='a' type='t'/><xs:simpleType name='t'><xs:restriction base='xs:token'><xs:pattern value='a|b'/></xs:restriction></xs:simpleType>",
        "<xs:element name='a' type='t'/><xs:simpleType name='t'><xs:list itemType='xs:token'/></xs:simpleType>",
        "<xs:element name='a' type='t'/><xs:simpleType name='t'><xs:union memberTypes='xs:date xs:time'/></xs:simpleType>",
        "<xs:element name='a' type='xs:token'><xs:unique name='u'><xs:selector xpath='*'/><xs:field xpath='@id'/></xs:unique></xs:element>",
        "<xs:annotation/><xs:element name='a' type='xs:token'/>",
    ]

    @Test(arguments: unknown) func aSchemaThatSaysMoreHasNoTables(_ body: String) throws {
        let open =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:t' "
            + "targetNamespace='urn:t' elementFormDefault='qualified'>"
        #expect(try XMLSchema("\(open)\(body)</xs:schema>").tables == nil)
        let plain = "<xs:element name='a' type='xs:token'/>"
        #expect(try XMLSchema("\(open)\(plain)</xs:schema>").tables != nil)
    }

    /// What is right by tables that allow more than the schema does: libxml2 was not shown it.
    @Test func whatIsSurelyRightIsNotShown() throws {
        let lax = try XMLSchema(
            Self.text.replacing("value=\"big\"", with: "value=\"huge\"")
                .replacing("[0-9]{3}", with: "[0-9]{4}"))
        let schema = try XMLSchema(Self.text, tables: lax.tables)
        let wrong =
            "<list xmlns='urn:t'>\n <item id='1' kind='huge'><code value='1234A'/></item>\n</list>"
        for piece in [Int.max, 1, 7] {
            func rules(_ schema: XMLSchema) -> [String] {
                Reading(Array(wrong.utf8), piece: piece, schema: schema, names: Self.names).rules
            }
            #expect(rules(schema).isEmpty)
            #expect(rules(try XMLSchema(Self.text)).count == 2)
        }
    }

    // MARK: The same as libxml2 says

    /// Items that are right, wrong, and right in ways that tables do not know.
    static let items = [
        "<item id='1'><code value='123A'/></item>",
        "<item id='1'><code value='123A'></code></item>",
        "<item id='1'><code value='123A'> </code></item>",
        "<item id='1'><code value='123A'><!-- --></code></item>",
        "<item id='1'><code value=' 123A'/></item>",
        "<item id='1'><code value='123g'/></item>",
        "<item id='1'><code value='12A'/></item>",
        "<item id='1'><code/></item>",
        "<item id='1'/>",
        "<item id='1'>  </item>",
        "<item><code value='123A'/></item>",
        "<item id=''><code value='123A'/></item>",
        "<item id=' '><code value='123A'/></item>",
        "<item id=' x  y '><code value='123A'/></item>",
        "<item id='&#38;'><code value='123A'/></item>",
        "<item id='1' kind='big'><code value='123A'/></item>",
        "<item id='1' kind='big '><code value='123A'/></item>",
        "<item id='1' kind='exceptionally'><code value='123A'/></item>",
        "<item id='1' kind='exceptionall'><code value='123A'/></item>",
        "<item id='1' kind='exceptionallY'><code value='123A'/></item>",
        "<item id='1' kind='exceptio'><code value='123A'/></item>",
        "<item id='1' kind='bi'><code value='123A'/></item>",
        "<item id='1' other='x'><code value='123A'/></item>",
        "<item id='1' xml:lang='x'><code value='123A'/></item>",
        "<item id='1' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'><code value='123A'/></item>",
        "<item id='1' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='code' value='123A'/>",
        "<t:item xmlns:t='urn:t' id='1'><t:code value='123A'/></t:item>",
        "<item xmlns='urn:u' id='1'><code value='123A'/></item>",
        "<item id='1'>text<code value='123A'/></item>",
        "<item id='1'><code value='123A'/>text</item>",
        "<item id='1'><code value='123A'/><code value='123A'/></item>",
        "<item id='1'><name>x</name><code value='123A'/></item>",
        "<item id='1'><code value='123A'/><name>x</name><part/></item>",
        "<item id='1'><code value='123A'/><part/><part><part><part/></part></part><name>x</name></item>",
        "<item id='1'><code value='123A'/><part><part/><part/></part></item>",
        "<item id='1'><code value='123A'/><part>x</part></item>",
        "<item id='1'><code value='123A'/><name>x</name><name>y</name></item>",
        "<item id='1'><code value='123A'/><name/></item>",
        "<item id='1'><code value='123A'/><name> </name></item>",
        "<item id='1'><code value='123A'/><name> <!-- -->x</name></item>",
        "<item id='1'><code value='123A'/><name>x<b/></name></item>",
        "<item id='1'><code value='123A'/><name a='x'>x</name></item>",
        "<item id='1'><code value='123A'/><word/><word> </word><word>a <![CDATA[b]]> <?c d?>e</word></item>",
        "<item id='1'><code value='123A'/><kind>big</kind></item>",
        "<item id='1'><code value='123A'/><kind>b<!-- -->ig</kind></item>",
        "<item id='1'><code value='123A'/><kind>big<!-- --> </kind></item>",
        "<item id='1'><code value='123A'/><kind>huge</kind></item>",
        "<item id='1'><code value='123A'/><kind/></item>",
        "<item id='1'><code value='123A'/><kind>big</kind><kind>big</kind></item>",
        "<item id='1'><code value='123A'/><part><name>x</name></part><other/></item>",
        "<other/>", "text", "<!-- -->", "<?a b?>", "  ",
    ]

    static let times = [
        "2026-03-02", "2024-02-29", "2023-02-29", "2000-02-29", "1900-02-29", "2026-04-31",
        "2026-12-31", "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "0000-01-01",
        "0001-01-01", "9999-12-31", "10000-01-01", "-2026-01-01", "2026-1-01", "2026-01-1",
        "2026-01-01Z", "2026-01-01+05:00", "20260101", "2026-01-01T00:00:00", "x026-01-01",
        "2026-01-01T24:00:00", "2026-01-01T23:59:59Z", "2026-01-01T23:59:60", "2026-01-01T23:60:00",
        "2026-01-01T23:59:59.5", "2026-01-01T23:59:59+14:00", "2026-01-01T23:59:59-13:59",
        "2026-01-01T23:59:59+15:00", "2026-01-01T23:59:59+05:60", "2026-01-01T23:59",
        "2026-01-01 23:59:59", "2026-01-01T23:59:59z", "", " 2026-03-02 ", "2026-03-02 ",
    ]
    static let amounts = [
        "1", "1.5", "1.", ".5", "-1", "+1", "1e5", "", "x", "123456789", "1234567890", "0.123456",
        "0.1234567", "1.2.3", "1,5", " 1 ", "123456789012345678901234567890",
    ]
    static let flags = ["true", "false", "1", "0", "TRUE", "yes", "", " true", "10"]

    static var all: [String] {
        func item(_ attribute: String, _ value: String) -> String {
            "<item id='1' \(attribute)='\(value)'><code value='123A'/></item>"
        }
        return items
            + times.flatMap { [item("day", $0), item("moment", $0), item("instant", $0)] }
            + amounts.map { item("amount", $0) } + flags.map { item("flag", $0) }
    }

    private func comparison(_ input: String, _ schemas: (XMLSchema, XMLSchema)) {
        for piece in [Int.max, 5, 1] {
            let bytes = Array(input.utf8)
            let quick = Reading(bytes, piece: piece, schema: schemas.0, names: Self.names)
            let plain = Reading(bytes, piece: piece, schema: schemas.1, names: Self.names)
            #expect(quick == plain, "\(input)")
        }
    }

    @Test func findingsAreThoseOfLibXML2() throws {
        let schemas = (try XMLSchema(Self.text), try XMLSchema(Self.text, tables: nil))
        #expect(schemas.0.tables != nil && schemas.1.tables == nil)
        let right = "<item id='0'>\n<code value='123A'/><name>N</name></item>"
        for item in Self.all {
            comparison("<list xmlns='urn:t'>\(right)\n \(item)\n \(right)</list>", schemas)
            comparison("\(item.replacing("<item", with: "<item xmlns='urn:t'"))", schemas)
        }
        for root in [
            "<list xmlns='urn:t'/>", "<list xmlns='urn:t' a='b'>\(right)</list>",
            "<list>\(right)</list>",
            "<code xmlns='urn:t' value='123A'/>", "<item xmlns='urn:t' id='0'><code value='123A'>",
            "<list xmlns='urn:t'>\(right)<item id='1'><code value='123A'/><na", right,
        ] {
            comparison(root, schemas)
        }
    }

    /// Damage of all kinds, by a seed.
    @Test(arguments: 1...40) func findingsOfDamagedDocumentsAreThoseOfLibXML2(_ seed: Int) throws {
        let schemas = (try XMLSchema(Self.text), try XMLSchema(Self.text, tables: nil))
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % max(1, count)
        }
        for _ in 0..<8 {
            let chosen = (0..<6).map { _ in Self.all[next(Self.all.count)] }
            var bytes = Array("<list xmlns='urn:t'>\(chosen.joined(separator: "\n"))</list>".utf8)
            for _ in 0..<next(4) {
                let place = next(bytes.count)
                switch next(4) {
                case 0: bytes[place] = Array("<>/='\" x9\n&;".utf8)[next(12)]
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + next(30)))
                case 2:
                    let end = min(bytes.count, place + next(60))
                    bytes.insert(contentsOf: bytes[place..<end], at: next(bytes.count))
                default: bytes.insert(0x20, at: place)
                }
            }
            comparison(String(decoding: bytes, as: UTF8.self), schemas)
        }
    }

    /// A part that is too long to be kept is shown.
    @Test func aLongPartIsShown() throws {
        let schemas = (try XMLSchema(Self.text), try XMLSchema(Self.text, tables: nil))
        let words = String(repeating: "<word>some more words</word>", count: 12_000)
        let item = "<item id='1'><code value='123A'/>\(words)<other/></item>"
        let bytes = Array("<list xmlns='urn:t'>\(item)</list>".utf8)
        let quick = Reading(bytes, schema: schemas.0, names: Self.names)
        let plain = Reading(bytes, schema: schemas.1, names: Self.names)
        #expect(quick.findings == plain.findings)
        #expect(quick.rules == ["xml.schema.element"])
    }
}
