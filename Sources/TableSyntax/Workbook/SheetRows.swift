import Archives
import Diagnostics

/// How a cell says what its value is; `t` of `c`.
enum CellType: UInt8 {
    case number, shared, inline, string, boolean, error, date

    /// `nil` where the format has no such type.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        if text.count == 1 {
            switch text[0] {
            case UInt8(ascii: "s"): self = .shared
            case UInt8(ascii: "n"): self = .number
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .date
            default: return nil
            }
        } else if text.elementsEqual("str".utf8) {
            self = .string
        } else if text.elementsEqual("inlineStr".utf8) {
            self = .inline
        } else {
            return nil
        }
    }
}

/// A cell as the sheet has it, but for its value.
struct SheetCell {
    /// From 0.
    var column = 0
    var type = CellType.number
    var style = 0
    var hasFormula = false
}

/// The row that is being read, in memory that serves the next one too.
struct SheetRows: ~Copyable {
    private(set) var sheet = 0
    private let limits: WorkbookLimits
    private let styles: WorkbookStyles
    private let isFrom1904: Bool
    private let arePlain: Bool
    private(set) var number = 0
    private(set) var isHidden = false
    private(set) var rowCount = 0
    /// Whether a row has begun that is not complete, and that nobody was given before.
    var isOpen = false
    private(set) var findings: [Finding] = []
    private let cells: UnsafeMutablePointer<TableCell>
    private(set) var cellCount = 0
    /// Behind the last cell that came, which may be an empty one that was left out.
    private(set) var nextColumn = 0
    /// Empty cells so far behind the others are left out: a row costs what it has.
    private static let greatestGap = 64
    private var bytes: UnsafeMutablePointer<UInt8>
    private var byteCount = 0
    private var capacity = Self.ordinaryCapacity
    private var isTooWide = false
    /// Cells in whose columns another came, by column.
    private var doubled: [(column: Int, cell: TableCell)] = []
    private static let ordinaryCapacity = 1 << 16
    private static let padding = 64
    private static let findingLimit = 1000

