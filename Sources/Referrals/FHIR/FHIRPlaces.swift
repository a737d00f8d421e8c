import CareModel
import Diagnostics

extension FHIRNode.Kind {
    /// What FHIR has no name for.
    fileprivate var place: String {
        switch self {
        case .element: "element"
        case .attribute: "@attribute"
        case .words: "text()"
        }
    }
}

// Where elements stand, in the names of FHIR.
extension FHIRTree {
    /// `Bundle/entry/ServiceRequest/status`; elements that FHIR does not know are `element`.
    func place(_ node: UInt32, of resource: Int) -> String {
        var parts: [String] = []
        var index = node
        var current = resource
        while index > 0 {
            if index == resources[current].node {
                parts.append(resources[current].type.rawValue)
                if resources[current].container >= 0 { current = Int(resources[current].container) }
            } else {
                let node = self.node(index)
                parts.append(node.name == .unknown ? node.kind.place : node.name.rawValue)
            }
            index = self.node(index).parent
        }
        if isBundle { parts += ["entry", "Bundle"] }
        return parts.reversed().joined(separator: "/")
    }

    /// `/Bundle/entry[2]/resource/ServiceRequest`, `/Task/contained[1]/ServiceRequest`
    func path(of index: Int) -> String {
        let type = resources[index].type.rawValue
        let container = resources[index].container
        if container >= 0 {
            let before = resources[..<index].reduce(0) { $0 + ($1.container == container ? 1 : 0) }
            return "\(path(of: Int(container)))/contained[\(before + 1)]/\(type)"
        }
        return isBundle ? "/Bundle/entry[\(resources[index].entry)]/resource/\(type)" : "/\(type)"
    }

    /// Where an element stands, for findings.
    func spot(_ element: FHIRElement) -> ReferralSpot {
        ReferralSpot(
            element.range, line: element.line,
            place: place(element.node, of: element.resource))
    }

    /// Where a resource stands, for findings.
    func spot(resource index: Int) -> ReferralSpot { spot(root(of: index)) }

    /// The values in a resource that a record did not take.
    func untaken(_ index: Int, by record: UInt32) -> [OtherValue] {
        var values: [OtherValue] = []
        let resource = resources[index]
        var node = resource.node + 1
        var inner = index + 1
        let passed = passedOver(of: index)
        while node < resource.endNode {
            // Contained resources lie in the order of their nodes.
            while inner < resources.count, Int(resources[inner].container) >= index,
                resources[inner].node < node
            {
                inner += 1
            }
            if inner < resources.count, resources[inner].container >= 0,
                resources[inner].node == node
            {
                node = max(node + 1, resources[inner].endNode)
                continue
            }
            let element = self.node(node)
            if element.taker != record, !element.value.isEmpty, !passed.contains(node),
                let value = Text(texts.bytes(element.value))
            {
                values.append(
                    OtherValue(
                        place: place(node, of: index), value: value,
                        bytes: element.range.start..<element.range.end))
            }
            node += 1
        }
        return values
    }

    /// What says nothing of the referral: a resource's own id, when and as which version a server
    /// keeps it, and how its narrative was made. All else of its `meta` is told, labels that restrict
    /// its use above all; so is what comes twice.
    private func passedOver(of index: Int) -> [UInt32] {
        let root = root(of: index)
        let meta = root.first(.meta)
        let passed = [
            root.first(.id), meta?.first(.versionId), meta?.first(.lastUpdated),
            root.first(.text)?.first(.status),
        ]
        return passed.compactMap { $0?.node }
    }
}
