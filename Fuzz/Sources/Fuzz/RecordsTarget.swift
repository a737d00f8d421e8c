import CareModel
import Conversion
import Diagnostics

/// From bytes to records: the books balance, each record lies in the input after the one before it,
/// and an input that is cut into pieces gives the same records.
enum RecordsTarget {
    static func run(_ bytes: [UInt8]) {
        let whole = MemoryConversion(bytes)
        require(whole.isBalanced(for: bytes.count), "the books balance: \(whole.bytes)")
        let inPieces = MemoryConversion(bytes, pieces: 7, block: 128)
        require(inPieces.isBalanced(for: bytes.count), "the books balance: \(inPieces.bytes)")
        require(inPieces.accepted == whole.accepted, "pieces make no difference")
        // The library's way compiles its guide each time; one input of 32 is enough of it.
        if (bytes.last ?? 0) % 32 == 0 { runLibrary(bytes) }
    }

    private static func runLibrary(_ bytes: [UInt8]) {
        let whole = read(CollectionOfOne(bytes))
        var last = 0
        for record in whole.records {
            let range = record.source.bytes
            require(last <= range.start && range.start < range.end, "records follow each other")
            require(range.end <= bytes.count, "records lie in the input")
            last = range.end
        }
        for range in whole.file.unreadable {
            require(range.start <= range.end && range.end <= bytes.count, "all lies in the input")
        }
        let inPieces = read(bytes.lazy.map { [$0] })
        require(inPieces.records.count == whole.records.count, "pieces make no difference")
        for (one, other) in zip(inPieces.records, whole.records) {
            require(one.record == other.record, "pieces make no difference")
            require(one.source == other.source, "pieces make no difference")
        }
    }

    private static func read(
        _ pieces: some Sequence<[UInt8]>
    ) -> (records: [Located<Enrollment>], file: FileFindings) {
        var records: [Located<Enrollment>] = []
        let file = EnrollmentRecords(pieces, name: "a").forEach { record, _ in
            records.append(record)
        }
        return (records, file)
    }
}
