import X12Grammar
import X12Syntax

/// A guide as tables for matching: what may come where, and what each element must be.
public struct CompiledGuide: Sendable {
    let owner: TableOwner
    /// The segments that stand in levels and never in a record (837: PAT, DMG, CUR, HL).
    package let levelSegments: [SegmentID]
    /// The segment that stands in the header alone where there are levels (837: BHT).
    package let headerSegment: SegmentID
    public var guide: Guide { owner.guide }
    /// The loop of which one occurrence is one record.
    package var recordLoop: Int? { owner.unitLoops.first { guide.loops[$0].isRecord } }
    var tables: GuideTables {
        _read { yield owner.tables.pointee }
    }

    public init(_ guide: Guide) {
        var compiler = GuideCompiler(guide)
        owner = TableOwner(guide, compiler.compile())
        (levelSegments, headerSegment) = owner.segmentsOutsideRecords
    }

    /// The segment that begins a record.
    package var recordOpener: SegmentID {
        guard let recordLoop, tables.loops[recordLoop].opener >= 0 else { return .none }
        return tables.segments[tables.loops[recordLoop].opener].id
    }

    /// The segment that follows ST.
    package var firstSegment: SegmentID {
        guide.segments.first { $0.loop == 0 && $0.id != "ST" }.map { SegmentID(named: $0.id) }
            ?? .none
    }

    // MARK: Levels

    /// The loops that are hierarchical levels, from the outermost.
    package var levelLoops: [Int] { owner.unitLoops.filter { guide.loops[$0].isLevel } }

    /// The levels as the spine knows them, in the order of `levelLoops`.
    package var levels: [LevelPlan] {
        let loops = levelLoops
        return loops.map { loop in
            let opener = tables.loops[loop].opener
            let elements = opener < 0 ? [] : guide.segments[opener].elements
            let code = elements.count > 2 ? elements[2].codes.first : nil
            let parent = guide.loops[loop].parent.flatMap { loops.firstIndex(of: $0) }
            return LevelPlan(code: code ?? "", parent: parent ?? -1)
        }
    }

    /// The loop of a record beneath a level; `nil` where that level holds none.
    package func recordLoop(beneath loop: Int) -> Int? {
        owner.unitLoops.first { guide.loops[$0].isRecord && guide.loops[$0].parent == loop }
    }
}

extension TableOwner {
    /// The segments that stand in levels and never in a record, and the first one that stands in the
    /// header alone.
    fileprivate var segmentsOutsideRecords: (levels: [SegmentID], header: SegmentID) {
        guard unitLoops.contains(where: { guide.loops[$0].isLevel }) else { return ([], .none) }
        var ofLevels: [SegmentID] = []
        var ofRecords: [SegmentID] = []
        var ofHeader: [SegmentID] = []
        for segment in tables.pointee.segments.all {
            var loop: Int? = segment.loop
            while let around = loop, !guide.loops[around].isRecord, !guide.loops[around].isLevel {
                loop = guide.loops[around].parent
            }
            guard let loop else {
                ofHeader.append(segment.id)
                continue
            }
            if guide.loops[loop].isRecord {
                ofRecords.append(segment.id)
            } else if !ofLevels.contains(segment.id) {
                ofLevels.append(segment.id)
            }
        }
        let header = ofHeader.first {
            ![SegmentID("ST"), SegmentID("SE")].contains($0) && !ofLevels.contains($0)
                && !ofRecords.contains($0)
        }
        return (ofLevels.filter { !ofRecords.contains($0) }, header ?? .none)
    }
}

struct CompiledSegment: Sendable {
    let id: SegmentID
    let loop: Int
    /// `Int.max` for any number.
    let maximum: Int
    /// Order in the loop around it.
    let slot: Int
    /// In `GuideTables.elements`, from element 1.
    let elements: Range<Int>
    let notes: Range<Int>
    /// The element whose code tells the segment apart; 0 where there is none.
    let qualifierElement: Int
    /// The component of it; 0 for a simple element.
    let qualifierComponent: Int
    /// Index in `GuideTables.codeSets`.
    let qualifierCodes: Int
    /// Its counter, among those of the loop around it.
    var counter = 0

    var hasQualifier: Bool { qualifierElement > 0 }
}

struct CompiledLoop: Sendable {
    let maximum: Int
    /// Order in the loop around it.
    let slot: Int
    /// Index of the segment that opens it; -1 for the transaction set.
    let opener: Int
    // In `GuideTables.children`.
    let loops: Range<Int>
    let requiredSegments: Range<Int>
    let requiredLoops: Range<Int>
    /// The loop around it; 0 for the transaction set itself.
    let parent: Int
    /// Its counter, among those of the loop around it.
    var counter = 0
    /// The counters of its children.
    var counters = 0..<0

    var requiresSomething: Bool { !requiredSegments.isEmpty || !requiredLoops.isEmpty }
}

/// Segment ids as small numbers, by a hash table.
struct SegmentNumbers: Sendable {
    /// An id and its number; 0 and -1 where there is none.
    private struct Place: Sendable {
        var id: UInt32 = 0
        var number: Int32 = -1
    }
    private let places: Table<Place>
    let count: Int
    private let mask: Int

    init(_ ids: [SegmentID]) {
        var capacity = 16
        while capacity < ids.count * 4 { capacity *= 2 }
        let mask = capacity - 1
        var places = [Place](repeating: Place(), count: capacity)
        var count = 0
        for id in ids where id != .none {
            var slot = SegmentNumbers.slot(id.rawValue, mask)
            while places[slot].id != 0, places[slot].id != id.rawValue { slot = (slot + 1) & mask }
            guard places[slot].id == 0 else { continue }
            places[slot] = Place(id: id.rawValue, number: Int32(truncatingIfNeeded: count))
            count += 1
        }
        self.places = Table(places)
        self.count = count
        self.mask = mask
    }

    @inline(__always)
    private static func slot(_ key: UInt32, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> 16) & mask
    }

    /// -1 for an id that the guide does not have.
    @inline(__always)
    func number(_ id: SegmentID) -> Int {
        var slot = SegmentNumbers.slot(id.rawValue, mask)
        while true {
            let place = places.base + slot
            // No id has the number of an empty place, and is found there.
            if place.pointee.id == id.rawValue { return Int(place.pointee.number) }
            if place.pointee.id == 0 { return -1 }
            slot = (slot &+ 1) & mask
        }
    }

    func deallocate() { places.deallocate() }
}
