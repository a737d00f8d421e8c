// What goes into no part, in the order of the input.
//
// Of an opening it is known only later whether a part repeats it. What came behind it for no part waits
// with it: where no part does, the opening comes first.
extension InterchangeSplitter where Store: ~Copyable {
    /// Sets bytes of the input aside.
    mutating func addRest(
        _ bytes: ArraySlice<UInt8>, isTrivia: Bool = false
    ) throws(ConversionFailure) {
        guard !bytes.isEmpty else { return }
        // A set that is kept whole is not whole without them.
        if set?.isHeld == true { try dropHeld() }
        try writeRest(bytes)
        books.rest += bytes.count
        if !isTrivia { books.unreadable += bytes.count }
        follower = .rest
    }

    /// Sets the opening of a level aside that was left, with what waited behind it.
    mutating func setAside(_ level: SplitLevel) throws(ConversionFailure) {
        try addRest(level.opening[...])
        try writeRest(level.rest[...])
    }

    /// Writes what waited behind an opening, which a part has now.
    mutating func settleRest(of level: SplitLevel) throws(ConversionFailure) {
        if !level.rest.isEmpty { try store.writeRest(level.rest[...]) }
    }

    private mutating func writeRest(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure) {
        guard !bytes.isEmpty else { return }
        if set?.isSettled == false {
            set?.rest += bytes
        } else if group?.isSettled == false {
            group?.rest += bytes
        } else if interchange?.isSettled == false {
            interchange?.rest += bytes
        } else {
            return try store.writeRest(bytes)
        }
        let waiting = [interchange, group, set].reduce(0) { $0 + ($1?.rest.count ?? 0) }
        if waiting > SplitLevel.restLimit { try setOpeningsAside() }
    }

    /// Sets aside what is open and has no place yet; parts may repeat it all the same.
    private mutating func setOpeningsAside() throws(ConversionFailure) {
        for level in [interchange, group, set].compactMap(\.self) where !level.isSettled {
            if !level.opening.isEmpty { try store.writeRest(level.opening[...]) }
            books.rest += level.opening.count
            books.unreadable += level.opening.count
            try settleRest(of: level)
        }
        interchange?.setAside()
        group?.setAside()
        set?.setAside()
    }

    // MARK: What is held

    mutating func hold(
        _ bytes: ArraySlice<UInt8>, lacking lost: [Int] = []
    ) throws(ConversionFailure) {
        var start = bytes.startIndex
        for offset in lost {
            let end = bytes.startIndex + offset
            try store.hold(bytes[start..<end] + [delimiters.terminator])
            heldTerminators.append(heldCount + offset + heldTerminators.count)
            start = end
        }
        try store.hold(bytes[start...])
        heldCount += bytes.count
        follower = .held
    }

    /// Writes the set that is held to the part.
    mutating func placeHeld() throws(ConversionFailure) {
        try store.releaseToPart()
        part?.byteCount += heldCount + heldTerminators.count
        books.placed += heldCount
        books.added += heldTerminators.count
        forgetHeld()
        follower = .part
    }

    /// Sets a set aside that is held, as the input ends inside it, or one of its segments has no end.
    mutating func dropHeld() throws(ConversionFailure) {
        try setOpeningsAside()
        try store.releaseToRest(leavingOut: heldTerminators)
        books.rest += heldCount
        books.unreadable += heldCount
        forgetHeld()
        set = nil
        follower = .rest
    }

    private mutating func forgetHeld() {
        heldCount = 0
        heldTerminators = []
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without those at some offsets of a whole, in which they begin at `start`.
    func leavingOut(_ offsets: [Int], from start: Int) -> ArraySlice<UInt8> {
        var kept: ArraySlice<UInt8> = []
        var next = startIndex
        for offset in offsets where start..<start + count ~= offset {
            let index = startIndex + offset - start
            kept += self[next..<index]
            next = index + 1
        }
        return next == startIndex ? self : kept + self[next...]
    }
}
