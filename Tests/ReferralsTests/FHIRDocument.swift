import CareModel
import Diagnostics
import Referrals

/// What reading a document of FHIR gave.
struct FHIRDocument {
    var referrals: [Referral] = []
    var units: [ReferralUnit] = []
    /// Of the referrals, and of what is around them.
    var findings: [Finding] = []
    /// The first of each rule that is counted only, and how many there are.
    var unlisted: [(first: Finding, count: Int)] = []
    var refusals: [String] = []

    init(_ text: String, piece: Int = 1 << 16, heldSize: Int = 1 << 22) {
        var reader = ReferralReader(schema: nil, heldSize: heldSize)
        let bytes = Array(text.utf8)
        Seeds.keep(bytes, for: .referrals)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            Array(bytes[start..<min(bytes.count, start + piece)]).withUnsafeBytes {
                reader.feed($0)
            }
            take(&reader)
        }
        reader.finish()
        take(&reader)
        findings += reader.takeFindings()
        unlisted += reader.takeUnlisted()
    }

    private mutating func take(_ reader: inout ReferralReader) {
        while let unit = reader.next() {
            units.append(unit)
            findings += unit.findings
            unlisted += unit.unlisted
            switch unit.kind {
            case .referral: referrals.append(Referral(reader.record, other: reader.other))
            case .foreign(let words): refusals.append(words)
            default: break
            }
        }
    }

    var first: Referral { referrals.first ?? Referral() }

    /// The rules that were broken, without those of what every referral should have.
    func rules(_ area: String = "fhir.") -> [String] {
        findings.map(\.rule.description).filter { $0.hasPrefix(area) }
    }
}

/// A Bundle of these entries, each of which is the XML of a resource.
func bundle(_ resources: String..., type: String = "collection") -> String {
    let entries = resources.map { "<entry><resource>\($0)</resource></entry>" }
    return "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"\(type)\"/>"
        + entries.joined(separator: "\n") + "</Bundle>"
}

/// Resources with what they must have, and what a test adds.
enum Resource {
    static func request(_ id: String = "r", _ more: String = "", status: String = "active")
        -> String
    {
        """
        <ServiceRequest><id value="\(id)"/><status value="\(status)"/><intent value="order"/>\
        <subject><reference value="Patient/p"/></subject>\
        <requester><reference value="Organization/o"/></requester>\
        <performer><reference value="Organization/o"/></performer>\(more)</ServiceRequest>
        """
    }

    static func task(
        _ id: String = "t", of request: String = "ServiceRequest/r", _ more: String = "",
        status: String = "requested"
    ) -> String {
        """
        <Task><id value="\(id)"/>\(more)<status value="\(status)"/><intent value="order"/>\
        <focus><reference value="\(request)"/></focus>\
        <for><reference value="Patient/p"/></for>\
        <owner><reference value="Organization/o"/></owner></Task>
        """
    }

    static func patient(_ id: String = "p", _ more: String = "") -> String {
        """
        <Patient><id value="\(id)"/><identifier><type><coding>\
        <system value="http://terminology.hl7.org/CodeSystem/v2-0203"/><code value="MA"/></coding>\
        </type><value value="100000000999"/></identifier>\
        <name><family value="Sample"/><given value="Ann"/></name>\(more)</Patient>
        """
    }

    static let organization = """
        <Organization><id value="o"/><name value="Pantry of Nobody"/></Organization>
        """
}
