@testable import Synthesis

/// A synthetic file taken apart by splitting alone, without any code of the writer.
struct WrittenFile {
    let bytes: [UInt8]
    let summary: EnrollmentSynthesis.Summary
    let segments: [[String]]
    /// The member records: each begins with INS and ends before the next, or before SE.
    let members: [[[String]]]

    init(
        _ records: Int, seed: UInt64 = 1,
        _ change: (inout EnrollmentSynthesis.Options) -> Void = { _ in }
    ) {
        var options = EnrollmentSynthesis.Options(records: records, seed: seed)
        change(&options)
        var bytes: [UInt8] = []
        summary = EnrollmentSynthesis(options).write { bytes += $0 }
        self.bytes = bytes
        let delimiters = options.delimiters
        let segments = bytes.split(separator: delimiters.segment)
            .map { $0.filter { $0 != 0x0A && $0 != 0x0D } }
            .filter { !$0.isEmpty }
            .map { segment in
                segment.split(separator: delimiters.element, omittingEmptySubsequences: false)
                    .map { String(decoding: $0, as: UTF8.self) }
            }
        self.segments = segments
        let starts = segments.indices.filter { segments[$0][0] == "INS" }
        members = starts.map { start in
            let rest = segments[(start + 1)...].prefix { $0[0] != "INS" && $0[0] != "SE" }
            return [segments[start]] + rest
        }
    }

    /// The segments with this identifier and, when given, this first element.
    func all(_ identifier: String, _ qualifier: String? = nil) -> [[String]] {
        segments.filter { $0[0] == identifier && (qualifier == nil || $0[1] == qualifier) }
    }
}

extension [[String]] {
    /// An element of the first segment with this identifier and qualifier.
    func element(_ position: Int, of identifier: String, _ qualifier: String) -> String? {
        let segment = first { $0[0] == identifier && $0.count > 1 && $0[1] == qualifier }
        guard let segment, position < segment.count else { return nil }
        return segment[position]
    }
}
