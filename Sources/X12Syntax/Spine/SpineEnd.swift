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
        addOutside(position..<count)
        position = count
    }

    private mutating func finishInterchange() {
        let isSet = spine.phase == .transaction
        if isSet, spine.context.interchange.isImplied, !spine.isUnterminated {
            report(.setUnclosed, at: cut, place: Place(segment: "SE"))
        } else if isSet || spine.isUnterminated {
            report(.fileTruncated, at: cut, expected: missingEnd)
        } else {
            closeEnvelopes(at: count, through: .interchange)
        }
        spine.open?.unit.isCut = true
        close()
        spine.phase = .outside
    }

    /// What ought to follow at the end of a file that was cut.
    private var missingEnd: String {
        switch spine.phase {
        case .transaction: "SE, GE and IEA"
        case .group: "GE and IEA"
        case .interchange, .outside: "IEA"
        }
    }
}
