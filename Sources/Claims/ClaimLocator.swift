import CareModel
import Diagnostics
import X12Mapping
import X12Structure
import X12Syntax

/// Finds where in the guide and the input a value of a claim or level stands; asked only when a
/// rule is broken.
package struct ClaimLocator {
    let segments: SegmentLocator<ClaimLoop>
    /// The separator inside composite elements.
    let component: UInt8?

    init(_ segments: SegmentLocator<ClaimLoop>, _ delimiters: Delimiters) {
        self.segments = segments
        component = delimiters.component
    }

    /// Offsets in the block of what was sent for a field.
    func range<Fields: RecordFields>(_ field: Fields, _ object: RecordObject<Fields>) -> Range<Int>
    {
        let slot = object.slot(field)
        let start = object.bytes - segments.block.bytes + Int(slot.start)
        return start..<start + slot.count
    }

    /// The same as offsets in the input.
    func bytes<Fields: RecordFields>(_ field: Fields, _ object: RecordObject<Fields>) -> ByteRange {
        let range = range(field, object)
        let base = segments.block.base
        return ByteRange(base + range.lowerBound, base + range.upperBound)
    }

    /// Whether a segment of these ids, or one that opens their loop, has no place or is one too many,
    /// so that the record lacks what it says; the guide's own rules tell.
    ///
    /// - Parameter known: the answer, once it was given: looking for it takes all segments of the
    ///   claim, of which one may break a rule in each of its lines.
    @inline(never)
    func lacks(_ ids: SegmentID..., known: inout Bool?) -> Bool {
        if let known { return known }
        let answer = segments.matched.contains { match in
            (!match.isPlaced || match.isSurplus) && ids.contains(match.entry.id)
        }
        known = answer
        return answer
    }

    /// Whether every segment of the claim has its place.
    var isWhole: Bool { segments.matched.allSatisfy { $0.isPlaced && !$0.isSurplus } }

    /// Adds a finding at a text that was sent; its place is that of the segment around it.
    ///
    /// - Parameter isComponent: whether it is part of a composite element.
    @inline(never)
    func add<Fields: RecordFields>(
        _ rule: Rule, at field: Fields, of object: RecordObject<Fields>, isComponent: Bool = false,
        expected: String? = nil, related: [ByteRange] = [], to collector: inout FindingCollector
    ) {
        let range = range(field, object)
        collector.add(
            rule, at: range, place: place(range.lowerBound, isComponent: isComponent),
            expected: expected, related: related)
    }

    /// Adds a finding at an element of the first such segment of a loop.
    @inline(never)
    func add(
        _ rule: Rule, _ loop: ClaimLoop, _ id: StaticString, element: Int = 0,
        expected: String? = nil, related: [ByteRange] = [], to collector: inout FindingCollector
    ) {
        let range = segments.range(loop, SegmentID(id), element: max(element, 1))
        let place = Place(loop: loop.rawValue, segment: "\(id)", element: element)
        collector.add(rule, at: range, place: place, expected: expected, related: related)
    }

    private func place(_ offset: Int, isComponent: Bool) -> Place {
        guard let match = segment(around: offset) else {
            return Place(loop: ClaimLoop.claim.rawValue)
        }
        let view = segments.block.view(match.entry)
        let loop = segments.loops[Int(match.loop)].rawValue
        let segment = String(decoding: view.slice(view.start..<Int(view.ends[0])), as: UTF8.self)
        guard view.elementCount > 0,
            let element = (1...view.elementCount).first(where: { offset <= view.elementEnd($0) })
        else { return Place(loop: loop, segment: segment) }
        var number = isComponent ? 1 : 0
        for byte in view.elementStart(element)..<max(offset, view.elementStart(element))
        where isComponent && segments.block.bytes[byte] == component {
            number += 1
        }
        return Place(loop: loop, segment: segment, element: element, component: number)
    }

    /// The segment in which an offset lies: segments stand in the order of the input, and a claim
    /// may have hundreds of thousands.
    private func segment(around offset: Int) -> MatchedSegment? {
        let matched = segments.matched
        var (low, high) = (0, matched.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(matched[middle].entry.start) <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0, matched[low - 1].isPlaced else { return nil }
        let view = segments.block.view(matched[low - 1].entry)
        return offset <= view.end ? matched[low - 1] : nil
    }
}