    init(limits: WorkbookLimits, styles: WorkbookStyles, isFrom1904: Bool) {
        self.limits = limits
        self.styles = styles
        self.isFrom1904 = isFrom1904
        arePlain = styles.arePlain
        cells = .allocate(capacity: max(1, limits.table.columns))
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    deinit {
        cells.deallocate()
        bytes.deallocate()
    }

    /// Begins with another sheet, in the same memory but for what a long row took.
    mutating func clear(forSheet sheet: Int) {
        self.sheet = sheet
        number = 0
        isHidden = false
        rowCount = 0
        isOpen = false
        findings = []
        cellCount = 0
        byteCount = 0
        doubled.removeAll()
        guard capacity > Self.ordinaryCapacity else { return }
        bytes.deallocate()
        capacity = Self.ordinaryCapacity
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    var row: TableRow {
        TableRow(
            sheet: sheet, number: number,
            cells: UnsafeBufferPointer(start: cells, count: cellCount), bytes: UnsafePointer(bytes))
    }

    /// The findings so far, which are forgotten here.
    mutating func takeFindings() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        defer { findings = [] }
        return findings
    }

    /// Forgets the findings that came after so many.
    mutating func dropFindings(after count: Int) {
        if findings.count > count { findings.removeLast(findings.count - count) }
    }

    /// A row begins; one without a number follows the one before, and so does one whose number no
    /// sheet has.
    mutating func begin(_ given: Int?, after previous: Int, isHidden: Bool) {
        number = given ?? previous + 1
        isOpen = true
        self.isHidden = isHidden
        cellCount = 0
        nextColumn = 0
        byteCount = 0
        isTooWide = false
        if !doubled.isEmpty { doubled.removeAll() }
        if number > limits.rows {
            number = min(previous + 1, limits.rows)
            report(.rowNumber)
        } else if number <= previous {
            report(.rowOrder)
        }
    }

    /// The row is complete.
    mutating func end() {
        if !doubled.isEmpty { joinDoubled() }
        isOpen = false
        rowCount += 1
    }

    /// Ends a row in which the reading breaks off, so that what was read of it is not lost; whether
    /// anything was.
    mutating func endBroken() -> Bool {
        guard isOpen, byteCount > 0 else { return false }
        end()
        return true
    }

    @inline(never)
    mutating func report(_ rule: Rule, column: Int? = nil) {
        guard findings.count <= Self.findingLimit else { return }
        findings.append(
            Finding(
                findings.count == Self.findingLimit ? .workbookFindings : rule,
                at: ByteRange(0, 0), place: Place(loop: "sheet \(sheet)"), line: number,
                column: column.map { $0 + 1 } ?? 0))
    }

    // MARK: Cells

    /// Adds a cell with its value, entities replaced.
    @inline(__always)
    mutating func add(
        _ cell: SheetCell, _ value: UnsafeBufferPointer<UInt8>, _ strings: inout SharedStrings
    ) throws(ArchiveFailure) {
        nextColumn = cell.column &+ 1
        guard let place = place(cell.column, isBlank: value.isEmpty && !cell.hasFormula) else {
            return
        }
        if value.isEmpty {
            if cell.hasFormula, cell.type != .string {
                report(.formulaValueless, column: cell.column)
                cells[place] = blank(.formula)
            }
            return
        }
        switch cell.type {
        case .shared: try addShared(cell, value, &strings, at: place)
        case .number:
            if arePlain || styles.isPlain(cell.style) {
                let digits = trimmed(value)
                if SheetNumber.needsLook(digits) { return putLong(digits, at: place) }
                put(digits, .number, at: place)
            } else {
                addStyled(cell, trimmed(value), at: place)
            }
        case .inline, .string: put(value, .text, at: place, isEscaped: true)
        default: addOther(cell, trimmed(value), at: place)
        }
    }

    @inline(__always)
    private func blank(_ kind: TableCell.Kind) -> TableCell {
        TableCell(start: 0, count: 0, kind: kind, isPlain: true)
    }

    /// Where the cell of a column goes; columns without a cell are empty.
    @inline(__always)
    private mutating func place(_ column: Int, isBlank: Bool) -> Int? {
        if column == cellCount, column < limits.table.columns {
            cells[column] = blank(.empty)
            cellCount += 1
            return column
        }
        return placeFar(column, isBlank: isBlank)
    }

    @inline(never)
    private mutating func placeFar(_ column: Int, isBlank: Bool) -> Int? {
        if column >= limits.table.columns {
            if !isTooWide { report(.limitColumns, column: column) }
            isTooWide = true
            return nil
        }
        if column < cellCount {
            guard cells[column].kind == .empty else {
                report(.cellTwice, column: column)
                doubled.append((column, cells[column]))
                cells[column] = blank(.empty)
                return column
            }
            return column
        }
        if isBlank, column - cellCount > Self.greatestGap { return nil }
        while cellCount <= column {
            cells[cellCount] = blank(.empty)
            cellCount += 1
        }
        return column
    }

    /// Copies a text, and takes it for the cell's.
    @inline(__always)
    private mutating func put(
        _ text: UnsafeBufferPointer<UInt8>, _ kind: TableCell.Kind, at place: Int,
        isEscaped: Bool = false, isPlain: Bool? = nil
    ) {
        guard byteCount + text.count <= limits.table.rowBytes else {
            return report(.limitRow, column: place)
        }
        if text.count > limits.table.cellBytes { report(.limitCell, column: place) }
        if capacity - byteCount < text.count { grow(text.count) }
        let start = byteCount
        if let source = text.baseAddress {
            (bytes + start).update(from: source, count: text.count)
        }
        var count = text.count
        if isEscaped {
            count = CellText.unescape(
                UnsafeMutableBufferPointer(start: bytes + start, count: count))
        }
        byteCount += count
        let copied = UnsafeBufferPointer(start: UnsafePointer(bytes + start), count: count)
        let isPlain = isPlain ?? CellText.isPlain(copied)
        cells[place] = TableCell(
            start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count),
            kind: count == 0 ? .empty : kind, isPlain: isPlain)
        if !isPlain { review(copied, column: place) }
    }

    /// Tells of letters that nobody sees, and of those that another program has lost.
    @inline(never)
    private mutating func review(_ text: UnsafeBufferPointer<UInt8>, column: Int) {
        if text.hasControl { report(.textControl, column: column) }
        if text.hasReplacement { report(.textInvalid, column: column) }
    }

