import CareModel
import TableSyntax

extension RowPlan {
    /// Reads the cells of all columns that the file has: first what is right beyond doubt, then the
    /// others in the order of the columns.
    ///
    /// - Parameter cells: of a row that has all columns.
    func readCells(_ cells: UnsafePointer<TableCell>, _ reading: inout RowReading) {
        let open = reading.openCells
        var looks = CellLooks(UnsafeRawPointer(cells), reading)
        let ends = textEnds
        var reader = readers
        looks.look(&reader, to: .text, self, open) { reader, text in
            CellCheck.isText(text, width: reader.pointee.width, ends)
        }
        looks.look(&reader, to: .language, self, open) { reader, text in
            CellCheck.isText(text, width: reader.pointee.width, ends)
                && LanguageCode.isSurelyWords(text)
        }
        looks.look(&reader, to: .digits, self, open) { reader, text in
            text.isDigits(reader.pointee.width) && !text.beginsWithZeros
        }
        looks.look(&reader, to: .zip, self, open) { reader, text in
            text.count == reader.pointee.width && text.isDigits && !text.beginsWithZeros
        }
        looks.look(&reader, to: .number, self, open) { reader, text in
            text.count <= reader.pointee.width && text.isDigits
        }
        lookAtDates(&looks, &reader, open)
        looks.look(&reader, to: .code, self, open) { reader, text in
            reader.pointee.values.contains(text)
        }
        looks.look(&reader, to: .flag, self, open) { _, text in text.isFlag }
        looks.look(&reader, to: .state, self, open) { _, text in
            text.count == 2 && StateForm.isState(text.base)
        }
        looks.look(&reader, to: .npi, self, open) { _, text in NPIForm.isValid(text) }
        looks.look(&reader, to: .pidsl, self, open) { _, text in CellCheck.isLocation(text) }
        looks.look(&reader, to: .measured, self, open) { reader, text in
            CellReader.isRightInLength(reader, text.base, text.count)
        }
        looks.look(&reader, to: .close, self, open) { _, _ in false }
        reading.content = looks.content
        if looks.hasOpen { readClosely(cells, &reading) }
    }

    @inline(__always)
    private func lookAtDates(
        _ looks: inout CellLooks, _ reader: inout UnsafePointer<CellReader>,
        _ open: UnsafeMutablePointer<UInt64>
    ) {
        let days = looks.days
        looks.look(&reader, to: .date, self, open) { reader, text in
            let day = CellCheck.usualDay(text)
            days[reader.pointee.column] = day
            return day > 0
        }
    }

    /// Reads the cells that are not right beyond doubt.
    @inline(never)
    private func readClosely(_ cells: UnsafePointer<TableCell>, _ reading: inout RowReading) {
        for word in 0..<(columns.count + 63) / 64 {
            while reading.openCells[word] != 0 {
                let bit = reading.openCells[word].trailingZeroBitCount
                reading.openCells[word] &= reading.openCells[word] &- 1
                let reader = readers + order[word * 64 + bit]
                let cell = UnsafeRawPointer(cells).load(
                    fromByteOffset: reader.pointee.cellOffset, as: TableCell.self)
                read(cell, reader, &reading)
            }
        }
    }

    /// Reads a cell closely, and keeps a value that no field holds.
    private func read(
        _ cell: TableCell, _ reader: UnsafePointer<CellReader>, _ reading: inout RowReading
    ) {
        let column = reader.pointee.column
        reading.columnDays[column] = 0
        guard cell.count > 0 else { return CellReader.readEmpty(reader, cell, &reading) }
        let slot = CellReader.readClosely(reader, cell, &reading)
        reading.columnSlots[column] = slot
        if slot.isEmpty { return }
        let text = CellText(reading.builder.bytes + Int(slot.start), slot.count)
        if reader.pointee.facts.kind == .date, slot.count == 8 {
            reading.columnDays[column] = CalendarDate.number(text.base)
        }
        if !reader.pointee.isField(text) {
            reading.keep(slot, reader.pointee.facts.name, cell)
        }
        reading.content &+= reader.pointee.salt.number(
            reader.pointee.facts.kind == .pidsl ? ServiceLocation.capital(text) : text)
    }
}

/// First looks at the cells of a row.
private struct CellLooks {
    private let cells: UnsafeRawPointer
    private let bytes: UnsafePointer<UInt8>
    private let values: UnsafeMutablePointer<Slot>
    let days: UnsafeMutablePointer<Int32>
    /// What the values add to the number of the row's.
    private(set) var content: UInt64 = 0
    /// Whether some are to be read closely.
    private(set) var hasOpen = false

    init(_ cells: UnsafeRawPointer, _ reading: borrowing RowReading) {
        self.cells = cells
        bytes = reading.builder.bytes
        values = reading.columnSlots
        days = reading.columnDays
    }

    /// Looks at the cells of a check: a loop of its own, which asks nothing twice.
    ///
    /// - Parameters:
    ///   - reader: of the first of them; of the first of the next check then.
    ///   - open: a bit for each cell that is to be read closely.
    ///   - isRight: whether plain text is right beyond doubt.
    @inline(__always)
    mutating func look(
        _ reader: inout UnsafePointer<CellReader>, to check: CellCheck, _ plan: RowPlan,
        _ open: UnsafeMutablePointer<UInt64>,
        _ isRight: (UnsafePointer<CellReader>, CellText) -> Bool
    ) {
        let end = plan.ends[Int(check.rawValue)]
        while reader != end {
            let cell = cells + reader.pointee.cellOffset
            // Where the text lies, as a slot has it.
            let place = cell.loadUnaligned(as: Slot.self)
            var isOpen: Bool
            // Copied in one go, as it is stored for every cell.
            UnsafeMutableRawPointer(values + reader.pointee.column).storeBytes(
                of: cell.loadUnaligned(as: UInt64.self), as: UInt64.self)
            if place.extent > 0 {
                let text = CellText(bytes + Int(place.start), Int(place.extent))
                let isPlain = cell.assumingMemoryBound(to: TableCell.self).pointee.isPlain
                isOpen = !(isPlain && isRight(reader, text))
                if !isOpen {
                    content &+=
                        check.isShort
                        ? reader.pointee.salt.short(text) : reader.pointee.salt.number(text)
                }
            } else {
                isOpen = reader.pointee.needsValue
                if check == .date || check == .close { days[reader.pointee.column] = 0 }
            }
            if isOpen {
                hasOpen = true
                open[reader.pointee.index &>> 6] |=
                    1 &<< UInt64(truncatingIfNeeded: reader.pointee.index & 63)
            }
            reader += 1
        }
    }
}
