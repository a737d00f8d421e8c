import Diagnostics
import X12Syntax

/// By which plan a split reads transaction sets: each has one, as those without records are whole.
struct SplitCatalog: Sendable {
    /// The plan of sets that have no records.
    static let whole = -1

    private let guides: GuideCatalog
    private let measure: SplitMeasure

    init(_ measure: SplitMeasure, guides: GuideCatalog = GuideCatalog()) {
        self.measure = measure
        self.guides = guides
    }

    func plan(_ identity: TransactionIdentity) -> TransactionPlan {
        // A set with levels is not cut: its records need the levels that came before them.
        if let plan = guides.plan(identity), plan.levels.isEmpty { return plan }
        var remarks: [(rule: Rule, expected: String)] = []
        if case .records = measure {
            let known = GuideCatalog.guides.joined(separator: ", ")
            remarks.append((.splitSetRecords, known))
        }
        return TransactionPlan(
            number: SplitCatalog.whole, recordOpener: .none, remarks: remarks)
    }
}
