import CareModel
import TableGrammar

/// What becomes of the cells of a table's rows: made once for the columns that a file has.
///
/// A class, so that a reading knows whether the row before was of the same table.
final class RowPlan: @unchecked Sendable {
    let columns: [ColumnPlan]
    /// Slots that a record has.
    let slotCount: Int
    /// How many columns the layout has.
    let columnCount: Int
    /// One for each of `columns`, those of one check after another.
    let readers: UnsafePointer<CellReader>
    /// Where the readers of each check end, by its number.
    let ends: UnsafePointer<UnsafePointer<CellReader>>
    /// Places of the readers in the order of the columns.
    let order: [Int]
    /// So many cells a row has at least if it has all columns.
    let cellCount: Int
    let textEnds = TextEnds()
    /// What the readers of cells go by.
    private let facts: [ColumnFacts]

    init(_ match: TableMatch) {
        var slots = SlotPlan()
        var columns: [ColumnPlan] = []
        var readers: [CellReader] = []
        var facts: [ColumnFacts] = []
        for (index, column) in match.table.columns.enumerated() where match.cells[index] >= 0 {
            let path = column.field.flatMap { FieldPath($0, in: RosterFields.self) }
            let target = path.map { slots.target(of: $0) } ?? .other
            let fact = ColumnFacts(column, at: index, of: match)
            facts.append(fact)
            readers.append(
                CellReader(fact, cell: match.cells[index], index: columns.count, target))
            columns.append(ColumnPlan(column: index, target: target))
        }
        self.columns = columns
        self.facts = facts
        slotCount = slots.count
        columnCount = match.table.columns.count
        cellCount = (match.cells.max() ?? -1) + 1
        let sorted = CellCheck.allCases.flatMap { check in readers.filter { $0.check == check } }
        let memory = UnsafeMutablePointer<CellReader>.allocate(capacity: max(sorted.count, 1))
        memory.initialize(from: sorted, count: sorted.count)
        let ends = UnsafeMutablePointer<UnsafePointer<CellReader>>.allocate(
            capacity: CellCheck.allCases.count)
        var end = 0
        for (number, check) in CellCheck.allCases.enumerated() {
            end += readers.count { $0.check == check }
            (ends + number).initialize(to: UnsafePointer(memory + end))
        }
        order = sorted.indices.sorted { sorted[$0].index < sorted[$1].index }
        self.readers = UnsafePointer(memory)
        self.ends = UnsafePointer(ends)
    }

    deinit {
        readers.deallocate()
        ends.deallocate()
        textEnds.deallocate()
    }

    /// Links what was read to a record; all its slots are empty before.
    ///
    /// - Parameters:
    ///   - values: by column of the layout.
    ///   - bytes: what they refer to.
    func link(
        _ values: UnsafePointer<Slot>, _ bytes: UnsafePointer<UInt8>,
        to slots: UnsafeMutablePointer<Slot>
    ) {
        for column in columns where !values[column.column].isEmpty {
            let value = values[column.column]
            let target = column.target
            if target.slot == 0 { continue }
            if target.isFlag, !RowPlan.isFlag(bytes + Int(value.start), value.count) { continue }
            if target.element == 0 {
                slots[target.slot] = value
            } else {
                slots[target.element + 1] = value
                append(target, to: slots)
            }
            slots[target.first.slot] = target.first.value
            slots[target.second.slot] = target.second.value
        }
    }

    private func append(_ target: ColumnPlan.Target, to slots: UnsafeMutablePointer<Slot>) {
        guard !slots[target.slot].isEmpty else {
            slots[target.slot] = Slot(object: target.element)
            return
        }
        let index = UInt32(truncatingIfNeeded: target.element)
        slots[Int(slots[target.slot].extent)].start = index
        slots[target.slot].extent = index
    }

    /// Whether a value is Y or N.
    @inline(__always)
    static func isFlag(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        count == 1 && (base[0] == UInt8(ascii: "Y") || base[0] == UInt8(ascii: "N"))
    }
}

/// Where the values of a table's records go, for who writes them column by column.
///
/// Slots are those of the records that `RosterReader.record` gives.
package struct RosterShape: Sendable {
    /// Where the record's own slots begin.
    package let record = SlotPlan.record
    /// The columns of the layout that fill a field, in the order of its elements, by its slot.
    package private(set) var columns: [Int: [Int]] = [:]
    /// Where the slots of an object begin, by the slot that holds it.
    package private(set) var objects: [Int: Int] = [:]

    init(_ plan: RowPlan) {
        for column in plan.columns where column.target.slot > 0 {
            columns[column.target.slot, default: []].append(column.column)
            for link in [column.target.first, column.target.second] where link.slot > 0 {
                objects[link.slot] = Int(link.value.start)
            }
        }
    }
}
