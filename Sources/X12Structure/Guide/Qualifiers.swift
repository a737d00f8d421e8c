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
            var rivals: [SegmentPlace: [Int]] = [:]
            // What opens the loop has no rivals in it.
            for child in loop.children.dropFirst(loop.parent == nil ? 0 : 1) {
                guard let segment = opener(of: child) else { continue }
                rivals[SegmentPlace(segments[segment]), default: []].append(segment)
            }
            for group in rivals.values where group.count > 1 {
                let element = tellingElement(of: group)
                for segment in group { elements[segment] = element }
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

/// Where segments of one id can be taken for one another.
private struct SegmentPlace: Hashable {
    let id: String
    let table: Int
    let position: Int

    init(_ segment: SegmentDefinition) {
        id = segment.id
        table = segment.table
        position = segment.position
    }
}

extension ElementDefinition {
    /// The codes that tell segments apart: its own, or those of its first component.
    var qualifierCodes: [String] { components.first?.codes ?? codes }
}
