import Archives
import Diagnostics
import XMLSyntax

/// Reads the sheets of a workbook (.xlsx, ECMA-376), one row after another.
///
///     var workbook = try WorkbookReader(file)
///     for sheet in workbook.sheets where workbook.open(sheet) {
///         while let row = try workbook.next() { … }
///     }
///
/// Bad content is a finding. Macros, links and whatever is no sheet are not looked at; names in the
/// archive are compared and never taken for paths.
package struct WorkbookReader<Source: SeekableBytes>: ~Copyable {
    /// In the order of the workbook, hidden ones among them.
    package let sheets: [WorkbookSheet]
    private let archive: WorkbookArchive<Source>
    private let limits: WorkbookLimits
    private let styles: WorkbookStyles
    private let isFrom1904: Bool
    private var strings: SharedStrings
    private var stringsPart: String?
    private var findings: [Finding]
    private var rows: SheetRows
    private let memory: ScanMemory
    private var scanner: SheetScanner<Source>?
    private var events: SheetEvents<Source>?
    private var part = ""

    /// - Parameter spill: where shared strings go that are too many for memory.
    /// - Throws: why the file is no workbook that can be read.
    package init(
        _ source: Source, limits: WorkbookLimits = WorkbookLimits(),
        spill: (any StringSpill)? = nil
    ) throws(WorkbookFailure) {
        // Memory costs time when it is first touched.
        memory = source.byteCount < 1 << 14 ? ScanMemory(window: 1 << 14) : ScanMemory()
        archive = try WorkbookArchive(source, limits: limits)
        self.limits = limits
        let parts = archive.parts
        sheets = Array(parts.sheets.prefix(limits.sheets))
        styles = archive.styles
        isFrom1904 = parts.isFrom1904
        stringsPart = parts.strings
        strings = SharedStrings(
            memory: limits.stringMemory, limit: limits.stringBytes, spill: spill)
        findings = archive.findings
        if parts.sheets.count > limits.sheets {
            findings.append(Finding(.sheetCount, at: ByteRange(0, 0)))
        }
        rows = SheetRows(limits: limits, styles: styles, isFrom1904: isFrom1904)
    }

    /// Reads what all sheets share, if it has not been read. What is found in it is found once.
    package mutating func readShared() { readStrings() }

    /// Begins with the first row of a sheet; `false` where it has none that can be read.
    package mutating func open(_ sheet: WorkbookSheet) -> Bool {
        take()
        scanner = nil
        events = nil
        rows.clear(forSheet: sheet.number)
        guard sheet.holdsCells else {
            rows.report(.sheetCellless)
            return false
        }
        readStrings()
        part = sheet.part
        do throws(ArchiveFailure) {
            guard let bytes = try archive.open(part) else {
                rows.report(.partMissing)
                return false
            }
            scanner = SheetScanner(bytes, limits: limits, memory: memory)
        } catch {
            rows.report(.partDamaged)
            return false
        }
        return true
    }

    /// The next row of the sheet, valid until the one after it; `nil` at the end. Where the sheet
    /// breaks off inside a row, the finding comes with what was read of that.
    package mutating func next() -> TableRow? {
        guard scanner != nil || events != nil else { return nil }
        let found = rows.findings.count
        do throws(ArchiveFailure) {
            guard try step() == .row else {
                close()
                return nil
            }
        } catch {
            rows.report(.partDamaged)
            close()
            return rows.endBroken() ? rows.row : nil
        }
        if rows.rowCount > limits.rows {
            // Nothing is said of a row that nobody gets.
            rows.dropFindings(after: found)
            rows.report(.sheetRows)
            close()
            return nil
        }
        return rows.row
    }

    /// Whether the row that was read last is hidden.
    package var isRowHidden: Bool { rows.isHidden }

    /// The findings so far, which are forgotten here. Their line is a row's number, and their column
    /// a column's.
    package mutating func takeFindings() -> [Finding] {
        take()
        defer { findings = [] }
        return findings
    }

    private mutating func take() { findings += rows.takeFindings() }

    private mutating func close() {
        scanner = nil
        events = nil
    }

    private mutating func step() throws(ArchiveFailure) -> SheetStep {
        if scanner != nil {
            let step = try scanner?.next(&rows, &strings) ?? .end
            if step != .strange { return step }
            scanner = nil
            guard let bytes = try archive.open(part) else { return .end }
            events = SheetEvents(bytes, limits: limits, skipping: rows.rowCount)
        }
        return try events?.next(&rows, &strings) ?? .end
    }

    /// Reads the shared strings, once.
    private mutating func readStrings() {
        guard let part = stringsPart else { return }
        stringsPart = nil
        do throws(ArchiveFailure) {
            guard let bytes = try archive.open(part) else { return }
            var reader = StringsReader(bytes, limits: limits)
            let outcome = try reader.read(into: &strings)
            switch outcome {
            case .complete: break
            case .malformed: findings.append(Finding(.partMalformed, at: ByteRange(0, 0)))
            case .noRoom: findings.append(Finding(.stringRoom, at: ByteRange(0, 0)))
            }
        } catch {
            findings.append(Finding(.partDamaged, at: ByteRange(0, 0)))
        }
    }

    /// Ranges of cells that were made one, among the first rows of a sheet; they stand behind all
    /// rows, so that the sheet is read to its end for them.
    package func merges(of sheet: WorkbookSheet, inFirst rowCount: Int) -> [MergedCells] {
        archive.events(of: sheet.part, named: ["mergeCell"]).compactMap { event in
            guard event.kind == .start, let range = event.attributes["ref"],
                let merged = MergedCells(range), merged.rows.lowerBound <= rowCount
            else { return nil }
            return merged
        }
    }
}
