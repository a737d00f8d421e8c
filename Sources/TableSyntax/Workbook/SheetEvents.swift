import Archives
import Diagnostics
import XMLSyntax

/// Reads a sheet as XML, however it is written.
struct SheetEvents<Source: SeekableBytes>: ~Copyable {
    private var part: PartBytes<Source>
    private var reader: XMLReader
    private let memory: UnsafeMutableRawBufferPointer
    /// Whether the rows have begun, and are not over.
    private var isInRows = false
    private var isInRow = false
    private var hadRows = false
    private var cell: SheetCell?
    private var value: [UInt8] = []
    private var isInValue = false
    private var isInline = false
    private var cellDepth: Int32 = 0
    private var phoneticDepth = 0
    private var previous = 0
    /// Rows that were given already, by another reader.
    private var skippedRows: Int
    /// Findings that were there before the first row.
    private var findingCount: Int?

    init(_ part: consuming PartBytes<Source>, limits: WorkbookLimits, skipping rows: Int) {
        self.part = part
        var xml = XMLLimits()
        xml.textBytes = limits.textBytes
        reader = XMLReader(names: SheetNames.table, limits: xml)
        memory = .allocate(byteCount: 64 << 10, alignment: 16)
        skippedRows = rows
    }

    deinit { memory.deallocate() }

    /// Reads the next row; what XML breaks is a finding.
    ///
    /// - Throws: what is wrong with the archive.
    mutating func next(
        _ rows: inout SheetRows, _ strings: inout SharedStrings
    ) throws(ArchiveFailure) -> SheetStep {
        if findingCount == nil { findingCount = rows.findings.count }
        while let event = try reader.next(from: &part, by: memory) {
            switch event.kind {
            case .start: start(event, &rows)
            case .text where isInValue && phoneticDepth == 0:
                value.append(contentsOf: reader.text(event))
            case .end:
                if try end(event, &rows, &strings) { return .row }
            case .documentEnd where event.isBroken:
                rows.report(.partMalformed)
                if try endBroken(&rows, &strings) { return .row }
            default: break
            }
        }
        if reader.documentCount == 0 { rows.report(.partMalformed) }
        return .end
    }

    private mutating func start(_ event: XMLEvent, _ rows: inout SheetRows) {
        switch SheetNames(event.name) {
        case .sheetData:
            if hadRows { rows.report(.rowsTwice) }
            hadRows = true
            isInRows = true
        case .row where isInRows:
            let hidden = reader.value(SheetNames.hidden.attribute, of: event)
            let number = reader.value(SheetNames.place.attribute, of: event)
            isInRow = true
            rows.begin(
                number.flatMap { Digits.number($0) }, after: previous,
                isHidden: hidden.map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) }
                    ?? false)
            // It was given already.
            if skippedRows > 0 { rows.isOpen = false }
        case .c where isInRow: beginCell(event, &rows)
        // Extensions of a cell may have elements of the same names.
        case .f where event.depth == cellDepth + 1: cell?.hasFormula = true
        case .v where event.depth == cellDepth + 1: isInValue = cell != nil
        case .is where event.depth == cellDepth + 1: isInline = cell != nil
        case .t where isInline: isInValue = true
        case .rPh: phoneticDepth += 1
        default: break
        }
    }

    /// Ends the row in which the XML breaks; whether anything was read of it.
    private mutating func endBroken(
        _ rows: inout SheetRows, _ strings: inout SharedStrings
    ) throws(ArchiveFailure) -> Bool {
        // Half a number is another number, and may be that of somebody else's text.
        if !isInValue, rows.isOpen { try endCell(&rows, &strings) }
        cell = nil
        isInRow = false
        return rows.endBroken()
    }

    private mutating func beginCell(_ event: XMLEvent, _ rows: inout SheetRows) {
        var cell = SheetCell()
        cellDepth = event.depth
        isInline = false
        cell.column = rows.nextColumn
        if let place = reader.value(SheetNames.place.attribute, of: event) {
            if let column = CellReference.column(place) {
                cell.column = column
            } else {
                rows.report(.cellPlace, column: cell.column)
            }
        }
        if let type = reader.value(SheetNames.type.attribute, of: event) {
            if let known = CellType(type) {
                cell.type = known
            } else {
                rows.report(.cellPlace, column: cell.column)
            }
        }
        let style = reader.value(SheetNames.style.attribute, of: event)
        cell.style = style.flatMap { Digits.number($0) } ?? 0
        self.cell = cell
        value.removeAll(keepingCapacity: true)
    }

    /// Whether a row is complete that has not been given.
    private mutating func end(
        _ event: XMLEvent, _ rows: inout SheetRows, _ strings: inout SharedStrings
    ) throws(ArchiveFailure) -> Bool {
        switch SheetNames(event.name) {
        case .sheetData: isInRows = false
        case .v, .t: isInValue = false
        case .is: isInline = false
        case .rPh: phoneticDepth -= 1
        case .c: try endCell(&rows, &strings)
        case .row where isInRow:
            isInRow = false
            previous = rows.number
            if skippedRows > 0 {
                skippedRows -= 1
                // They were given with the rows.
                rows.dropFindings(after: findingCount ?? 0)
                return false
            }
            rows.end()
            return true
        default: break
        }
        return false
    }

    private mutating func endCell(
        _ rows: inout SheetRows, _ strings: inout SharedStrings
    ) throws(ArchiveFailure) {
        guard let cell else { return }
        self.cell = nil
        var failure: ArchiveFailure?
        value.withUnsafeBufferPointer { text in
            do throws(ArchiveFailure) {
                try rows.add(cell, text, &strings)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
