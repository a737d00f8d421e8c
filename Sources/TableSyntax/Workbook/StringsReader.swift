import Archives
import XMLSyntax

/// Reads the shared strings of a workbook.
struct StringsReader<Source: SeekableBytes>: ~Copyable {
    enum Outcome { case complete, malformed, noRoom }

    private var part: PartBytes<Source>
    private var reader: XMLReader
    private let memory: UnsafeMutableRawBufferPointer

    init(_ part: consuming PartBytes<Source>, limits: WorkbookLimits) {
        self.part = part
        var xml = XMLLimits()
        xml.textBytes = limits.textBytes
        reader = XMLReader(names: SheetNames.table, limits: xml)
        memory = .allocate(byteCount: 64 << 10, alignment: 16)
    }

    deinit { memory.deallocate() }

    mutating func read(into strings: inout SharedStrings) throws(ArchiveFailure) -> Outcome {
        var text: [UInt8] = []
        var isInText = false
        var phoneticDepth = 0
        var outcome = Outcome.complete
        while let event = try reader.next(from: &part, by: memory) {
            switch (event.kind, SheetNames(event.name)) {
            case (.start, .si): text.removeAll(keepingCapacity: true)
            case (.start, .t): isInText = true
            case (.end, .t): isInText = false
            case (.start, .rPh): phoneticDepth += 1
            case (.end, .rPh): phoneticDepth -= 1
            case (.text, _):
                // How a word is spoken is no part of it.
                if isInText, phoneticDepth == 0 { text.append(contentsOf: reader.text(event)) }
            case (.end, .si): if try !add(&text, to: &strings) { outcome = .noRoom }
            case (.documentEnd, _): if event.isBroken { outcome = .malformed }
            default: break
            }
        }
        try strings.finish()
        return outcome
    }

    private func add(
        _ text: inout [UInt8], to strings: inout SharedStrings
    ) throws(ArchiveFailure) -> Bool {
        var failure: ArchiveFailure?
        var isAdded = true
        text.withUnsafeMutableBufferPointer { bytes in
            let count = CellText.unescape(bytes)
            do throws(ArchiveFailure) {
                isAdded = try strings.add(UnsafeBufferPointer(rebasing: bytes[..<count]))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return isAdded
    }
}
