import Diagnostics

/// Builds an interchange from elements, and closes its envelopes with right counts.
///
/// ```swift
/// var builder = try InterchangeBuilder(header)
/// try builder.beginGroup(group)
/// try builder.beginTransactionSet("834", controlNumber: "0001", version: "005010X220A1")
/// try builder.add("INS", ["Y", "18", "021"])
/// let bytes = builder.finish()
/// ```
///
/// SE01, GE01 and IEA01 are counted, SE02, GE02 and IEA02 repeat the control numbers. Nothing is
/// escaped, as X12 has no escapes: a value with a delimiter in it is refused.
public struct InterchangeBuilder: Sendable {
    private let delimiters: Delimiters
    private let lineEnding: [UInt8]
    private let interchangeNumber: String
    private var bytes: [UInt8] = []
    private var groupCount = 0
    /// GS06 and the number of sets of the open group.
    private var group: (number: String, setCount: Int)?
    /// ST02 and the number of segments, ST included, of the open transaction set.
    private var set: (number: String, segmentCount: Int)?

    /// What follows each terminator.
    public enum LineEnding: Sendable, Hashable {
        case none, lineFeed, carriageReturnLineFeed
    }

    /// Begins an interchange with its ISA, padded to the widths of the standard.
    ///
    /// ISA11 is the repetition separator; `U` when the delimiters have none, as before 00402.
    public init(
        _ header: InterchangeHeaderValues, delimiters: Delimiters = .usual,
        lineEnding: LineEnding = .none
    ) throws(BuildFailure) {
        guard delimiters.areUsable else { throw .delimitersUnusable }
        self.delimiters = delimiters
        self.lineEnding =
            switch lineEnding {
            case .none: []
            case .lineFeed: [0x0A]
            case .carriageReturnLineFeed: [0x0D, 0x0A]
            }
        let values = try header.padded(for: delimiters)
        interchangeNumber = values[12]
        for (index, value) in values.enumerated() where index != 10 && index != 15 {
            try check(value, at: Place(segment: "ISA", element: index + 1))
        }
        append("ISA")
        for value in values {
            bytes.append(delimiters.element)
            append(value)
        }
        if delimiters.repetition != nil { bytes[82] = delimiters.repetition ?? 0 }
        bytes[104] = delimiters.component ?? 0
        endSegment()
    }

    // MARK: Envelopes

    /// Begins a functional group; one that is open ends first.
    public mutating func beginGroup(_ header: GroupHeaderValues) throws(BuildFailure) {
        guard !header.controlNumber.isEmpty else {
            throw .controlNumberMalformed(Place(segment: "GS", element: 6))
        }
        let elements = header.elements.map { ElementContent($0) }
        try check("GS", elements)
        endGroup()
        group = (header.controlNumber, 0)
        groupCount += 1
        write("GS", elements)
    }

    /// Begins a transaction set in the open group; one that is open ends first.
    ///
    /// `version` is ST03, the guide; none where it is `nil`.
    public mutating func beginTransactionSet(
        _ identifier: String, controlNumber: String, version: String? = nil
    ) throws(BuildFailure) {
        guard group != nil else { throw .outOfPlace(Place(segment: "ST")) }
        guard !controlNumber.isEmpty else {
            throw .controlNumberMalformed(Place(segment: "ST", element: 2))
        }
        let elements = [identifier, controlNumber, version ?? ""].map { ElementContent($0) }
        try check("ST", elements)
        endTransactionSet()
        set = (controlNumber, 0)
        group?.setCount += 1
        write("ST", elements)
    }

    /// Adds a segment to the open transaction set, or a TA1 before the first group.
    ///
    /// Empty elements at its end are left out, and so are empty components at the end of a composite.
    public mutating func add(
        _ id: String, _ elements: [ElementContent]
    ) throws(BuildFailure) {
        guard InterchangeBuilder.isSegmentID(id) else { throw .segmentIDMalformed }
        guard !["ISA", "GS", "ST", "SE", "GE", "IEA"].contains(id) else {
            throw .segmentReserved(Place(segment: id))
        }
        let isPlaced = id == "TA1" ? group == nil && groupCount == 0 : set != nil
        guard isPlaced else { throw .outOfPlace(Place(segment: id)) }
        try check(id, elements)
        write(id, elements)
    }

    /// Ends the open transaction set with SE; has no effect when none is open.
    public mutating func endTransactionSet() {
        guard let set else { return }
        write("SE", [ElementContent(String(set.segmentCount + 1)), ElementContent(set.number)])
        self.set = nil
    }

    /// Ends the open group with GE, and the set in it with SE; has no effect when none is open.
    public mutating func endGroup() {
        endTransactionSet()
        guard let group else { return }
        write("GE", [ElementContent(String(group.setCount)), ElementContent(group.number)])
        self.group = nil
    }

    /// Ends everything that is open; the bytes of the whole interchange.
    public consuming func finish() -> [UInt8] {
        endGroup()
        write("IEA", [ElementContent(String(groupCount)), ElementContent(interchangeNumber)])
        return bytes
    }

    // MARK: Segments

    private static func isSegmentID(_ id: String) -> Bool {
        guard 2...3 ~= id.utf8.count, let first = id.utf8.first else { return false }
        return 0x41...0x5A ~= first && id.utf8.allSatisfy { $0.isAlphanumeric && $0 < 0x61 }
    }

    private mutating func write(_ id: String, _ elements: [ElementContent]) {
        append(id)
        let last = elements.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        for element in elements[..<last] {
            bytes.append(delimiters.element)
            for (index, components) in element.repetitions.enumerated() {
                if index > 0 { bytes.append(delimiters.repetition ?? 0) }
                let last = components.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
                for (index, component) in components[..<last].enumerated() {
                    if index > 0 { bytes.append(delimiters.component ?? 0) }
                    append(component)
                }
            }
        }
        set?.segmentCount += 1
        endSegment()
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func endSegment() {
        bytes.append(delimiters.terminator)
        bytes += lineEnding
    }

    private func check(_ id: String, _ elements: [ElementContent]) throws(BuildFailure) {
        for (index, element) in elements.enumerated() {
            let place = Place(segment: id, element: index + 1)
            if element.repetitions.count > 1, delimiters.repetition == nil {
                throw .delimitersUnusable
            }
            for components in element.repetitions {
                for component in components { try check(component, at: place) }
            }
        }
    }

    private func check(_ value: String, at place: Place) throws(BuildFailure) {
        for byte in value.utf8
        where byte == delimiters.element || byte == delimiters.terminator
            || byte == delimiters.component || byte == delimiters.repetition
        {
            throw .delimiterInValue(place)
        }
    }
}

extension Delimiters {
    /// Whether an interchange can be written with them: all but the repetition separator are there,
    /// none is a letter, a digit or a blank, and lines end nothing but segments.
    var areUsable: Bool {
        guard let component else { return false }
        let inside = [element, component] + (repetition.map { [$0] } ?? [])
        let all = inside + [terminator]
        return Set(all).count == all.count && !all.contains { $0.isAlphanumeric || $0 == 0x20 }
            && !inside.contains { $0.isWhiteSpace }
    }
}
