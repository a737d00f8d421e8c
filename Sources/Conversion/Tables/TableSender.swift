import CareModel
import Rosters
import TableGrammar
import TableSyntax

/// Whom a row of a summary names as its sender.
struct RowSender: Sendable {
    /// Where a row stands: the sheet is 0 in text.
    struct Place: Hashable {
        let sheet: Int
        let row: Int
    }

    let place: Place
    let name: String

    /// `nil` where the row names nobody.
    init?(_ record: RecordObject<RosterFields>, at row: TableRow) {
        let receipt = record.object(.receipt, RosterReceiptFields.self)
        guard let name = receipt?.text(.sender)?.description, !name.isEmpty else { return nil }
        place = Place(sheet: row.sheet, row: row.number)
        self.name = name
    }
}

extension FindingSender {
    /// Who sent a roster, by the name of its file where that is one of the layout's, as
    /// `CP_BHCHP-CP_MH_STATUSOUTREACH_FULL_20180718.XLSX` is by `CP_[Short]_MH_…`.
    init(ofTable file: String, _ layout: Layout) {
        self = FindingSender(named: file, layout) ?? FindingSender(unknownOf: file)
    }

    /// Words that say what is in a file; those before them say whose it is.
    private static let kinds: Set<String> = [
        "ASSIGNMENT", "REFRESHREFERRAL", "ENROLLDISENROLL", "STATUSOUTREACH", "SUMMARY", "ML",
    ]
    private static let roles: Set<String> = ["ACO", "CP", "MCO"]

    private init?(named path: String, _ layout: Layout) {
        var file = path.split(separator: "/").last ?? ""
        if file.lowercased().hasSuffix(".gz") { file = file.dropLast(3) }
        guard layout.files.contains(where: { $0.matchesButForEnding(String(file)) }) else {
            return nil
        }
        let words =
            file.split(separator: ".", maxSplits: 1).first?
            .split(separator: "_", omittingEmptySubsequences: false) ?? []
        let upper = words.map { $0.uppercased() }
        // What goes from a CP to an ACO is called after the ACO, which has not sent it.
        if upper.contains("ENROLLDISENROLL") { return nil }
        let kind = upper.firstIndex { FindingSender.kinds.contains($0) }
        var names = words[..<(kind ?? words.count)]
        if upper.first == "MH" {
            self = .massHealth
            return
        }
        // `ACO_X_MH_…` goes from X to MassHealth.
        let namesReceiver = names.count > 1 && upper[names.endIndex - 1] == "MH"
        if namesReceiver { names.removeLast() }
        let hasRole = kind != nil && names.count > 1 && FindingSender.roles.contains(upper[0])
        if hasRole {
            names.removeFirst()
        } else if let first = names.first, Text(String(first)).flatMap({ PIDSL($0) }) != nil {
            names = names.prefix(1)
        } else if !namesReceiver, kind.map({ upper[$0] }) != "ML" {
            return nil
        }
        let name = names.joined(separator: "_")
        guard !name.isEmpty else { return nil }
        self.init(id: name, known: name)
    }
}
