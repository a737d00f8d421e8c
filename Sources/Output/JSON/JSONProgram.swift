import CareModel

/// The fields that the rows of one table may fill, in the order of the JSON: each says by which column.
///
/// A field has one column in a table, and a list one for each element, so that a row is written from
/// its columns and no record is put together.
package struct JSONProgram: Sendable {
    /// One thing to be written.
    struct Step: @unchecked Sendable {
        var role: Role
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
        case text, date, end, flag, code, value, open, closeObject, closeList
        /// The openings of objects and lists, and the text that comes first in the innermost.
        case openText
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
        // Of each step at most one key is written, what ends it, and 32 bytes at a time.
        for step in steps {
            let field = step.field.pointee
            room += field.key.count + field.sent.count + field.open.count + 64
            room += Int(step.openCount)
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
            isText ? .openText : .open, owner.text.snippet, next.field, column: Int(next.column))
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

/// The values of a row by the columns of its layout, where they were read.
package struct RowColumns {
    let bytes: UnsafePointer<UInt8>
    let slots: UnsafePointer<Slot>
    let days: UnsafePointer<Int32>
    let length: Int

    /// - Parameters:
    ///   - bytes: what the slots refer to; 64 bytes beyond the last are readable.
    ///   - slots: one for each column of the layout.
    ///   - days: of columns of dates, CCYYMMDD; 0 where there is none.
    ///   - length: bytes of all values.
    package init(
        bytes: UnsafePointer<UInt8>, slots: UnsafePointer<Slot>, days: UnsafePointer<Int32>,
        length: Int
    ) {
        self.bytes = bytes
        self.slots = slots
        self.days = days
        self.length = length
    }

    /// Appends the members of a record that a program names, each with a comma.
    func write(_ program: JSONProgram, _ buffer: inout ByteBuffer) {
        // Of what is written as it was read there is room from here on.
        let room = program.room &+ length
        var pen = buffer.room(buffer.end, room)
        program.steps.withUnsafeBufferPointer { steps in
            guard var step = steps.baseAddress else { return }
            let end = step + steps.count
            while step != end {
                let slot = slots[Int(step.pointee.column)]
                switch step.pointee.role {
                case .text:
                    if slot.isEmpty { break }
                    if slot.isPlain {
                        pen = pen.copy(step.pointee.key, Int(step.pointee.keyCount))
                            .copy(bytes + Int(slot.start), slot.count).endText()
                    } else {
                        pen = writeUnusual(step, slot, at: pen, room, &buffer)
                    }
                case .date:
                    if slot.isEmpty { break }
                    let day = days[Int(step.pointee.column)]
                    pen = writeDay(step, slot, day > 0, at: pen, room, &buffer)
                case .end:
                    if slot.isEmpty { break }
                    let day = days[Int(step.pointee.column)]
                    let isDay = day > 0 && !CalendarDate.isOpenEnd(day)
                    pen = writeDay(step, slot, isDay, at: pen, room, &buffer)
                case .flag:
                    if let value = flag(step, slot) {
                        pen = pen.copy(step.pointee.key, Int(step.pointee.keyCount))
                            .copy(value.base, value.count)
                    }
                case .value:
                    if !slot.isEmpty { pen = writeValue(step, slot, at: pen, room, &buffer) }
                case .code:
                    if !slot.isEmpty { pen = writeCode(step, slot, at: pen, room, &buffer) }
                case .openText:
                    if slot.isEmpty {
                        pen = pen.copy(step.pointee.key, Int(step.pointee.openCount))
                    } else if slot.isPlain {
                        pen = pen.copy(step.pointee.key, Int(step.pointee.keyCount))
                            .copy(bytes + Int(slot.start), slot.count).endText()
                    } else {
                        pen = writeUnusual(step, slot, at: pen, room, &buffer)
                    }
                case .open: pen = pen.copy(step.pointee.key, Int(step.pointee.keyCount))
                case .closeObject: pen = close(step, UInt8(ascii: "}"), at: pen)
                case .closeList: pen = close(step, UInt8(ascii: "]"), at: pen)
                }
                step += 1
            }
        }
        buffer.count = pen - buffer.base
    }

    /// What stands for Y or N; `nil` for another value, which is none of the field's.
    @inline(__always)
    private func flag(_ step: UnsafePointer<JSONProgram.Step>, _ slot: Slot) -> Snippet? {
        guard slot.count == 1 else { return nil }
        let byte = bytes[Int(slot.start)]
        if byte == UInt8(ascii: "N") { return step.pointee.field.pointee.sent }
        return byte == UInt8(ascii: "Y") ? step.pointee.field.pointee.open : nil
    }

    /// Ends an object or list; takes back what opened it where nothing came behind that.
    @inline(__always)
    private func close(
        _ step: UnsafePointer<JSONProgram.Step>, _ bracket: UInt8, at pen: RecordJSON.Pen
    ) -> RecordJSON.Pen {
        // The brackets that open and close are two apart.
        pen[-1] == bracket &- 2 ? pen - Int(step.pointee.keyCount) : pen.close(bracket)
    }

    @inline(__always)
    private func writeDay(
        _ step: UnsafePointer<JSONProgram.Step>, _ slot: Slot, _ isDay: Bool,
        at pen: RecordJSON.Pen, _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        guard isDay, slot.count == 8 else {
            return writeValue(step, slot, at: pen, room, &buffer)
        }
        return pen.copy(step.pointee.key, Int(step.pointee.keyCount))
            .put(day: bytes + Int(slot.start))
    }

    /// Writes a code, with its label if it has one.
    @inline(__always)
    private func writeCode(
        _ step: UnsafePointer<JSONProgram.Step>, _ slot: Slot, at pen: RecordJSON.Pen,
        _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        let key = Text.key(bytes + Int(slot.start), slot.count)
        guard let known = step.pointee.field.pointee.codes.find(key) else {
            guard slot.isPlain, step.pointee.field.pointee.kind == .code else {
                return writeValue(step, slot, at: pen, room, &buffer)
            }
            return pen.copy(step.pointee.key, Int(step.pointee.keyCount))
                .copy(bytes + Int(slot.start), slot.count).endText().close(UInt8(ascii: "}"))
        }
        return buffer.room(pen, room &+ known.count).copy(known.base, known.count)
    }

    /// Writes a value as any record's is.
    @inline(never)
    private func writeValue(
        _ step: UnsafePointer<JSONProgram.Step>, _ slot: Slot, at pen: RecordJSON.Pen,
        _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        let record = RecordJSON(bytes: bytes, slots: slots, openAfter: Int32.max)
        return buffer.room(
            record.write(step.pointee.field, slot, at: pen, &buffer), room)
    }

    /// Writes text that may need escaping or is not UTF-8.
    @inline(never)
    private func writeUnusual(
        _ step: UnsafePointer<JSONProgram.Step>, _ slot: Slot, at pen: RecordJSON.Pen,
        _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        buffer.count = pen - buffer.base
        let key = Snippet(base: step.pointee.key, count: Int(step.pointee.keyCount))
        buffer.text(key, bytes, slot)
        return buffer.room(buffer.end, room)
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Copies bytes, 32 at a time, of which mostly once is enough; where they end.
    @inline(__always)
    fileprivate func copy(_ from: UnsafePointer<UInt8>, _ count: Int) -> Self {
        copy32(from, 0)
        if count > 32 { copyRest(from, count) }
        return self + count
    }

    @inline(never)
    private func copyRest(_ from: UnsafePointer<UInt8>, _ count: Int) {
        var offset = 32
        while offset < count {
            copy32(from, offset)
            offset &+= 32
        }
    }

    @inline(__always)
    private func copy32(_ from: UnsafePointer<UInt8>, _ offset: Int) {
        let (source, target) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(self))
        let first = source.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
        let second = source.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD2<UInt64>.self)
        target.storeBytes(of: first, toByteOffset: offset, as: SIMD2<UInt64>.self)
        target.storeBytes(of: second, toByteOffset: offset &+ 16, as: SIMD2<UInt64>.self)
    }

    /// Ends a text: a quotation mark and a comma.
    @inline(__always)
    fileprivate func endText() -> Self {
        UnsafeMutableRawPointer(self).storeBytes(
            of: (0x2C22 as UInt16).littleEndian, as: UInt16.self)
        return self + 2
    }
}
