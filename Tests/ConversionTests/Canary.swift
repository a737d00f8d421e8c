import Foundation

/// A marker in place of values.
enum Canary {
    static let marker = "QZMK"

    struct Marked {
        /// `CLM-05-2`: of an element, or of a component of it.
        let place: String
        let text: String
    }

    /// The file with each element, and each component, replaced in turn.
    static func marked(_ file: String) -> [Marked] {
        let segments = file.components(separatedBy: "~")
        var all: [Marked] = []
        for (index, segment) in segments.enumerated() {
            let elements = segment.components(separatedBy: "*")
            let id = elements[0].trimmingCharacters(in: .whitespacesAndNewlines)
            for position in elements.indices.dropFirst() where !(id == "ISA" && position == 16) {
                let place = "\(id)-\(position < 10 ? "0" : "")\(position)"
                for (suffix, value) in replacements(elements[position], isFixed: id == "ISA") {
                    var changed = elements
                    changed[position] = value
                    var marked = segments
                    marked[index] = changed.joined(separator: "*")
                    all.append(
                        Marked(place: place + suffix, text: marked.joined(separator: "~")))
                }
            }
        }
        return all
    }

    private static func replacements(
        _ element: String, isFixed: Bool
    ) -> [(suffix: String, value: String)] {
        let width = max(isFixed ? element.count : 0, marker.count)
        let whole = marker.padding(toLength: width, withPad: " ", startingAt: 0)
        let components = element.components(separatedBy: ":")
        guard components.count > 1, !isFixed else { return [("", whole)] }
        return [("", whole)]
            + components.indices.map { index in
                var changed = components
                changed[index] = marker
                return ("-\(index + 1)", changed.joined(separator: ":"))
            }
    }
}
