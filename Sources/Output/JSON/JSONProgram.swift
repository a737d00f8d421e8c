import CareModel

/// The fields that the rows of one table may fill, in the order of the JSON: each says by which column.
///
/// A field has one column in a table, and a list one for each element, so that a row is written from
/// its columns and no record is put together.
package struct JSONProgram: Sendable {
    /// One thing to be written.
    struct Step: @unchecked Sendable {
        var role: Role
        /// How many objects and lists its key ends first; each bracket in place of a comma, and a comma
        /// behind the last.
        fileprivate(set) var closerCount: UInt8 = 0
        /// How many steps of this kind come one after another from here on; texts and flags are
        /// written in a loop of their own.
        fileprivate(set) var run: Int32 = 1
        /// The column with the value.
        fileprivate(set) var column: Int32 = 0
        /// Bytes of the key, and of what stands in it though there is no value: what ends objects and
        /// lists, and opens others.
        fileprivate(set) var keyCount: Int32
        fileprivate(set) var openCount: Int32 = 0
        /// Of those that it ends, the first.
        fileprivate(set) var firstCloser: Int32 = 0
        /// What comes before a value, or is all that is written.
        fileprivate(set) var key: UnsafePointer<UInt8>
        let field: UnsafePointer<JSONField>

        init(_ role: Role, _ key: Snippet, _ field: UnsafePointer<JSONField>, column: Int = 0) {
            self.role = role
            self.field = field
            self.key = key.base
            self.column = Int32(clamping: column)
            keyCount = Int32(clamping: key.count)
        }

        /// All of its key.
        var whole: Snippet { Snippet(base: key, count: Int(keyCount)) }

        /// What its key opens, where what it ends has no part in it.
        var openings: Snippet {
            let ended = closerCount > 0 ? Int(closerCount) + 1 : 0
            return Snippet(base: key + ended, count: Int(openCount) - ended)
        }

        /// What its key has behind that.
        var name: Snippet {
            Snippet(base: key + Int(openCount), count: Int(keyCount - openCount))
        }
    }

    enum Role: UInt8 {
        /// Its key may begin with what ends objects and lists, and opens those that it comes first in.
        case text
        case date, end, flag, code, value
        /// Ends objects and lists, or opens others, or both.
        case brackets
    }

    /// Ends an object or list.
    struct Closer: Sendable {
        let bracket: UInt8
        /// Bytes of what opened it.
        let openCount: Int
    }

    private(set) var steps: [Step] = []
    private(set) var closers: [Closer] = []
    /// Keeps keys that were joined.
    private var texts: [FrameTextOwner] = []
    /// Room that is enough for all but the values.
    private(set) var room = 0
    /// What is to be ended and opened before the next step.
    private var ended: [Closer] = []
    private var opened: [UInt8] = []

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
        if let last = steps.last { addBrackets(last.field) }
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

    // MARK: Steps

    /// Adds a step behind what is to be ended and opened before it: of a text, that is part of the key.
    private mutating func add(
        _ role: Role, _ key: Snippet, _ field: UnsafePointer<JSONField>, column: Int
    ) {
        if role == .text {
            steps.append(joined(.text, key, field, column: column))
        } else {
            addBrackets(field)
            steps.append(Step(role, key, field, column: column))
        }
    }

    /// Adds a step that ends and opens what is to be before what comes next, if there is any.
    private mutating func addBrackets(_ field: UnsafePointer<JSONField>) {
        if ended.isEmpty, opened.isEmpty { return }
        steps.append(joined(.brackets, Snippet(base: field.pointee.key.base, count: 0), field))
    }

    /// A step whose key begins with what is to be ended and opened.
    private mutating func joined(
        _ role: Role, _ key: Snippet, _ field: UnsafePointer<JSONField>, column: Int = 0
    ) -> Step {
        if ended.isEmpty, opened.isEmpty { return Step(role, key, field, column: column) }
        let (ended, opened) = (ended, opened)
        let owner = FrameTextOwner { buffer in
            for closer in ended { buffer.append(closer.bracket) }
            if !ended.isEmpty { buffer.append(UInt8(ascii: ",")) }
            buffer.append(opened)
            buffer.append(key)
        }
        texts.append(owner)
        var step = Step(role, owner.text.snippet, field, column: column)
        step.openCount = step.keyCount - Int32(clamping: key.count)
        step.closerCount = UInt8(clamping: ended.count)
        step.firstCloser = Int32(clamping: closers.count)
        closers += ended
        self.ended = []
        self.opened = []
        return step
    }

    private mutating func open(_ field: UnsafePointer<JSONField>) {
        let key = field.pointee.key
        opened += UnsafeBufferPointer(start: key.base, count: key.count)
    }

    private mutating func close(_ bracket: UInt8, _ field: UnsafePointer<JSONField>) {
        // What was opened and has nothing in it is written all the same, and taken back.
        if !opened.isEmpty { addBrackets(field) }
        ended.append(Closer(bracket: bracket, openCount: field.pointee.key.count))
    }

    // MARK: Fields

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
                if isObject { open(field) }
                add(inner, place, columns, objects, depth: depth + 1)
                if isObject { close(UInt8(ascii: "}"), field) }
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
                add(role, field.pointee.key, field, column: column)
            }
            return
        }
        open(field)
        for column in columns { add(.text, field.pointee.sent, field, column: column) }
        close(UInt8(ascii: "]"), field)
    }
}
