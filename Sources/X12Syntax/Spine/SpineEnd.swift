import Diagnostics

extension SpineWalk {
    /// The end of the input: closes what is open, and says what is missing.
    mutating func finish() -> Int {
        switch spine.phase {
        case .outside: finishOutside()
        case .interchange, .group, .transaction:
            content.triviaCount += count - position
            position = count
            finishInterchange()
        }
        return count
    }

    /// What is left outside is too short to become an interchange.
    private mutating func finishOutside() {
        guard position < count else { return }
        if !spine.isOutsideReported {
            report(.bytesOutside, at: position..<count, expected: "ISA")
            spine.isOutsideReported = true
        }
        content.units.append(
            Unit(
                kind: .outside, firstSegment: 0, segmentCount: 0,
                range: ByteRange(offset + position, offset + count), byteCount: count - position,
                context: currentContext(), ordinal: 0, segmentNumber: 0))
        position = count
    }

    private mutating func finishInterchange() {
        if spine.phase == .transaction {
            let isFragment = spine.context.interchange.isImplied && !spine.isUnterminated
            if isFragment {
                report(.setUnclosed, at: cut, place: Place(segment: "SE"))
            } else {
                report(.fileTruncated, at: cut, expected: "SE, GE and IEA")
            }
            spine.open?.unit.isCut = true
            close()
        } else {
            if spine.isUnterminated { report(.fileTruncated, at: cut, expected: "IEA") }
            closeEnvelopes(at: count, through: .interchange)
        }
        spine.phase = .outside
    }
}
