@testable import Archives
@testable import ShippedGrammars
@testable import TableGrammar

@testable import TableSyntax

/// Workbooks: any archive is refused or read, and so is any XML in the parts of one.
enum WorkbookTarget {
    /// The first byte says what the rest is: an archive, or parts with NUL between them.
    static func run(_ input: [UInt8]) {
        guard let choice = input.first, choice % 4 != 0 else {
            return read(Array(input.dropFirst()))
        }
        let parts = input.dropFirst().split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        var book = BookBuilding()
        // The header of a layout, so that what follows are rows of it.
        book.sheets = [header(Int(choice)) + (parts.first ?? "")]
        if parts.count > 1 { book.strings = parts[1].split(separator: "\n").map(String.init) }
        if parts.count > 2 { book.formats = parts[2].split(separator: "\n").map(String.init) }
        if parts.count > 3 { book.workbookProperties = parts[3] }
        if parts.count > 4 { book.tail = parts[4] }
        book.method = choice % 2 == 0 ? .stored : .deflated
        guard let bytes = try? book.bytes else { return }
        read(bytes)
    }

    private static let layouts = LayoutLibrary.shipped.layouts

    private static func header(_ choice: Int) -> String {
        let columns = layouts[choice / 4 % layouts.count].tables[0].columns
        let cells = columns.map { "<c t=\"inlineStr\"><is><t>\($0.name)</t></is></c>" }
        return "<row r=\"1\">\(cells.joined())</row>"
    }

    private static func read(_ bytes: [UInt8]) {
        switch Turn(bytes).way(of: 8) {
        case 0...5:
            let once = try? BookReading(bytes)
            guard bytes.count % 4 == 0 else { return }
            require(once == (try? BookReading(bytes)), "the same bytes read the same")
        case 6: TableTarget.checkEntries(bytes)
        default: ConversionTarget.run(bytes)
        }
    }
}
