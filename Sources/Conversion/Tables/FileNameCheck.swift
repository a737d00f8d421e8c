import Diagnostics
import Rosters
import TableGrammar

/// What the name of a file says of it: a hint, which is compared with the content.
enum FileNameCheck {
    static func findings(_ file: String, _ layout: Layout, isWorkbook: Bool) -> [Finding] {
        if file == InputPlace.standardInputName { return [] }
        let isPacked = file.lowercased().hasSuffix(".gz")
        let name = String(file.lowercased().dropLast(isPacked ? 3 : 0))
        var found: [Finding] = []
        let isCalledWorkbook = [".xlsx", ".xlsm", ".xls"].contains { name.hasSuffix($0) }
        let isCalledText = [".csv", ".txt", ".tsv", ".psv", ".dat"].contains { name.hasSuffix($0) }
        if isWorkbook ? isCalledText : isCalledWorkbook {
            found.append(
                Finding(
                    .fileKind, at: ByteRange(0, 0), expected: isWorkbook ? ".xlsx" : ".csv"))
        }
        if !layout.files.isEmpty, !layout.files.contains(where: { $0.matchesButForEnding(name) }) {
            found.append(
                Finding(.fileName, at: ByteRange(0, 0), expected: layout.files[0].pattern))
        }
        return found
    }
}