    /// Puts the values of cells in one column together, one below the other, so that none is lost.
    @inline(never)
    private mutating func joinDoubled() {
        // The last that came before is joined first.
        for (column, first) in doubled.reversed() {
            let second = cells[column]
            if first.count == 0, second.count > 0 { continue }
            let isSame =
                first.count == second.count && text(of: first).elementsEqual(text(of: second))
            if second.count == 0 || isSame {
                cells[column] = first
                continue
            }
            let count = Int(first.count) + Int(second.count) + 1
            if capacity - byteCount < count { grow(count) }
            let start = bytes + byteCount
            start.update(from: bytes + Int(first.start), count: Int(first.count))
            start[Int(first.count)] = 0x0A
            (start + Int(first.count) + 1).update(
                from: bytes + Int(second.start), count: Int(second.count))
            cells[column] = TableCell(
                start: UInt32(truncatingIfNeeded: byteCount),
                count: UInt32(truncatingIfNeeded: count), kind: .text, isPlain: false)
            byteCount += count
        }
        doubled.removeAll()
    }

    private func text(of cell: TableCell) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + Int(cell.start), count: Int(cell.count))
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        let larger = max(capacity * 2, capacity + count)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
        memory.initialize(repeating: 0, count: larger + Self.padding)
        memory.update(from: bytes, count: byteCount)
        bytes.deallocate()
        bytes = memory
        capacity = larger
    }

    @inline(__always)
    private mutating func addShared(
        _ cell: SheetCell, _ value: UnsafeBufferPointer<UInt8>, _ strings: inout SharedStrings,
        at place: Int
    ) throws(ArchiveFailure) {
        guard let index = Digits.number(trimmed(value)), index < strings.count else {
            return report(.stringUnknown, column: cell.column)
        }
        if strings.isResident(index) {
            strings.withResident(index) { put($0, .text, at: place, isPlain: $1) }
        } else if let text = try strings.spilled(index) {
            text.withUnsafeBufferPointer { put($0, .text, at: place) }
        } else {
            report(.stringUnknown, column: cell.column)
        }
    }

    @inline(__always)
    private func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let first = value.first, let last = value.last, first <= 0x20 || last <= 0x20 else {
            return value
        }
        let start = value.firstIndex { $0 > 0x20 } ?? value.endIndex
        let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return UnsafeBufferPointer(rebasing: value[start..<end])
    }

    // MARK: Values that are shown otherwise than they are kept

    /// A number with more digits than a spreadsheet shows, or with an exponent.
    @inline(never)
    private mutating func putLong(_ value: UnsafeBufferPointer<UInt8>, at place: Int) {
        guard let shown = SheetNumber.shown(value) else { return put(value, .number, at: place) }
        shown.withUnsafeBufferPointer { put($0, .number, at: place) }
    }

    @inline(never)
    private mutating func addStyled(
        _ cell: SheetCell, _ value: UnsafeBufferPointer<UInt8>, at place: Int
    ) {
        let style = styles.style(cell.style)
        var shown: [UInt8]?
        switch style {
        case .plain: break
        case .date, .time:
            shown = SerialDate.text(value, isFrom1904: isFrom1904, isTime: style == .time)
        case .mask(let mask):
            shown = (SheetNumber.shown(value) ?? Array(value)).withUnsafeBufferPointer {
                Digits.masked($0, by: mask)
            }
        }
        guard let shown else { return putLong(value, at: place) }
        let isDate = style == .date || style == .time
        shown.withUnsafeBufferPointer { put($0, isDate ? .date : .number, at: place) }
    }

    @inline(never)
    private mutating func addOther(
        _ cell: SheetCell, _ value: UnsafeBufferPointer<UInt8>, at place: Int
    ) {
        switch cell.type {
        case .boolean:
            let word: StaticString =
                value.elementsEqual("1".utf8)
                    || value.elementsEqual("true".utf8) ? "TRUE" : "FALSE"
            word.withUTF8Buffer { put($0, .boolean, at: place) }
        case .date: put(value, .date, at: place)
        default: put(value, .error, at: place)
        }
    }
}
