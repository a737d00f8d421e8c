import CareModel
import X12Mapping
import X12Syntax

// loops 2310, 2330C to 2330I, 2420: the same letter is another role in another guide
//   NM1   45 71 72 77 82 85 DD DK DN DQ P3 PW QB ZZ

/// Maps providers whose role their NM1 tells.
enum ProviderRoleMapping {
    /// The provider of a loop into the field of its role.
    static func read<Fields: RecordFields>(
        _ loop: ClaimLoop, _ cursor: inout SegmentCursor<ClaimLoop>, of object: Int,
        _ field: Fields
    ) {
        let roles = cursor.elements.object(ProviderRoleFields.self, in: object, field)
        let provider = cursor.elements.record.add(ClaimProviderFields.self)
        ProviderMapping.read(loop, &cursor, provider)
        let sent = cursor.elements.record.slot(provider, ClaimProviderFields.role)
        let code = Text.key(cursor.elements.record.bytes + Int(sent.start), sent.count)
        var role = role(Key(rawValue: code))
        if role != .referringProviders, !cursor.elements.record.slot(roles, role).isEmpty {
            role = .otherProviders
        }
        cursor.elements.record.append(provider, to: roles, role)
    }

    private static func role(_ code: Key) -> ProviderRoleFields {
        switch code {
        case Key("82"): .renderingProvider
        case Key("DN"), Key("P3"): .referringProviders
        case Key("77"): .serviceFacility
        case Key("DK"): .orderingProvider
        case Key("DQ"): .supervisingProvider
        case Key("QB"): .purchasedServiceProvider
        case Key("72"): .operatingProvider
        case Key("ZZ"): .otherOperatingProvider
        case Key("DD"): .assistantSurgeon
        case Key("PW"): .ambulancePickUp
        case Key("45"): .ambulanceDropOff
        case Key("71"): .attendingProvider
        case Key("85"): .billingProvider
        default: .otherProviders
        }
    }
}
