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
        memory.prepare(for: delimiters.element)
        let tables = StepTables(tablePointer, memory, separator: delimiters.element)
        let places = memory.matched + matchedCount
        let counts = counts
        var row = state &* tables.ids.count
        var index = 0
        while index < segments.count {
            let entry = entries + index
            let (found, isClean) = tables.step(
                entry, row, block, isTight: plain[index] == 2 | 4)
            guard let step = found else { break }
            let counter = counts + Int(step.pointee.counter)
            let count = counter.pointee &+ 1
            guard count <= step.pointee.maximum,
                step.pointee.endCount == 0 || requiresNothing(step)
            else { break }
            counter.pointee = count
            state = Int(step.pointee.segment)
            if isClean {
                (places + index).initialize(to: step.pointee.match(entry, plain: 2 | 4))
            } else {
                var match = step.pointee.match(entry, plain: plain[index])
                let view = block.view(entry.pointee)
                let hidesAnother = check(&match, view, plain[index], delimiters, &collector)
                (places + index).initialize(to: match)
                if hidesAnother {
                    clearCounts(step)
                    matchedCount &+= index &+ 1
                    goOn(view, state, delimiters, &collector)
                    return index &+ 1
                }
            }
            if step.pointee.isTrigger { hasTriggers = true }
            if step.pointee.clearCount > 0 { clearCounts(step) }
            row = Int(step.pointee.row)
            index &+= 1
        }
        matchedCount &+= index
        return index
    }

    /// Clears the counters of the children of the loop that a step opens.
    ///
    /// Eight at a time, as there is room for them.
    @inline(__always)
    private func clearCounts(_ step: UnsafePointer<MatchStep>) {
        let place = UnsafeMutableRawPointer(counts + Int(step.pointee.clearStart))
        var cleared = 0
        while cleared < Int(step.pointee.clearCount) {
            place.storeBytes(of: .zero, toByteOffset: cleared &* 4, as: SIMD8<Int32>.self)
            cleared &+= 8
        }
    }
}

extension MatchStep {
    /// A segment that took this step.
    @inline(__always)
    fileprivate func match(_ entry: UnsafePointer<SegmentEntry>, plain: UInt8) -> MatchedSegment {
        MatchedSegment(
            entry: entry.pointee, segment: segment, loop: place, opens: opens, isPlain: plain > 0,
            isTight: plain & 4 > 0)
    }
}

/// The tables of a run of segments, so that nothing is looked up twice.
private struct StepTables {
    let ids: SegmentNumbers
    private let elements: UnsafePointer<QuickElement>
    private let keys: UnsafePointer<UInt64>
    private let lengths: UnsafePointer<Int16>
    private let firstSteps: UnsafePointer<Int32>
    private let steps: UnsafePointer<MatchStep>
    private let choices: UnsafeMutablePointer<LastChoice>
    private let present: UnsafeMutablePointer<UInt64>
    private let guide: UnsafePointer<GuideTables>
    private let known: KnownSegments
    private let separator: UInt8

    @inline(__always)
    init(
        _ tables: UnsafePointer<GuideTables>, _ memory: MatcherMemory, separator: UInt8
    ) {
        ids = tables.pointee.ids
        elements = UnsafePointer(tables.pointee.quickElements.base)
        keys = UnsafePointer(tables.pointee.codeKeys.base)
        lengths = UnsafePointer(tables.pointee.lengths.base)
        firstSteps = UnsafePointer(memory.firstSteps)
        steps = UnsafePointer(memory.steps)
        choices = memory.choices
        present = memory.present
        guide = tables
        known = memory.known
        self.separator = separator
    }

    /// The step to take with a segment, if there is one that is known, and whether nothing is to be said
    /// of the segment beyond doubt.
    ///
    /// - Parameters:
    ///   - row: where the ways on from the segment before begin.
    ///   - isTight: whether it is plain, and none of its elements begins with a blank.
    @inline(__always)
    func step(
        _ entry: UnsafePointer<SegmentEntry>, _ row: Int, _ block: BlockView, isTight: Bool
    ) -> (UnsafePointer<MatchStep>?, isClean: Bool) {
        guard isTight else { return judge(entry, row, block.bytes, block.ends, false) }
        let start = Int(entry.pointee.start)
        let last = Int(entry.pointee.firstEnd &+ entry.pointee.endCount) &- 1
        let count = Int(block.ends[last]) &- start
        guard UInt(bitPattern: count &- 1) < UInt(KnownSegments.greatestCount) else {
            return judge(entry, row, block.bytes, block.ends, true)
        }
        let text = known.text(block.bytes + start, count, row: row)
        guard text.isKnown else { return judge(entry, row, block.bytes, block.ends, text) }
        text.place.pointee.isWanted = true
        return (steps + Int(text.place.pointee.step), true)
    }

    /// The same of a segment that is not kept.
    @inline(never)
    private func judge(
        _ entry: UnsafePointer<SegmentEntry>, _ row: Int, _ bytes: UnsafePointer<UInt8>,
        _ blockEnds: UnsafePointer<UInt32>, _ isTight: Bool
    ) -> (UnsafePointer<MatchStep>?, isClean: Bool) {
        let ends = blockEnds + Int(entry.pointee.firstEnd)
        guard let step = step(entry, row, bytes, ends) else { return (nil, false) }
        return (step, isTight && isClean(step, bytes, ends, entry.pointee.endCount))
    }

