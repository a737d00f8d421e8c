/// One deflated stream after another out of stored bytes, within the limits.
///
/// What was expanded before a damage is given out first; the damage is thrown by the next read.
struct Inflation<Source: StoredBytes & ~Copyable>: ~Copyable {
    var window: StoredWindow<Source>
    /// Of the stream that is being read.
    private(set) var content = ContentCount()
    private var inflater: Inflater
    private let limits: ArchiveLimits
    private var expanded = 0
    /// Whether zlib filled the room it had, and so may hold more of what it has taken in.
    private var mayHoldOutput = false
    private var failure: ArchiveFailure?

    init(_ source: consuming Source, limits: ArchiveLimits) throws(ArchiveFailure) {
        window = StoredWindow(source)
        inflater = try Inflater()
        self.limits = limits
    }

    /// Goes on with the next stream.
    mutating func reset() {
        inflater.reset()
        content = ContentCount()
        mayHoldOutput = false
    }

    /// Expands into the start of `output`, which is not empty; 0 bytes at the end of the stream.
    mutating func read(
        into output: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> (count: Int, isEnd: Bool) {
        if let failure { throw failure }
        while true {
            // What was taken in comes out before more is read, as that may fail.
            let isComplete = !mayHoldOutput
            let input = isComplete ? try window.available() : window.held
            let step = inflater.step(input, into: output)
            mayHoldOutput = step.produced == output.count
            window.use(step.consumed)
            content.add(UnsafeRawBufferPointer(rebasing: output.prefix(step.produced)))
            expanded += step.produced
            failure = failure(after: step, isInputEmpty: isComplete && input.isEmpty)
            if step.state == .ended, failure == nil { return (step.produced, true) }
            if step.produced > 0 { return (step.produced, false) }
            if let failure { throw failure }
        }
    }

    private func failure(
        after step: Inflater.Step, isInputEmpty: Bool
    ) -> ArchiveFailure? {
        switch step.state {
        case .damaged: return .damaged
        case .outOfMemory: return .memory
        case .open where step.produced == 0 && isInputEmpty: return .cutShort
        case .open, .ended:
            return limits.exceeded(stored: window.usedCount, expanded: expanded).map { .limit($0) }
        }
    }
}
