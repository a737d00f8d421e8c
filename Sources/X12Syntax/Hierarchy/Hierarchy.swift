import Diagnostics

/// The levels of a transaction set: which is around which, by their own numbers.
///
/// A level names the one around it by its number, and mostly that is one of those that are open. One
/// that came earlier is found among the last levels, of which a certain number is kept.
struct Hierarchy: Sendable {
    private var plan: [LevelPlan] = []
    /// The level that the next records stand beneath.
    private(set) var current: HierarchicalLevel?
    /// Whether a level came whose HL was lost: the next records stand beneath it, and not beneath
    /// `current`.
    private var isLevelLost = false
    /// Whether a segment of the header came behind it.
    private var hasStrayHeader = false
    /// Whether after such a segment levels were counted from 1 again: a transaction set came whose ST
    /// was lost, all that follows belongs to it, and what its header says is not known.
    private var isHeaderLost = false
    /// Of each kind the one that is open.
    private var open: [HierarchicalLevel?] = []
    private var recent = LevelRing()
    /// Those that have no level around them: there are few, and much may point to them.
    private var outermost = LevelRing()
    /// Those that announce levels inside, of which none came.
    private(set) var waiting = WaitingLevels()
    private var lastOrdinal = 0
    private var greatestOrdinal = 0
    /// Whether a number came that does not go beyond those before, so that two may have the same.
    private var mayRepeat = false
    /// How many levels the set has.
    private var count = 0
    private var serial = 0
    /// Where lines stand at an offset of the block at hand.
    private var lines = LineStart()
    private var linesOffset = 0

    /// Begins a transaction set.
    mutating func start(_ plan: [LevelPlan]) {
        guard !plan.isEmpty || !self.plan.isEmpty else { return }
        self.plan = plan
        current = nil
        isLevelLost = false
        hasStrayHeader = false
        isHeaderLost = false
        open = Array(repeating: nil, count: plan.count)
        recent = LevelRing()
        outermost = LevelRing()
        waiting = WaitingLevels()
        lastOrdinal = 0
        greatestOrdinal = 0
        mayRepeat = false
        count = 0
    }

    /// Begins a block of the input.
    mutating func startBlock(at offset: Int, _ lines: LineStart) {
        self.lines = lines
        linesOffset = offset
    }

    /// Begins a level.
    mutating func begin(_ values: LevelValues) -> HierarchicalLevel {
        let (kind, named) = kind(values)
        let around = plan[kind].parent
        var problems = problems(values)
        var parent: HierarchicalLevel?
        if around >= 0 {
            if let named, named.kind == around {
                parent = named
                if mayRepeat, waiting.hasOther(than: named) { problems.insert(.parentDoubtful) }
            } else {
                parent = open[around]
                if named != nil {
                    problems.insert(.parentWrong)
                } else if values.parent != nil {
                    problems.insert(.parentUnknown)
                }
            }
        }
        if parent?.hasChildren == false { problems.insert(.childUnannounced) }
        if let parent, parent.hasChildren == true { waiting.remove(parent) }
        if waiting.forgetSurplus() { problems.insert(.childMissing) }
        serial += 1
        let level = HierarchicalLevel(
            serial: serial, kind: kind, parent: parent, problems: problems, number: values.number,
            hasChildren: values.hasChildren)
        current = level
        isLevelLost = false
        if hasStrayHeader, values.ordinal == 1 { isHeaderLost = true }
        open[kind] = level
        for inner in open.indices where inner > kind { open[inner] = nil }
        return level
    }

    /// Ends the level that was begun last; what it holds is kept for the records beneath it.
    ///
    /// - Parameter first: the unit's first byte.
    mutating func end(_ unit: Unit, _ first: UnsafePointer<UInt8>) {
        guard let current, current.range.count == 0 else { return }
        let lines = countLines(to: unit.range.start, first)
        current.keep(unit, first, lines)
        if current.hasChildren == true { waiting.add(current, lines) }
        recent.add(current)
        if current.parent == nil { outermost.add(current) }
    }

    /// A segment of a level came within a record.
    mutating func lose() { isLevelLost = true }

    /// The level of that segment was found.
    mutating func findAgain() { isLevelLost = false }

    /// Whether this level is counted as the one that comes after the last.
    func isNext(_ values: LevelValues) -> Bool { values.ordinal == lastOrdinal &+ 1 }

    /// Whether this is the level that comes next, beneath one of those that came before.
    func mayContinue(with values: LevelValues) -> Bool {
        guard isNext(values), let level = plan.first(where: { $0.code == values.code }) else {
            return false
        }
        guard level.parent >= 0 else { return values.parent == nil }
        return values.parent.flatMap { find($0, around: level.parent) }?.kind == level.parent
    }

    /// A segment of the header came behind it.
    mutating func addStrayHeader() { hasStrayHeader = true }

    /// Whether it is not known what the next records stand beneath.
    var isLost: Bool { isLevelLost || isHeaderLost }

    /// Whether the last level says that there is one inside it, and none came.
    var lacksChild: Bool { current?.hasChildren == true }

