import Diagnostics

/// What keeps the content of a workbook from being read whole.
package enum WorkbookLoss {
    private static let again =
        "open it in a spreadsheet program and save it anew, or fetch it again"

    private static let phrases: [Rule: String] = [
        Rule.partDamaged: "has a part that is damaged, cut or larger than it declares; \(again)",
        Rule.partMissing: "names a sheet that is not in it; \(again)",
        Rule.partMalformed:
            "has a part that is no well-formed XML, has a document type or 12 MB of text; "
            + again,
        Rule.partTwice: "has two parts of one name; \(again)",
        Rule.rowsTwice: "has a sheet with rows in two places; \(again)",
        Rule.stringUnknown: "has cells whose texts are not in it; \(again)",
        Rule.sheetRows: "has a sheet of more rows than Excel has",
        Rule.sheetCount: "has more than 1,000 sheets",
        Rule.partLong: "lists more parts than are read",
        Rule.stringRoom: "has more text than there is room for",
    ]

    /// Says what was lost, to follow the name of the file; `nil` where nothing was.
    package static func phrase(_ findings: [Finding]) -> String? {
        for finding in findings {
            if let phrase = phrases[finding.rule] { return phrase }
        }
        return nil
    }
}
