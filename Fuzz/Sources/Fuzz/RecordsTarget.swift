import CareModel
import Conversion
import Diagnostics

/// From bytes to records: the books balance, each record lies in the input after the one before it,
/// and an input that is cut into pieces gives the same records.
enum RecordsTarget {
    static func run(_ bytes: [UInt8]) {
        let whole = MemoryConversion(bytes)
        require(whole.isBalanced(for: bytes.count), "the books balance: \(whole.bytes)")
        switch Turn(bytes).way(of: 4) {
        case 0: runLibrary(bytes, inPieces: false)
        case 1: runLibrary(bytes, inPieces: true)
        default:
            let inPieces = MemoryConversion(bytes, pieces: 7, block: 128)
            require(inPieces.isBalanced(for: bytes.count), "the books balance: \(inPieces.bytes)")
            require(inPieces.accepted == whole.accepted, "pieces make no difference")
        }
    }

    private static func runLibrary(_ bytes: [UInt8], inPieces: Bool) {
        let file = EnrollmentRecords(bytes, name: "a")
        let whole = Array(file)
        var last = 0
        for record in whole {
            let range = record.source.bytes
            require(last <= range.start && range.start < range.end, "records follow each other")
            require(range.end <= bytes.count, "records lie in the input")
            last = range.end
        }
        for range in file.unreadable {
            require(range.start <= range.end && range.end <= bytes.count, "all lies in the input")
        }
        let report = file.report
        require(report.isBalanced, "the books balance: \(report.bytes)")
        require(
            report.failure != nil || report.bytes.total == bytes.count,
            "all bytes are accounted for")
        guard inPieces else { return }
        let inPieces = Array(EnrollmentRecords(chunks: Turn(bytes).chunks(of: bytes), name: "a"))
        require(inPieces.count == whole.count, "pieces make no difference")
        for (one, other) in zip(inPieces, whole) {
            require(one.enrollment == other.enrollment, "pieces make no difference")
            require(one.source == other.source, "pieces make no difference")
        }
    }
}
