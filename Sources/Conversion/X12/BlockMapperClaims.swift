import CareModel
import Claims
import Diagnostics
import Output
import X12Mapping
import X12Syntax

// Claims, and the levels that they stand beneath.
extension BlockMapper {
    /// Reads a level where it stands: what is wrong with it is told here, and nowhere else.
    mutating func mapLevel<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ plan: ClaimPlan, _ block: Block, _ view: BlockView,
        _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        guard unit.level >= 0 else { return }
        let level = block.content.levels[Int(unit.level)]
        let known = read(level, unit, plan, view, &collector, Product.self)
        guard !collector.findings.isEmpty else { return levels.keep(known, level) }
        result.unlisted += partners.settle(collector.unlisted, plan.header.partner)
        let findings = partners.settle(collector.take(), plan.header.partner)
        result.findings += findings
        levels.keep(known.with(findings), level)
        setAside(
            unplaced: readers[claim: plan.reader].unplaced, findings, unit,
            block.content.contexts[unit.context], view, &result)
    }

    mutating func mapClaim<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ plan: ClaimPlan, _ block: Block, _ view: BlockView,
        _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        var kind = -1
        var known = plan.claims.outside
        if unit.level >= 0 {
            let level = block.content.levels[Int(unit.level)]
            kind = level.kind
            known = self.known(level, plan, Product.self)
        }
        if !plan.holdsClaims(kind) {
            let start = unit.range.start - view.base
            collector.add(.levelMissing, at: start..<start, place: Place(loop: "2300"))
        }
        let reading = readers[claim: plan.reader].readClaim(
            unit, beneath: kind, plan.delimiters, known.surroundings,
            partner: plan.header.partner?.claims, in: view, &collector)
        var findings: [Finding] = []
        var hasError = false
        if !collector.findings.isEmpty {
            (findings, hasError) = settle(plan.header.partner, &collector, &result) {
                readers[claim: plan.reader].hasSent($0, in: view)
            }
        }
        if !known.inherited.isEmpty {
            findings = known.inherited + findings
            hasError = true
        }
        let isSetAside = hasError && errorHandling != .keep
        result.count(unit, isSetAside: isSetAside)
        result.books.otherValues += reading.other.count + known.otherCount
        // What is set aside asks nobody for payment.
        if !isSetAside {
            result.claimFacts.append(
                ClaimFacts(reading.record, known.surroundings, range: unit.range))
        }
        if !isSetAside, plan.header.partner?.claims?.countsActivities == true {
            ActivityFacts.add(
                reading.record, known.surroundings, in: view, to: &result.activities)
        }
        result.product.add(
            reading, known,
            MappedRecord(
                place: RecordPlace(ordinal: unit.ordinal, range: unit.range), header: plan.header,
                findings: findings, isSetAside: isSetAside))
    }

    // MARK: Levels

    /// What is known of a level; one that stands in an earlier block is read again, in silence.
    private mutating func known<Product: RecordProduct & ~Copyable>(
        _ level: HierarchicalLevel, _ plan: ClaimPlan, _ product: Product.Type
    ) -> KnownLevel {
        if let known = levels[level] { return known }
        let known = readAgain(level, plan, product) ?? known(around: level, plan, product)
        levels.keep(known, level)
        return known
    }

    @inline(never)
    private mutating func readAgain<Product: RecordProduct & ~Copyable>(
        _ level: HierarchicalLevel, _ plan: ClaimPlan, _ product: Product.Type
    ) -> KnownLevel? {
        level.withView(plan.delimiters) { view, unit in
            var collector = view.collector()
            let known = self.read(level, unit, plan, view, &collector, product)
            return known.with(partners.settle(collector.take(), plan.header.partner))
        }
    }

    private mutating func known<Product: RecordProduct & ~Copyable>(
        around level: HierarchicalLevel, _ plan: ClaimPlan, _ product: Product.Type
    ) -> KnownLevel {
        guard let parent = level.parent else { return plan.claims.outside }
        return known(parent, plan, product)
    }

    private mutating func read<Product: RecordProduct & ~Copyable>(
        _ level: HierarchicalLevel, _ unit: Unit, _ plan: ClaimPlan, _ view: BlockView,
        _ collector: inout FindingCollector, _ product: Product.Type
    ) -> KnownLevel {
        let around = known(around: level, plan, product)
        if !level.problems.isEmpty, let first = view.segments(of: unit).first {
            level.report(
                view.view(first), loop: readers[claim: plan.reader].loopID(ofLevel: level.kind),
                &collector)
        }
        let reading = readers[claim: plan.reader].readLevel(
            unit, kind: level.kind, plan.delimiters, around.surroundings,
            partner: plan.header.partner?.claims, in: view, &collector)
        guard let reading else { return around }
        return around.within(reading, range: level.range, withContext: Product.needsContext)
    }
}

/// What the claims of one transaction set in a block have in common.
///
/// A class, as every claim of them refers to it.
final class ClaimPlan {
    let header: TransactionHeader
    let claims: ClaimHeader
    /// Index of their reader.
    let reader: Int
    let delimiters: Delimiters
    private let kinds: [Bool]

    /// - Parameter kinds: of levels, whether claims stand directly beneath them.
    init(
        _ header: TransactionHeader, _ claims: ClaimHeader, _ reader: Int, _ delimiters: Delimiters,
        kinds: [Bool]
    ) {
        self.header = header
        self.claims = claims
        self.reader = reader
        self.delimiters = delimiters
        self.kinds = kinds
    }

    /// Whether claims stand directly beneath a kind of level; -1 for none.
    func holdsClaims(_ kind: Int) -> Bool { kinds.indices.contains(kind) && kinds[kind] }
}
