import Archives

/// Where strings go that are too many for memory; a file that nobody else can open.
package protocol StringSpill {
    /// Adds bytes at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveFailure)
    /// Fills the start of `buffer` from an offset; the number of bytes, 0 only at the end.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(ArchiveFailure) -> Int
}

/// The strings of a workbook, which cells name by number.
///
/// In memory as far as they fit; those beyond are written to a spill and read back in pages.
struct SharedStrings {
    /// Of every string where it begins; a mark in the highest bit says that it is plain.
    private var starts: [UInt64] = []
    private var bytes: [UInt8] = []
    /// The first string that lies in the spill.
    private(set) var count = 0
    private var memory: Int
    private let limit: Int
    private let spill: (any StringSpill)?
    /// Of every page of strings in the spill where it begins.
    private var pages: [Int] = []
    private var page: [UInt8] = []
    private var pageIndex = -1
    private var spilledCount = 0
    private var writing: [UInt8] = []

    private static let plainMark: UInt64 = 1 << 63
    private static let stringsOfPage = 32

    init(memory: Int, limit: Int, spill: (any StringSpill)?) {
        self.memory = memory
        self.limit = limit
        self.spill = spill
    }

    /// How many lie in memory.
    private var residentCount: Int { starts.count }

    /// Adds the next string; `false` where there is no room for it.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) throws(ArchiveFailure) -> Bool {
        guard bytes.count + spilledCount + text.count <= limit else { return false }
        count += 1
        if pages.isEmpty, bytes.count + text.count + starts.count * 8 < memory {
            let mark = CellText.isPlain(text) ? Self.plainMark : 0
            starts.append(UInt64(bytes.count) | mark)
            bytes.append(contentsOf: text)
            return true
        }
        guard let spill else { return false }
        if (count - 1 - residentCount) % Self.stringsOfPage == 0 { pages.append(spilledCount) }
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.count).littleEndian) {
            writing.append(contentsOf: $0)
        }
        writing.append(contentsOf: text)
        spilledCount += 4 + text.count
        if writing.count > 1 << 20 { try flush(spill) }
        return true
    }

    private mutating func flush(_ spill: any StringSpill) throws(ArchiveFailure) {
        var outcome: Result<Void, ArchiveFailure> = .success(())
        writing.withUnsafeBytes { raw in
            outcome = Result { () throws(ArchiveFailure) in try spill.append(raw) }
        }
        try outcome.get()
        writing.removeAll(keepingCapacity: true)
    }

    /// No more strings follow.
    mutating func finish() throws(ArchiveFailure) {
        if let spill, !writing.isEmpty { try flush(spill) }
        writing = []
    }

    /// Whether a string lies in memory.
    @inline(__always)
    func isResident(_ index: Int) -> Bool { index < starts.count }

    /// A string that lies in memory, and whether it is plain.
    @inline(__always)
    func withResident(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Void) {
        let entry = starts[index]
        let start = Int(entry & ~Self.plainMark)
        let end =
            index + 1 < starts.count ? Int(starts[index + 1] & ~Self.plainMark) : bytes.count
        bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[start..<end]), entry & Self.plainMark != 0)
        }
    }

    /// A string that lies in the spill.
    mutating func spilled(_ index: Int) throws(ArchiveFailure) -> ArraySlice<UInt8>? {
        let place = index - residentCount
        guard index < count, place >= 0, let spill else { return nil }
        let wanted = place / Self.stringsOfPage
        if wanted != pageIndex { try load(wanted, spill) }
        var start = 0
        for _ in 0..<place % Self.stringsOfPage {
            guard let length = length(at: start) else { return nil }
            start += 4 + length
        }
        guard let length = length(at: start), page.count - start - 4 >= length else { return nil }
        return page[(start + 4)..<(start + 4 + length)]
    }

    private func length(at start: Int) -> Int? {
        guard page.count - start >= 4 else { return nil }
        return (0..<4).reduce(0) { $0 | Int(page[start + $1]) << (8 * $1) }
    }

    private mutating func load(_ wanted: Int, _ spill: any StringSpill) throws(ArchiveFailure) {
        let start = pages[wanted]
        let end = wanted + 1 < pages.count ? pages[wanted + 1] : spilledCount
        page = [UInt8](repeating: 0, count: end - start)
        pageIndex = -1
        var filled = 0
        while filled < page.count {
            var outcome: Result<Int, ArchiveFailure> = .success(0)
            page.withUnsafeMutableBytes { raw in
                let rest = UnsafeMutableRawBufferPointer(rebasing: raw[filled...])
                outcome = Result { () throws(ArchiveFailure) in
                    try spill.read(into: rest, at: start + filled)
                }
            }
            let more = try outcome.get()
            if more == 0 { throw .cutShort }
            filled += more
        }
        pageIndex = wanted
    }
}
