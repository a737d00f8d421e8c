import CareModel

// Words that are sent beside what they tell of: what says no more counts as taken with it, and what
// says more is a value of its own.
extension FHIRMapper {
    /// Takes a text whose every word is among those of others.
    func takeRepeated(_ element: FHIRElement?, _ others: Slot...) {
        guard let element, !element.value.isEmpty else { return }
        if repeats(element.value, others) { take(element) }
    }

    /// The same of the words beside a reference, by what it leads to is called.
    func takeDisplay(of reference: FHIRElement, named resource: Int) {
        let root = tree.root(of: resource)
        if let type = reference.first(.type),
            root.type.rawValue.utf8.elementsEqual(type.bytes)
        {
            take(type)
        }
        guard let display = reference.first(.display), !display.value.isEmpty else { return }
        if repeats(display.value, callings(root)) { take(display) }
    }

    /// What a resource is called: names, or what its codes say.
    private func callings(_ root: FHIRElement) -> [Slot] {
        var slots: [Slot] = []
        for name in root.all(.name) {
            slots.append(name.value)
            for part in name.children { slots.append(part.value) }
        }
        for name in [FHIRName.code, .description, .type] {
            guard let concept = root.first(name) else { continue }
            slots += [concept.value, concept.value(.text)]
            for coding in concept.all(.coding) {
                slots += [coding.value(.display), coding.value(.code)]
            }
        }
        return slots
    }

    func repeats(_ words: Slot, _ others: [Slot]) -> Bool {
        // Most that say no more say just the same.
        if others.contains(where: { tree.texts.isEqual($0, words) }) { return true }
        var rest = tree.texts.bytes(words)[...]
        while let word = Words.next(&rest) {
            let isTold = others.contains { other in
                var told = tree.texts.bytes(other)[...]
                while let known = Words.next(&told) {
                    if Words.isSame(word, known) { return true }
                }
                return false
            }
            guard isTold else { return false }
        }
        return true
    }
}

/// Runs of letters and digits.
private enum Words {
    typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// The next word, which is taken off; `nil` where none is left.
    static func next(_ rest: inout Bytes) -> Bytes? {
        while let byte = rest.first, !isPart(byte) { rest = rest.dropFirst() }
        guard !rest.isEmpty else { return nil }
        let word = rest.prefix { isPart($0) }
        rest = rest[word.endIndex...]
        return word
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte & 0xDF || byte >= 0x80
    }

    /// Whether two words are the same but for capitals.
    static func isSame(_ left: Bytes, _ right: Bytes) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 | 0x20 && $0 < 0x80) }
    }
}
