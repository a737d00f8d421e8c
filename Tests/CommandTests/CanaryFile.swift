import Foundation
import Testing

/// A file of MassHealth's whose every value is a marker, and one change of it for each rule.
enum CanaryFile {
    /// What no output may hold but records and rejects.
    static let markers = [
        "QZM", "77707", "196606", "1966-06", "197707", "1977-07", "20990909", "2099-09-09",
        "2417000018",
    ]

    private static let coverage =
        "HD*021**HMO*QZMKPLAN~DTP*348*D8*19770707~DTP*349*D8*22991231~REF*PID*777077707A~"
        + "LX*1~NM1*P3*1*QZMKDOC*****XX*2417000017*25~"
    private static let member =
        "INS*Y*18*021*AI*A***AC**N~REF*0F*777077707771~REF*1L*QZMKPOLICY~REF*ZZ*AZQZMK~"
        + "DTP*356*D8*19770707~DTP*357*D8*22991231~NM1*IL*1*QZMKLAST*QZMKFIRST****34*777077707~"
        + "PER*IP**TE*7770777077~N3*QZMK STREET~N4*QZMKCITY*MA*77707**CY*14~DMG*D8*19660606*F~"
        + coverage
    private static let set =
        "ST*834*0001*005010X220A1~BGN*00*QZMKBGN*20250814*2130*ET***2~"
        + "N1*P5*QZMKSPONSOR*FI*777077701~N1*IN*QZMKPAYER*FI*777077702~\(member)SE*22*0001~"
    private static let group = "GS*BE*DMA7384*110999999B*20250814*2130*1*X*005010X220A1~"
    private static let isa =
        "ISA*00*          *00*          *ZZ*DMA7384        *ZZ*110999999B     *250814*2130*^*00501*"
        + "000000001*0*T*:~"
    static let whole = isa + group + set + "GE*1*1~IEA*1*000000001~"
    /// With the member twice.
    static let twice = whole.replacing(member, with: member + member)
    /// It ends inside a coverage.
    private static let cut = whole.components(separatedBy: "PLAN~")[0]
    /// In lines of 80 bytes.
    private static let wrapped = stride(from: 0, to: whole.count, by: 80)
        .map { whole.dropFirst($0).prefix(80) }.joined(separator: "\n")
    /// As MassHealth would call it: its 226th day of 2025.
    static let name = "110999999B.834D.WEB.1223560019.226.txt"

    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let text: String
        var name = CanaryFile.name
        var isLatin1 = false
        var profile = "auto"
        var testDescription: String { rule }

        var bytes: Data { text.data(using: isLatin1 ? .isoLatin1 : .utf8) ?? Data() }

        init(
            _ rule: String, _ text: String, name: String = CanaryFile.name, latin1: Bool = false,
            profile: String = "auto"
        ) {
            self.rule = rule
            self.text = text
            self.name = name
            isLatin1 = latin1
            self.profile = profile
        }

        /// The same with one more change.
        func with(_ old: String, _ new: String) -> Case {
            Case(rule, text.replacing(old, with: new), name: name, profile: profile)
        }

