import CareModel
import Diagnostics
import TableGrammar
import TableSyntax

/// Reads the cells of one column: where the value lies, and what is wrong with it.
///
/// A value stays as it was sent but for what is around it. Blanks, line ends and the `.0` that a
/// program put behind a number of digits are left out; a date becomes CCYYMMDD, whatever its format.
/// What would have to be guessed is not mended: a ZIP code of four digits stays one, with a warning.
/// What stands for "no value" (`#N/A`, `NULL` where a date is to be) is none.
struct CellReader: Sendable {
    /// Somebody else keeps them, so that nothing is counted where a cell is right.
    unowned(unsafe) let facts: ColumnFacts
    /// Of the column, in the number of a row's values.
    let salt: ContentSalt
    let values: CodeTable
    /// Of the column's cell, from the first of a row; in bytes.
    let cellOffset: Int
    /// Of the layout's columns.
    let column: Int
    /// Which of the table's columns it is, by their order.
    let index: Int
    let width: Int
    let check: CellCheck
    /// Whether something is to be said where there is no value.
    let needsValue: Bool
    private let destination: Destination

    /// Where a value goes.
    private enum Destination: UInt8 {
        /// Into a field.
        case field
        /// Into a field if it is Y or N.
        case flag
        /// To the values that no field holds.
        case other
    }

    /// - Parameters:
    ///   - facts: of the column; kept as long as the reader.
    ///   - cell: index of the column's cell.
    init(_ facts: ColumnFacts, cell: Int, index: Int, _ target: ColumnPlan.Target) {
        self.facts = facts
        self.index = index
        cellOffset = cell * MemoryLayout<TableCell>.stride
        column = facts.index
        salt = ContentSalt(facts.index)
        values = facts.values.table
        needsValue = facts.isRequired || facts.kind == .memberId
        destination = target.slot == 0 ? .other : target.isFlag ? .flag : .field
        let usual = CellCheck(facts)
        width =
            switch facts.kind {
            case .memberId: 12
            case .phone: 10
            case .pid: 9
            default: facts.width
            }
        // Only what a field surely holds is done with at first sight.
        switch destination {
        case .field: check = usual
        case .flag:
            let isOrdinary = ["Y", "N"].allSatisfy { facts.values.texts.contains($0) }
            check = usual == .code && isOrdinary ? .flag : .close
        case .other: check = .close
        }
    }

    /// Whether a field holds a value.
    func isField(_ text: CellText) -> Bool {
        destination == .field || destination == .flag && text.isFlag
    }

    /// Whether it is an amount or an address for e-mail.
    @inline(never)
    static func isRightInLength(
        _ reader: UnsafePointer<CellReader>, _ base: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        guard count <= reader.pointee.width, base[0] > 0x20, base[count - 1] > 0x20 else {
            return false
        }
        let text = UnsafeBufferPointer(start: base, count: count)
        return reader.pointee.facts.kind == .email ? EmailForm.isAddress(text) : Money(text) != nil
    }

    /// Says that a value is missing.
    @inline(never)
    static func readEmpty(
        _ reader: UnsafePointer<CellReader>, _ cell: TableCell, _ reading: inout RowReading
    ) {
        ValueMissing.check(CellLook(reader.pointee.facts, cell, reading.row), &reading)
    }

    /// Where the value lies among the record's bytes; `none` where there is none.
    @inline(never)
    static func readClosely(
        _ reader: UnsafePointer<CellReader>, _ cell: TableCell, _ reading: inout RowReading
    ) -> Slot {
        var look = CellLook(reader.pointee.facts, cell, reading.row)
        look.trim()
        SheetFormula.drop(&look, &reading)
        if look.text.isEmpty {
            if reader.pointee.needsValue { ValueMissing.check(look, &reading) }
            return .none
        }
        guard !SheetError.check(look, &reading), !ValuePlaceholder.check(look, &reading) else {
            if reader.pointee.needsValue { ValueMissing.check(look, &reading) }
            return .none
        }
        return reader.pointee.check(&look, &reading) ?? look.slot
    }

    /// - Returns: where the value lies, if not in the cell.
    private func check(_ look: inout CellLook, _ reading: inout RowReading) -> Slot? {
        if let digits = SheetMask.digits(look, &reading) { return digits }
        switch facts.kind {
        case .text:
            ValueWidth.check(look, &reading)
            ValueLines.check(look, &reading)
            SheetScientific.note(look, &reading)
            LanguageCode.check(look, &reading)
        case .date: return DateForm.check(&look, &reading)
        case .code, .flag: return CodeUnknown.check(&look, &reading)
        case .memberId: MemberIDForm.check(&look, &reading)
        case .number, .money: NumberForm.check(&look, &reading)
        case .phone: PhoneForm.check(&look, &reading)
        case .zip: ZIPForm.check(&look, &reading)
        case .state: StateForm.check(look, &reading)
        case .npi: NPIForm.check(&look, &reading)
        case .pid, .pidsl: ProviderIDForm.check(&look, &reading)
        case .email: EmailForm.check(look, &reading)
        }
        return nil
    }
}
