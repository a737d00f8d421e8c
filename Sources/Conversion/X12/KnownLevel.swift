import CareModel
import Claims
import Diagnostics
import Output
import X12Structure
import X12Syntax

/// What records beneath a level need of it and of those around it.
final class KnownLevel: Sendable {
    /// Of each level a claim lists so many: there may be as many claims as findings, and all are
    /// listed once where the level is.
    static let inheritedLimit = 20

    let surroundings: ClaimSurroundings
    let frame: ClaimFrame
    /// The same as values; `nil` where they are not wanted.
    var context: ClaimContext? { values.wrappedValue }
    private let values: Indirect<ClaimContext>
    /// Errors of the level and of those around it, which each record beneath them inherits.
    let inherited: [Finding]
    /// Values that no field holds, of the level and of those around it, the header included: each
    /// record beneath it carries them.
    let otherCount: Int

    init(
        _ surroundings: ClaimSurroundings, _ frame: ClaimFrame, _ values: Indirect<ClaimContext>,
        inherited: [Finding] = [], otherCount: Int = 0
    ) {
        self.surroundings = surroundings
        self.frame = frame
        self.values = values
        self.inherited = inherited
        self.otherCount = otherCount
    }

    /// A level inside this one.
    func within(
        _ reading: ClaimLevelReading, range: ByteRange, withContext: Bool
    ) -> KnownLevel {
        var values = Indirect<ClaimContext>()
        if withContext {
            var context = context ?? ClaimContext()
            context.add(reading)
            values.wrappedValue = context
        }
        return KnownLevel(
            surroundings.within(reading, range: range), frame.within(reading, range: range),
            values, inherited: inherited, otherCount: otherCount + reading.other.count)
    }

    /// The same, with what was found in it.
    func with(_ findings: [Finding]) -> KnownLevel {
        // That a claim lost its CLM, or has it misspelt, is said of no other claim.
        let errors = findings.filter { $0.severity == .error && $0.place.loop != "2300" }
        guard !errors.isEmpty else { return self }
        var own = errors.prefix(KnownLevel.inheritedLimit).map { finding in
            var finding = finding
            finding.isInherited = true
            return finding
        }
        if let next = errors.dropFirst(KnownLevel.inheritedLimit).first {
            var rest = Finding(
                .limitFindings, at: next.range, place: next.place, line: next.line,
                column: next.column)
            rest.isInherited = true
            own.append(rest)
        }
        return KnownLevel(
            surroundings, frame, values, inherited: inherited + own, otherCount: otherCount)
    }
}

extension ClaimContext {
    fileprivate mutating func add(_ reading: ClaimLevelReading) {
        switch reading {
        case .billing(let level): add(level.record, other: level.other)
        case .subscriber(let level): add(level.record, other: level.other)
        case .patient(let level): add(level.record, other: level.other)
        }
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
