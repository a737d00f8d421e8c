import Archives
import Diagnostics
import XMLSyntax

/// What a workbook says of itself: its sheets in order, its dates, where its parts lie.
struct WorkbookParts {
    private(set) var sheets: [WorkbookSheet] = []
    /// Whether days are counted from 1904 and not from 1900.
    private(set) var isFrom1904 = false
    private(set) var styles: String?
    private(set) var strings: String?
    private var targets: [String: (target: String, type: String)] = [:]
    /// Whether two relations to other parts have one id.
    private(set) var hasTwins = false

    /// The parts that the package names as its workbook, by the relations at its root.
    static func workbookPath(_ relations: [PartEvent]) -> String? {
        for relation in relations where relation.local == "Relationship" {
            guard relation.attributes["Type"]?.hasSuffix("/officeDocument") == true,
                let target = relation.attributes["Target"]
            else { continue }
            return path(target, in: "")
        }
        return nil
    }

    /// - Parameters:
    ///   - relations: what the workbook's parts are called.
    ///   - folder: the folder of the workbook, with a stroke at its end.
    init(_ events: [PartEvent], relations: [PartEvent], folder: String) {
        for relation in relations where relation.local == "Relationship" {
            guard let id = relation.attributes["Id"], let target = relation.attributes["Target"],
                relation.attributes["TargetMode"] != "External"
            else { continue }
            let type = relation.attributes["Type"] ?? ""
            let path = Self.path(target, in: folder)
            addTarget(path, type, id)
            if type.hasSuffix("/styles") { styles = path }
            if type.hasSuffix("/sharedStrings") { strings = path }
        }
        for event in events where event.kind == .start {
            switch event.local {
            case "workbookPr":
                isFrom1904 = ["1", "true", "on"].contains(event.attributes["date1904"])
            case "sheet": addSheet(event.attributes)
            default: break
            }
        }
    }

    /// Of two relations of one id, the first of a sheet counts.
    private mutating func addTarget(_ path: String, _ type: String, _ id: String) {
        if let other = targets[id] {
            hasTwins = hasTwins || other != (path, type)
            if other.type.hasSuffix("/worksheet") || !type.hasSuffix("/worksheet") { return }
        }
        targets[id] = (path, type)
    }

    /// Relations to sheets of other things than cells.
    private static let cellless = [
        "/chartsheet", "/dialogsheet", "/xlMacrosheet", "/xlIntlMacrosheet",
    ]

    private mutating func addSheet(_ attributes: [String: String]) {
        let target = attributes["id"].flatMap { targets[$0] }
        let isCellless = target.map { target in
            Self.cellless.contains { target.type.hasSuffix($0) }
        }
        // What a relation of another kind leads to is no sheet.
        let isSheet = target.map { $0.type.isEmpty || $0.type.hasSuffix("/worksheet") } ?? false
        sheets.append(
            WorkbookSheet(
                number: sheets.count + 1, name: attributes["name"] ?? "",
                isHidden: ["hidden", "veryHidden"].contains(attributes["state"]),
                holdsCells: !(isCellless ?? false),
                part: isSheet ? target?.target ?? "" : ""))
    }

    /// The name of a part in the archive; it is compared with the names there, and never opened as a
    /// file.
    private static func path(_ target: String, in folder: String) -> String {
        let whole = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        var parts: [Substring] = []
        for part in whole.split(separator: "/") {
            if part == ".." {
                _ = parts.popLast()
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

/// A sheet of a workbook.
package struct WorkbookSheet: Sendable, Hashable {
    /// From 1, in the order of the workbook.
    package let number: Int
    package let name: String
    package let isHidden: Bool
    /// Whether it is one of cells, and not a chart or a dialog.
    package let holdsCells: Bool
    let part: String
}

extension [String] {
    fileprivate func contains(_ value: String?) -> Bool {
        value.map { text in contains { $0 == text } } ?? false
    }
}
