import CareModel
import X12Mapping

/// What tells providers apart: the NPI; of those that have none, as atypical providers, the name and
/// the numbers they have instead.
enum ProviderKey {
    @inline(__always)
    static func add(_ provider: RecordObject<ClaimProviderFields>, to key: inout KeyHash) {
        guard !provider.has(.npi) else { return key.add(provider.bytes(.npi)) }
        addOthers(provider, to: &key)
    }

    @inline(never)
    private static func addOthers(
        _ provider: RecordObject<ClaimProviderFields>, to key: inout KeyHash
    ) {
        key.add(provider.bytes(.organization))
        if let name = provider.object(.name, PersonNameFields.self) {
            for part in [PersonNameFields.last, .first, .middle, .suffix] {
                key.add(name.bytes(part))
            }
        }
        if let identifier = provider.object(.identifier, IdentificationFields.self) {
            key.add(identifier.key(.code))
            key.add(identifier.bytes(.value))
        }
        // A sum, as REFs may come in any order.
        var identifiers: UInt64 = 0
        for identifier in provider.objects(.identifiers, ClaimIdentifierFields.self) {
            var own = KeyHash()
            own.add(identifier.key(.code))
            own.add(identifier.bytes(.value))
            identifiers &+= own.value
        }
        key.add(identifiers)
    }
}
