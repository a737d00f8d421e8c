import XMLSyntax

/// Elements of a Turnpike referral: `grammars/referrals/turnpike-referral.xsd`.
enum TurnpikeName: Int32, CaseIterable {
    case referrals = 88, referral, identifier, program, member, name, otherName, race, ethnicity,
        language, telecom, address, line, contact, from, to, author, custodian, participant,
        organization, practitioner, coverage, reason, need, healthNeed, riskFactor, benefit,
        service, goal, step, consent, history, problem, medication, allergy, observation,
        document, note, description

    var name: XMLName { XMLName(index: rawValue) }
}
