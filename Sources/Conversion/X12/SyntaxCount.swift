import X12Syntax

/// Counts what the syntax row finds in a file, with nothing above it.
public enum SyntaxCount {
    /// Reads inputs to their end.
    ///
    /// - Parameter path: a file, folder, archive, or `-` for standard input.
    public static func count(
        _ path: String
    ) throws(ConversionFailure) -> (segments: Int, elements: Int) {
        var queue = InputQueue(InputList([path]))
        var segments = 0
        var elements = 0
        while var input = queue.next() {
            if let failure = input.failure { throw failure }
            guard let source = input.source.take(), input.kind == .x12 else { continue }
            var reader = BlockReader(source) { _ in nil }
            var block = Block()
            while reader.next(&block) {
                segments += block.content.segmentTotal
                elements += block.content.elementTotal
            }
        }
        return (segments, elements)
    }
}
