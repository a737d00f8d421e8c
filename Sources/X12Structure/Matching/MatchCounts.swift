/// The counters of a matcher, at fixed places so that counting costs no more than an addition.
final class MatchCounts {
    let segments: UnsafeMutablePointer<Int32>
    let loops: UnsafeMutablePointer<Int32>

    init(segments segmentCount: Int, loops loopCount: Int) {
        segments = .allocate(capacity: max(segmentCount, 1))
        segments.initialize(repeating: 0, count: segmentCount)
        loops = .allocate(capacity: max(loopCount, 1))
        loops.initialize(repeating: 0, count: loopCount)
    }

    deinit {
        segments.deallocate()
        loops.deallocate()
    }
}
