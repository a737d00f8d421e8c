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
package struct CellReader: Sendable {
    /// Somebody else keeps them, so that nothing is counted where a cell is right.
    unowned(unsafe) let facts: ColumnFacts
    private let values: CodeTable
    private let kind: CellKind
    /// Whether something is to be said where there is no value.
    private let needsValue: Bool
    private let isLanguage: Bool
    /// Whether the layout's own dates are CCYYMMDD already.
    private let isCompact: Bool
    private let width: Int

    /// - Parameter facts: of the column; kept as long as the reader.
    init(_ facts: ColumnFacts) {
        self.facts = facts
        values = facts.values.table
        kind = facts.kind
        needsValue = facts.isRequired || facts.kind == .memberId
        isLanguage = facts.isLanguage
        isCompact = facts.formats.first?.isCompact ?? false
        width = facts.width
    }

    /// Where the value lies among the record's bytes; `none` where there is none.
    @inline(__always)
    static func read(
        _ reader: UnsafePointer<CellReader>, _ cell: TableCell, in row: TableRow,
        _ reading: inout RowReading
    ) -> Slot {
        let count = Int(cell.count)
        if count == 0 {
            if reader.pointee.needsValue { readEmpty(reader, cell, &reading) }
            return .none
        }
        if cell.isPlain, isRight(reader, row.bytes + Int(cell.start), count) {
            return Slot(start: cell.start, extent: cell.count)
        }
        return readClosely(reader, cell, &reading)
    }

    /// Whether the values are dates.
    @inline(__always)
    var isDate: Bool { kind == .date }

    /// Whether plain text, of one byte at least, is a value of the column beyond doubt.
    @inline(__always)
    private static func isRight(
        _ reader: UnsafePointer<CellReader>, _ base: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        switch reader.pointee.kind {
        case .text:
            base[0] > 0x20 && base[count &- 1] > 0x20 && count <= reader.pointee.width
                && base[0] != UInt8(ascii: "#") && !isOdd(base, count)
                && (!reader.pointee.isLanguage || LanguageCode.isSurelyWords(base, count))
        case .date: count == 8 && reader.pointee.isCompact && isUsualDay(base)
        case .code, .flag: reader.pointee.values.contains(base, count)
        case .memberId: count == 12 && Digits.areAll(base, 12)
        case .phone: count == 10 && Digits.areAll(base, 10)
        case .zip: count == reader.pointee.width && Digits.areAll(base, count)
        case .pid: count == 9 && Digits.areAll(base, 9)
        case .pidsl:
            count == 10 && Digits.areAll(base, 9) && (0x41...0x5A).contains(base[9])
        case .state: count == 2 && StateForm.isState(base)
        case .number: count <= min(reader.pointee.width, 16) && Digits.areAll(base, count)
        case .npi: count == 10 && NPIForm.isValid(base)
        case .money, .email: reader.pointee.isRightInLength(base, count)
        }
    }

    @inline(never)
    private func isRightInLength(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count <= width, base[0] > 0x20, base[count - 1] > 0x20 else { return false }
        let text = UnsafeBufferPointer(start: base, count: count)
        return kind == .email ? EmailForm.isAddress(text) : Money(text) != nil
    }

    /// A day from 1900 on.
    @inline(__always)
    private static func isUsualDay(_ base: UnsafePointer<UInt8>) -> Bool {
        CalendarDate.number(base) >= DateEarly.first
    }

    /// Whether text deserves a closer look: `NULL`, `(null)`, `\N`, `1.00000000999E+11`.
    @inline(__always)
    private static func isOdd(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard
            base[1] == UInt8(ascii: ".") || base[count &- 1] | 0x20 == UInt8(ascii: "l")
                || base[count &- 1] == UInt8(ascii: ")")
        else { return false }
        return base[1] == UInt8(ascii: ".") || count == 4 || count == 6
    }

    @inline(never)
    private static func readEmpty(
        _ reader: UnsafePointer<CellReader>, _ cell: TableCell, _ reading: inout RowReading
    ) {
        ValueMissing.check(CellLook(reader.pointee.facts, cell, reading.row), &reading)
    }

    @inline(never)
    private static func readClosely(
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
        switch kind {
        case .text:
            ValueWidth.check(look, &reading)
            ValueLines.check(look, &reading)
            SheetScientific.note(look, &reading)
            LanguageCode.check(look, &reading)
        case .date: return DateForm.check(&look, &reading)
        case .code, .flag: CodeUnknown.check(look, &reading)
        case .memberId: MemberIDForm.check(&look, &reading)
        case .number, .money: NumberForm.check(look, &reading)
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
