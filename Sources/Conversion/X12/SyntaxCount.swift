import X12Syntax

/// Counts what the syntax row finds in a file, with nothing above it.
public enum SyntaxCount {
    public static func count(
        _ path: String
    ) throws(ConversionFailure) -> (segments: Int, elements: Int) {
        let source = try InputSource.open(path)
        var reader = BlockReader(source) { _ in nil }
        var block = Block()
        var segments = 0
        var elements = 0
        while try reader.next(&block) {
            segments += block.content.segmentTotal
            elements += block.content.elementTotal
        }
        return (segments, elements)
    }
}
