import CareModel

extension FHIRMapper {
    /// Reads the resources of one referral.
    ///
    /// - Parameter statements: what says of itself which patient it is about, for each.
    mutating func read(_ unit: FHIRUnit, _ statements: [Int: [Int]]) {
        begin(at: unit.main)
        if let newest = unit.requests.last {
            let request = use(newest)
            read(request: request)
            readParties(ofRequest: request)
            for old in unit.requests.dropLast() { takeRepeated(use(old), request) }
        }
        read(tasks: unit.tasks, hasRequest: !unit.requests.isEmpty)
        if let patient = parts.first(where: { tree.resources[$0].type == .patient }) {
            for statement in statements[patient] ?? [] {
                append(statement: use(statement))
            }
        }
        end()
    }

    /// Takes the values of an earlier version that are those of the newest.
    mutating func takeRepeated(_ old: FHIRElement, _ newest: FHIRElement) {
        if !old.value.isEmpty, tree.texts.isEqual(old.value, newest.value) { take(old) }
        var seen: [FHIRName: Int] = [:]
        for child in old.children {
            let place = seen[child.name, default: 0]
            seen[child.name] = place + 1
            var others = newest.all(child.name)
            for _ in 0..<place { _ = others.next() }
            if let other = others.next() { takeRepeated(child, other) }
        }
    }
}
