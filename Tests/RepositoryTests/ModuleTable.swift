/// The table of modules in ARCHITECTURE.md.
struct ModuleTable {
    struct Row {
        let module: String
        let row: String
        let imports: Set<String>
    }

    let rows: [Row]

    init() throws {
        let document = try Repository.File("ARCHITECTURE.md")
        let table = document.lines.drop { !$0.hasPrefix("| module ") }.prefix { $0.hasPrefix("|") }
        rows = table.dropFirst(2).map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { String($0).trimmed }
            let imports = cells[3].split(separator: ",").map { String($0).trimmed }
            return Row(
                module: cells[1].trimmed, row: cells[2],
                imports: Set(imports.filter { $0 != "–" }))
        }
    }

    /// How far down a row of the house stands; the top is 0.
    var depths: [String: Int] {
        var depths: [String: Int] = [:]
        for row in rows where depths[row.row] == nil { depths[row.row] = depths.count }
        return depths
    }

    /// The modules of these rows.
    func modules(in rowNames: Set<String>) -> Set<String> {
        Set(rows.filter { rowNames.contains($0.row) }.map(\.module))
    }
}

extension String {
    /// Without the blanks and backticks around it.
    fileprivate var trimmed: String {
        let isPadding = { (character: Character) in character == " " || character == "`" }
        return String(drop(while: isPadding).reversed().drop(while: isPadding).reversed())
    }
}
