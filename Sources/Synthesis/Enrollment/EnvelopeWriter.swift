/// The header and the trailer of a transaction.
extension EnrollmentWriter {
    mutating func openTransaction(_ number: Int, records: Int) {
        segmentsBeforeTransaction = out.segmentCount
        trailerDefects.removeAll(keepingCapacity: true)
        envelope.openTransaction(&out, "834", number: number)

        out.begin("BGN")
        out.element("00")
        out.element(number)
        out.element(options.fileDate)
        out.element("2149")
        out.element("ET")
        out.skip(2)
        out.element(options.shape == .monthly ? "4" : "2")
        out.end()

        out.date("007", options.fileDate)
        if options.shape == .monthly {
            out.begin("QTY")
            out.element("TO")
            out.element(records)
            out.end()
        }

        out.begin("N1")
        out.element("P5")
        out.element("MassHealth")
        out.element("FI")
        out.element("987654321")
        out.end()

        out.begin("N1")
        out.element("IN")
        out.skip()
        out.element("FI")
        out.element("123456789")
        out.end()
    }

    mutating func closeTransaction(_ number: Int) {
        envelope.closeTransaction(
            &out, number: number, count: out.segmentCount - segmentsBeforeTransaction,
            isMiscounted: trailerDefects.contains(.wrongSegmentCount),
            isMisnumbered: trailerDefects.contains(.wrongControlNumber))
    }
}
