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
        _ unit: Unit, _ block: Block, _ view: BlockView, _ headers: [TransactionHeader?],
        _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        result.books.bytes.envelope += unit.byteCount
        guard unit.level >= 0, let plan = ClaimPlan(unit, block, headers, &readers) else { return }
        let level = block.content.levels[Int(unit.level)]
        let known = read(level, unit, plan, view, &collector, Product.self)
        result.unlisted += partners.settle(collector.unlisted, plan.header.partner)
        let findings = partners.settle(collector.take(), plan.header.partner)
        result.findings += findings
        result.books.otherValues += known.otherCount
        levels.keep(known.with(findings), level)
        setAside(
            unplaced: readers[claim: plan.reader].unplaced, findings, unit,
            block.content.contexts[unit.context], view, &result)
    }

    mutating func mapClaim<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ plan: ClaimPlan, _ block: Block, _ view: BlockView,
        _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        let level = unit.level < 0 ? nil : block.content.levels[Int(unit.level)]
        let known = level.map { self.known($0, plan, Product.self) } ?? plan.claims.outside
        let kind = level?.kind ?? -1
        if !readers[claim: plan.reader].holdsClaims(kind) {
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
        result.books.otherValues += reading.other.count
        result.claimFacts.append(
            ClaimFacts(reading.record, known.surroundings, range: unit.range))
        if plan.header.partner?.claims?.countsActivities == true {
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
        let read = level.withView(plan.delimiters) { view, unit in
            var collector = view.collector()
            let known = self.read(level, unit, plan, view, &collector, product)
            return known.with(partners.settle(collector.take(), plan.header.partner))
        }
        let known = read ?? known(around: level, plan, product)
        levels.keep(known, level)
        return known
    }

    private mutating func known<Product: RecordProduct & ~Copyable>(
        around level: HierarchicalLevel, _ plan: ClaimPlan, _ product: Product.Type
    ) -> KnownLevel {
        level.parent.map { known($0, plan, product) } ?? plan.claims.outside
    }

    private mutating func read<Product: RecordProduct & ~Copyable>(
        _ level: HierarchicalLevel, _ unit: Unit, _ plan: ClaimPlan, _ view: BlockView,
        _ collector: inout FindingCollector, _ product: Product.Type
    ) -> KnownLevel {
        let around = known(around: level, plan, product)
        if let first = view.segments(of: unit).first {
            level.report(
                view.view(first), loop: readers[claim: plan.reader].loopID(ofLevel: level.kind),
                &collector)
        }
        let reading = readers[claim: plan.reader].readLevel(
            unit, kind: level.kind, plan.delimiters, around.surroundings,
            partner: plan.header.partner?.claims, in: view, &collector)
        return reading.map {
            around.within($0, range: level.range, withContext: Product.needsContext)
        } ?? around
    }
}

/// What the claims of one transaction set in a block have in common.
struct ClaimPlan {
    let header: TransactionHeader
    let claims: ClaimHeader
    /// Index of their reader.
    let reader: Int
    let delimiters: Delimiters

    init(
        _ header: TransactionHeader, _ claims: ClaimHeader, _ reader: Int, _ delimiters: Delimiters
    ) {
        self.header = header
        self.claims = claims
        self.reader = reader
        self.delimiters = delimiters
    }

    /// `nil` where no reader can read them.
    init?(
        _ unit: Unit, _ block: Block, _ headers: [TransactionHeader?],
        _ readers: inout ColumnReaders
    ) {
        guard let plan = RecordPlan(unit, block, headers, &readers),
            case .claim(let claims) = plan.kind
        else { return nil }
        self = claims
    }
}
