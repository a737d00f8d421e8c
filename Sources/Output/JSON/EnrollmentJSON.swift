import CareModel
import Diagnostics

/// Writes an enrollment as one JSON object; `schemas/enrollment.schema.json` describes it.
package struct EnrollmentJSON {
    /// Appends the object and a comma, which `endLine` replaces.
    package static func write(
        _ enrollment: RecordObject<EnrollmentFields>, other: [OtherValue], frame: RecordFrame,
        place: RecordPlace, findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append("{\"recordType\":\"enrollment\",")
        RecordJSON(enrollment, openAfter: frame.massHealth?.yearAhead ?? Int32.max)
            .write(JSONPlan.enrollment, enrollment.index, &buffer)
        frame.massHealth?.write(enrollment, to: &buffer)
        if !other.isEmpty { buffer.other(other) }
        buffer.append(frame.context)
        frame.writeSource(place, to: &buffer)
        if !findings.isEmpty { FindingJSON.writeMember(findings, &buffer) }
        buffer.closeObject()
    }
}

/// What the envelope says that each record of a transaction set carries.
package struct EnvelopeValues: Sendable {
    package let sender: Text?
    package let receiver: Text?
    package let usage: Code?

    package init(_ context: EnrollmentContext) {
        sender = context.sender
        receiver = context.receiver
        usage = context.usage
    }

    package init(sender: Text?, receiver: Text?, usage: Code?) {
        self.sender = sender
        self.receiver = receiver
        self.usage = usage
    }

    /// Appends the members, each with a comma.
    func write(to buffer: inout ByteBuffer) {
        buffer.member("\"sender\":", sender)
        buffer.member("\"receiver\":", receiver)
        buffer.member("\"usage\":", usage)
    }
}

/// The header of a transaction set, as each of its records carries it.
enum ContextJSON {
    static func write(
        _ context: RecordObject<ContextFields>, _ envelope: EnvelopeValues, other: [OtherValue],
        _ buffer: inout ByteBuffer
    ) {
        buffer.append("\"context\":{")
        envelope.write(to: &buffer)
        RecordJSON(context).write(JSONPlan.context, context.index, &buffer)
        buffer.other(other)
        buffer.closeObject()
    }
}
