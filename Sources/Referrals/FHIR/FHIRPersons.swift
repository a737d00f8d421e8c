import CareModel

// Which Patients are one person.
extension FHIRTree {
    /// Whether two resources are of one person: one links to the other, or they have a number in
    /// common.
    ///
    /// Members with two numbers of MassHealth's are two, whatever else they share: a household's
    /// number, or what was typed where there was none.
    func isSamePerson(_ left: Int, _ right: Int) -> Bool {
        if left == right { return true }
        let first = root(of: left)
        let second = root(of: right)
        if links(first, to: right) || links(second, to: left) { return true }
        let known = memberNumbers(first)
        let others = memberNumbers(second)
        if !known.isEmpty, !others.isEmpty {
            return known.contains { one in others.contains { texts.isEqual(one, $0) } }
        }
        return first.all(.identifier).contains { one in
            isTelling(one)
                && second.all(.identifier).contains { other in
                    texts.isEqual(one.value(.value), other.value(.value))
                        && texts.isEqual(one.value(.system), other.value(.system))
                }
        }
    }

    /// Whether a number is one person's: those of nobody's list may be anybody's.
    private func isTelling(_ identifier: FHIRElement) -> Bool {
        let value = texts.bytes(identifier.value(.value))
        return !FillerNumber.isFiller(value)
            && (!identifier.value(.system).isEmpty || MemberNumber.isDigits(value))
    }

    /// The numbers that are said to be MassHealth's; where none is, those that have their form and
    /// are of nobody's list.
    private func memberNumbers(_ patient: FHIRElement) -> [Slot] {
        var named: [Slot] = []
        var assumed: [Slot] = []
        for identifier in patient.all(.identifier) {
            let value = identifier.value(.value)
            let bytes = texts.bytes(value)
            guard MemberNumber.isDigits(bytes), !FillerNumber.isFiller(bytes) else { continue }
            if isNamed(identifier) {
                named.append(value)
            } else if identifier.value(.system).isEmpty {
                assumed.append(value)
            }
        }
        return named.isEmpty ? assumed : named
    }

    /// Whether the system, the type or whoever assigned a number says that it is MassHealth's.
    private func isNamed(_ identifier: FHIRElement) -> Bool {
        let type = identifier.first(.type)
        let coding = type?.coding(of: .identifierType)
        if coding?.first(.code)?.has("MA") ?? false { return true }
        let assigner = identifier.first(.assigner)
        var words = [
            identifier.value(.system), type?.value(.text), coding?.value(.code),
            assigner?.value(.display),
        ]
        if let assigner, case .resource(let index) = target(of: assigner) {
            words.append(root(of: index).value(.name))
        }
        return words.contains { $0.map { MemberNumber.naming(texts.bytes($0)) > 0 } ?? false }
    }

    private func links(_ patient: FHIRElement, to index: Int) -> Bool {
        patient.all(.link).contains { link in
            link.first(.other).map { target(of: $0) == .resource(index) } ?? false
        }
    }
}
