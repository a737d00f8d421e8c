import CareModel

/// Statements that say themselves which patient they are about: they belong to the referrals of the
/// patient, unless a referral refers to them.
struct FHIRStatementsOfPatients {
    /// As many pairs of a patient's referrals and statements are made; of more, the statements are
    /// told with the patient's last referral alone, so that output does not grow with the product.
    static let mostPairs = 10_000

    /// Who pays and what the member agrees to: it counts for every referral.
    private var terms: [Int: [Int]] = [:]
    /// All else.
    private var facts: [Int: [Int]] = [:]
    /// Of patients with more pairs than can be made, what the last referral is made of.
    private var lastOfTerms: [Int: Int] = [:]
    private var lastOfFacts: [Int: Int] = [:]

    init() {}

    init(_ tree: FHIRTree, _ units: ArraySlice<FHIRUnit>) {
        collect(tree)
        guard !terms.isEmpty || !facts.isEmpty else { return }
        var referrals: [Int: (count: Int, last: Int)] = [:]
        for unit in units {
            guard let patient = Self.patient(of: unit, tree) else { continue }
            referrals[patient, default: (0, 0)].count += 1
            referrals[patient]?.last = unit.main
        }
        let shared = referrals.filter { $0.value.count > 1 }
        guard !shared.isEmpty else { return }
        leaveOut(Self.referredTo(by: units, tree), of: shared.keys)
        for (patient, known) in shared {
            if (terms[patient]?.count ?? 0) * known.count > Self.mostPairs {
                lastOfTerms[patient] = known.last
            }
            if (facts[patient]?.count ?? 0) * known.count > Self.mostPairs {
                lastOfFacts[patient] = known.last
            }
        }
    }

    /// The statements of a patient that belong to a referral.
    func of(_ patient: Int, for unit: FHIRUnit) -> [Int] {
        let hasTerms = lastOfTerms[patient].map { $0 == unit.main } ?? true
        let hasFacts = lastOfFacts[patient].map { $0 == unit.main } ?? true
        let first = hasTerms ? terms[patient] ?? [] : []
        let second = hasFacts ? facts[patient] ?? [] : []
        if first.isEmpty || second.isEmpty { return first + second }
        return (first + second).sorted()
    }

    /// Patients with more pairs than can be made, in the order of the Bundle.
    var crowded: [Int] { Set(lastOfTerms.keys).union(lastOfFacts.keys).sorted() }

    // MARK: Gathering

    private mutating func collect(_ tree: FHIRTree) {
        for index in tree.resources.indices
        where tree.resources[index].type.isStatement && tree.resources[index].container < 0
            && !tree.resources[index].isDone
        {
            let root = tree.root(of: index)
            let type = tree.resources[index].type
            for name in [FHIRName.subject, .patient, .beneficiary] {
                guard let reference = root.first(name),
                    case .resource(let patient) = tree.target(of: reference)
                else { continue }
                if type == .consent || type == .coverage {
                    terms[patient, default: []].append(index)
                } else {
                    facts[patient, default: []].append(index)
                }
            }
        }
    }

    /// Whom a referral is for.
    private static func patient(of unit: FHIRUnit, _ tree: FHIRTree) -> Int? {
        let subject = unit.requests.last.flatMap { tree.root(of: $0).first(.subject) }
        let member = unit.tasks.first?.last.flatMap { tree.root(of: $0).first(.for) }
        guard let reference = subject ?? member,
            case .resource(let patient) = tree.target(of: reference)
        else { return nil }
        return patient
    }

    /// What referrals refer to, and what that is for.
    private static func referredTo(
        by units: ArraySlice<FHIRUnit>, _ tree: FHIRTree
    ) -> Set<Int> {
        var found: Set<Int> = []
        for index in Set(units.flatMap { $0.all.map { tree.outermost($0) } }) {
            found.formUnion(tree.targets(of: index))
        }
        for goal in found where tree.resources[goal].type == .goal {
            found.formUnion(tree.targets(of: goal))
        }
        return found
    }

    private mutating func leaveOut(_ referred: Set<Int>, of patients: some Sequence<Int>) {
        guard !referred.isEmpty else { return }
        for patient in patients {
            terms[patient]?.removeAll { referred.contains($0) }
            facts[patient]?.removeAll { referred.contains($0) }
        }
    }
}
