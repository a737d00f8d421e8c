import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthSubmitter = Rule(
        "masshealth.submitter.pidsl", .warning,
        "Claims for MassHealth are sent under nine digits and a capital letter", snip: 7,
        help: """
            ISA06, GS02 and NM109 of loop 1000A are the PIDSL (provider id and service location) under \
            which MassHealth knows who sends the file. This is none.
            """)
}

/// Submitters whose number is no PIDSL.
enum SubmitterPIDSL {
    static func check(_ view: SegmentView, _ collector: inout FindingCollector) {
        let (segment, element): (String, Int)
        switch view.entry.id {
        case SegmentID("ISA"): (segment, element) = ("ISA", 6)
        case SegmentID("GS"): (segment, element) = ("GS", 2)
        default: return
        }
        let isPIDSL = Text(view.element(element))?.withUTF8(isPIDSL) ?? false
        guard !isPIDSL else { return }
        collector.add(
            .massHealthSubmitter, at: view.range(element),
            place: Place(segment: segment, element: element))
    }

    static func check(
        _ header: RecordObject<ClaimHeaderFields>, _ terms: MassHealthClaimRules.Terms,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        let submitter = header.object(.submitter, ClaimProviderFields.self)
        guard let number = submitter?.object(.identifier, IdentificationFields.self),
            number.has(.value), !isPIDSL(number.bytes(.value))
        else { return }
        locator.add(.massHealthSubmitter, at: .value, of: number, to: &collector)
    }

    /// Whether it is one as MassHealth writes it; small letters are other numbers to many programs.
    private static func isPIDSL(_ sent: UnsafeBufferPointer<UInt8>) -> Bool {
        PIDSL.isValid(sent) && sent.last.map { 0x41...0x5A ~= $0 } ?? false
    }
}
