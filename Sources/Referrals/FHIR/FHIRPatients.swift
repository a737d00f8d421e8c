import CareModel

// One patient's referral holds nothing of another patient.
extension FHIRMapper {
    /// Follows a reference to the member; one to another patient is told of, and nothing of that
    /// patient is taken up.
    mutating func followMember(_ reference: FHIRElement) {
        let sent = memberReference?.value(.reference) ?? .none
        guard case .resource(let index) = tree.target(of: reference),
            tree.resources[index].type == .patient
        else {
            // Of what leads nowhere the member has the words already, if it says the same.
            if tree.texts.isEqual(reference.value(.reference), sent) { take(reference, .reference) }
            _ = follow(reference)
            return
        }
        if let patient, !isSamePerson(index, patient) { return leave(reference) }
        // A member who is named by what leads nowhere may be somebody else.
        if patient != nil || sent.isEmpty { _ = follow(reference) }
    }

    /// Whether a reference leads to what is about another patient; it is told of then.
    mutating func isOfAnother(_ reference: FHIRElement) -> Bool {
        guard let patient, case .resource(let index) = tree.target(of: reference),
            tree.resources[index].type.isStatement
        else { return false }
        let statement = tree.root(of: index)
        for name in [FHIRName.subject, .patient, .beneficiary] {
            guard let subject = statement.first(name),
                case .resource(let other) = tree.target(of: subject),
                tree.resources[other].type == .patient, !isSamePerson(other, patient)
            else { continue }
            leave(reference)
            return true
        }
        return false
    }

    /// Notes a reference to another patient; what it is called there is nobody's business here.
    private mutating func leave(_ reference: FHIRElement) {
        strangers.append(reference)
        take(reference, .display)
        guard let number = reference.first(.identifier) else { return }
        for part in number.children { take(part) }
    }

    /// Whether two resources are of one person: they have a number in common, or one links to the
    /// other.
    private func isSamePerson(_ left: Int, _ right: Int) -> Bool {
        if left == right { return true }
        let first = tree.root(of: left)
        let second = tree.root(of: right)
        let hasNumber = first.all(.identifier).contains { one in
            isTelling(one)
                && second.all(.identifier).contains { other in
                    tree.texts.isEqual(one.value(.value), other.value(.value))
                        && tree.texts.isEqual(one.value(.system), other.value(.system))
                }
        }
        return hasNumber || links(first, to: right) || links(second, to: left)
    }

    /// Whether a number is one person's: those of nobody's list may be anybody's.
    private func isTelling(_ identifier: FHIRElement) -> Bool {
        let value = identifier.value(.value)
        return !value.isEmpty
            && (!identifier.value(.system).isEmpty
                || MemberNumber.isDigits(tree.texts.bytes(value)))
    }

    private func links(_ patient: FHIRElement, to index: Int) -> Bool {
        patient.all(.link).contains { link in
            link.first(.other).map { tree.target(of: $0) == .resource(index) } ?? false
        }
    }
}
