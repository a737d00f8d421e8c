import Output

/// Where rows and their bytes went.
struct RowBooks {
    var bytes = FileSummary.Bytes()
    var rows = FileSummary.Rows()
    var records = FileSummary.Records()
    var findings = FileSummary.Findings()
    var otherValues = 0

    /// Counts a row that is a record or was set aside.
    @inline(__always)
    mutating func count(_ byteCount: Int, isSetAside: Bool) {
        if isSetAside {
            rows.setAside += 1
            records.setAside += 1
            bytes.setAside += byteCount
        } else {
            rows.accepted += 1
            records.accepted += 1
            bytes.accepted += byteCount
        }
    }
}
