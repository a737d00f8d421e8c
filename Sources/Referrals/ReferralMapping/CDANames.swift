import CareModel
import XMLSyntax

// name: prefix*, given*, family*, suffix*, each with a qualifier; or words alone
extension ReferralMapper {
    /// `<name use><prefix/><given/><family/><suffix/></name>`, or words alone.
    ///
    /// Names that somebody is called by, or had at birth, are no part of the legal one beside them.
    mutating func cdaName(_ node: Int) -> Draft<PersonNameFields> {
        let name = add(PersonNameFields.self, from: node)
        let parts = [CDAName.family, .given, .prefix, .suffix].map { part in
            nameParts(part, of: node).own.map { element in
                _ = tree.take(element, AttributeName.qualifier.name)
                return tree.takeText(element)
            }.filter { !$0.isEmpty }
        }
        // That it is the legal one says its place.
        let use = tree.value(node, AttributeName.use.name)
        if CDAUse.isLegal(arena.bytes(use)) { _ = take(node, .use) }
        set(name, .last, arena.add(parts[0], between: " "))
        set(name, .first, parts[1].first ?? .none)
        set(name, .middle, arena.add(Array(parts[1].dropFirst()), between: " "))
        set(name, .prefix, arena.add(parts[2], between: " "))
        set(name, .suffix, arena.add(parts[3], between: " "))
        if parts.allSatisfy(\.isEmpty) { set(name, .last, tree.takeText(node)) }
        return name
    }

    /// The other names within a name, each by itself.
    mutating func cdaOtherNames(_ node: Int) -> [Draft<PersonNameFields>] {
        var names: [Draft<PersonNameFields>] = []
        for (part, field) in [(CDAName.given, PersonNameFields.first), (.family, .last)] {
            for element in nameParts(part, of: node).others {
                let text = tree.takeText(element)
                guard !text.isEmpty else { continue }
                _ = tree.take(element, AttributeName.qualifier.name)
                let name = add(PersonNameFields.self, from: element)
                set(name, field, text)
                names.append(name)
            }
        }
        return names
    }

    /// Elements of a part of a name: those of the name itself, and others that somebody is called
    /// by (`CL`), had at birth (`BR`) or has of a spouse (`SP`), where there are others than these.
    ///
    /// Source: HL7 v3, EntityNamePartQualifier.
    private func nameParts(_ part: CDAName, of node: Int) -> (own: [Int], others: [Int]) {
        var all: [Int] = []
        var element = child(node, part)
        while element >= 0 {
            all.append(element)
            element = tree.sibling(element, part.name)
        }
        for codes in [["CL", "BR", "SP"], ["CL", "BR"], ["CL"]] as [[StaticString]] {
            let own = all.filter { !hasQualifier($0, codes) }
            if !own.isEmpty { return (own, all.filter { !own.contains($0) }) }
        }
        return (all, [])
    }

    private func hasQualifier(_ element: Int, _ codes: [StaticString]) -> Bool {
        let sent = arena.bytes(tree.value(element, AttributeName.qualifier.name))
        return sent.split(separator: 0x20).contains { word in
            codes.contains { code in code.withUTF8Buffer { $0.elementsEqual(word) } }
        }
    }
}
