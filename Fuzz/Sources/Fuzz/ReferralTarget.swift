import Conversion

@testable import Output

/// XML documents: any bytes are refused, or their books balance, and pieces make no difference.
enum ReferralTarget {
    static func run(_ bytes: [UInt8]) {
        let whole = DocumentText(bytes)
        let flaws = whole.flaws(of: bytes)
        require(flaws.isEmpty, "\(flaws)")
        switch Turn(bytes).way(of: 4) {
        case 0, 1:
            // Sizes that are odd, and others for other inputs.
            let sizes = [1 + bytes.count % 61, 7, 1 + Int(bytes.last ?? 0), 129, 3]
            let pieces = DocumentText(bytes, pieces: sizes)
            require(
                pieces == whole, "pieces make no difference: \(pieces.difference(from: whole))")
        case 2:
            let bundles = DocumentText(bytes, as: .fhir)
            require(bundles.flaws(of: bytes).isEmpty, "\(bundles.flaws(of: bytes))")
            require(bundles.counts.accepted == whole.counts.accepted, "each record is a Bundle")
        default: checkValues(bytes)
        }
    }

    /// The library's way, at once and in pieces.
    private static func checkValues(_ bytes: [UInt8]) {
        let file = ReferralRecords(bytes, name: "a")
        let whole = Array(file)
        require(file.report.isBalanced, "the books balance: \(file.report.bytes)")
        let pieces = Array(ReferralRecords(chunks: Turn(bytes).chunks(of: bytes), name: "a"))
        require(pieces.count == whole.count, "pieces make no difference")
        for (one, other) in zip(pieces, whole) {
            require(one.referral == other.referral, "pieces make no difference")
            require(one.source == other.source, "pieces make no difference")
            require(one.findings == other.findings, "pieces make no difference")
        }
    }
}