    /// Counts the lines up to a byte, which `first` points to.
    private mutating func countLines(
        to offset: Int, _ first: UnsafePointer<UInt8>
    ) -> LineStart {
        guard offset > linesOffset else { return lines }
        var counter = LineCounter(
            first - (offset - linesOffset), base: linesOffset, first: lines)
        lines = counter.line(at: offset)
        linesOffset = offset
        return lines
    }

    // MARK: Finding

    /// What kind of level this is, and the one that it names as around it.
    private func kind(_ values: LevelValues) -> (kind: Int, named: HierarchicalLevel?) {
        if let kind = plan.firstIndex(where: { $0.code == values.code }) {
            return (kind, values.parent.flatMap { find($0, around: plan[kind].parent) })
        }
        let named = values.parent.flatMap { find($0) }
        let around = named?.kind ?? -1
        return (plan.firstIndex { $0.parent == around } ?? 0, named)
    }

    /// The level of this number; of several, which are wrong, one of the kind that belongs around.
    private func find(_ number: UInt64, around kind: Int) -> HierarchicalLevel? {
        if kind >= 0, let level = open[kind], level.number == number { return level }
        guard let found = find(number), kind >= 0, found.kind != kind else { return find(number) }
        return recent.find(number, kind: kind) ?? outermost.find(number, kind: kind) ?? found
    }

    private func find(_ number: UInt64) -> HierarchicalLevel? {
        for level in open.reversed() {
            if let level, level.number == number { return level }
        }
        return recent.find(number) ?? outermost.find(number)
    }

    /// Whether HL01 is the number that comes: after the one before, or by the count of levels.
    private mutating func problems(_ values: LevelValues) -> HierarchicalLevel.Problems {
        defer { lastOrdinal = values.ordinal }
        count += 1
        if values.ordinal <= greatestOrdinal { mayRepeat = true }
        greatestOrdinal = max(greatestOrdinal, values.ordinal)
        if values.ordinal == lastOrdinal &+ 1 { return [] }
        if find(values.number) != nil { return .numberRepeated }
        return values.ordinal == count ? [] : .numberOrder
    }
}

/// A kind of level in a guide.
public struct LevelPlan: Sendable, Hashable {
    /// HL03 as a number, its first character in the low byte.
    public let code: UInt32
    /// Index of the kind around it; -1 for none.
    public let parent: Int

    public init(code: String, parent: Int) {
        var key: UInt32 = 0
        for byte in code.utf8.prefix(4).reversed() { key = key << 8 | UInt32(byte) }
        self.code = key
        self.parent = parent
    }
}

/// What an HL says.
struct LevelValues {
    /// HL01 as a key, and as a number; -1 where it is none.
    let number: UInt64
    let ordinal: Int
    /// HL02 as a key; `nil` where it is empty.
    let parent: UInt64?
    let code: UInt32
    let hasChildren: Bool?

    /// - Parameter range: of an element, in `bytes`.
    init(_ bytes: UnsafePointer<UInt8>, _ range: (Int) -> Range<Int>) {
        func slice(_ element: Int) -> UnsafeBufferPointer<UInt8> {
            var (start, end) = (range(element).lowerBound, range(element).upperBound)
            while start < end, bytes[start] <= 0x20 { start += 1 }
            while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
            return UnsafeBufferPointer(start: bytes + start, count: end - start)
        }
        let first = slice(1)
        number = LevelValues.key(first)
        ordinal = LevelValues.ordinal(first)
        let second = slice(2)
        parent = second.isEmpty ? nil : LevelValues.key(second)
        code = slice(3).prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
        let last = slice(4)
        hasChildren = last.count == 1 ? last[0] == 0x31 ? true : last[0] == 0x30 ? false : nil : nil
    }

    /// The same for the same text, leading zeros apart.
    private static func key(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.drop(while: { $0 == 0x30 }) {
            key = (key ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return key
    }

    private static func ordinal(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard 1...12 ~= text.count else { return -2 }
        var value = 0
        for byte in text {
            guard 0x30...0x39 ~= byte else { return -2 }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}

/// The last levels of a set, up to a number and a weight.
struct LevelRing: Sendable {
    private var levels: [HierarchicalLevel] = []
    /// The oldest, where the ring is full.
    private var first = 0
    private var weight = 0
    static let capacity = 1000
    static let greatestWeight = 16 << 20

    mutating func add(_ level: HierarchicalLevel) {
        weight += level.bytes.count
        if weight > LevelRing.greatestWeight {
            levels.removeAll(keepingCapacity: true)
            first = 0
            weight = level.bytes.count
        }
        if levels.count < LevelRing.capacity {
            levels.append(level)
        } else {
            weight -= levels[first].bytes.count
            levels[first] = level
            first = (first + 1) % LevelRing.capacity
        }
    }

    /// The last that has this number.
    func find(_ number: UInt64) -> HierarchicalLevel? {
        levels[..<first].last { $0.number == number }
            ?? levels[first...].last { $0.number == number }
    }

    /// The last of this kind that has this number.
    func find(_ number: UInt64, kind: Int) -> HierarchicalLevel? {
        levels[..<first].last { $0.number == number && $0.kind == kind }
            ?? levels[first...].last { $0.number == number && $0.kind == kind }
    }
}
