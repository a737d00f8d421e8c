import Diagnostics
import X12Syntax

// What is written, and where a part ends.
extension InterchangeSplitter where Store: ~Copyable {
    // MARK: Bytes

    /// Writes bytes of the input to the part.
    mutating func place(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure) {
        try store.write(bytes)
        part?.byteCount += bytes.count
        books.placed += bytes.count
        follower = .part
    }

    /// Writes bytes of the input with a terminator at each of these offsets, where it was lost.
    mutating func place(
        _ bytes: ArraySlice<UInt8>, lacking lost: [Int]
    ) throws(ConversionFailure) {
        var start = bytes.startIndex
        for end in lost {
            try place(bytes[start..<bytes.startIndex + end])
            try addExtra([delimiters.terminator])
            start = bytes.startIndex + end
        }
        try place(bytes[start...])
    }

    /// The same of bytes that are not this part's alone.
    private mutating func addExtra(
        _ bytes: [UInt8], lacking lost: [Int]
    ) throws(ConversionFailure) {
        var start = 0
        for end in lost {
            try addExtra(bytes[start..<end] + [delimiters.terminator])
            start = end
        }
        try addExtra(Array(bytes[start...]))
    }

    /// Writes bytes to the part that are not this one's alone.
    private mutating func addExtra(_ bytes: [UInt8]) throws(ConversionFailure) {
        try store.write(bytes[...])
        part?.byteCount += bytes.count
        books.added += bytes.count
        follower = .part
    }

    // MARK: Openings

    /// Writes an opening to the part, unless the part has it.
    private mutating func open(_ level: SplitLevel) throws(ConversionFailure) {
        if level.isSettled {
            try addExtra(level.opening, lacking: level.lostTerminators)
        } else {
            try place(level.opening[...], lacking: level.lostTerminators)
        }
        try settleRest(of: level)
    }

    mutating func openInterchange() throws(ConversionFailure) {
        guard part == nil, let level = interchange else { return }
        try store.beginPart()
        part = SplitPart()
        books.parts += 1
        try open(level)
        interchange?.isPlaced = true
        interchange?.rest = []
        interchange?.count = 0
    }

    mutating func openGroup() throws(ConversionFailure) {
        try openInterchange()
        guard let level = group, !level.isOpen else { return }
        try open(level)
        interchange?.count += 1
        group?.isOpen = true
        group?.isPlaced = true
        group?.rest = []
        group?.count = 0
    }

    mutating func openSet() throws(ConversionFailure) {
        try openGroup()
        guard let level = set, !level.isOpen else { return }
        if level.isHeld {
            part?.records += level.records
            books.records += level.records
            try placeHeld()
        } else {
            // A terminator that ST lost comes before the totals.
            let added = level.lostTerminators.count { $0 < level.totals?.first ?? 0 }
            set?.totals?.open(in: books.parts - 1, at: (part?.byteCount ?? 0) + added)
            try open(level)
        }
        group?.count += 1
        part?.sets += 1
        if !level.isPlaced { books.sets += 1 }
        set?.isOpen = true
        set?.isPlaced = true
        set?.rest = []
        set?.count = level.openingCount
    }

    // MARK: Where a part ends

    /// Ends the part where what comes next, with its bytes, belongs to another.
    mutating func makeRoom(
        segments: Int, _ bytes: Int, isRecord: Bool = false
    ) throws(ConversionFailure) {
        guard let part else { return }
        let opensSet = set != nil && set?.isOpen == false
        let isFull =
            switch measure {
            case .transaction: opensSet && part.sets > 0
            case .records(let count): isRecord && part.records >= count
            case .size(let size):
                part.byteCount + missingSize + bytes + closingSize(adding: segments) > size
            }
        if isFull { try endPart() }
    }

    /// Bytes of the openings that the part lacks for the set that comes next.
    private var missingSize: Int {
        let levels = [group, set].compactMap(\.self).filter { !$0.isOpen }
        return levels.reduce(heldCount + heldTerminators.count) {
            $0 + $1.opening.count + $1.lostTerminators.count
        }
    }

    /// Bytes of the trailers that the part still needs.
    func closingSize(adding segments: Int = 0) -> Int {
        guard part?.isEnded == false else { return 0 }
        var size = 0
        let separators = 3 + lineBreak.count
        if let set {
            let count = (set.isOpen ? set.count : set.openingCount) + segments + 1
            size += 2 + digits(count) + set.control.count + separators
        }
        if let group, !group.isImplied {
            let count = (group.isOpen ? group.count : 0) + (set?.isOpen == false ? 1 : 0)
            size += 2 + digits(count) + group.control.count + separators
        }
        if let interchange, !interchange.isImplied {
            let count = interchange.count + (group?.isOpen == false ? 1 : 0)
            size += 3 + digits(count) + interchange.control.count + separators
        }
        return size
    }

    private func digits(_ count: Int) -> Int { String(count).utf8.count }

    /// Says once of a part that it is larger than it may be.
    mutating func noteSize(_ range: ByteRange, _ block: Block) {
        guard case .size(let size) = measure, let part, !part.isOversized,
            part.byteCount + closingSize() > size
        else { return }
        self.part?.isOversized = true
        let (line, column) = block.locate(range.start)
        findings.append(
            Finding(
                .splitPartSize, at: range, expected: "at most \(size) bytes", line: line,
                column: column))
    }

    /// Ends the part with the trailers that it needs; what is open goes on in the next.
    mutating func endPart() throws(ConversionFailure) {
        guard let part else { return }
        if let level = set, level.isOpen {
            try addTrailer("SE", level.count + 1, level.control)
            set?.isOpen = false
        }
        if let level = group, level.isOpen {
            if !level.isImplied { try addTrailer("GE", level.count, level.control) }
            group?.isOpen = false
        }
        if let level = interchange, !level.isImplied, !part.isEnded {
            try addTrailer("IEA", level.count, level.control)
        }
        try store.endPart()
        self.part = nil
        follower = .rest
    }

    /// A trailer that the input has elsewhere, or lacks.
    mutating func addTrailer(
        _ id: StaticString, _ count: Int, _ control: [UInt8]
    ) throws(ConversionFailure) {
        try addExtra(ClosingSegment.bytes(id, count, control, delimiters) + lineBreak)
    }
}
