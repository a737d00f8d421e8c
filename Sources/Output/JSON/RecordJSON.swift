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

    /// Appends the members of an object, each with a comma.
    func write(_ plan: UnsafePointer<JSONPlan>, _ object: Int, _ buffer: inout ByteBuffer) {
        var field = plan.pointee.fields
        var slot = slots + object + 1
        let end = slot + plan.pointee.count
        while slot != end {
            if !slot.pointee.isEmpty { write(field, slot.pointee, &buffer) }
            field += 1
            slot += 1
        }
    }

    @inline(__always)
    private func write(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        switch field.pointee.kind {
        case .text: buffer.text(field.pointee.key, bytes, slot)
        case .code:
            if !writeKnown(field, slot, &buffer) {
                buffer.text(field.pointee.key, bytes, slot)
                buffer.replaceLast(UInt8(ascii: ","), with: UInt8(ascii: "}"))
                buffer.append(UInt8(ascii: ","))
            }
        case .codeMembers:
            if !writeKnown(field, slot, &buffer) { buffer.text(field.pointee.key, bytes, slot) }
        case .date: writeDate(field, slot, &buffer)
        case .end: writeEnd(field, slot, &buffer)
        case .flag:
            buffer.append(field.pointee.key)
            buffer.append(bytes[Int(slot.start)] == UInt8(ascii: "Y") ? "true," : "false,")
        case .number:
            buffer.append(field.pointee.key)
            buffer.append(decimal: Int(slot.start))
            buffer.append(UInt8(ascii: ","))
        case .presence: buffer.append(field.pointee.key)
        case .money: writeMoney(field, slot, &buffer)
        case .object: writeObject(field, slot, &buffer)
        case .members: if let inner = field.pointee.inner { write(inner, Int(slot.start), &buffer) }
        case .objects: writeObjects(field, slot, &buffer)
        case .texts: writeTexts(field, slot, &buffer)
        case .codes: writeCodes(field, slot, &buffer)
        case .unwritten: break
        }
    }

    // MARK: Values

    /// A code that has a label; `false` for any other.
    @inline(__always)
    private func writeKnown(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) -> Bool {
        let key = Text.key(bytes + Int(slot.start), slot.count)
        guard let snippet = field.pointee.codes.find(key) else { return false }
        buffer.append(snippet.pointee)
        return true
    }

    @inline(__always)
    private func writeDate(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        let base = bytes + Int(slot.start)
        guard slot.count == 8, CalendarDate.number(base) > 0 else {
            return buffer.text(field.pointee.sent, bytes, slot)
        }
        buffer.date(field.pointee.key, base)
    }

    @inline(__always)
    private func writeEnd(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        let base = bytes + Int(slot.start)
        let number = slot.count == 8 ? CalendarDate.number(base) : 0
        if number == 0 {
            buffer.text(field.pointee.sent, bytes, slot)
        } else if CalendarDate.isOpenEnd(number) || number > openAfter {
            buffer.text(field.pointee.open, bytes, slot)
        } else {
            buffer.date(field.pointee.key, base)
        }
    }

    private func writeMoney(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        let sent = UnsafeBufferPointer(start: bytes + Int(slot.start), count: slot.count)
        guard let money = Money(sent) else {
            return buffer.text(field.pointee.sent, bytes, slot)
        }
        buffer.append(field.pointee.key)
        buffer.value(money, sent)
    }

    // MARK: Objects

    /// An object, unless nothing was sent for it.
    private func writeObject(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        guard let inner = field.pointee.inner else { return }
        let before = buffer.count
        buffer.append(field.pointee.key)
        let opened = buffer.count
        write(inner, Int(slot.start), &buffer)
        if buffer.count == opened { return buffer.truncate(to: before) }
        buffer.closeObject()
    }

    private func writeObjects(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        guard let inner = field.pointee.inner else { return }
        buffer.append(field.pointee.key)
        var object = Int(slot.start)
        while object > 0 {
            buffer.openObject()
            write(inner, object, &buffer)
            buffer.closeObject()
            object = Int(slots[object].start)
        }
        buffer.closeArray()
    }

    private func writeTexts(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        buffer.append(field.pointee.key)
        var object = Int(slot.start)
        while object > 0 {
            buffer.append(UInt8(ascii: "\""))
            buffer.text(.none, bytes, slots[object + 1])
            object = Int(slots[object].start)
        }
        buffer.closeArray()
    }

    private func writeCodes(
        _ field: UnsafePointer<JSONField>, _ slot: Slot, _ buffer: inout ByteBuffer
    ) {
        buffer.append(field.pointee.key)
        var object = Int(slot.start)
        while object > 0 {
            if !writeKnown(field, slots[object + 1], &buffer) {
                buffer.text(field.pointee.sent, bytes, slots[object + 1])
                buffer.closeObject()
            }
            object = Int(slots[object].start)
        }
        buffer.closeArray()
    }
}

extension ByteBuffer {
    /// Text to be copied, 16 bytes at a time.
    @inline(__always)
    mutating func append(_ snippet: Snippet) {
        reserve(snippet.count &+ 16)
        copy(snippet.base, snippet.count)
    }

    /// Copies from where 16 bytes beyond the last are readable to where there is as much room.
    @inline(__always)
    private mutating func copy(_ from: UnsafePointer<UInt8>, _ length: Int) {
        let source = UnsafeRawPointer(from)
        let target = UnsafeMutableRawPointer(base + count)
        var offset = 0
        repeat {
            target.storeBytes(
                of: source.loadUnaligned(
                    fromByteOffset: offset, as: SIMD2<UInt64>.self),
                toByteOffset: offset, as: SIMD2<UInt64>.self)
            offset &+= 16
        } while offset < length
        count &+= length
    }

    /// What comes before a text, the text, and what ends it.
    @inline(__always)
    mutating func text(_ before: Snippet?, _ bytes: UnsafePointer<UInt8>, _ slot: Slot) {
        let length = slot.count
        if let before { append(before) }
        guard slot.isPlain else { return unusual(bytes + Int(slot.start), length) }
        reserve(length &+ 32)
        copy(bytes + Int(slot.start), length)
        base[count] = UInt8(ascii: "\"")
        base[count &+ 1] = UInt8(ascii: ",")
        count &+= 2
    }

    /// Text that may need escaping or is not UTF-8.
    @inline(never)
    private mutating func unusual(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        append(escapingAny: UnsafeBufferPointer(start: bytes, count: length))
        append("\",")
    }

    /// Eight digits of a day, with the hyphens of ISO 8601.
    @inline(__always)
    mutating func date(_ before: Snippet, _ digits: UnsafePointer<UInt8>) {
        append(before)
        reserve(16)
        let word = UInt64(
            littleEndian: UnsafeRawPointer(digits).loadUnaligned(as: UInt64.self))
        let target = UnsafeMutableRawPointer(base + count)
        // CCYY-MM-, then DD",
        let first =
            word & 0xFFFF_FFFF | 0x2D &<< 32 | (word &>> 32 & 0xFFFF) &<< 40 | 0x2D &<< 56
        let second = UInt32(truncatingIfNeeded: word &>> 48) | 0x2C22_0000
        target.storeBytes(of: first.littleEndian, as: UInt64.self)
        target.storeBytes(of: second.littleEndian, toByteOffset: 8, as: UInt32.self)
        count &+= 12
    }
}
