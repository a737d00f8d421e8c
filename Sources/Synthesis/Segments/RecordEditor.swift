/// A written record taken apart into segments, so that a defect can be planted in it.
///
/// It trades speed for simplicity: few records of a file pass through it.
struct RecordEditor {
    /// Segments without terminators; an empty one is a blank segment.
    private var segments: [[UInt8]]
    private let delimiters: FileDelimiters

    init(_ bytes: UnsafeBufferPointer<UInt8>, delimiters: FileDelimiters) {
        self.delimiters = delimiters
        segments = []
        for segment in bytes.split(separator: delimiters.segment) {
            // What is left of a line end stands before the next segment.
            let content = segment.drop { $0 == 0x0A || $0 == 0x0D }
            if !content.isEmpty { segments.append(Array(content)) }
        }
    }

    var count: Int { segments.count }

    /// Writes the segments; a blank one is not counted.
    func write(to out: inout SegmentWriter) {
        for segment in segments {
            segment.withUnsafeBufferPointer { out.append($0) }
            out.end(isCounted: !segment.isEmpty)
        }
    }

    /// The first segment with this identifier and, when given, this first element.
    func index(of identifier: String, _ qualifier: String? = nil) -> Int? {
        var start = Array(identifier.utf8) + [delimiters.element]
        if let qualifier { start += Array(qualifier.utf8) + [delimiters.element] }
        return segments.firstIndex { $0.starts(with: start) }
    }

    /// The first segment with one of these identifiers, at `start` or behind it.
    func index(ofAny identifiers: [String], from start: Int = 0) -> Int? {
        let starts = identifiers.map { Array($0.utf8) + [delimiters.element] }
        return segments.indices.dropFirst(start).first { index in
            starts.contains { segments[index].starts(with: $0) }
        }
    }

    // MARK: Elements

    /// Changes an element's bytes; does nothing where the segment has no such element.
    mutating func edit(_ segment: Int, element: Int, _ change: (inout [UInt8]) -> Void) {
        var elements = elements(of: segment)
        guard element < elements.count else { return }
        change(&elements[element])
        segments[segment] = Array(elements.joined(separator: [delimiters.element]))
    }

    mutating func replace(_ segment: Int, element: Int, with text: String) {
        edit(segment, element: element) { $0 = Array(text.utf8) }
    }

    mutating func replace(_ segment: Int, element: Int, with day: Day) {
        let (year, month, date) = day.civil
        replace(segment, element: element, with: String(year * 10_000 + month * 100 + date))
    }

    /// An element's text; empty where the segment has no such element.
    func text(_ segment: Int, element: Int) -> String {
        let elements = elements(of: segment)
        guard element < elements.count else { return "" }
        return String(decoding: elements[element], as: UTF8.self)
    }

    /// Changes a component, counted from 0; does nothing where the element has no such component.
    mutating func replace(_ segment: Int, element: Int, component: Int, with text: String) {
        let separator = delimiters.component
        edit(segment, element: element) { bytes in
            var parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
            guard component < parts.count else { return }
            parts[component] = Array(text.utf8)[...]
            bytes = Array(parts.joined(separator: [separator]))
        }
    }

    /// The components of an element.
    func components(_ segment: Int, element: Int) -> [String] {
        let elements = elements(of: segment)
        guard element < elements.count else { return [] }
        return elements[element]
            .split(separator: delimiters.component, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The day that an element holds, or nil when it holds none.
    func day(_ segment: Int, element: Int) -> Day? {
        let elements = elements(of: segment)
        guard element < elements.count, elements[element].count == 8 else { return nil }
        let text = String(decoding: elements[element], as: UTF8.self)
        guard let digits = Int(text) else { return nil }
        return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    mutating func truncate(_ segment: Int, toElements count: Int) {
        let kept = elements(of: segment).prefix(count + 1)
        segments[segment] = Array(kept.joined(separator: [delimiters.element]))
    }

    mutating func extend(_ segment: Int, with texts: [String]) {
        for text in texts {
            segments[segment].append(delimiters.element)
            segments[segment] += text.utf8
        }
    }

    private func elements(of segment: Int) -> [[UInt8]] {
        segments[segment].split(separator: delimiters.element, omittingEmptySubsequences: false)
            .map(Array.init)
    }

    // MARK: Segments

    mutating func insert(_ identifier: String, at index: Int, elements: [String]) {
        segments.insert(Array(identifier.utf8), at: index)
        extend(index, with: elements)
    }

    mutating func insertBlank(at index: Int) {
        segments.insert([], at: index)
    }

    mutating func repeatSegment(_ index: Int) {
        segments.insert(segments[index], at: index)
    }

    mutating func remove(_ index: Int) {
        segments.remove(at: index)
    }

    mutating func move(_ index: Int, to target: Int) {
        let segment = segments.remove(at: index)
        segments.insert(segment, at: target)
    }

    /// Lets the following segment run into this one; does nothing behind the last.
    mutating func fuse(_ index: Int) {
        guard index + 1 < segments.count else { return }
        segments[index] += segments.remove(at: index + 1)
    }
}
