import CareModel

// One patient's referral holds nothing of another patient.
extension FHIRMapper {
    /// Follows a reference to the member; one to another patient is told of, and nothing of that
    /// patient is taken up.
    mutating func followMember(_ reference: FHIRElement) {
        let sent = memberReference?.value(.reference) ?? .none
        let isOfMember = memberReference.map { isSame(reference, $0) } ?? false
        guard case .resource(let index) = tree.target(of: reference),
            tree.resources[index].type == .patient
        else {
            // Of what leads nowhere the member has the words already, if it says the same.
            if isOfMember { take(reference, .reference) }
            _ = follow(reference)
            return
        }
        if let patient, !tree.isSamePerson(index, patient) { return leave(reference) }
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
                tree.resources[other].type == .patient, !tree.isSamePerson(other, patient)
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
}
