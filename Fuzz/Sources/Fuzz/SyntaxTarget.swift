@testable import X12Syntax

/// Delimiters, segments and envelopes: nothing is lost, and where the input is cut into pieces or
/// blocks makes no difference.
enum SyntaxTarget {
    static func run(_ bytes: [UInt8]) {
        let items = Array(X12Reader(bytes))
        require(X12Writer.write(items) == bytes, "what is read is written")
        let size = 1 + Int(bytes.last ?? 0) % 64
        guard Turn(bytes).way(of: 3) > 0 else {
            return require(given(bytes, size) == bytes, "what is given in pieces is written")
        }
        let whole = Reading(bytes)
        require(whole.faults.isEmpty, "the tables agree: \(whole.faults)")
        let inPieces = Reading(bytes, pieces: .of(size), blockSize: 128)
        let difference = inPieces.regardlessOfBlocks.difference(from: whole.regardlessOfBlocks)
        // A terminator that is guessed holds from the next block on for what ISA's own had ended.
        guard !whole.rules.contains("x12.interchange.terminator") else { return }
        require(difference == nil, "blocks make no difference: \(difference ?? "")")
    }

    /// Read as the pieces arrive, and written.
    private static func given(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
        var reader = X12Reader()
        var writer = X12Writer()
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + size)
            reader.append(bytes[start..<end])
            while let item = reader.next() { writer.write(item) }
            start = end
        }
        reader.finish()
        while let item = reader.next() { writer.write(item) }
        return writer.bytes
    }
}
