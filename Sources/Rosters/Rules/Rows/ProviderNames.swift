import CareModel
import Diagnostics

extension Rule {
    static let providerUnknown = Rule(
        "roster.provider.unknown", .warning, "A service location is in the list that was given",
        help: """
            The list pidsl.txt of --codes has no such provider and service location. Either the row \
            or the list is out of date.
            """)
    static let providerName = Rule(
        "roster.provider.name", .warning, "A provider has the name by which the list knows it",
        help: """
            The list pidsl.txt of --codes gives this service location another name; case, blanks and \
            punctuation do not count. MassHealth wants the name under which it is enrolled in MMIS.
            """)
}

/// Names of ACOs, MCOs, Community Partners and practices beside their service locations.
struct ProviderNames: Sendable {
    private struct Pair: Sendable {
        let location: Int
        /// -1 where the file has no column of names.
        let name: Int
    }

    private let pairs: [Pair]
    private let list: ProviderList

    private static let fields = [
        ("aco.pidsl", "aco.name"), ("mco.pidsl", "mco.name"), ("cp.pidsl", "cp.name"),
        ("pcp.pidsl", "pcp.practice"),
    ]

    /// `nil` where the file names none.
    init?(_ columns: TableMatch, _ list: ProviderList) {
        pairs = ProviderNames.fields.compactMap { field, name in
            columns.column(field).map { Pair(location: $0, name: columns.column(name) ?? -1) }
        }
        self.list = list
        if pairs.isEmpty { return nil }
    }

    func check(_ values: RowValues, _ columns: TableMatch, _ reading: inout RowReading) {
        for pair in pairs {
            let location = values.text(pair.location)
            guard PIDSL.isValid(location) else { continue }
            let name =
                pair.name >= 0
                ? values.text(pair.name) : UnsafeBufferPointer(rebasing: location[..<0])
            switch list.answer(location, name) {
            case .known: continue
            case .unknown: reading.report(.providerUnknown, pair.location, columns)
            case .otherName: reading.report(.providerName, pair.name, columns)
            }
        }
    }
}
