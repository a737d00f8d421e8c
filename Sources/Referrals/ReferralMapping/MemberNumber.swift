import CareModel

// Which of a member's numbers is MassHealth's.
extension ReferralMapper {
    /// The number that says it is Medicaid's or MassHealth's; else one that has its form, which is
    /// noted, as any other number of twelve digits has it too.
    mutating func setMemberNumber() {
        guard builder.slot(referral, ReferralFields.memberId).isEmpty else { return }
        guard let member = builder.object(referral, .member, ReferralMemberFields.self) else {
            return
        }
        builder.bytes = UnsafePointer(arena.base)
        let identifiers = builder.record(member)
            .objects(.identifiers, ReferralIdentifierFields.self)
        guard let found = MemberNumber.best(of: identifiers) else { return }
        builder.set(referral, ReferralFields.memberId, found.number)
        facts.isMemberNumberAssumed = found.isAssumed
    }
}

/// How MassHealth's number of a member is known.
enum MemberNumber {
    /// Twelve digits.
    static func isDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 12 && bytes.allSatisfy { 0x30...0x39 ~= $0 }
    }

    /// The number that is most likely MassHealth's, and whether only its form says so.
    ///
    /// One that is named as such comes first, of these one of twelve digits that is in use, of
    /// these one that is called MassHealth's; of equals the first.
    ///
    /// - Parameter ended: which of them are not in use any more, by their places.
    static func best(
        of identifiers: RecordList<ReferralIdentifierFields>, ended: Set<Int> = []
    ) -> (number: Slot, isAssumed: Bool)? {
        var best: (number: Slot, rank: Int)?
        for (place, identifier) in identifiers.enumerated() {
            let rank = rank(identifier, hasEnded: ended.contains(place))
            if rank > best?.rank ?? 0 { best = (identifier.slot(.value), rank) }
        }
        return best.map { ($0.number, $0.rank < Self.named) }
    }

    /// From here on a number is named.
    private static let named = 16

    /// The more, the likelier; 0 of what says nothing.
    private static func rank(
        _ identifier: RecordObject<ReferralIdentifierFields>, hasEnded: Bool
    ) -> Int {
        // A reference is no number, whatever the server is called that it is on.
        guard identifier.has(.value), !identifier.bytes(.type).isText("reference") else { return 0 }
        let isInUse = !hasEnded && !identifier.bytes(.use).elementsEqual("old".utf8)
        let form = (isDigits(identifier.bytes(.value)) ? 4 : 0) + (isInUse ? 2 : 0)
        switch naming(identifier) {
        case 0: return form & 4 == 0 ? 0 : form
        case let naming: return named + form * 2 + naming
        }
    }

    /// 2 where the system, the type or whoever assigned it names MassHealth; 1 where they name
    /// Medicaid, or the type is that of Medicaid numbers (`MA` of HL7's table 0203).
    private static func naming(_ identifier: RecordObject<ReferralIdentifierFields>) -> Int {
        var naming = identifier.key(.type) == 0x414D ? 1 : 0
        for field in [ReferralIdentifierFields.system, .assigner, .type] {
            naming = max(naming, self.naming(identifier.bytes(field)))
        }
        return naming
    }

    /// 2 of words that name MassHealth, 1 of those that name Medicaid.
    static func naming(_ words: UnsafeBufferPointer<UInt8>) -> Int {
        let words = words.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        if contains(words, "masshealth") { return 2 }
        return contains(words, "medicaid") ? 1 : 0
    }

    private static func contains(_ words: [UInt8], _ wanted: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(
            start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
        guard words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains {
            words[$0...].starts(with: wanted)
        }
    }
}
