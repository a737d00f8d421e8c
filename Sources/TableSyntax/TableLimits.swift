/// How much of one thing a table may have before it is a finding.
package struct TableLimits: Sendable {
    /// Cells of a row; a spreadsheet has no more.
    package var columns = 16384
    /// Bytes of a cell's text.
    package var cellBytes = 1 << 20
    /// Bytes between two quotation marks; an opening one without its closing one is known by then.
    package var quotedBytes = 16 << 20
    /// Bytes of a row, which is held in memory whole.
    package var rowBytes = 64 << 20

    package init() {}
}
