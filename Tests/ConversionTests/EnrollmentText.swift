import Foundation

/// A small 834 that is right; what a test does to it is the hazard.
enum EnrollmentText {
    static let group = "GS*BE*SENDER*RECEIVER*20250701*2149*1*X*005010X220A1~"

    static func interchange(_ control: String) -> String {
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *250701*2149*^*00501*"
            + "\(control)*0*T*:~"
    }

    /// The segments of one member, who has a coverage.
    static func member(_ number: Int) -> String {
        "INS*Y*18*021*20*A***FT~REF*0F*\(1000 + number)~DTP*356*D8*20250601~"
            + "NM1*IL*1*DOE*JOHN~DMG*D8*19800101*M~HD*021**HLT*PLAN\(number)~DTP*348*D8*20250601~"
    }

    /// A transaction set with these members.
    static func set(
        _ members: [String], control: String = "0001", guide: String = "005010X220A1"
    ) -> String {
        let text =
            "ST*834*\(control)*\(guide)~BGN*00*1*20250701*2149****2~N1*P5*SPONSOR*FI*987654321~"
            + "N1*IN*PAYER*FI*123456789~" + members.joined() + "SE*0*\(control)~"
        return text.recounted
    }

    /// A file with one set.
    static func file(_ members: [String], control: String = "000000001") -> String {
        interchange(control) + group + set(members) + "GE*1*1~IEA*1*\(control)~"
    }

    /// A file with two members.
    static let plain = file([member(1), member(2)])
}

extension String {
    /// With its first occurrence of `old` replaced, or all of them.
    func with(_ old: String, _ new: String, all: Bool = false) -> String {
        if all { return replacingOccurrences(of: old, with: new) }
        guard let range = range(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    /// With segments before the first one of this id, and SE01 right again.
    func inserting(_ segments: String, before id: String) -> String {
        with("~\(id)*", "~\(segments)\(id)*").recounted
    }

    /// Without the first segment that begins so, and SE01 right again.
    func removing(_ segment: String) -> String {
        guard let start = range(of: "~" + segment)?.lowerBound,
            let end = self[index(after: start)...].firstIndex(of: "~")
        else { return self }
        return replacingCharacters(in: start..<end, with: "").recounted
    }

    /// With something else in place of the terminator before the first segment of this id, and SE01
    /// right again.
    func gluing(_ id: String, _ between: String = "\n") -> String {
        with("~\(id)*", "\(between)\(id)*").recounted
    }

    /// With SE01 counting the segments from ST to SE.
    var recounted: String {
        var count = 0
        return components(separatedBy: "~").map { segment in
            if segment.hasPrefix("ST*") { count = 0 }
            count += segment.isEmpty ? 0 : 1
            guard segment.hasPrefix("SE*") else { return segment }
            return "SE*\(count)*" + segment.components(separatedBy: "*")[2]
        }.joined(separator: "~")
    }

    /// From the first place where a segment begins so.
    func from(_ segment: String) -> String {
        range(of: segment).map { String(self[$0.lowerBound...]) } ?? self
    }

    /// Up to the first place where this stands.
    func before(_ text: String) -> String {
        range(of: text).map { String(self[..<$0.lowerBound]) } ?? self
    }

    /// With other delimiters.
    func delimited(element: String, terminator: String) -> String {
        with("*", element, all: true).with("~", terminator, all: true)
    }
}
