import X12Grammar

/// Which element's code tells a segment apart from others that may come where it does.
extension Guide {
    /// The position of that element by index in `segments`, from 1: the first, or where two of an
    /// id at a position share a code in it, the next one that all require and that tells them apart.
    ///
    /// The first is not enough where it is less particular: a certificate and a form of a service
    /// line (005010X222A1, 2400/PWK) are both `CT`, and only PWK-02 says which.
    func qualifierElements() -> [Int] {
        var elements = [Int](repeating: 1, count: segments.count)
        for loop in loops {
            // What opens the loop has no rivals in it.
            let children = loop.children.dropFirst(loop.parent == nil ? 0 : 1)
            var openers = children.compactMap { opener(of: $0) }[...]
            while let first = openers.popFirst() {
                let rivals = openers.filter { segments[$0].isRival(of: segments[first]) }
                if rivals.isEmpty { continue }
                let group = [first] + rivals
                let element = tellingElement(of: group)
                for segment in group { elements[segment] = element }
                openers.removeAll { group.contains($0) }
            }
        }
        return elements
    }

    private func opener(of child: LoopDefinition.Child) -> Int? {
        switch child {
        case .segment(let index): index
        case .loop(let index):
            if case .segment(let first)? = loops[index].children.first { first } else { nil }
        }
    }

    private func tellingElement(of group: [Int]) -> Int {
        let count = group.map { segments[$0].elements.count }.min() ?? 0
        let telling = (0..<count).first { index in
            var seen: Set<String> = []
            return group.allSatisfy { segment in
                let element = segments[segment].elements[index]
                let codes = element.qualifierCodes
                defer { seen.formUnion(codes) }
                let isSure = index == 0 || element.usage == .required
                return isSure && !codes.isEmpty && seen.isDisjoint(with: codes)
            }
        }
        return (telling ?? 0) + 1
    }
}

extension SegmentDefinition {
    /// Whether one can be taken for the other: they stand at one position, under one id.
    fileprivate func isRival(of other: SegmentDefinition) -> Bool {
        position == other.position && table == other.table && id == other.id
    }
}

extension ElementDefinition {
    /// The codes that tell segments apart: its own, or those of its first component.
    var qualifierCodes: [String] { components.first?.codes ?? codes }
}
