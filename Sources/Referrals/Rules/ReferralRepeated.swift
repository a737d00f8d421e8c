import CareModel
import Diagnostics

extension Rule {
    static let referralRepeated = Rule(
        "referral.id.repeated", .warning, "Each referral of a file has a number of its own",
        help: """
            A referral before has the same number, member and sender, and asks for something else or \
            goes to somebody else. Whoever keeps referrals by their numbers, as convert --to fhir \
            does, has only the last of them. One that comes again with another status is right so.
            """)
}

/// What a referral is compared with others by.
package struct ReferralFacts: Sendable {
    /// Of the numbers that identify it; 0 where it has none.
    let number: UInt64
    /// Of these, and of what it asks for and whom it goes to.
    let content: UInt64
    let spot: ReferralSpot
    let column: Int
}

/// The rules that look across the referrals of an input; fed in its order.
///
/// Costs 27 to 40 bytes a referral.
package struct ReferralFileRules: Sendable {
    private var numbers = FirstPlaces()
    private var contents = FirstPlaces()

    package init() {}

    /// Takes in one referral; what it breaks together with those before it.
    package mutating func add(_ facts: ReferralFacts) -> Finding? {
        guard facts.number != 0 else { return nil }
        let start = facts.spot.range.start
        let isKnown = contents.add(facts.content, at: start) != nil
        let first = numbers.add(facts.number, at: start)
        guard let first, !isKnown else { return nil }
        return Finding(
            .referralRepeated, at: facts.spot.range, place: Place(loop: facts.spot.place),
            line: facts.spot.line, column: facts.column, related: [ByteRange(first, first)])
    }
}

extension ReferralFacts {
    init(_ record: RecordObject<ReferralFields>, _ spot: ReferralSpot, column: Int) {
        self.spot = spot
        self.column = column
        let key = record.key
        guard !key.isEmpty else {
            (number, content) = (0, 0)
            return
        }
        var hash = ReferralHash()
        for part in key { hash.add(part) }
        number = hash.value | 1
        for field in [ReferralFields.program, .serviceCategory, .authored, .description] {
            hash.add(record.bytes(field))
        }
        for service in record.objects(.services, ReferralServiceFields.self) {
            for field in [ReferralServiceFields.category, .code, .display, .text] {
                hash.add(service.bytes(field))
            }
        }
        let to = record.object(.to, ReferralPartyFields.self)
        if let organization = to?.object(.organization, ReferralOrganizationFields.self) {
            for field in [ReferralOrganizationFields.name, .pidsl, .npi] {
                hash.add(organization.bytes(field))
            }
        }
        if let person = to?.object(.practitioner, ReferralPractitionerFields.self) {
            hash.add(person.bytes(.npi))
            let name = person.object(.name, PersonNameFields.self)
            if let name { hash.add(name.bytes(.last)) }
        }
        content = hash.value | 1
    }
}

/// Texts as one number, the same on every machine and run.
private struct ReferralHash {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var word: UInt64 = 0
        for (place, byte) in text.enumerated() {
            word = word &<< 8 | UInt64(byte)
            if place & 7 == 7 {
                add(word)
                word = 0
            }
        }
        add(word ^ UInt64(truncatingIfNeeded: text.count) &<< 56)
    }

    private mutating func add(_ word: UInt64) {
        let (high, low) = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        value = high ^ low &+ 0x2545_F491_4F6C_DD1D
    }
}

extension ReferralReader {
    /// What the referral of the unit that came last is compared with others by.
    package var facts: ReferralFacts {
        let spot = isFHIR ? fhir.spot : spotOfDocument
        return ReferralFacts(record, spot, column: window.column(of: spot.range.start))
    }
}
