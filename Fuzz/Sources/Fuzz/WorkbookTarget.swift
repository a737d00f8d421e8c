@testable import Archives

@testable import TableSyntax

/// Workbooks: any archive is refused or read, and so is any XML in the parts of one.
enum WorkbookTarget {
    /// The first byte says what the rest is: an archive, or parts with NUL between them.
    static func run(_ input: [UInt8]) {
        guard let bytes = bytes(of: input) else { return }
        let once = try? BookReading(bytes)
        guard bytes.count % 4 == 0 else { return }
        require(once == (try? BookReading(bytes)), "the same bytes read the same")
    }

    /// A workbook of an input, with a row before its others.
    static func bytes(of input: [UInt8], header: String = "") -> [UInt8]? {
        guard let choice = input.first, choice % 4 != 0 else { return Array(input.dropFirst()) }
        var book = BookBuilding(fuzzed: input.dropFirst(), header: header)
        book.method = choice % 2 == 0 ? .stored : .deflated
        return try? book.bytes
    }
}
