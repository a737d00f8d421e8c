import CareModel
import Diagnostics
import X12Syntax

extension Rule {
    static let massHealthReceiver = Rule(
        "masshealth.receiver.pidsl", .warning,
        "MassHealth addresses a file to nine digits and a letter", snip: 7,
        help: """
            ISA08 and GS03 are the PIDSL of the plan, ACO or Community Partner that the file is \
            for. This is none: the file was changed, or is not from MassHealth.
            """)
}

/// Receivers that are no PIDSL.
enum ReceiverPIDSL {
    static func check(
        _ envelope: MassHealthRules.Envelope, _ collector: inout FindingCollector
    ) {
        guard let element = element(of: envelope.view) else { return }
        let range = envelope.view.range(element)
        let sent = Text(envelope.view.slice(range))
        guard sent.flatMap({ PIDSL($0) }) == nil else { return }
        collector.add(.massHealthReceiver, at: range, place: place(envelope.view, element))
    }

    /// The element that names the receiver; `nil` for segments that name none.
    static func element(of view: SegmentView) -> Int? {
        switch view.entry.id {
        case SegmentID("ISA"): 8
        case SegmentID("GS"): 3
        default: nil
        }
    }

    static func place(_ view: SegmentView, _ element: Int) -> Place {
        Place(segment: view.entry.id == SegmentID("ISA") ? "ISA" : "GS", element: element)
    }
}
