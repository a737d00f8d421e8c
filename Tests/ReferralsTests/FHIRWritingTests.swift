import CareModel
import Foundation
import Testing

@testable import Output
@testable import Referrals

/// What is written as FHIR is read again.
struct FHIRWritingTests {
    /// The Bundles of all referrals of a document.
    static func bundles(_ text: String) -> [String] {
        Seeds.keep(Array(text.utf8), for: .referrals)
        var reader = ReferralReader(schema: nil)
        var writer = FHIRBundleWriter()
        var bundles: [String] = []
        func take(_ reader: inout ReferralReader) {
            while let unit = reader.next() {
                guard case .referral = unit.kind else { continue }
                var buffer = ByteBuffer()
                writer.write(reader.record, to: &buffer)
                buffer.endLine()
                bundles.append(String(decoding: buffer.array(), as: UTF8.self))
            }
        }
        Array(text.utf8).withUnsafeBytes { reader.feed($0) }
        take(&reader)
        reader.finish()
        take(&reader)
        return bundles
    }

    /// JSON of FHIR as XML, in any order of elements.
    static func xml(_ json: String) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
        return try element(nil, #require(object as? [String: Any]), isRoot: true)
    }

    private static func element(
        _ name: String?, _ object: [String: Any], isRoot: Bool = false
    ) throws -> String {
        var text = ""
        for (key, value) in object.sorted(by: { $0.key < $1.key }) where key != "resourceType" {
            if key == "url", name == "extension" { continue }
            for item in value as? [Any] ?? [value] { text += try member(key, item) }
        }
        let type = object["resourceType"] as? String
        if let type {
            let namespace = isRoot ? " xmlns=\"http://hl7.org/fhir\"" : ""
            text = "<\(type)\(namespace)>\(text)</\(type)>"
        }
        guard let name else { return text }
        let url = name == "extension" ? " url=\"\(object["url"] ?? "")\"" : ""
        return "<\(name)\(url)>\(text)</\(name)>"
    }

