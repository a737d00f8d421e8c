import CareModel
import Diagnostics
import XMLSyntax

// Where values stand, and which of them nobody took.
extension ReferralTree {
    /// The path of an element in names of our grammars; where the input has another, it ends.
    func place(_ node: Int) -> String {
        var parts: [String] = []
        for name in path(node) {
            guard let text = ReferralNames.text(name) else { break }
            parts.append(text)
        }
        return parts.joined(separator: "/")
    }

    /// The same in all names, for values that are kept beside the fields.
    private func fullPlace(_ node: Int) -> String {
        path(node).map { ReferralNames.text($0) ?? strangers[$0.index] ?? "?" }
            .joined(separator: "/")
    }

    private func path(_ node: Int) -> [XMLName] {
        var names: [XMLName] = []
        var index = node
        while index >= 0 {
            if nodes[index].name != .none { names.append(nodes[index].name) }
            index = Int(nodes[index].parent)
        }
        return names.reversed()
    }

    /// The innermost element around an offset of the input.
    func node(at offset: Int) -> Int {
        var found = -1
        var index = nodes.isEmpty ? -1 : 0
        while index >= 0 {
            let node = nodes[index]
            if node.start <= offset, offset < node.end, node.name != .none {
                found = index
                index = Int(node.firstChild)
            } else {
                index = Int(node.next)
            }
        }
        return found
    }

    /// Values that nobody took, each with its place.
    func unread() -> [OtherValue] {
        var values: [OtherValue] = []
        for index in nodes.indices {
            let node = nodes[index]
            if node.isText {
                guard !node.isRead, let text = Text(arena.bytes(node.text)) else { continue }
                values.append(
                    OtherValue(
                        place: fullPlace(Int(node.parent)), value: text,
                        bytes: node.start..<node.end))
                continue
            }
            for place in node.attributes {
                let attribute = attributes[place]
                guard !attribute.isRead, !ReferralNames.isStructure(attribute.name),
                    let text = Text(arena.bytes(attribute.value))
                else { continue }
                let name =
                    ReferralNames.text(attribute.name) ?? strangers[attribute.name.index] ?? "?"
                values.append(
                    OtherValue(
                        place: "\(fullPlace(index))/@\(name)", value: text,
                        bytes: node.start..<node.end))
            }
        }
        return values
    }
}
