import CareModel

/// The policies that loops 2320 of a claim name beside the one that it is sent to.
enum OtherPolicies {
    /// NM109 of 2330B: what the lines call the payer by.
    static func payer(
        of policy: RecordObject<OtherSubscriberFields>
    ) -> UnsafeBufferPointer<UInt8>? {
        let identifier = policy.object(.payer, OtherPayerFields.self)?
            .object(.identifier, IdentificationFields.self)
        guard let identifier, identifier.has(.value) else { return nil }
        return identifier.bytes(.value)
    }

    /// So many are looked at: the guides allow 10, and their own rules tell of more.
    static let limit = 50

    /// Whether there are no more than are looked at.
    static func areOrdinary(_ claim: RecordObject<ClaimFields>) -> Bool {
        var count = 0
        for _ in claim.objects(.otherSubscribers, OtherSubscriberFields.self) {
            count += 1
            if count > limit { return false }
        }
        return true
    }

    /// Those of one payer.
    static func all(
        of payer: UnsafeBufferPointer<UInt8>, in claim: RecordObject<ClaimFields>
    ) -> [RecordObject<OtherSubscriberFields>] {
        claim.objects(.otherSubscribers, OtherSubscriberFields.self).prefix(limit).filter {
            self.payer(of: $0)?.elementsEqual(payer) ?? false
        }
    }

    /// Whether a policy is the first of its payer's.
    static func isFirst(
        _ policy: RecordObject<OtherSubscriberFields>, of payer: UnsafeBufferPointer<UInt8>,
        in claim: RecordObject<ClaimFields>
    ) -> Bool {
        all(of: payer, in: claim).first?.index == policy.index
    }

    /// How many are of one payer.
    static func count(
        of payer: UnsafeBufferPointer<UInt8>, in claim: RecordObject<ClaimFields>
    ) -> Int {
        all(of: payer, in: claim).count
    }
}
