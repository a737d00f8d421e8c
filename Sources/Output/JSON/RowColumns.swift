import CareModel

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
                pen = write(step, slot, at: pen, room, &buffer)
                step += 1
            }
        }
        buffer.count = pen - buffer.base
    }

    /// Writes what a step says; where it ends.
    @inline(__always)
    private func write(
        _ step: UnsafePointer<JSONProgram.Step>, _ slot: Slot, at pen: RecordJSON.Pen,
        _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        let key = step.pointee.key
        switch step.pointee.role {
        case .text: return slot.isEmpty ? pen : writeText(step, slot, at: pen, room, &buffer)
        case .openText:
            return slot.isEmpty
                ? pen.copy(key, Int(step.pointee.openCount))
                : writeText(step, slot, at: pen, room, &buffer)
        case .date:
            let isDay = days[Int(step.pointee.column)] > 0
            return slot.isEmpty ? pen : writeDay(step, slot, isDay, at: pen, room, &buffer)
        case .end:
            let day = days[Int(step.pointee.column)]
            let isDay = day > 0 && !CalendarDate.isOpenEnd(day)
            return slot.isEmpty ? pen : writeDay(step, slot, isDay, at: pen, room, &buffer)
        case .flag:
            guard let value = flag(step, slot) else { return pen }
            return pen.copy(key, Int(step.pointee.keyCount)).copy(value.base, value.count)
        case .value: return slot.isEmpty ? pen : writeValue(step, slot, at: pen, room, &buffer)
        case .code: return slot.isEmpty ? pen : writeCode(step, slot, at: pen, room, &buffer)
        case .open: return pen.copy(key, Int(step.pointee.keyCount))
        case .closeObject: return close(step, UInt8(ascii: "}"), at: pen)
        case .closeList: return close(step, UInt8(ascii: "]"), at: pen)
        }
    }

    @inline(__always)
    private func writeText(
        _ step: UnsafePointer<JSONProgram.Step>, _ slot: Slot, at pen: RecordJSON.Pen,
        _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        guard slot.isPlain else { return writeUnusual(step, slot, at: pen, room, &buffer) }
        return pen.copy(step.pointee.key, Int(step.pointee.keyCount))
            .copy(bytes + Int(slot.start), slot.count).endText()
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
