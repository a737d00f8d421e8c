import CareModel

/// The fields that the rows of one table may fill, in the order of the JSON.
///
/// All records of a table have their objects at the same places, so that nothing else is looked at.
package struct JSONProgram: Sendable {
    /// One thing to be written.
    struct Step: @unchecked Sendable {
        let role: Role
        /// Of the value.
        let slot: Int
        let field: UnsafePointer<JSONField>
        /// Of the opening of an object, the step of its end.
        var end = 0
    }

    enum Role: UInt8 { case value, open, close }

    private(set) var steps: [Step] = []

    /// No more objects stand within one another.
    private static let greatestDepth = 8

    /// A program of roster entries.
    ///
    /// - Parameters:
    ///   - object: where the slots of a record begin.
    ///   - filled: the slots that a value or list may be in.
    ///   - objects: where the slots of each object begin, by the slot that holds it.
    package init(roster object: Int, filled: Set<Int>, objects: [Int: Int]) {
        add(JSONPlan.roster, object, filled, objects, depth: 0)
    }

    private mutating func add(
        _ plan: UnsafePointer<JSONPlan>, _ object: Int, _ filled: Set<Int>, _ objects: [Int: Int],
        depth: Int
    ) {
        for index in 0..<plan.pointee.count {
            let field = plan.pointee.fields + index
            let slot = object + 1 + index
            switch field.pointee.kind {
            case .object, .members:
                guard let inner = field.pointee.inner, let place = objects[slot],
                    depth < Self.greatestDepth
                else { continue }
                let opening = steps.count
                let isObject = field.pointee.kind == .object
                if isObject { steps.append(Step(role: .open, slot: slot, field: field)) }
                add(inner, place, filled, objects, depth: depth + 1)
                if isObject {
                    steps[opening].end = steps.count
                    steps.append(Step(role: .close, slot: slot, field: field))
                }
            default:
                if filled.contains(slot) {
                    steps.append(Step(role: .value, slot: slot, field: field))
                }
            }
        }
    }
}

extension RecordJSON {
    /// Appends the members of a record that a program names, each with a comma.
    func write(_ program: JSONProgram, _ buffer: inout ByteBuffer) {
        var pen = buffer.end
        program.steps.withUnsafeBufferPointer { steps in
            var index = 0
            while index < steps.count {
                let field = steps[index].field
                let slot = slots[steps[index].slot]
                switch steps[index].role {
                case .value:
                    if !slot.isEmpty { pen = write(field, slot, at: pen, &buffer) }
                case .open:
                    if slot.isEmpty {
                        index = steps[index].end
                    } else {
                        pen = buffer.room(pen, field.pointee.key.count).put(field.pointee.key)
                    }
                case .close:
                    // Nothing came behind what opened it.
                    pen =
                        pen[-1] == UInt8(ascii: "{")
                        ? pen - field.pointee.key.count : pen.close(UInt8(ascii: "}"))
                }
                index &+= 1
            }
        }
        buffer.count = pen - buffer.base
    }
}
