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
    let salt: UInt64
    private let values: CodeTable
    /// Of the row's cells.
    let cell: Int32
    /// Of the layout's columns.
    let column: Int32
    private let width: Int32
    private let check: Check
    let destination: Destination
    /// Whether something is to be said where there is no value.
    let needsValue: Bool

    /// What a look at plain text asks, by which most values are right beyond doubt.
    private enum Check: UInt8 {
        case text, language, digits, zip, number, date, code, state, npi, pidsl, measured
        /// Values that need more than a look.
        case none
    }

    /// Where a value goes.
    enum Destination: UInt8 {
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
    init(_ facts: ColumnFacts, cell: Int, _ target: ColumnPlan.Target) {
        self.facts = facts
        self.cell = Int32(clamping: cell)
        column = Int32(clamping: facts.index)
        salt = ContentHash.salt(facts.index)
        values = facts.values.table
        needsValue = facts.isRequired || facts.kind == .memberId
        destination = target.slot == 0 ? .other : target.isFlag ? .flag : .field
        var width = facts.width
        switch facts.kind {
        case .text: check = facts.isLanguage ? .language : .text
        case .date: check = facts.formats.first?.isCompact == true ? .date : .none
        case .code, .flag: check = .code
        case .memberId: (check, width) = (.digits, 12)
        case .phone: (check, width) = (.digits, 10)
        case .pid: (check, width) = (.digits, 9)
        case .pidsl: check = .pidsl
        case .zip: check = .zip
        case .state: check = .state
        case .number: check = .number
        case .npi: check = .npi
        case .money, .email: check = .measured
        }
        self.width = Int32(clamping: width)
    }

    /// Looks at plain text: the day of a date that is right beyond doubt, 0 for another value that is,
    /// and -1 for what has to be read closely.
    @inline(__always)
    static func look(_ reader: UnsafePointer<CellReader>, _ text: CellText) -> Int32 {
        if reader.pointee.check == .date { return text.count == 8 ? usualDay(text.base) : -1 }
        let isRight =
            switch reader.pointee.check {
            case .text: reader.pointee.isText(text)
            case .language: reader.pointee.isText(text) && LanguageCode.isSurelyWords(text)
            case .code: reader.pointee.values.contains(text)
            case .digits: text.isDigits(Int(reader.pointee.width))
            case .zip: text.count == Int(reader.pointee.width) && text.isDigits
            case .number: text.count <= Int(reader.pointee.width) && text.isDigits
            case .pidsl:
                text.count == 10 && text.last &- 0x41 < 26 && Digits.areAll(text.base, 9)
            case .state: text.count == 2 && StateForm.isState(text.base)
            case .npi: NPIForm.isValid(text)
            case .measured: reader.pointee.isRightInLength(text.base, text.count)
            case .date, .none: false
            }
        return isRight ? 0 : -1
    }

    /// Whether text has nothing that deserves a closer look: blanks around it, an error of a
    /// spreadsheet, `NULL`, `(null)`, `\N`, `1.00000000999E+11`.
    @inline(__always)
    private func isText(_ text: CellText) -> Bool {
        let (first, last) = (text.first, text.last)
        return first > 0x20 && last > 0x20 && first != UInt8(ascii: "#")
            && text.second != UInt8(ascii: ".") && text.count <= Int(width)
            && !(last | 0x20 == UInt8(ascii: "l") || last == UInt8(ascii: ")"))
            || isOddText(text)
    }

    /// The same of text that ends as those do.
    @inline(never)
    private func isOddText(_ text: CellText) -> Bool {
        text.first > 0x20 && text.last > 0x20 && text.first != UInt8(ascii: "#")
            && text.second != UInt8(ascii: ".") && text.count <= Int(width)
            && text.count != 4 && text.count != 6
    }

    @inline(never)
    private func isRightInLength(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count <= Int(width), base[0] > 0x20, base[count - 1] > 0x20 else { return false }
        let text = UnsafeBufferPointer(start: base, count: count)
        return facts.kind == .email ? EmailForm.isAddress(text) : Money(text) != nil
    }

    /// A day from 1900 on; -1 for anything else.
    @inline(__always)
    private static func usualDay(_ base: UnsafePointer<UInt8>) -> Int32 {
        let day = CalendarDate.number(base)
        return day >= DateEarly.first ? day : -1
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