    private static func member(_ name: String, _ value: Any) throws -> String {
        if let object = value as? [String: Any] { return try element(name, object) }
        let text = "\(value)".replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\"", with: "&quot;").replacing("\n", with: "&#10;")
        return "<\(name) value=\"\(text)\"/>"
    }

    static let turnpike = """
        <referrals xmlns="urn:turnpike:referral:1">
        <referral id="FS-1" status="accepted" intent="order" priority="urgent"
          authored="2026-03-02T09:30:00-05:00" neededBy="2026-03-20" begin="2026-03-16">
        <program code="flexible-services" category="nutrition"/>
        <member id="100000000999" birthDate="1984-02-29" sex="F">
          <name last="Sample" first="Maria" middle="L"/>
          <race code="2106-3" system="CDCREC" display="White"/>
          <telecom system="phone" use="mobile" value="617-555-0100"/>
          <address use="home" city="Chelsea" state="MA" postalCode="02150"><line>1 Main</line>
          </address></member>
        <from><organization pidsl="110000000A"><name>Example ACO</name></organization>
          <practitioner npi="1245319599" specialty="Family medicine"><name last="Doe"/>
          </practitioner></from>
        <to><organization pidsl="110000001B"><name>Example "Food" Partner</name></organization></to>
        <coverage payer="MassHealth" subscriberId="100000000999" begin="2026-01-01"/>
        <service category="nutrition" quantity="26" unit="boxes">
          <description>Food boxes</description></service>
        <reason code="E11.9" system="ICD-10-CM" display="Type 2 diabetes"/>
        <need category="food-insecurity" code="Z59.41" system="ICD-10-CM" recorded="2026-02-27"/>
        <healthNeed code="complex-physical-health" date="2026-02-27">Diabetes</healthNeed>
        <riskFactor code="risk-of-nutritional-deficiency"/>
        <consent decision="permit" date="2026-03-02" by="Maria Sample"/>
        <note>Evenings &amp; weekends</note>
        </referral></referrals>
        """

    @Test func aReferralIsTheSameWhenItIsReadAgain() throws {
        let bundle = try #require(Self.bundles(Self.turnpike).first)
        let document = FHIRDocument(try Self.xml(bundle))
        let read = document.first
        #expect(document.referrals.count == 1)
        #expect(document.rules().isEmpty)
        #expect(read.memberID?.text.string == "100000000999")
        #expect(read.identifiers.first?.value?.string == "FS-1")
        #expect(read.status?.string == "accepted")
        #expect(read.priority?.string == "urgent")
        #expect(read.program?.string == "flexible-services")
        #expect(read.serviceCategory?.string == "nutrition")
        #expect(read.authored == day(2026, 3, 2))
        #expect(read.authoredTime?.string == "09:30:00-05:00")
        #expect(read.restriction?.end == day(2026, 3, 20))
        #expect(read.member?.name.middle?.string == "L")
        #expect(read.member?.sex?.value.string == "F")
        #expect(read.member?.races.first?.code?.string == "2106-3")
        #expect(read.member?.addresses.first?.address.city?.string == "Chelsea")
        #expect(read.from?.organization?.name?.string == "Example ACO")
        #expect(read.from?.practitioner?.name.last?.string == "Doe")
        #expect(read.from?.practitioner?.specialties.first?.text?.string == "Family medicine")
        #expect(read.to?.organization?.name?.string == "Example \"Food\" Partner")
        #expect(read.to?.organization?.identifiers.first?.value?.string == "110000001B")
        #expect(read.coverages.first?.payer?.string == "MassHealth")
        #expect(read.services.first?.quantity?.value?.string == "26")
        #expect(read.reasons.first?.code?.string == "E11.9")
        #expect(read.needs.first?.category?.string == "food-insecurity")
        #expect(read.needs.first?.code?.string == "Z59.41")
        #expect(read.criteria?.healthNeeds.first?.code?.string == "complex-physical-health")
        #expect(read.criteria?.healthNeeds.first?.detail?.string == "Diabetes")
        #expect(read.criteria?.riskFactors.count == 1)
        #expect(read.consents.first?.decision?.string == "permit")
        #expect(read.notes.first?.text?.string == "Evenings & weekends")
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Sent<CalendarDate>? {
        CalendarDate(year: year, month: month, day: day).map { .valid($0) }
    }

    @Test func theSameReferralHasTheSameIDs() {
        let before = Self.bundles(Self.turnpike)
        let again = Self.bundles(Self.turnpike)
        let after = Self.bundles(
            Self.turnpike.replacing("status=\"accepted\"", with: "status=\"completed\""))
        #expect(before == again)
        #expect(before != after)
        #expect(before.map(Self.puts) == after.map(Self.puts))
    }

    @Test func anotherReferralHasOtherIDs() {
        let one = Self.bundles(Self.turnpike).map(Self.puts)
        let other = Self.bundles(Self.turnpike.replacing("FS-1", with: "FS-2")).map(Self.puts)
        #expect(one != other)
    }

    /// What a Bundle puts where.
    private static func puts(_ bundle: String) -> [String] {
        bundle.matches(of: /"url":"([A-Za-z]+\/[0-9a-f-]{36})"/).map { String($0.1) }
    }

    @Test(arguments: [
        ("09:30", nil), ("09:30Z", 5), ("09:30:00-05:00", 8), ("09:30:00.25+01:00", 11),
        ("24:00:00Z", nil), ("9:30Z", nil), ("09:30:00", nil), ("09:30:00-5", nil), ("", nil),
        ("09:30:00.Z", nil), ("09:61:00Z", nil),
    ])
    func timesOfFHIRHaveAZone(_ text: String, _ zone: Int?) {
        Array(text.utf8).withUnsafeBufferPointer { #expect(FHIRTime.zone($0) == zone) }
    }
}
