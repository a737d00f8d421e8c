import CareModel
import X12Mapping
import X12Syntax

// loops 2310A to 2310F, which NM101 tells apart, as each guide gives them other letters
//   71 Attending  72 Operating  ZZ Other Operating             institutional
//   DN P3 Referring  82 Rendering  77 Service Facility
//   DQ Supervising                                             professional, dental
//   DD Assistant Surgeon                                       dental
//   PW Ambulance Pick-up  45 Ambulance Drop-off                professional

/// Maps the providers of a claim, each to the field of its role.
enum ClaimRoleMapping {
    static func read(
        _ loop: ClaimLoop, _ cursor: inout SegmentCursor<ClaimLoop>, _ claim: Int
    ) {
        let provider = cursor.elements.record.add(ClaimProviderFields.self)
        ProviderMapping.read(loop, &cursor, provider)
        let record = cursor.elements.record
        let read = record.record(provider, as: ClaimProviderFields.self)
        let role = Key(rawValue: read.key(.role))
        if let field = field(role), record.slot(claim, field).isEmpty {
            record.set(claim, field, object: provider)
        } else if role == Key("DN") || role == Key("P3") {
            record.append(provider, to: claim, ClaimFields.referringProviders)
        } else {
            record.append(provider, to: claim, ClaimFields.otherProviders)
        }
    }

    /// The field of a role that one provider has.
    private static func field(_ role: Key) -> ClaimFields? {
        switch role {
        case Key("71"): .attendingProvider
        case Key("72"): .operatingProvider
        case Key("ZZ"): .otherOperatingProvider
        case Key("82"): .renderingProvider
        case Key("DQ"): .supervisingProvider
        case Key("DD"): .assistantSurgeon
        case Key("77"): .serviceFacility
        case Key("PW"): .ambulancePickUp
        case Key("45"): .ambulanceDropOff
        default: nil
        }
    }
}
