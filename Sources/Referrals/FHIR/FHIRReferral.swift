import CareModel

extension FHIRMapper {
    /// Reads the resources of one referral.
    ///
    /// - Parameter statements: what says of itself which patient it is about.
    mutating func read(_ unit: FHIRUnit, _ statements: FHIRStatementsOfPatients) {
        begin(at: unit.main)
        if let newest = unit.requests.last {
            let request = use(newest)
            read(request: request)
            readParties(ofRequest: request)
            for old in unit.requests.dropLast() { takeRepeated(use(old), request) }
        }
        read(tasks: unit.tasks, hasRequest: !unit.requests.isEmpty)
        takeAuthored(unit)
        if let patient {
            for statement in statements.of(patient, for: unit) {
                append(statement: use(statement))
            }
        }
        appendNarratives()
        end()
    }

    /// A task that was written when its request was says nothing new by it.
    private func takeAuthored(_ unit: FHIRUnit) {
        guard let request = unit.requests.last else { return }
        let authored = tree.root(of: request).value(.authoredOn)
        for task in unit.tasks.flatMap({ $0 }) {
            guard let own = tree.root(of: task).first(.authoredOn),
                tree.texts.isEqual(own.value, authored)
            else { continue }
            take(own)
        }
    }

    /// Takes the values of an earlier version that are those of the newest: children of one name are
    /// compared in their order, and those of other names come in the order of the standard.
    mutating func takeRepeated(_ old: FHIRElement, _ newest: FHIRElement) {
        if !old.value.isEmpty, tree.texts.isEqual(old.value, newest.value) { take(old) }
        var others = newest.children
        for child in old.children {
            if let other = others.skip(to: child.name) { takeRepeated(child, other) }
        }
    }
}
