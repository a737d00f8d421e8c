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
    ///   - length: so many bytes all values have at most, together.
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
                switch step.pointee.role {
                case .text: pen = writeTexts(&step, program, at: pen, room, &buffer)
                case .flag: pen = writeFlags(&step, at: pen)
                default:
                    pen = write(step, program, at: pen, room, &buffer)
                    step += 1
                }
            }
        }
        buffer.count = pen - buffer.base
    }

    /// Writes what a step says that is neither a text nor a flag; where it ends.
    @inline(__always)
    private func write(
        _ step: UnsafePointer<JSONProgram.Step>, _ program: JSONProgram,
        at pen: RecordJSON.Pen, _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        let column = Int(step.pointee.column)
        switch step.pointee.role {
        case .brackets:
            if step.pointee.closerCount == 0 {
                return pen.copy(step.pointee.key, Int(step.pointee.keyCount))
            }
            return pen.isBehindValue
                ? (pen - 1).copy(step.pointee.key, Int(step.pointee.keyCount))
                : closeEmpty(step, program, at: pen)
        case .date:
            let slot = slots[column]
            if slot.isEmpty { return pen }
            return writeDay(step, slot, days[column] > 0, at: pen, room, &buffer)
        case .end:
            let (slot, day) = (slots[column], days[column])
            if slot.isEmpty { return pen }
            let isDay = day > 0 && !CalendarDate.isOpenEnd(day)
            return writeDay(step, slot, isDay, at: pen, room, &buffer)
        case .code:
            let slot = slots[column]
            return slot.isEmpty ? pen : writeCode(step, slot, at: pen, room, &buffer)
        case .value, .text, .flag:
            let slot = slots[column]
            return slot.isEmpty ? pen : writeValue(step, slot, at: pen, room, &buffer)
        }
    }

    /// Writes the texts of a run, up to the first that is unusual and with it, and goes behind them.
    @inline(__always)
    private func writeTexts(
        _ step: inout UnsafePointer<JSONProgram.Step>, _ program: JSONProgram,
        at start: RecordJSON.Pen, _ room: Int, _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        var pen = start
        let end = step + Int(step.pointee.run)
        repeat {
            let slot = slots[Int(step.pointee.column)]
            if step.pointee.closerCount > 0 {
                guard pen.isBehindValue else {
                    pen = closeEmpty(step, program, at: pen)
                    pen = writeUnusual(step.pointee.name, slot, at: pen, room, &buffer)
                    step += 1
                    return pen
                }
                pen -= 1
            }
            if slot.isEmpty {
                if step.pointee.openCount > 0 {
                    pen = pen.copy(step.pointee.key, Int(step.pointee.openCount))
                }
            } else if slot.isPlain {
                pen = pen.copy(step.pointee.key, Int(step.pointee.keyCount))
                    .copy(bytes + Int(slot.start), Int(slot.extent)).endText()
            } else {
                pen = writeUnusual(step.pointee.whole, slot, at: pen, room, &buffer)
                step += 1
                return pen
            }
            step += 1
        } while step != end
        return pen
    }

    /// Writes the flags of a run, and goes behind them: what stands for Y or N, and nothing for
    /// another value, which is none of the field's.
    @inline(__always)
    private func writeFlags(
        _ step: inout UnsafePointer<JSONProgram.Step>, at start: RecordJSON.Pen
    ) -> RecordJSON.Pen {
        var pen = start
        let end = step + Int(step.pointee.run)
        repeat {
            let slot = slots[Int(step.pointee.column)]
            let byte = bytes[Int(slot.start)]
            let isYes = byte == UInt8(ascii: "Y")
            if slot.count == 1, isYes || byte == UInt8(ascii: "N") {
                pen = pen.copy(step.pointee.key, Int(step.pointee.keyCount)).put(flag: isYes)
            }
            step += 1
        } while step != end
        return pen
    }

    /// Ends objects and lists of which the innermost has nothing in it, and opens others: takes back
    /// what opened those that nothing came behind.
    @inline(never)
    private func closeEmpty(
        _ step: UnsafePointer<JSONProgram.Step>, _ program: JSONProgram, at start: RecordJSON.Pen
    ) -> RecordJSON.Pen {
        var pen = start
        let first = Int(step.pointee.firstCloser)
        for closer in program.closers[first..<first + Int(step.pointee.closerCount)] {
            if pen.isBehindValue {
                pen[-1] = closer.bracket
                pen[0] = UInt8(ascii: ",")
                pen += 1
            } else {
                pen -= closer.openCount
            }
        }
        return pen.copy(step.pointee.openings.base, step.pointee.openings.count)
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

    /// Writes a code, with its label if it has one; of both there is room.
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
        return pen.copyLong(known.base, known.count)
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

    /// Writes text that may be empty, or need escaping, or is not UTF-8.
    @inline(never)
    private func writeUnusual(
        _ key: Snippet, _ slot: Slot, at pen: RecordJSON.Pen, _ room: Int,
        _ buffer: inout ByteBuffer
    ) -> RecordJSON.Pen {
        if slot.isEmpty { return pen }
        buffer.count = pen - buffer.base
        buffer.text(key, bytes, slot)
        return buffer.room(buffer.end, room)
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Whether a value, or what ends one, comes before: a comma does, not what opens an object or list.
    @inline(__always)
    fileprivate var isBehindValue: Bool { self[-1] == UInt8(ascii: ",") }

    /// Copies bytes, of which there are mostly 16 at most; where they end.
    @inline(__always)
    fileprivate func copy(_ from: UnsafePointer<UInt8>, _ count: Int) -> Self {
        copy16(from, 0)
        if count > 16 {
            copy16(from, 16)
            if count > 32 { copyRest(from, count) }
        }
        return self + count
    }

    /// The same of what has mostly from 33 to 64 bytes.
    @inline(__always)
    fileprivate func copyLong(_ from: UnsafePointer<UInt8>, _ count: Int) -> Self {
        copy16(from, 0)
        copy16(from, 16)
        if count > 32 {
            copy16(from, 32)
            copy16(from, 48)
            if count > 64 { copyRest(from, count) }
        }
        return self + count
    }

    /// Copies all but the first 32 bytes.
    @inline(__always)
    private func copyRest(_ from: UnsafePointer<UInt8>, _ count: Int) {
        var offset = 32
        while offset < count {
            copy16(from, offset)
            copy16(from, offset &+ 16)
            offset &+= 32
        }
    }

    /// Puts `true` or `false`, and a comma.
    @inline(__always)
    fileprivate func put(flag isTrue: Bool) -> Self {
        // The first byte lowest.
        let word: UInt64 = isTrue ? 0x2C_6575_7274 : 0x2C65_736C_6166
        UnsafeMutableRawPointer(self).storeBytes(of: word.littleEndian, as: UInt64.self)
        return self + (isTrue ? 5 : 6)
    }

    /// Ends a text: a quotation mark and a comma.
    @inline(__always)
    fileprivate func endText() -> Self {
        UnsafeMutableRawPointer(self).storeBytes(
            of: (0x2C22 as UInt16).littleEndian, as: UInt16.self)
        return self + 2
    }
}
