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

    /// How many are of one payer.
    static func count(
        of payer: UnsafeBufferPointer<UInt8>, in claim: RecordObject<ClaimFields>
    ) -> Int {
        var (count, seen) = (0, 0)
        for policy in claim.objects(.otherSubscribers, OtherSubscriberFields.self) {
            seen += 1
            if seen > limit { break }
            if let number = self.payer(of: policy), number.elementsEqual(payer) {
                count += 1
            }
        }
        return count
    }
}
