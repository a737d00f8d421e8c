import CareModel
import TableGrammar

/// Where the values of one column go: the slot of a field, and the objects around it.
struct ColumnPlan: Sendable {
    /// Of the layout's columns.
    let column: Int
    let target: Target

    /// What becomes of a value. Slot 0 is nobody's: what is put there goes nowhere.
    struct Target: Sendable {
        /// Of the field, or of the list that the value is an element of; 0 where no field holds it.
        private(set) var slot = 0
        /// The object of an element; 0 where the value is no element.
        private(set) var element = 0
        /// Whether the field holds Y or N alone.
        private(set) var isFlag = false
        /// The objects around the field, outermost first.
        private(set) var first = ObjectLink()
        private(set) var second = ObjectLink()

        /// No field holds it.
        static let other = Target()

        init() {}

        init(slot: Int, element: Int = 0, isFlag: Bool = false, in objects: [ObjectLink]) {
            self.slot = slot
            self.element = element
            self.isFlag = isFlag
            if objects.count > 0 { first = objects[0] }
            if objects.count > 1 { second = objects[1] }
        }
    }
}

/// An object around a field: the slot that it is the value of.
struct ObjectLink: Sendable {
    private(set) var slot = 0
    private(set) var value = Slot.none

    init() {}

    init(slot: Int, object: Int) {
        self.slot = slot
        value = Slot(object: object)
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
        var links: [ObjectLink] = []
        var way: [Int] = []
        for step in path.steps.dropLast() {
            way.append(step.ordinal)
            let slot = object + 1 + step.ordinal
            object = objects[way] ?? add(step.definition.fields?.slotCount ?? 1, way)
            links.append(ObjectLink(slot: slot, object: object))
        }
        let last = path.steps[path.steps.count - 1]
        let slot = object + 1 + last.ordinal
        guard let item = path.item else {
            return ColumnPlan.Target(
                slot: slot, isFlag: path.definition.kind == .flag, in: links)
        }
        let element = add(TextFields.slotCount, way + [last.ordinal, -1 - item])
        return ColumnPlan.Target(slot: slot, element: element, in: links)
    }

    private mutating func add(_ slotCount: Int, _ way: [Int]) -> Int {
        defer { count += slotCount }
        let object = Self.record + count
        objects[way] = object
        return object
    }
}
