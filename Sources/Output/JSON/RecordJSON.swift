import CareModel

/// Writes the fields of a record's objects, straight from the bytes where they were read.
struct RecordJSON {
    let bytes: UnsafePointer<UInt8>
    let slots: UnsafePointer<Slot>
    /// Ends of spans after this day, CCYYMMDD, are written as open.
    let openAfter: Int32

    init<Fields: RecordFields>(_ record: RecordObject<Fields>, openAfter: Int32 = Int32.max) {
        self.openAfter = openAfter
        bytes = record.bytes
        slots = record.slots
    }

    init(bytes: UnsafePointer<UInt8>, slots: UnsafePointer<Slot>, openAfter: Int32) {
        self.bytes = bytes
        self.slots = slots
        self.openAfter = openAfter
    }

    /// Appends the members of an object, each with a comma.
    func write(_ plan: UnsafePointer<JSONPlan>, _ object: Int, _ buffer: inout ByteBuffer) {
        let end = write(plan, object, at: buffer.end, &buffer)
        buffer.count = end - buffer.base
    }

    /// Where the next byte goes: handed on, so that it stays in a register.
    typealias Pen = UnsafeMutablePointer<UInt8>

    /// Writes the members of an object, each with a comma; where they end.
    ///
    /// Whatever is written leaves room for what closes the objects around it. A call, and the only
    /// copy of what it does: the code of a record is to stay where the processor keeps instructions.
    @inline(never)
    private func write(
        _ plan: UnsafePointer<JSONPlan>, _ object: Int, at start: Pen,
        _ buffer: inout ByteBuffer
    ) -> Pen {
        var pen = start
        let own = slots + (object &+ 1)
        let count = plan.pointee.count
        var index = 0
        while index < count {
            // Of most objects most fields are empty.
            let next = min(index &+ 4, count)
            if next &- index == 4, RecordJSON.areEmpty(own + index) {
                index = next
                continue
            }
            while index != next {
                if !own[index].isEmpty {
                    pen = write(plan.pointee.fields + index, own[index], at: pen, &buffer)
                }
                index &+= 1
            }
        }
        return pen
    }

    /// Whether nothing was sent for four fields: an empty slot is nothing but zeros.
    @inline(__always)
    private static func areEmpty(_ slots: UnsafePointer<Slot>) -> Bool {
        let words = UnsafeRawPointer(slots)
        let first = words.loadUnaligned(as: SIMD2<UInt64>.self)
        let second = words.loadUnaligned(fromByteOffset: 16, as: SIMD2<UInt64>.self)
        let all = first | second
        return all[0] | all[1] == 0
    }

    @inline(__always)
    func write(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        switch field.pointee.kind {
        case .text: writeText(field.pointee.key, slot, at: pen, &buffer)
        case .code, .codeMembers: writeCode(field, slot, at: pen, &buffer)
        case .date: writeDate(field, slot, at: pen, &buffer)
        case .end: writeEnd(field, slot, at: pen, &buffer)
        case .flag: writeFlag(field, slot, at: pen, &buffer)
        case .presence: buffer.room(pen, field.pointee.key.count).put(field.pointee.key)
        case .money: writeMoney(field, slot, at: pen, &buffer)
        case .object: writeObject(field, slot, at: pen, &buffer)
        case .members:
            if let inner = field.pointee.inner {
                write(inner, Int(slot.start), at: pen, &buffer)
            } else {
                pen
            }
        case .number: writeNumber(field, slot, at: pen, &buffer)
        case .objects: writeObjects(field, slot, at: pen, &buffer)
        case .texts: writeTexts(field, slot, at: pen, &buffer)
        case .codes: writeCodes(field, slot, at: pen, &buffer)
        case .unwritten: pen
        }
    }

    // MARK: Values

    /// What comes before a text, the text, and what ends it.
    @inline(__always)
    private func writeText(
        _ before: Snippet, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        guard slot.isPlain else { return writeUnusual(before, slot, at: pen, &buffer) }
        let end = buffer.room(pen, before.count &+ slot.count).put(before)
            .put(bytes + Int(slot.start), slot.count)
        UnsafeMutableRawPointer(end).storeBytes(
            of: (0x2C22 as UInt16).littleEndian, as: UInt16.self)
        return end + 2
    }

    /// The same as a call.
    @inline(never)
    private func writeSent(
        _ before: Snippet, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        writeText(before, slot, at: pen, &buffer)
    }

