import CareModel
import XMLSyntax

// act (Coverage Activity): entryRelationship+ (sequenceNumber? act (Policy Activity))
// act (Policy Activity): id+ code? performer+ participant+
extension ReferralMapper {
    /// The payers of a Coverage Activity, each of which is a Policy Activity in it.
    ///
    /// Source: C-CDA R2.1, Coverage Activity (4.60) and Policy Activity (4.61).
    mutating func addCoverages(_ node: Int) {
        var hasPolicy = false
        each(.entryRelationship, in: node) { mapper, related in
            let policy = mapper.child(related, .act)
            guard policy >= 0 else { return }
            hasPolicy = true
            mapper.addCoverage(policy, in: related)
        }
        if !hasPolicy { addCoverage(node, in: -1) }
    }

    private mutating func addCoverage(_ node: Int, in related: Int) {
        let coverage = add(ReferralCoverageFields.self, from: node)
        setConcept(coverage, .type, child(node, .code))
        // That the act is completed says nothing of the coverage.
        tree.pass(child(node, .statusCode))
        set(coverage, .group, child(node, .id), .extension)
        set(coverage, .order, child(related, .sequenceNumber), .value)
        each(.performer, in: node) { $0.setPayer(coverage, $1) }
        each(.participant, in: node) { $0.setCovered(coverage, $1) }
        builder.append(coverage, to: referral, ReferralFields.coverages)
    }

    /// The first performer that is not who answers for the costs.
    private mutating func setPayer(_ coverage: Draft<ReferralCoverageFields>, _ performer: Int) {
        let entity = child(performer, .assignedEntity)
        let role = tree.value(child(entity, .code), AttributeName.code.name)
        let name = child(entity, .representedOrganization, .name)
        guard !arena.holds(role, "GUAR"), name >= 0, !builder.has(coverage, .payer) else { return }
        tree.pass(child(entity, .code))
        set(coverage, .payer, tree.takeText(name))
        addIdentifiers(of: entity, to: coverage, ReferralCoverageFields.payerIdentifiers)
    }

    /// Whom it covers, since when, and by which number; that of whose policy it is comes first.
    private mutating func setCovered(
        _ coverage: Draft<ReferralCoverageFields>, _ participant: Int
    ) {
        let type = tree.value(participant, AttributeName.typeCode.name)
        let role = child(participant, .participantRole)
        if arena.holds(type, "HLD") {
            set(coverage, .subscriberId, child(role, .id), .extension)
        }
        guard arena.holds(type, "COV") else { return }
        let time = child(participant, .time)
        setMoment(coverage, .begin, nil, child(time, .low), .value)
        setMoment(coverage, .end, nil, child(time, .high), .value)
        addIdentifiers(of: role, to: coverage, ReferralCoverageFields.identifiers)
        setConcept(coverage, .relationship, child(role, .code))
    }
}
