import Diagnostics
import ShippedGrammars
import Testing

@testable import Referrals
@testable import XMLSyntax

/// The schema of Turnpike referrals, with its tables of what is surely right and without them.
struct ShippedSchemaTests {
    /// It says no more than tables can tell: a referral that is right is not shown to libxml2.
    @Test func itHasTables() throws {
        let schema = try #require(ReferralReading.schema)
        #expect(schema.tables != nil)
    }

    /// One that is compiled when it is needed is the same.
    @Test func itIsCheckedAlready() throws {
        let text = try #require(
            ShippedGrammars.schemas.first { $0.path.hasSuffix("turnpike-referral.xsd") }?.text)
        let eager = try XMLSchema("\(text)")
        #expect(eager.target == ReferralReader.namespace)
        let wrong = Self.referral.replacing("sex=\"F\"", with: "sex=\"\"")
        let bytes = Array("<referrals xmlns='urn:turnpike:referral:1'>\(wrong)</referrals>".utf8)
        let lazy = XMLSchema(checked: "\(text)", target: eager.target)
        let reading = ReferralReading(bytes, schema: lazy)
        let other = ReferralReading(bytes, schema: eager)
        #expect(reading.units.map(\.findings) == other.units.map(\.findings))
        #expect(reading.units.contains { !$0.findings.isEmpty })
        #expect(lazy.tables != nil && !lazy.comparesElements)
    }

    static let referral = """
        <referral id="R-1" status="requested" intent="order" authored="2026-03-02T09:30:00-05:00">
          <program code="bh-cp"/>
          <member id="100000000999" birthDate="1984-02-29" sex="F">
            <name last="Sample" first="Maria"/>
            <language code="es" preferred="true"/>
            <telecom system="phone" value="617-555-0100"/>
            <address city="Chelsea" state="MA"><line>1 Main Street</line></address>
          </member>
          <from><organization pidsl="110000000A" npi="2000000010"><name>A</name></organization></from>
          <to/>
          <service category="nutrition" quantity="2.5"><description>Food</description></service>
          <need category="food-insecurity" begin="2026-03-01">Food</need>
          <consent decision="permit" date="2026-03-01"/>
          <history status="requested" date="2026-03-02"/>
          <note date="2026-03-02">A word</note>
        </referral>
        """

    /// Each attribute and each text changed, taken out and sent again.
    @Test(arguments: [
        ("=\"", "=\"x"), ("=\"", "=\"\" was=\""), ("=\"", "=\" "), ("\"/>", "\"> </a>"),
        ("/>", "><x/>"),
        ("<", "<x/><"), (">", ">text"), ("-", "--"), ("0", "9"), ("\n  <", "\n <!-- --><"),
    ]) func whatIsChangedIsFoundAsBefore(_ old: String, _ new: String) throws {
        let schema = try #require(ReferralReading.schema)
        let text = try #require(
            ShippedGrammars.schemas.first { $0.path.hasSuffix("turnpike-referral.xsd") }?.text)
        let plain = try XMLSchema("\(text)", tables: nil)
        #expect(schema.tables != nil && plain.tables == nil)
        var rest = Self.referral[...]
        while let place = rest.firstRange(of: old) {
            let changed =
                Self.referral[..<place.lowerBound] + new + Self.referral[place.upperBound...]
            rest = rest[place.upperBound...]
            let bytes = Array(
                "<referrals xmlns='urn:turnpike:referral:1'>\(Self.referral)\(changed)</referrals>"
                    .utf8)
            let quick = ReferralReading(bytes, schema: schema)
            let slow = ReferralReading(bytes, schema: plain)
            #expect(quick.units.map(\.findings) == slow.units.map(\.findings), "\(changed)")
            #expect(quick.findings == slow.findings)
        }
    }
}
