import CareModel

// What was read into objects that the record has no place for.
extension ReferralMapper {
    /// Gives back the values of objects that are in no field of the record: that of one field came
    /// after another, or that nothing asked for in the end. Nobody took them, then.
    ///
    /// The values of an element are those of the object that was made of it, or of the nearest around
    /// it; they stay taken where an object of the record was made of the same.
    mutating func giveBackUnplaced() {
        guard let last = origins.last else { return }
        var isPlaced = [Bool](repeating: false, count: last.object + 1)
        notePlaced(referral.index, ReferralFields.self, &isPlaced)
        guard origins.contains(where: { !isPlaced[$0.object] }) else { return }
        var isKept = [Bool](repeating: false, count: tree.nodes.count)
        for origin in origins where origin.node >= 0 && isPlaced[origin.object] {
            isKept[origin.node] = true
        }
        for origin in origins
        where origin.node >= 0 && !isPlaced[origin.object] && !isKept[origin.node] {
            tree.giveBack(origin.node, keeping: isKept)
        }
    }

    /// Notes an object and those in its fields.
    private func notePlaced(
        _ object: Int, _ fields: any RecordFields.Type, _ isPlaced: inout [Bool]
    ) {
        if isPlaced.indices.contains(object) {
            if isPlaced[object] { return }
            isPlaced[object] = true
        }
        for (place, field) in fields.definitions.enumerated() {
            guard let inner = field.fields else { continue }
            var index = Int(builder.slots[object + 1 + place].start)
            switch field.kind {
            case .object, .members: if index > 0 { notePlaced(index, inner, &isPlaced) }
            case .objects:
                while index > 0 {
                    notePlaced(index, inner, &isPlaced)
                    index = Int(builder.slots[index].start)
                }
            default: break
            }
        }
    }

    /// Counts, of each section, the values of entries that nobody took: its words tell them.
    mutating func countEntries() {
        for (section, node) in facts.sectionNodes {
            var unread = 0
            each(.entry, in: node) { mapper, entry in
                unread += mapper.tree.countUnread(entry)
                mapper.tree.pass(entry)
            }
            if unread > 0 { builder.set(section, ReferralSectionFields.entries, number: unread) }
        }
    }

    /// Takes what is said of a code beside it where it says no more: the list that its place asks
    /// for, and what that calls it.
    mutating func takeRepeated(
        _ node: Int, list: StaticString, _ names: [(code: StaticString, name: StaticString)]
    ) {
        if arena.holds(tree.value(node, AttributeName.codeSystem.name), list) {
            _ = take(node, .codeSystem)
        }
        let code = tree.value(node, AttributeName.code.name)
        let shown = arena.bytes(tree.value(node, AttributeName.displayName.name))
        let isName = names.contains { known in
            arena.holds(code, known.code)
                && known.name.withUTF8Buffer { name in
                    name.elementsEqual(shown.lazy.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 })
                }
        }
        if isName { _ = take(node, .displayName) }
    }
}

/// What lists of HL7 version 3 call their codes, without capitals.
///
/// Source: HL7 Terminology, Confidentiality, AdministrativeGender and ActPriority.
enum CDANames {
    static let confidentiality: [(code: StaticString, name: StaticString)] = [
        ("U", "unrestricted"), ("L", "low"), ("M", "moderate"), ("N", "normal"),
        ("R", "restricted"), ("V", "very restricted"),
    ]
    static let gender: [(code: StaticString, name: StaticString)] = [
        ("F", "female"), ("M", "male"), ("UN", "undifferentiated"),
    ]
    static let priority: [(code: StaticString, name: StaticString)] = [
        ("R", "routine"), ("EL", "elective"), ("UR", "urgent"), ("A", "asap"), ("S", "stat"),
        ("EM", "emergency"),
    ]
}
