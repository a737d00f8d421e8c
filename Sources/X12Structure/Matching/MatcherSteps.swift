import Diagnostics
import X12Syntax

// The quick way: segments that may come now, one after the other, by looked-up steps.
extension Matcher {
    /// Matches segments as long as each may come now; how many there were.
    ///
    /// - Parameter plain: how plain each of them is, as `BlockView.markPlain` says.
    mutating func matchQuickly(
        _ segments: UnsafeBufferPointer<SegmentEntry>, _ block: BlockView,
        _ plain: UnsafePointer<UInt8>, _ delimiters: Delimiters,
        _ collector: inout FindingCollector
    ) -> Int {
        guard state >= 0, let entries = segments.baseAddress else { return 0 }
        // Locals, so that nothing is looked up twice.
        let ids = tablePointer.pointee.ids
        let elements = UnsafePointer(tablePointer.pointee.quickElements.base)
        let keys = UnsafePointer(tablePointer.pointee.codeKeys.base)
        let firstSteps = memory.firstSteps
        let steps = UnsafePointer(memory.steps)
        let places = memory.matched + matchedCount
        var row = state &* ids.count
        var index = 0
        while index < segments.count {
            let entry = entries[index]
            let number = ids.number(entry.id)
            guard number >= 0 else { break }
            let first = firstSteps[row &+ number]
            guard first > 0 else { break }
            let ends = block.ends + Int(entry.firstEnd)
            var step = steps + Int(first)
            if step.pointee.choice != .only {
                guard let chosen = Matcher.choose(step, keys, block.bytes, ends, entry.endCount)
                else { break }
                step = chosen
            }
            let counter = counts + Int(step.pointee.counter)
            let count = counter.pointee &+ 1
            guard count <= step.pointee.maximum,
                step.pointee.endCount == 0 || requiresNothing(step)
            else { break }
            let isClean =
                plain[index] == 2
                && isClean(step, elements, keys, block.bytes, ends, entry.endCount, delimiters)
            counter.pointee = count
            state = Int(step.pointee.segment)
            if isClean {
                (places + index).initialize(to: step.pointee.match(entry, isPlain: true))
            } else {
                var match = step.pointee.match(entry, isPlain: plain[index] > 0)
                check(&match, block.view(entry), plain[index], delimiters, &collector)
                (places + index).initialize(to: match)
            }
            if step.pointee.isTrigger { hasTriggers = true }
            if step.pointee.clearCount > 0 { clearCounts(step) }
            row = Int(step.pointee.row)
            index &+= 1
        }
        matchedCount &+= index
        return index
    }

    /// Whether nothing is to be said of the elements of a plain segment.
    @inline(__always)
    private func isClean(
        _ step: UnsafePointer<MatchStep>, _ elements: UnsafePointer<QuickElement>,
        _ keys: UnsafePointer<UInt64>, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>, _ endCount: UInt32, _ delimiters: Delimiters
    ) -> Bool {
        guard endCount &- 1 <= step.pointee.elementCount else { return false }
        let present = QuickCheck.present(
            elements + Int(step.pointee.firstElement), keys, bytes, ends, Int(endCount),
            delimiters.element,
            isFirstKnown: step.pointee.choice == .element && step.pointee.element == 1)
        guard present != 0 else { return false }
        // The same elements are judged alike.
        let good = memory.present + Int(step.pointee.segment) &* 2
        if good[0] == present || good[1] == present { return true }
        let tables = tablePointer
        let isWhole = QuickCheck.isWhole(
            tables.pointee.quickSegments.base + Int(step.pointee.segment),
            tables.pointee.notes.base, present)
        if isWhole { (good[0], good[1]) = (present, good[0]) }
        return isWhole
    }

    /// The code that tells a segment apart as a number: the element that the step names, or that
    /// one's first component.
    @inline(__always)
    private static func key(
        _ step: UnsafePointer<MatchStep>, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>, _ endCount: UInt32
    ) -> UInt64 {
        let element = step.pointee.element
        guard element > 0, endCount > element else { return 0 }
        let start = Int(ends[Int(element) &- 1]) &+ 1
        var count = Int(ends[Int(element)]) &- start
        if step.pointee.choice == .component {
            var end = 0
            while end < count, bytes[start &+ end].isAlphanumeric { end &+= 1 }
            count = end
        }
        return CodeSet.key(bytes + start, count)
    }

    /// The step to take, as far as its code says; 0 is no code.
    @inline(__always)
    private static func choose(
        _ first: UnsafePointer<MatchStep>, _ keys: UnsafePointer<UInt64>,
        _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<UInt32>, _ endCount: UInt32
    ) -> UnsafePointer<MatchStep>? {
        var step = first
        var element = step.pointee.element
        var key = key(step, bytes, ends, endCount)
        while step.pointee.choice != .only {
            if step.pointee.element != element {
                element = step.pointee.element
                key = self.key(step, bytes, ends, endCount)
            }
            let codes = keys + Int(step.pointee.codeStart)
            if key != 0, QuickCheck.contains(key, codes, Int(step.pointee.codeMask)) {
                return step
            }
            if step.pointee.isLast { return nil }
            step += 1
        }
        return step
    }

    /// Clears the counters of the children of the loop that a step opens.
    ///
    /// Eight at a time, as there is room for them.
    @inline(__always)
    private func clearCounts(_ step: UnsafePointer<MatchStep>) {
        let place = UnsafeMutableRawPointer(counts + Int(step.pointee.clearStart))
        place.storeBytes(of: .zero, as: SIMD8<Int32>.self)
        guard step.pointee.clearCount > 8 else { return }
        (counts + Int(step.pointee.clearStart)).update(
            repeating: 0, count: Int(step.pointee.clearCount))
    }
}

extension MatchStep {
    /// A segment that took this step.
    @inline(__always)
    fileprivate func match(_ entry: SegmentEntry, isPlain: Bool) -> MatchedSegment {
        MatchedSegment(
            entry: entry, segment: segment, loop: place, opens: loop >= 0, isPlain: isPlain)
    }
}
