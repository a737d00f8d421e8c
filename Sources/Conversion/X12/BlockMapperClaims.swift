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
        let known = read(level, unit, plan, view, &collector)
        result.unlisted += partners.settle(collector.unlisted, plan.header.partner)
        let findings = partners.settle(collector.take(), plan.header.partner)
        result.findings += findings
        result.books.otherValues += known.otherCount
        levels.keep(known.with(findings), level)
    }

    mutating func mapClaim<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ plan: ClaimPlan, _ block: Block, _ view: BlockView,
        _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        let level = unit.level < 0 ? nil : block.content.levels[Int(unit.level)]
        let known = level.map { self.known($0, plan) } ?? plan.claims.outside
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
    private mutating func known(_ level: HierarchicalLevel, _ plan: ClaimPlan) -> KnownLevel {
        if let known = levels[level] { return known }
        let read = level.withView(plan.delimiters) { view, unit in
            var collector = view.collector()
            let known = self.read(level, unit, plan, view, &collector)
            return known.with(partners.settle(collector.take(), plan.header.partner))
        }
        let known = read ?? known(around: level, plan)
        levels.keep(known, level)
        return known
    }

    private mutating func known(
        around level: HierarchicalLevel, _ plan: ClaimPlan
    ) -> KnownLevel {
        level.parent.map { known($0, plan) } ?? plan.claims.outside
    }

    private mutating func read(
        _ level: HierarchicalLevel, _ unit: Unit, _ plan: ClaimPlan, _ view: BlockView,
        _ collector: inout FindingCollector
    ) -> KnownLevel {
        let around = known(around: level, plan)
        if let first = view.segments(of: unit).first {
            level.report(
                view.view(first), loop: readers[claim: plan.reader].loopID(ofLevel: level.kind),
                &collector)
        }
        let reading = readers[claim: plan.reader].readLevel(
            unit, kind: level.kind, plan.delimiters, around.surroundings,
            partner: plan.header.partner?.claims, in: view, &collector)
        return reading.map { around.within($0, range: level.range) } ?? around
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

/// What records beneath a level need of it and of those around it.
final class KnownLevel: Sendable {
    let surroundings: ClaimSurroundings
    let frame: ClaimFrame
    /// Errors of the level and of those around it, which each record beneath them inherits.
    let inherited: [Finding]
    /// Values of the level that no field holds.
    let otherCount: Int

    /// Of records without a level.
    init(_ surroundings: ClaimSurroundings, _ frame: ClaimFrame) {
        self.surroundings = surroundings
        self.frame = frame
        inherited = []
        otherCount = 0
    }

    private init(
        _ surroundings: ClaimSurroundings, _ frame: ClaimFrame, _ inherited: [Finding],
        otherCount: Int
    ) {
        self.surroundings = surroundings
        self.frame = frame
        self.inherited = inherited
        self.otherCount = otherCount
    }

    /// A level inside this one.
    func within(_ reading: ClaimLevelReading, range: ByteRange) -> KnownLevel {
        KnownLevel(
            surroundings.within(reading, range: range), frame.within(reading, range: range),
            inherited, otherCount: reading.other.count)
    }

    /// The same, with what was found in it.
    func with(_ findings: [Finding]) -> KnownLevel {
        let errors = findings.filter { $0.severity == .error }
        guard !errors.isEmpty else { return self }
        let own = errors.map { finding in
            var finding = finding
            finding.isInherited = true
            return finding
        }
        return KnownLevel(surroundings, frame, inherited + own, otherCount: otherCount)
    }
}

extension ClaimFrame {
    /// Of claims beneath a level inside this one.
    fileprivate func within(_ reading: ClaimLevelReading, range: ByteRange) -> ClaimFrame {
        switch reading {
        case .billing(let level): within(level.record, other: level.other, range: range)
        case .subscriber(let level): within(level.record, other: level.other, range: range)
        case .patient(let level): within(level.record, other: level.other, range: range)
        }
    }
}

/// The levels that were read last: of each kind one.
struct KnownLevels: Sendable {
    private var entries: [(level: HierarchicalLevel, known: KnownLevel)?] = []

    subscript(level: HierarchicalLevel) -> KnownLevel? {
        guard entries.indices.contains(level.kind), let entry = entries[level.kind],
            entry.level === level
        else { return nil }
        return entry.known
    }

    mutating func keep(_ known: KnownLevel, _ level: HierarchicalLevel) {
        while entries.count <= level.kind { entries.append(nil) }
        entries[level.kind] = (level, known)
    }
}
