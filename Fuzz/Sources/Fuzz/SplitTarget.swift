@testable import Conversion

/// Splitting: every part is whole, and together they hold the records of the input.
enum SplitTarget {
    private static let measures: [SplitMeasure] = [
        .transaction, .records(1), .records(2), .size(1), .size(600), .size(5_000),
    ]

    static func run(_ bytes: [UInt8]) {
        let measure = measures[Int(bytes.last ?? 0) % measures.count]
        let whole = Splitting(bytes, measure)
        let flaws = whole.flaws(of: bytes)
        require(flaws.isEmpty, "\(flaws)")
        guard !whole.rules.contains("x12.interchange.terminator") else { return }
        let inPieces = Splitting(bytes, measure, pieces: 5, block: 128)
        require(inPieces.parts == whole.parts, "blocks make no difference")
    }
}
