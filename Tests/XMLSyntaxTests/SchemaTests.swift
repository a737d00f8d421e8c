import Foundation
import Testing

@testable import XMLSyntax

/// Validation in the same pass: each problem at its bytes and line.
struct SchemaTests {
    static let text = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t"
            targetNamespace="urn:t" elementFormDefault="qualified">
          <xs:element name="list">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="item" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="code" type="code"/>
                      <xs:element name="day" type="xs:date" minOccurs="0"/>
                    </xs:sequence>
                    <xs:attribute name="id" type="short" use="required"/>
                    <xs:attribute name="kind" type="kind"/>
                    <xs:attribute name="made" type="xs:date"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
            <xs:unique name="ids"><xs:selector xpath="*"/><xs:field xpath="@id"/></xs:unique>
          </xs:element>
          <xs:simpleType name="kind">
            <xs:restriction base="xs:token">
              <xs:enumeration value="big"/><xs:enumeration value="small"/>
            </xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="short">
            <xs:restriction base="xs:token"><xs:maxLength value="5"/></xs:restriction>
          </xs:simpleType>
          <xs:simpleType name="code">
            <xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}"/></xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """

    struct Case: Sendable, CustomTestStringConvertible {
        let body: String
        /// `rule: bytes that are named: what is expected`.
        let problems: [String]
        var testDescription: String { body }

        init(_ body: String, _ problems: String...) {
            self.body = body
            self.problems = problems
        }
    }

    static let cases = [
        Case("<item id='1'><code>AB</code></item>"),
        Case("<item id='1'><code>AB</code><day>2026-01-31</day></item>\n "),
        Case(
            "<item id='1'><code>abc</code></item>", "xml.schema.value: abc: nil"),
        Case(
            "<item id='1'><code>AB</code><day>31.1.</day></item>", "xml.schema.value: 31.1.: date"),
        Case(
            "<item id='1' kind='c'><code>AB</code></item>",
            "xml.schema.value: <item id='1' kind='c'>: big, small"),
        Case(
            "<item id='1' made='c'><code>AB</code></item>",
            "xml.schema.value: <item id='1' made='c'>: date"),
        Case("<item id='&amp;&lt;&#38;45'><code>AB</code></item>"),
        Case(
            "<item id='&amp;23456'><code>AB</code></item>",
            "xml.schema.value: <item id='&amp;23456'>: nil",
            "xml.schema.key: <item id='&amp;23456'>: nil"),
        Case("<item><code>AB</code></item>", "xml.schema.missing: <item>: nil"),
        Case(
            "<item id='1' x='2'><code>AB</code></item>",
            "xml.schema.attribute: <item id='1' x='2'>: nil"),
        Case(
            "<item id='1'><day>2026-01-31</day></item>",
            "xml.schema.element: <day>: code"),
        Case("<item id='1'></item>", "xml.schema.missing: </item>: code"),
        Case("<item id='1'/>", "xml.schema.missing: : code"),
        Case("<other/>", "xml.schema.element: <other/>: item"),
        Case("<item id='1'>text<code>AB</code></item>", "xml.schema.text: text: nil"),
        Case(
            "<item id='1'><code>AB</code></item><item id='1'><code>AB</code></item>",
            "xml.schema.key: </item>: nil"),
        Case("", "xml.schema.missing: </list>: item"),
    ]

    /// A document of another namespace among those of the schema is none of its business.
    @Test func otherDocumentsAreNotValidated() throws {
        let schema = try XMLSchema(Self.text)
        let bad = "<list xmlns='urn:t'><x/></list>"
        #expect(Reading("<a><b/></a>", schema: schema).rules.isEmpty)
        #expect(Reading("<list><x/></list>", schema: schema).rules.isEmpty)
        #expect(Reading(bad, schema: schema).rules == ["xml.schema.element"])
        let many = "<a/>\(bad)<b xmlns='urn:u'/>\(bad)"
        #expect(Reading(many, schema: schema).rules.count == 2)
    }

    @Test(arguments: cases, [Int.max, 1, 9]) func problemsHaveTheirBytes(
        _ test: Case, _ piece: Int
    ) throws {
        let schema = try XMLSchema(Self.text)
        let input = "<list xmlns='urn:t'>\n\(test.body)</list>"
        let bytes = Array(input.utf8)
        let reading = Reading(bytes + bytes, piece: piece, schema: schema)
        let found = reading.findings.map { finding in
            let range =
                finding.range.start % bytes.count..<(finding.range.end - 1) % bytes.count + 1
            let text = finding.range.count == 0 ? "" : String(decoding: bytes[range], as: UTF8.self)
            return "\(finding.rule): \(text): \(finding.expected ?? "nil")"
        }
        #expect(found == test.problems + test.problems)
        #expect(reading.findings.allSatisfy { $0.line >= 2 })
    }

    /// What the schema says and no other rule names.
    @Test func anElementThatMayNotBeNilIsNamed() throws {
        let input =
            "<list xmlns='urn:t' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>"
            + "<item id='1' i:nil='true'/></list>"
        let reading = Reading(input, schema: try XMLSchema(Self.text))
        #expect(reading.rules.first == "xml.schema.other")
    }

    /// Text where only elements may be, or nothing, is text; an element in text is an element.
    @Test(
        arguments: [
            ("<empty>x</empty>", "xml.schema.text"), ("<empty> </empty>", "xml.schema.text"),
            ("<empty><a/></empty>", "xml.schema.element"),
            ("<inner>x<a>1</a></inner>", "xml.schema.text"),
            ("<inner><a>1</a>x</inner>", "xml.schema.text"),
            ("<inner><b/></inner>", "xml.schema.element"),
            ("<simple>1<a/></simple>", "xml.schema.element"),
            ("<marked k='1'>1<a/></marked>", "xml.schema.element"),
            ("<marked k='1'>x</marked>", "xml.schema.value"),
            ("<simple>x</simple>", "xml.schema.value"),
            ("<simple k='1'>1</simple>", "xml.schema.attribute"),
            ("<open><c xmlns='urn:u'/></open>", "xml.schema.element"),
            ("<open k='1'/>", "xml.schema.attribute"),
        ], [Int.max, 1])
    func textIsTextAndElementsAreElements(_ test: (body: String, rule: String), _ piece: Int) throws
    {
        let reading = Reading(
            "<r xmlns='urn:t'>\(test.body)</r>", piece: piece, schema: try XMLSchema(Self.contents))
        #expect(reading.rules == [test.rule])
    }

    /// Elements of each content that a type may have.
    private static let contents = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t"
            targetNamespace="urn:t" elementFormDefault="qualified">
          <xs:element name="r"><xs:complexType><xs:choice>
            <xs:element name="empty"><xs:complexType/></xs:element>
            <xs:element name="inner"><xs:complexType><xs:sequence>
              <xs:element name="a" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="simple" type="xs:int"/>
            <xs:element name="marked"><xs:complexType><xs:simpleContent>
              <xs:extension base="xs:int"><xs:attribute name="k"/></xs:extension>
            </xs:simpleContent></xs:complexType></xs:element>
            <xs:element name="open"><xs:complexType><xs:sequence>
              <xs:any namespace="##any" processContents="strict" minOccurs="0"/></xs:sequence>
              <xs:anyAttribute namespace="##any" processContents="strict"/>
            </xs:complexType></xs:element>
          </xs:choice></xs:complexType></xs:element>
        </xs:schema>
        """

    @Test func wrongRootIsNamed() throws {
        let reading = Reading("<a xmlns='urn:t'/>", schema: try XMLSchema(Self.text))
        #expect(reading.places == ["xml.schema.element 0-18"])
    }

    /// A document that cannot be validated is not taken as right: where a schema without a problem is
    /// not to be had, memory lacks.
    @Test func whatIsNotValidatedIsBroken() {
        let lacking = XMLSchema(checked: "<xs:schema", target: "urn:t")
        let reading = Reading("<list xmlns='urn:t'><item/></list>", schema: lacking)
        #expect(reading.rules == ["xml.limit.memory"])
        #expect(Reading("<list xmlns='urn:u'/>", schema: lacking).rules.isEmpty)
    }

    /// A value that looks like the words of libxml2 reaches no finding.
    @Test func inputNeverBecomesExpected() throws {
        let schema = try XMLSchema(Self.text)
        let value = "x. Expected is ( SECRET )."
        let input = "<list xmlns='urn:t'><item id='1'><code>\(value)</code></item></list>"
        let reading = Reading(input, schema: schema)
        #expect(reading.rules == ["xml.schema.value"])
        #expect(reading.findings.allSatisfy { $0.expected == nil })
    }

    /// The attribute that is wrong is named in the schema's own words, and never in the input's.
    @Test(arguments: [
        ("id='1' kind='c'", ["@kind"]), ("id='1' kind='c' made='x'", ["@kind", "@made"]),
        ("id='123456'", ["@id", "@id"]), ("id='1' secret='x'", [""]), ("", [""]),
        ("id='1' kind=\"', attribute 'made': \"", ["@kind"]),
        ("id='1' kind=\"x' is not an element of the set {'big'}.\"", ["@kind"]),
    ])
    func attributesAreNamed(_ attributes: String, _ places: [String]) throws {
        let schema = try XMLSchema(Self.text)
        let input = "<list xmlns='urn:t'><item \(attributes)><code>AB</code></item></list>"
        let reading = Reading(input, schema: schema)
        #expect(reading.findings.map(\.place.loop) == places)
        #expect(reading.findings.allSatisfy { $0.expected?.contains("x") != true })
    }

    /// Of each child of the root anew: what is wrong with one says nothing of the next.
    @Test func manyFindingsOfAChildAreCutOff() throws {
        let schema = try XMLSchema(Self.text)
        var limits = XMLLimits()
        limits.findings = 3
        let body = String(repeating: "<item b='' c='' d='' e='' f=''/>", count: 500)
        let reading = Reading(
            Array("<list xmlns='urn:t'>\(body)</list>".utf8), limits: limits, schema: schema)
        #expect(reading.findings.count == 500 * 4)
        #expect(reading.rules.count { $0 == "xml.limit.findings" } == 500)
        #expect(reading.rules.last == "xml.limit.findings")
    }

    // MARK: Schemas that are refused

    /// A schema that is whole with a type `t` of this namespace, which another file has.
    static func needing(_ line: String, _ space: String = "urn:o") -> String {
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="\(space)">\(line)
          <xs:element name="a" type="\(space.isEmpty ? "" : "o:")t"/></xs:schema>
        """.replacing(" xmlns:o=\"\"", with: "")
    }

    /// The path of a file that, if it were read, would make those schemas whole.
    static func file(_ space: String) -> String {
        let path =
            NSTemporaryDirectory() + "turnpike-type-\(space.isEmpty ? "none" : "o")-"
            + "\(ProcessInfo.processInfo.processIdentifier).xsd"
        try? Data(typed(space).utf8).write(to: URL(filePath: path))
        return path
    }

    private static func typed(_ space: String) -> String {
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='\(space)'>"
            .replacing(" targetNamespace=''", with: "") + type + "</xs:schema>"
    }

    private static let type =
        "<xs:simpleType name='t'><xs:restriction base='xs:string'/></xs:simpleType>"

    static let refused = [
        "", "<a/>", "<xs:schema", needing(""),
        needing("<xs:import namespace='urn:o' schemaLocation='file://\(file("urn:o"))'/>"),
        needing("<xs:import namespace='urn:o' schemaLocation='\(file("urn:o"))'/>"),
        needing("<xs:include schemaLocation='\(file(""))'/>", ""),
        needing("<xs:redefine schemaLocation='\(file(""))'/>", ""),
        "<!DOCTYPE xs:schema SYSTEM '\(SafetyTests.secret)'>" + needing(type, ""),
        "<!DOCTYPE a [<!ENTITY e 'x'>]><xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>",
    ]

    /// Whole but for what another file has: with that they would compile.
    @Test func theFilesWouldMakeThemWhole() throws {
        _ = try XMLSchema(Self.typed("urn:o"))
        _ = try XMLSchema(Self.needing(Self.type, ""))
        for space in ["", "urn:o"] {
            let text = try String(contentsOfFile: Self.file(space), encoding: .utf8)
            #expect(text == Self.typed(space))
        }
    }

    @Test(arguments: refused) func wrongSchemasAreRefused(_ text: String) {
        #expect(throws: XMLSchemaProblem.self) { _ = try XMLSchema(text) }
    }

    @Test func problemsOfSchemasHaveALine() {
        do {
            _ = try XMLSchema(Self.needing(""))
            Issue.record("it compiled")
        } catch {
            #expect(error.line == 2)
        }
    }
}
