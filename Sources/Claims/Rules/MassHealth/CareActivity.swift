import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

/// The activities that a Community Partner reports by claims without a charge.
///
/// Source: the codes of the program's first period, to 2023-03-31, and of its second, with the
/// modifiers and the most of a day that the second has. A code that is in use beyond the program too
/// is an activity only in a claim of no charge.
struct CareActivity: Sendable {
    /// As `Text.key`.
    let code: UInt64
    /// A modifier that makes another activity of the code; 0 for none.
    let variant: UInt64
    let isOfFirst: Bool
    let isOfSecond: Bool
    /// How many a member may have on a day of the second period.
    let most: Int

    /// The first day of the second period.
    static let secondPeriod: Int32 = 2023_04_01
    /// From then on calls by telephone have a modifier of their own.
    private static let telephoneModifier: Int32 = 2024_01_01

    private static let all: [CareActivity] = [
        activity("G9011", most: 3), activity("G0506"), activity("G0506", "U4", first: false),
        activity("T2024", most: 3), activity("T2024", "U4", most: 3), activity("G9005", most: 4),
        activity("G9007"), activity("G9007", "U5", second: false),
        activity("T2038", first: false, most: 2), activity("T2038", "U5", first: false, most: 2),
        activity("G9919", first: false), activity("G9920", first: false),
        activity("G8427", second: false), activity("G9006", second: false),
        activity("G9006", "HQ", second: false), activity("G9004", second: false),
        activity("T1023", second: false), activity("T1023", "U6", second: false),
    ]

    private static func activity(
        _ code: String, _ variant: String = "", first: Bool = true, second: Bool = true,
        most: Int = 1
    ) -> CareActivity {
        CareActivity(
            code: Text(code)?.key ?? 0, variant: Text(variant)?.key ?? 0, isOfFirst: first,
            isOfSecond: second, most: most)
    }

    /// Whether a claim may report activities: a professional one without a charge.
    @inline(__always)
    static func mayReport(
        _ claim: RecordObject<ClaimFields>, _ surroundings: ClaimSurroundings
    ) -> Bool {
        surroundings.type == .professional && claim.has(.totalCharge)
            && claim.bytes(.totalCharge).allSatisfy { $0 == 0x30 || $0 == 0x2E }
    }

    /// What a procedure is, in capitals or not: the code with the modifier that makes it another, or the code.
    static func of(_ procedure: RecordObject<MedicalProcedureFields>) -> CareActivity? {
        guard procedure.key(.qualifier) == Key("HC").rawValue else { return nil }
        let code = Key(rawValue: procedure.key(.code)).inCapitals.rawValue
        var plain: CareActivity?
        for activity in all where activity.code == code {
            if activity.variant == 0 {
                plain = activity
            } else if has(activity.variant, procedure) {
                return activity
            }
        }
        return plain
    }

    private static func has(
        _ modifier: UInt64, _ procedure: RecordObject<MedicalProcedureFields>
    ) -> Bool {
        for sent in procedure.objects(.modifiers, TextFields.self)
        where Key(rawValue: sent.key(.value)).inCapitals.rawValue == modifier {
            return true
        }
        return false
    }

    /// Whether the second period has a modifier for the activity on a day: how and with whom it was
    /// done, or what makes it this one.
    func allows(_ modifier: UInt64, on day: Int32) -> Bool {
        let modifier = Key(rawValue: modifier).inCapitals
        return switch modifier {
        case Key("U1"), Key("U2"), Key("U3"), Key("UK"), Key("95"): true
        case Key("93"): day >= CareActivity.telephoneModifier
        default: modifier.rawValue == variant
        }
    }
}
