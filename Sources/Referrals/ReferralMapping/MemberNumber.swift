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
        var assumed = Slot.none
        for identifier in builder.record(member)
            .objects(.identifiers, ReferralIdentifierFields.self)
        {
            let number = identifier.slot(.value)
            if MemberNumber.isNamed(identifier) {
                return builder.set(referral, ReferralFields.memberId, number)
            }
            if assumed.isEmpty, MemberNumber.isDigits(arena.bytes(number)) { assumed = number }
        }
        guard !assumed.isEmpty else { return }
        builder.set(referral, ReferralFields.memberId, assumed)
        facts.isMemberNumberAssumed = true
    }
}

/// How MassHealth's number of a member is known.
enum MemberNumber {
    /// Twelve digits.
    static func isDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 12 && bytes.allSatisfy { 0x30...0x39 ~= $0 }
    }

    /// Whether the type is that of Medicaid numbers (`MA` of HL7's table 0203), or the system or
    /// whoever assigned it names MassHealth or Medicaid.
    static func isNamed(_ identifier: RecordObject<ReferralIdentifierFields>) -> Bool {
        if identifier.key(.type) == 0x414D { return true }
        for field in [ReferralIdentifierFields.system, .assigner, .type] {
            let words = identifier.bytes(field).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
            if contains(words, "masshealth") || contains(words, "medicaid") { return true }
        }
        return false
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
