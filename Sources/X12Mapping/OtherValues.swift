import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

// Values that no field holds.
extension ElementReader {
    /// Keeps an element that no field holds.
    @inline(never) @usableFromInline
    package mutating func keep(_ view: SegmentView, _ element: Int) {
        let loop = guide.guide.loops[Int(loop)].id
        let place = Place(loop: loop, segment: idText(view), element: element)
        keep(view.range(element), place: place.description)
    }

    private mutating func keep(_ range: Range<Int>, place: String) {
        let sent = UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
        guard let text = Text(sent) else { return }
        let kept = base + range.lowerBound..<base + range.upperBound
        // What a mapping leaves may be left by the definition of its segment too.
        if record.other.suffix(32).contains(where: { $0.bytes == kept }) { return }
        record.other.append(OtherValue(place: place, value: text, bytes: kept))
    }

    private func idText(_ view: SegmentView) -> String {
        let length = Int(view.ends[0]) - view.start
        return String(
            decoding: UnsafeBufferPointer(start: bytes + view.start, count: min(length, 3)),
            as: UTF8.self)
    }

    /// Keeps a segment that has no place, or that no mapping asked for.
    @usableFromInline
    package mutating func keepWhole(_ match: MatchedSegment) {
        let view = view(match.entry)
        keep(view.start..<view.end, place: guide.guide.loops[Int(match.loop)].id)
    }

    /// Keeps the segment at hand, which its mapping does not know.
    @inline(never) @usableFromInline
    package mutating func keepWhole(_ view: SegmentView) {
        keep(view.start..<view.end, place: guide.guide.loops[Int(loop)].id)
    }

    /// Keeps the elements of a segment that the guide does not use.
    @usableFromInline
    package mutating func keepStrays(_ match: MatchedSegment) {
        let view = view(match.entry)
        let definition = guide.guide.segments[Int(match.segment)]
        let loop = guide.guide.loops[definition.loop].id
        for element in 1...max(1, view.elementCount) {
            let place = Place(loop: loop, segment: definition.id, element: element)
            guard element <= definition.elements.count else {
                keep(view.range(element), place: place.description)
                continue
            }
            let known = definition.elements[element - 1]
            if known.usage == .notUsed {
                keep(view.range(element), place: place.description)
            } else if known.isComposite || known.maximum != 1 {
                keepStrayParts(view, known, place)
            }
        }
    }

    private mutating func keepStrayParts(
        _ view: SegmentView, _ known: ElementDefinition, _ place: Place
    ) {
        for repetition in repetitions(view, place.element) {
            for (index, part) in components(repetition).enumerated() {
                let isKnown = index < known.components.count
                if isKnown, known.components[index].usage != .notUsed { continue }
                if index == 0, !known.isComposite { continue }
                let component = Place(
                    loop: place.loop, segment: place.segment, element: place.element,
                    component: index + 1)
                keep(part, place: component.description)
            }
        }
    }
}