    /// The same of a tight one that is short and not known; it is kept where nothing is to be said of it.
    @inline(never)
    private func judge(
        _ entry: UnsafePointer<SegmentEntry>, _ row: Int, _ bytes: UnsafePointer<UInt8>,
        _ blockEnds: UnsafePointer<UInt32>, _ text: KnownSegments.Text
    ) -> (UnsafePointer<MatchStep>?, isClean: Bool) {
        let judged = judge(entry, row, bytes, blockEnds, true)
        if let step = judged.0, judged.isClean {
            known.keep(text, step: Int32(truncatingIfNeeded: step - steps))
        }
        return judged
    }

    @inline(__always)
    private func step(
        _ entry: UnsafePointer<SegmentEntry>, _ row: Int, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>
    ) -> UnsafePointer<MatchStep>? {
        let number = ids.number(entry.pointee.id)
        guard number >= 0 else { return nil }
        let first = firstSteps[row &+ number]
        guard first > 0 else { return nil }
        let step = steps + Int(first)
        return step.pointee.choice == .only
            ? step : choose(step, bytes, ends, entry.pointee.endCount)
    }

    /// The step to take, as far as the codes say.
    ///
    /// A call, as what asks for it would else be too long.
    @inline(never)
    private func choose(
        _ first: UnsafePointer<MatchStep>, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>, _ endCount: UInt32
    ) -> UnsafePointer<MatchStep>? {
        let code = StepTables.key(first, bytes, ends, endCount)
        let offset = UInt32(
            truncatingIfNeeded: UnsafeRawPointer(first) - UnsafeRawPointer(steps))
        let last = choices + LastChoice.slot(code, offset)
        guard code != 0, last.pointee.code == code, last.pointee.first == offset else {
            return search(first, code, last, bytes, ends, endCount)
        }
        return steps + Int(last.pointee.step)
    }

    /// The same where it is not known.
    ///
    /// - Parameters:
    ///   - code: that of the first step; 0 where it is not sent.
    ///   - last: where the choice is kept.
    @inline(never)
    private func search(
        _ first: UnsafePointer<MatchStep>, _ code: UInt64,
        _ last: UnsafeMutablePointer<LastChoice>, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>, _ endCount: UInt32
    ) -> UnsafePointer<MatchStep>? {
        var step = first
        var (element, key) = (first.pointee.element, code)
        while step.pointee.choice != .only {
            if step.pointee.element != element {
                element = step.pointee.element
                key = StepTables.key(step, bytes, ends, endCount)
            }
            let codes = keys + Int(step.pointee.codeStart)
            if key != 0, QuickCheck.contains(key, codes, Int(step.pointee.codeMask)) { break }
            if step.pointee.isLast { return nil }
            step += 1
        }
        // What another element decides does not follow from the code.
        if code != 0, element == first.pointee.element {
            last.pointee = LastChoice(
                code: code,
                first: UInt32(
                    truncatingIfNeeded: UnsafeRawPointer(first) - UnsafeRawPointer(steps)),
                step: UInt32(truncatingIfNeeded: step - steps))
        }
        return step
    }

    /// The code that tells a segment apart as a number: the element that the step names, or that
    /// one's first component; 0 where it is not sent.
    @inline(__always)
    private static func key(
        _ step: UnsafePointer<MatchStep>, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>, _ endCount: UInt32
    ) -> UInt64 {
        let element = step.pointee.element
        guard element > 0, endCount > UInt32(element) else { return 0 }
        let start = Int(ends[Int(element) &- 1]) &+ 1
        var count = Int(ends[Int(element)]) &- start
        if step.pointee.choice == .component {
            var end = 0
            while end < count, bytes[start &+ end].isAlphanumeric { end &+= 1 }
            count = end
        }
        return CodeSet.key(bytes + start, count)
    }

    /// Whether nothing is to be said of the elements of a plain segment, none of which begins with a
    /// blank.
    @inline(__always)
    private func isClean(
        _ step: UnsafePointer<MatchStep>, _ bytes: UnsafePointer<UInt8>,
        _ ends: UnsafePointer<UInt32>, _ endCount: UInt32
    ) -> Bool {
        let count = Int(endCount) &- 1
        guard UInt(bitPattern: count &- 1) < UInt(step.pointee.elementCount) else { return false }
        let sent = QuickCheck.sent(lengths + Int(step.pointee.firstLength), ends, count)
        guard sent != 0,
            QuickCheck.areClean(
                sent & step.pointee.special, elements + Int(step.pointee.firstElement), keys,
                bytes, ends, separator)
        else { return false }
        // The same elements are judged alike.
        let good = present + Int(step.pointee.segment) &* 2
        if good[0] == sent || good[1] == sent { return true }
        let isWhole = QuickCheck.isWhole(
            guide.pointee.quickSegments.base + Int(step.pointee.segment),
            guide.pointee.notes.base, sent &<< 1 | 1)
        if isWhole { (good[0], good[1]) = (sent, good[0]) }
        return isWhole
    }
}
