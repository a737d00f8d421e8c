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
        var book = BookBuilding(fuzzed: input.dropFirst(), header: header(Int(choice)))
        book.method = choice % 2 == 0 ? .stored : .deflated
        guard let bytes = try? book.bytes else { return }
        read(bytes)
    }

    private static let layouts = LayoutLibrary.shipped.layouts

    /// The header of a layout, so that what follows are rows of it, or none for what has its own.
    private static func header(_ choice: Int) -> String {
        guard choice < 252 else { return "" }
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
