/// ISA and GS, the header and the trailer of a transaction, GE and IEA.
extension EnrollmentWriter {
    private static let sender: StaticString = "DMA7384"
    private static let receiver: StaticString = "110999999B"
    private static let guide: StaticString = "005010X220A1"

    /// Interchange and group share the control number.
    private var controlNumber: Int {
        let number = Int(options.seed % 1_000_000_000)
        return number == 0 ? 999_999_999 : number
    }

    mutating func openEnvelope() {
        out.begin("ISA")
        out.element("00")
        out.element("          ")
        out.element("00")
        out.element("          ")
        out.element("ZZ")
        out.element("DMA7384        ")
        out.element("ZZ")
        out.element("110999999B     ")
        let (year, month, day) = options.fileDate.civil
        out.element((year % 100 * 100 + month) * 100 + day, digits: 6)
        out.element("2149")
        out.openElement()
        out.append(options.delimiters.repetition)
        out.element("00501")
        out.element(controlNumber, digits: 9)
        out.element("0")
        out.element("T")
        out.openElement()
        out.append(options.delimiters.component)
        out.end()

        out.begin("GS")
        out.element("BE")
        out.element(Self.sender)
        out.element(Self.receiver)
        out.element(options.fileDate)
        out.element("214951")
        out.element(controlNumber)
        out.element("X")
        out.element(Self.guide)
        out.end()
    }

    mutating func closeEnvelope(transactions: Int) {
        out.begin("GE")
        out.element(transactions)
        out.element(controlNumber)
        out.end()
        out.begin("IEA")
        out.element("1")
        out.element(controlNumber, digits: 9)
        out.end()
    }

    // MARK: Transaction

    mutating func openTransaction(_ number: Int, records: Int) {
        segmentsBeforeTransaction = out.segmentCount
        trailerDefects.removeAll(keepingCapacity: true)
        out.begin("ST")
        out.element("834")
        out.element(number, digits: 4)
        out.element(Self.guide)
        out.end()

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
        let isMiscounted = trailerDefects.contains(.wrongSegmentCount)
        let isMisnumbered = trailerDefects.contains(.wrongControlNumber)
        let count = out.segmentCount - segmentsBeforeTransaction + 1
        out.begin("SE")
        out.element(count + (isMiscounted ? 7 : 0))
        out.element(number + (isMisnumbered ? 5000 : 0), digits: 4)
        out.end()
    }
}
