import CareModel

/// The fields that the rows of one table may fill, in the order of the JSON: each says by which column.
///
/// A field has one column in a table, and a list one for each element, so that a row is written from
/// its columns and no record is put together.
package struct JSONProgram: Sendable {
    /// One thing to be written.
    struct Step: @unchecked Sendable {
        var role: Role
        /// How many steps of this kind come one after another from here on; texts and flags are
        /// written in a loop of their own.
        var run: Int32 = 1
        /// The column with the value.
        var column: Int32 = 0
        /// Bytes of the key, and of what stands in it though there is no value: the openings of objects.
        var keyCount: Int32
        var openCount: Int32 = 0
        /// What comes before a value, or opens an object or list.
        var key: UnsafePointer<UInt8>
        let field: UnsafePointer<JSONField>

        init(_ role: Role, _ key: Snippet, _ field: UnsafePointer<JSONField>, column: Int = 0) {
            self.role = role
            self.field = field
            self.key = key.base
            self.column = Int32(clamping: column)
            keyCount = Int32(clamping: key.count)
        }
    }

    enum Role: UInt8 {
        /// Its key may begin with the openings of objects and lists that it comes first in.
        case text
        case date, end, flag, code, value, open, closeObject, closeList
    }

    private(set) var steps: [Step] = []
    /// Keeps keys that were joined.
    private var texts: [FrameTextOwner] = []
    /// Room that is enough for all but the values.
    private(set) var room = 0

    /// No more objects stand within one another.
    private static let greatestDepth = 8

    /// A program of roster entries.
    ///
    /// - Parameters:
    ///   - object: where the slots of a record begin.
    ///   - columns: which of them fill a field, by its slot.
    ///   - objects: where the slots of each object begin, by the slot that holds it.
    package init(roster object: Int, columns: [Int: [Int]], objects: [Int: Int]) {
        add(JSONPlan.roster, object, columns, objects, depth: 0)
        joinOpenings()
        countRuns()
        // Of each step at most one key or code is written, what ends it, and 64 bytes at a time.
        for step in steps {
            let field = step.field.pointee
            room += field.key.count + field.sent.count + field.open.count + 128
            room += Int(step.openCount) + field.codes.greatestCount
        }
    }

    private mutating func countRuns() {
        for index in steps.indices.dropLast().reversed()
        where steps[index].role == steps[index + 1].role {
            steps[index].run = steps[index + 1].run + 1
        }
    }

    /// Joins the openings of objects to the key of the text that comes first in the innermost.
    private mutating func joinOpenings() {
        var joined: [Step] = []
        var opened = ByteBuffer(capacity: 256)
        for step in steps {
            if step.role == .open {
                opened.append(Snippet(base: step.key, count: Int(step.keyCount)))
            } else if opened.count > 0 {
                joined.append(join(opened, step))
                if step.role != .text { joined.append(step) }
                opened.clear()
            } else {
                joined.append(step)
            }
        }
        steps = joined
    }

    /// A step that opens all these, and is the next one as well where that is a text.
    private mutating func join(_ opened: borrowing ByteBuffer, _ next: Step) -> Step {
        let isText = next.role == .text
        let owner = FrameTextOwner { buffer in
            buffer.append(opened.bytes)
            if isText { buffer.append(Snippet(base: next.key, count: Int(next.keyCount))) }
        }
        texts.append(owner)
        var step = Step(
            isText ? .text : .open, owner.text.snippet, next.field, column: Int(next.column))
        step.openCount = Int32(clamping: opened.count)
        return step
    }

    private mutating func add(
        _ plan: UnsafePointer<JSONPlan>, _ object: Int, _ columns: [Int: [Int]],
        _ objects: [Int: Int], depth: Int
    ) {
        for index in 0..<plan.pointee.count {
            let field = plan.pointee.fields + index
            let slot = object + 1 + index
            switch field.pointee.kind {
            case .object, .members:
                guard let inner = field.pointee.inner, let place = objects[slot],
                    depth < Self.greatestDepth
                else { continue }
                let isObject = field.pointee.kind == .object
                if isObject { steps.append(Step(.open, field.pointee.key, field)) }
                add(inner, place, columns, objects, depth: depth + 1)
                if isObject { steps.append(Step(.closeObject, field.pointee.key, field)) }
            default: if let columns = columns[slot] { add(field, columns) }
            }
        }
    }

    private mutating func add(_ field: UnsafePointer<JSONField>, _ columns: [Int]) {
        guard field.pointee.kind == .texts else {
            let role: Role =
                switch field.pointee.kind {
                case .text: .text
                case .date: .date
                case .end: .end
                case .flag: .flag
                case .code, .codeMembers: .code
                default: .value
                }
            for column in columns.suffix(1) {
                steps.append(Step(role, field.pointee.key, field, column: column))
            }
            return
        }
        steps.append(Step(.open, field.pointee.key, field))
        for column in columns {
            steps.append(Step(.text, field.pointee.sent, field, column: column))
        }
        steps.append(Step(.closeList, field.pointee.key, field))
    }
}