    /// The same of text that may need escaping or is not UTF-8.
    @inline(never)
    private func writeUnusual(
        _ before: Snippet, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        buffer.count = pen - buffer.base
        buffer.text(before, bytes, slot)
        return buffer.end
    }

    /// A code, with its label if it has one.
    @inline(__always)
    private func writeCode(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        if let known = known(field, slot) { return buffer.room(pen, known.count).put(known) }
        let end = writeText(field.pointee.key, slot, at: pen, &buffer)
        return field.pointee.kind == .code ? end.close(UInt8(ascii: "}")) : end
    }

    /// The snippet of a code that has a label.
    @inline(__always)
    private func known(_ field: UnsafePointer<JSONField>, _ slot: Slot) -> Snippet? {
        field.pointee.codes.find(Text.key(bytes + Int(slot.start), slot.count))
    }

    @inline(__always)
    private func writeFlag(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        let isYes = bytes[Int(slot.start)] == UInt8(ascii: "Y")
        let value = isYes ? field.pointee.open : field.pointee.sent
        return buffer.room(pen, field.pointee.key.count &+ value.count)
            .put(field.pointee.key).put(value)
    }

    @inline(__always)
    private func writeDate(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        let base = bytes + Int(slot.start)
        guard slot.count == 8, CalendarDate.number(base) > 0 else {
            return writeSent(field.pointee.sent, slot, at: pen, &buffer)
        }
        return buffer.room(pen, field.pointee.key.count).put(field.pointee.key).put(day: base)
    }

    @inline(__always)
    private func writeEnd(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        let base = bytes + Int(slot.start)
        let number = slot.count == 8 ? CalendarDate.number(base) : 0
        if number > 0, number <= openAfter, !CalendarDate.isOpenEnd(number) {
            return buffer.room(pen, field.pointee.key.count).put(field.pointee.key).put(day: base)
        }
        let before = number == 0 ? field.pointee.sent : field.pointee.open
        return writeSent(before, slot, at: pen, &buffer)
    }

    @inline(__always)
    private func writeMoney(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        let base = bytes + Int(slot.start)
        guard Money.isNumber(base, slot.count) else {
            return writeUnusualMoney(field, slot, at: pen, &buffer)
        }
        let end = buffer.room(pen, field.pointee.key.count &+ slot.count).put(field.pointee.key)
            .put(base, slot.count)
        end.pointee = UInt8(ascii: ",")
        return end + 1
    }

    /// The same of an amount that is not written as JSON writes numbers, or is none.
    @inline(never)
    private func writeUnusualMoney(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        let sent = UnsafeBufferPointer(start: bytes + Int(slot.start), count: slot.count)
        guard let money = Money(sent) else {
            return writeSent(field.pointee.sent, slot, at: pen, &buffer)
        }
        buffer.count = pen - buffer.base
        buffer.append(field.pointee.key)
        buffer.value(money, sent)
        return buffer.end
    }

    @inline(never)
    private func writeNumber(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        buffer.count = pen - buffer.base
        buffer.append(field.pointee.key)
        buffer.append(decimal: Int(slot.start))
        buffer.append(UInt8(ascii: ","))
        return buffer.end
    }

    // MARK: Objects

    /// An object, unless nothing was sent for it.
    @inline(__always)
    private func writeObject(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at pen: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        guard let inner = field.pointee.inner else { return pen }
        let before = pen - buffer.base
        let opened = buffer.room(pen, field.pointee.key.count).put(field.pointee.key)
        let openedCount = opened - buffer.base
        let end = write(inner, Int(slot.start), at: opened, &buffer)
        if end - buffer.base == openedCount { return buffer.base + before }
        return end.close(UInt8(ascii: "}"))
    }

    @inline(__always)
    private func writeObjects(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at start: Pen,
        _ buffer: inout ByteBuffer
    ) -> Pen {
        guard let inner = field.pointee.inner else { return start }
        if inner.pointee.isPair { return writePairs(field, inner, slot, at: start, &buffer) }
        var pen = buffer.room(start, field.pointee.key.count).put(field.pointee.key)
        var object = Int(slot.start)
        while object > 0 {
            pen = buffer.room(pen, 0)
            pen.pointee = UInt8(ascii: "{")
            pen = write(inner, object, at: pen + 1, &buffer).close(UInt8(ascii: "}"))
            object = Int(slots[object].start)
        }
        return pen.close(UInt8(ascii: "]"))
    }

