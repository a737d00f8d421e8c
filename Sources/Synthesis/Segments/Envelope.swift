/// One interchange with one group: ISA and GS, SE, GE and IEA.
struct Envelope: Sendable {
    /// At most 15 bytes each; both stand in ISA and in GS.
    let sender: StaticString
    let receiver: StaticString
    /// GS01.
    let functionalCode: StaticString
    /// GS08 and ST03.
    let guide: StaticString
    let fileDate: Day
    /// Interchange and group share the control number.
    let controlNumber: Int

    init(
        from sender: StaticString, to receiver: StaticString, functionalCode: StaticString,
        guide: StaticString, fileDate: Day, seed: UInt64
    ) {
        self.sender = sender
        self.receiver = receiver
        self.functionalCode = functionalCode
        self.guide = guide
        self.fileDate = fileDate
        let number = Int(seed % 1_000_000_000)
        controlNumber = number == 0 ? 999_999_999 : number
    }

    /// ISA and, unless the interchange stays empty, GS.
    func open(_ out: inout SegmentWriter, isEmpty: Bool = false) {
        writeInterchangeHeader(&out)
        if !isEmpty { writeGroupHeader(&out) }
    }

    /// GE and IEA, or IEA alone where no transaction was written.
    func close(_ out: inout SegmentWriter, transactions: Int) {
        if transactions > 0 {
            out.begin("GE")
            out.element(transactions)
            out.element(controlNumber)
            out.end()
        }
        out.begin("IEA")
        out.element(transactions > 0 ? 1 : 0)
        out.element(controlNumber, digits: 9)
        out.end()
    }

    private func writeInterchangeHeader(_ out: inout SegmentWriter) {
        out.begin("ISA")
        for _ in 0..<2 {
            out.element("00")
            out.element("          ")
        }
        for partner in [sender, receiver] {
            out.element("ZZ")
            out.element(partner)
            for _ in partner.utf8CodeUnitCount..<15 { out.append(UInt8(ascii: " ")) }
        }
        let (year, month, day) = fileDate.civil
        out.element((year % 100 * 100 + month) * 100 + day, digits: 6)
        out.element("2149")
        out.openElement()
        out.append(out.delimiters.repetition)
        out.element("00501")
        out.element(controlNumber, digits: 9)
        out.element("0")
        out.element("T")
        out.openElement()
        out.append(out.delimiters.component)
        out.end()
    }

    private func writeGroupHeader(_ out: inout SegmentWriter) {
        out.begin("GS")
        out.element(functionalCode)
        out.element(sender)
        out.element(receiver)
        out.element(fileDate)
        out.element("214951")
        out.element(controlNumber)
        out.element("X")
        out.element(guide)
        out.end()
    }

    // MARK: Transaction

    func openTransaction(_ out: inout SegmentWriter, _ code: StaticString, number: Int) {
        out.begin("ST")
        out.element(code)
        out.element(number, digits: 4)
        out.element(guide)
        out.end()
    }

    /// SE; `count` is the number of segments from ST on, and SE is counted besides.
    func closeTransaction(
        _ out: inout SegmentWriter, number: Int, count: Int, isMiscounted: Bool,
        isMisnumbered: Bool
    ) {
        out.begin("SE")
        out.element(count + 1 + (isMiscounted ? 7 : 0))
        out.element(number + (isMisnumbered ? 5000 : 0), digits: 4)
        out.end()
    }
}
