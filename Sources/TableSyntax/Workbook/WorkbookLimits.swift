import Archives

/// How much of one thing a workbook may have before it is a finding.
package struct WorkbookLimits: Sendable {
    package var table = TableLimits()
    package var archive = ArchiveLimits()
    /// Sheets of a workbook.
    package var sheets = 1000
    /// Rows of a sheet; Excel has no more.
    package var rows = 1_048_576
    /// Bytes of shared strings that are held in memory; more go to disk.
    package var stringMemory = 64 << 20
    /// Bytes of shared strings at all.
    package var stringBytes = 16 << 30
    /// Bytes of one text, beyond those of a cell that is set aside whole.
    package var textBytes = 12 << 20
    /// Styles of cells.
    package var styles = 100_000

    package init() {}
}