    /// The same of objects that are a code and a text, as identifiers are: without a call for each.
    @inline(never)
    private func writePairs(
        _ field: UnsafePointer<JSONField>, _ inner: UnsafePointer<JSONPlan>, _ slot: Slot,
        at start: Pen, _ buffer: inout ByteBuffer
    ) -> Pen {
        let (code, text) = (inner.pointee.fields, inner.pointee.fields + 1)
        var pen = buffer.room(start, field.pointee.key.count).put(field.pointee.key)
        var object = Int(slot.start)
        while object > 0 {
            let own = slots + object
            pen = buffer.room(pen, 0)
            pen.pointee = UInt8(ascii: "{")
            pen += 1
            if !own[1].isEmpty { pen = writeCode(code, own[1], at: pen, &buffer) }
            if !own[2].isEmpty { pen = writeText(text.pointee.key, own[2], at: pen, &buffer) }
            pen = pen.close(UInt8(ascii: "}"))
            object = Int(own.pointee.start)
        }
        return pen.close(UInt8(ascii: "]"))
    }

    @inline(never)
    private func writeTexts(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at start: Pen,
        _ buffer: inout ByteBuffer
    ) -> Pen {
        var pen = buffer.room(start, field.pointee.key.count).put(field.pointee.key)
        var object = Int(slot.start)
        while object > 0 {
            pen = writeText(field.pointee.sent, slots[object + 1], at: pen, &buffer)
            object = Int(slots[object].start)
        }
        return pen.close(UInt8(ascii: "]"))
    }

    @inline(never)
    private func writeCodes(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, at start: Pen,
        _ buffer: inout ByteBuffer
    ) -> Pen {
        var pen = buffer.room(start, field.pointee.key.count).put(field.pointee.key)
        var object = Int(slot.start)
        while object > 0 {
            let code = slots[object + 1]
            if let known = known(field, code) {
                pen = buffer.room(pen, known.count).put(known)
            } else {
                pen = writeText(field.pointee.sent, code, at: pen, &buffer)
                    .close(UInt8(ascii: "}"))
            }
            object = Int(slots[object].start)
        }
        return pen.close(UInt8(ascii: "]"))
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Copies a snippet, 32 bytes at a time; where it ends.
    @inline(__always)
    func put(_ snippet: Snippet) -> Self {
        var offset = 0
        repeat {
            copy16(snippet.base, offset)
            copy16(snippet.base, offset &+ 16)
            offset &+= 32
        } while offset < snippet.count
        return self + snippet.count
    }

    /// Copies text, 32 bytes at a time; where it ends.
    @inline(__always)
    fileprivate func put(_ text: UnsafePointer<UInt8>, _ count: Int) -> Self {
        var offset = 0
        repeat {
            copy16(text, offset)
            copy16(text, offset &+ 16)
            offset &+= 32
        } while offset < count
        return self + count
    }

    /// Copies 16 bytes at an offset.
    @inline(__always)
    func copy16(_ from: UnsafePointer<UInt8>, _ offset: Int) {
        UnsafeMutableRawPointer(self).storeBytes(
            of: UnsafeRawPointer(from).loadUnaligned(
                fromByteOffset: offset, as: SIMD2<UInt64>.self),
            toByteOffset: offset, as: SIMD2<UInt64>.self)
    }

    /// Eight digits of a day, with the hyphens of ISO 8601, and what ends them.
    @inline(__always)
    func put(day digits: UnsafePointer<UInt8>) -> Self {
        let word = UInt64(
            littleEndian: UnsafeRawPointer(digits).loadUnaligned(as: UInt64.self))
        let target = UnsafeMutableRawPointer(self)
        // CCYY-MM-, then DD",
        let first =
            word & 0xFFFF_FFFF | 0x2D &<< 32 | (word &>> 32 & 0xFFFF) &<< 40 | 0x2D &<< 56
        let second = UInt32(truncatingIfNeeded: word &>> 48) | 0x2C22_0000
        target.storeBytes(of: first.littleEndian, as: UInt64.self)
        target.storeBytes(of: second.littleEndian, toByteOffset: 8, as: UInt32.self)
        return self + 12
    }

    /// Ends an object or array in place of the last comma, if there is one, and puts another.
    @inline(__always)
    func close(_ bracket: UInt8) -> Self {
        let place = self[-1] == UInt8(ascii: ",") ? self - 1 : self
        place[0] = bracket
        place[1] = UInt8(ascii: ",")
        return place + 2
    }
}