        /// The file with something else in place of the first that reads so.
        init(_ rule: String, _ old: String, _ new: String) {
            let start = whole.range(of: old)
            self.init(rule, start.map { whole.replacingCharacters(in: $0, with: new) } ?? "")
        }
    }

    static let cases = envelopes + segments + elements + records + CanaryClaims.cases

    private static let envelopes = [
        Case("x12.interchange.missing", group + set + "GE*1*1~"),
        Case("x12.interchange.width", "DMA7384  ", "DMA7384"),
        Case("x12.interchange.wrapped", wrapped),
        Case("x12.interchange.separators", "*^*00501", "*:*00501"),
        Case(
            "x12.interchange.terminator",
            isa + (group + set + "GE*1*1~IEA*1*000000001~").replacing("~", with: "\n")),
        Case("x12.interchange.unclosed", isa + group + set + "GE*1*1~"),
        Case("x12.interchange.control", "IEA*1*000000001", "IEA*1*000000002"),
        Case("x12.interchange.count", "IEA*1", "IEA*9"),
        Case("x12.interchange.duplicate", whole + whole),
        Case("x12.group.missing", isa + set + "IEA*1*000000001~"),
        Case("x12.group.unclosed", isa + group + set + "IEA*1*000000001~"),
        Case("x12.group.control", "GE*1*1", "GE*1*2"),
        Case("x12.group.count", "GE*1*1", "GE*9*1"),
        Case(
            "x12.group.duplicate",
            isa + group + set + "GE*1*1~" + group + set + "GE*1*1~IEA*2*000000001~"),
        Case("x12.set.unclosed", "SE*22*0001~", ""),
        Case("x12.set.control", "SE*22*0001", "SE*22*0002"),
        Case("x12.set.count", "SE*22", "SE*9"),
        Case("x12.set.duplicate", isa + group + set + set + "GE*2*1~IEA*1*000000001~"),
        Case("x12.set.empty", member, ""),
        Case("x12.envelope.order", "GE*1*1~", "GE*1*1~GE*1*1~"),
        Case("x12.guide.unknown", whole.replacing("005010X220A1", with: "005010X999")),
        Case("x12.guide.nearest", whole.replacing("005010X220A1", with: "005010X220")),
        Case("x12.group.transaction", "GS*BE*", "GS*HC*"),
        Case("x12.guide.disagree", "1*X*005010X220A1", "1*X*005010X999"),
        Case("x12.bytes.outside", "From: QZMK 777077707771\n" + whole),
        Case("x12.bytes.mark", "\u{FEFF}" + whole),
    ]

    private static let segments = [
        Case("x12.segment.stray", "GE*1*1~", "NM1*IL*1*QZMK~QZMK~GE*1*1~"),
        Case("x12.segment.blank", "~DMG", "~~DMG"),
        Case("x12.segment.unterminated", String(whole.dropLast())),
        Case("x12.file.truncated", cut),
        Case("x12.record.cut", cut),
        Case("x12.limit.findings", "DMG*", String(repeating: "QZM*QZMK~", count: 1100) + "DMG*"),
        Case("x12.segment.unknown", "DMG*", "QZM*QZMK~DMG*"),
        Case("x12.segment.unexpected", "DMG*", "BGN*00*QZMK~DMG*"),
        Case("x12.segment.order", "N3*QZMK STREET~N4*", "N4*QZMK~N3*QZMK STREET~N4*"),
        Case("x12.segment.qualifier", "REF*1L", "REF*QZ"),
        Case("x12.segment.repeat", "DMG*", "DMG*D8*19660606*F~DMG*"),
        Case("x12.segment.missing", "REF*0F*777077707771~", ""),
        Case("x12.loop.repeat", "HD*", "NM1*31*1~N3*QZMK~NM1*31*1~N3*QZMK~HD*"),
        Case("x12.loop.missing", "NM1*IL*1*QZMKLAST*QZMKFIRST****34*777077707~", ""),
    ]

    private static let elements = [
        Case("x12.element.missing", "*HMO*", "**"),
        Case("x12.element.identifier", "POLICY~", "POL\nICY~"),
        Case("x12.segment.terminator", "QZMKPOLICY~", "QZMKPOLICY"),
        Case("x12.element.relation", "*34*777077707", "**777077707"),
        Case("x12.element.extra", "QZMKPOLICY", "QZMKPOLICY**QZMK*QZMK*QZMK"),
        Case("x12.element.short", "MA*77707", "MA*77"),
        Case("x12.element.long", "QZMKLAST", String(repeating: "QZMK", count: 20)),
        Case("x12.element.control", "QZMKLAST", "QZMK\u{1B}[2J"),
        Case("x12.element.encoding", whole.replacing("QZMKLAST", with: "QZMKÑ"), latin1: true),
        Case("x12.element.code", "19660606*F", "19660606*QZMK"),
        Case("x12.element.date", "19660606", "19660699"),
        Case("x12.element.time", "2130*ET", "77707*ET"),
        Case("x12.element.number", "REF*PID", "AMT*P3*77707QZMK~REF*PID"),
        Case("x12.element.repeat", "QZMKLAST", "QZMKLAST^QZMK"),
        Case("x12.element.composite", "QZMKLAST", "QZMKLAST:QZMK"),
        Case("x12.element.unused", "HD*021**", "HD*021*777*"),
        Case("x12.element.trailing", "QZMKPOLICY", "QZMKPOLICY*"),
    ]

    private static let records = [
        Case("enrollment.period.reversed", "349*D8*22991231", "349*D8*19770701"),
        Case(
            "enrollment.period.never-effective",
            whole.replacing("HD*021", with: "HD*024").replacing("22991231", with: "19770701")),
        Case(
            "enrollment.period.ambiguous", "349*D8*22991231", "349*D8*22991231~DTP*349*D8*20990909"),
        Case("enrollment.set.total", "~N1*P5", "~QTY*TO*77707~N1*P5"),
        Case("enrollment.birth.future", "19660606", "20990909"),
        Case("enrollment.death.reversed", "***AC**N~", "***AC**N*D8*19550505~"),
        Case("enrollment.subscriber.self", "INS*Y*18", "INS*Y*19"),
        Case("enrollment.provider.npi", "2417000017", "2417000018"),
        Case(
            "enrollment.subscriber.late", member,
            member.replacing("INS*Y*18", with: "INS*N*19") + member),
        Case(
            "enrollment.span.overlap", coverage,
            coverage + coverage.replacing("19770707", with: "19770708")),
        Case("masshealth.receiver.pidsl", "110999999B     ", "ELSEWHERE      "),
        Case("masshealth.member.id", "777077707771", "77707"),
        Case("masshealth.reason.form", "AZQZMK", "9QZMK"),
        Case("masshealth.maintenance.type", "INS*Y*18*021", "INS*Y*18*025"),
        Case("masshealth.address.state", "*MA*", "*NH*"),
        Case("masshealth.address.county", "CY*14", "CY*QZMK"),
        Case("masshealth.aco.pidsl", "777077707A", "QZMK"),
        Case("masshealth.coverage.outside", "356*D8*19770707", "356*D8*19770708"),
        Case("masshealth.name.receiver", "110999999B     ", "110999998B     "),
        Case(
            "masshealth.name.day", whole, name: "110999999B.834D.WEB.1223560019.001.txt"),
        Case(
            "masshealth.name.kind", whole, name: "110999999B.834M.WEB.1223560019.226.txt"),
    ]
}
