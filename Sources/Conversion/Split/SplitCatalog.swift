import Diagnostics
import X12Syntax

/// By which plan a split reads transaction sets: each has one, as those without records are whole.
struct SplitCatalog: Sendable {
    /// The plan of sets whose records nobody knows.
    static let unknown = -1
    /// The plan of sets whose records stand beneath levels, and begin with CLM.
    static let claims = -2

    /// Whether sets of a plan are kept whole.
    static func isWhole(_ plan: Int?) -> Bool { plan == unknown || plan == claims }

    private let guides: GuideCatalog
    private let measure: SplitMeasure

    init(_ measure: SplitMeasure, guides: GuideCatalog = GuideCatalog()) {
        self.measure = measure
        self.guides = guides
    }

    func plan(_ identity: TransactionIdentity) -> TransactionPlan {
        // A set with levels is not cut: its records need the levels that came before them.
        let plan = guides.plan(identity)
        if let plan, plan.levels.isEmpty { return plan }
        var remarks: [(rule: Rule, expected: String?)] = []
        if case .records = measure {
            let known = GuideCatalog.guides.joined(separator: ", ")
            remarks.append(plan == nil ? (.splitSetRecords, known) : (.splitSetLevels, nil))
        }
        return TransactionPlan(
            number: plan == nil ? SplitCatalog.unknown : SplitCatalog.claims,
            recordOpener: .none, firstSegment: plan?.firstSegment ?? .none, remarks: remarks)
    }
}
