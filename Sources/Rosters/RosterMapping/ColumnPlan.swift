import CareModel
import TableGrammar

/// Where the values of one column go: the slot of a field, and the objects around it.
struct ColumnPlan: Sendable {
    /// Of the layout's columns.
    let column: Int
    /// Of the row's cells.
    let cell: Int
    let reader: CellReader
    let target: Target

    /// What becomes of a value.
    enum Target: Sendable {
        /// No field holds it.
        case other
        /// It is the value of a slot.
        case slot(Int, FieldDefinition.Kind, ObjectLinks)
        /// It is an element of a list, whose slot comes first, in the object of the second.
        case element(list: Int, object: Int, ObjectLinks)
    }
}

/// The objects around a field, outermost first: the slot of each and the index of its slots.
struct ObjectLinks: Sendable {
    private var first = (slot: 0, object: 0)
    private var second = (slot: 0, object: 0)
    private(set) var count = 0

    mutating func add(slot: Int, object: Int) {
        if count == 0 { first = (slot, object) } else { second = (slot, object) }
        count += 1
    }

    /// Makes the objects the values of their slots.
    @inline(__always)
    func connect(_ slots: UnsafeMutablePointer<Slot>) {
        if count == 0 { return }
        slots[first.slot] = Slot(object: first.object)
        if count == 1 { return }
        slots[second.slot] = Slot(object: second.object)
    }
}

extension Slot {
    @inline(__always)
    init(object index: Int) {
        let index = UInt32(truncatingIfNeeded: index)
        self.init(start: index, extent: index)
    }
}

/// Gives each object of a record a place of its own, as the rows of a table all have the same.
struct SlotPlan {
    /// The record's own slots come first.
    static let record = 1
    private(set) var count = RosterFields.slotCount
    private var objects: [[Int]: Int] = [:]

    /// Where the values of a path go; `nil` where no field has it.
    mutating func target(of path: FieldPath) -> ColumnPlan.Target {
        var object = Self.record
        var links = ObjectLinks()
        var way: [Int] = []
        for step in path.steps.dropLast() {
            way.append(step.ordinal)
            let slot = object + 1 + step.ordinal
            object = objects[way] ?? add(step.definition.fields?.slotCount ?? 1, way)
            links.add(slot: slot, object: object)
        }
        let last = path.steps[path.steps.count - 1]
        let slot = object + 1 + last.ordinal
        guard let item = path.item else { return .slot(slot, path.definition.kind, links) }
        let element = add(TextFields.slotCount, way + [last.ordinal, -1 - item])
        return .element(list: slot, object: element, links)
    }

    private mutating func add(_ slotCount: Int, _ way: [Int]) -> Int {
        defer { count += slotCount }
        let object = Self.record + count
        objects[way] = object
        return object
    }
}
