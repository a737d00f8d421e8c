/// Where in the guide a finding stands, in the guide's own words: `2100A/NM1-09-2`.
///
/// Every part comes from a grammar, never from the input.
public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// Loop id as printed, `2100A`; empty for header, trailer and envelope segments.
    public let loop: String
    /// Segment id, `NM1`; empty where the input's segment is unknown.
    public let segment: String
    /// From 1; 0 for the whole segment.
    public let element: Int
    /// From 1; 0 for the whole element.
    public let component: Int

    /// A place; the file itself where nothing is given.
    public init(loop: String = "", segment: String = "", element: Int = 0, component: Int = 0) {
        self.loop = loop
        self.segment = segment
        self.element = element
        self.component = component
    }

    public var description: String {
        var text = loop
        if !segment.isEmpty {
            if !text.isEmpty { text += "/" }
            text += segment
        }
        if element > 0 { text += element < 10 ? "-0\(element)" : "-\(element)" }
        if component > 0 { text += "-\(component)" }
        return text
    }
}
