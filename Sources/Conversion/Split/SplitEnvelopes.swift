import X12Syntax

// How sets, groups and interchanges end: with the input's closing segment, or without one.
extension InterchangeSplitter where Store: ~Copyable {
    // MARK: With it

    mutating func closeSet(
        _ entry: SegmentEntry, _ bytes: ArraySlice<UInt8>, _ block: Block
    ) throws(ConversionFailure) {
        if set?.isOpen == false { try makeRoom(segments: 0, 0) }
        try openSet()
        try placeTrailer(entry, (set?.count ?? 0) + 1, bytes, block)
        settleTotals()
        set = nil
    }

    mutating func closeGroup(
        _ entry: SegmentEntry, _ bytes: ArraySlice<UInt8>, _ block: Block
    ) throws(ConversionFailure) {
        try leaveSet()
        guard let level = group, !level.isImplied else {
            try leaveGroup()
            return try addRest(bytes)
        }
        if !level.isOpen { try makeRoom(segments: 0, 0) }
        try openGroup()
        try placeTrailer(entry, group?.count ?? 0, bytes, block)
        group = nil
    }

    mutating func closeInterchange(
        _ entry: SegmentEntry, _ bytes: ArraySlice<UInt8>, _ block: Block
    ) throws(ConversionFailure) {
        guard interchange?.isImplied == false else {
            try leaveSet()
            return try addRest(bytes)
        }
        try leaveGroup()
        try openInterchange()
        try placeTrailer(entry, interchange?.count ?? 0, bytes, block)
        interchange = nil
        part?.isEnded = true
    }

    /// Writes a closing segment of the input with the count of the part.
    private mutating func placeTrailer(
        _ entry: SegmentEntry, _ count: Int, _ bytes: ArraySlice<UInt8>, _ block: Block
    ) throws(ConversionFailure) {
        let mended =
            block.withView { ClosingSegment.mended($0.view(entry), count, delimiters) } ?? []
        try store.write(mended[...])
        part?.byteCount += mended.count
        books.placed += bytes.count
        follower = .part
    }

    // MARK: Without it

    /// Ends the set where its SE is missing.
    mutating func leaveSet() throws(ConversionFailure) {
        guard let level = set else { return }
        if level.isHeld {
            try makeRoom(segments: 0, 0)
            try openSet()
        }
        let left = set ?? level
        settleTotals()
        set = nil
        try leave("SE", left, left.count + 1)
    }

    /// The set is over: it is known whether its control totals are right.
    private mutating func settleTotals() {
        guard let totals = set?.totals else { return }
        let (changes, found) = totals.mends()
        mends += changes
        findings += found
    }

    /// Ends the group where its GE is missing.
    mutating func leaveGroup() throws(ConversionFailure) {
        try leaveSet()
        guard let level = group else { return }
        group = nil
        try leave("GE", level, level.count)
    }

    /// Ends the interchange where its IEA is missing.
    mutating func leaveInterchange() throws(ConversionFailure) {
        try leaveGroup()
        guard let level = interchange else { return }
        if part != nil { try endPart() }
        interchange = nil
        implied = nil
        if !level.isSettled { try setAside(level) }
    }

    /// One that no part holds is set aside; a part is never made of openings alone.
    private mutating func leave(
        _ id: StaticString, _ level: SplitLevel, _ count: Int
    ) throws(ConversionFailure) {
        if level.isOpen {
            if !level.isImplied { try addTrailer(id, count, level.control) }
        } else if !level.isSettled {
            try setAside(level)
        }
    }
}
