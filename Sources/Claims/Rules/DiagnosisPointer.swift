import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let diagnosisPointer = Rule(
        "claim.diagnosis.pointer", .error, "A line points to diagnoses that the claim has", snip: 4,
        help: """
            SV107 or SV311 is the number of a diagnosis by its order in HI, from 1, and there is none \
            at that place. Which illness was treated cannot be known; ask the sender.
            """)
}

/// Pointers of lines to diagnoses that are not there.
enum DiagnosisPointer {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ type: ClaimType, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard type != .institutional else { return }
        var known: UInt64 = 0
        for diagnosis in claim.objects(.diagnoses, ClaimDiagnosisFields.self) {
            let order = diagnosis.slot(.order).start
            if order < 64 { known |= 1 &<< UInt64(order) }
        }
        // That a professional claim has none at all is told by the guide's own rules.
        guard known != 0 || type == .dental else { return }
        // Others than these are no code of the guide's, which its own rules tell.
        let greatest: UInt64 = type == .dental ? 4 : 12
        var isLacking: Bool?
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            for pointer in line.objects(.diagnosisPointers, TextFields.self)
            where isNone(of: known, upTo: greatest, pointer.bytes(.value))
                && !locator.lacks(SegmentID("HI"), known: &isLacking)
            {
                locator.add(
                    .diagnosisPointer, at: .value, of: pointer, isComponent: true, to: &collector)
            }
        }
    }

    /// Whether it is a pointer by its form, and no diagnosis stands there.
    @inline(__always)
    private static func isNone(
        of known: UInt64, upTo greatest: UInt64, _ digits: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard 1...2 ~= digits.count, digits[0] != 0x30 else { return false }
        var number: UInt64 = 0
        for digit in digits {
            guard 0x30...0x39 ~= digit else { return false }
            number = number * 10 + UInt64(digit - 0x30)
        }
        return number <= greatest && known & (1 &<< number) == 0
    }
}
