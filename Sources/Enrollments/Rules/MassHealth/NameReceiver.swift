import CareModel
import Diagnostics
import X12Syntax

extension Rule {
    static let massHealthNameReceiver = Rule(
        "masshealth.name.receiver", .warning,
        "A file is named after the receiver that its envelope names", snip: 7,
        help: """
            The name begins with one PIDSL, and ISA08 or GS03 is another: the file was renamed, or \
            delivered to the wrong place.
            """)
}

/// Names that begin with another PIDSL than the receiver's.
enum NameReceiver {
    static func check(
        _ envelope: MassHealthRules.Envelope, _ collector: inout FindingCollector
    ) {
        guard let name = envelope.name, let element = ReceiverPIDSL.element(of: envelope.view),
            let sent = Text(envelope.view.element(element)),
            sent.string.lowercased() != name.receiver.string.lowercased()
        else { return }
        collector.add(
            .massHealthNameReceiver, at: envelope.view.range(element),
            place: ReceiverPIDSL.place(envelope.view, element))
    }
}
