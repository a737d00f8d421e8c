import CareModel
import Diagnostics

/// What claims share, written once for each header and each level, and copied into every claim.
///
/// Its parts lie side by side in one piece of memory, so that a claim takes few and long copies.
package struct ClaimFrame: Sendable {
    /// Where each part ends in `bytes`.
    private struct Ends: Sendable {
        /// `"memberId":"…",`
        var member = 0
        /// `"relationship":{…},`
        var relationship = 0
        /// `"claimType":"professional",`
        var type = 0
        /// `"submitter":{…},"receiver":{…},`, then of each level `"billingProvider":{…},…`
        var levels = 0
        /// `"transaction":{…},`
        var transaction = 0
        /// `"source":{"file":…,"transaction":…,`
        var source = 0
        /// `{…},` of each value that no field holds.
        var other = 0
        /// `[106,300],` of the header and each level.
        var ranges = 0
    }
    private let bytes: [UInt8]
    private let ends: Ends

    /// Of claims directly beneath a header.
    ///
    /// - Parameters:
    ///   - file: as the user named the input.
    ///   - place: the control numbers around; empty where there are none.
    ///   - range: bytes of the header; `nil` where there is none.
    package init(
        file: String, place: (interchange: String, group: String, transaction: String),
        type: ClaimType, header: RecordObject<ClaimHeaderFields>, envelope: EnvelopeValues,
        other: [OtherValue], range: ByteRange?
    ) {
        var buffer = ByteBuffer(capacity: 2048)
        var ends = Ends()
        buffer.append("\"claimType\":\"")
        buffer.append(string: type.rawValue)
        buffer.append("\",")
        ends.type = buffer.count
        PartialPlan.claimExchange.write(header, to: &buffer)
        ends.levels = buffer.count
        buffer.append("\"transaction\":{")
        envelope.write(to: &buffer)
        if let sent = header.object(.transaction, ClaimTransactionFields.self) {
            PartialPlan.claimTransaction.write(sent, to: &buffer)
        }
        buffer.closeObject()
        ends.transaction = buffer.count
        buffer.append(
            RecordFrame.source(
                file: file, interchange: place.interchange, group: place.group,
                transaction: place.transaction))
        ends.source = buffer.count
        for value in other { buffer.value(value) }
        ends.other = buffer.count
        if let range { buffer.value(range) }
        ends.ranges = buffer.count
        bytes = buffer.array()
        self.ends = ends
    }

    private init(_ bytes: [UInt8], _ ends: Ends) {
        self.bytes = bytes
        self.ends = ends
    }

    // MARK: Levels

    /// Of claims beneath a level of the billing provider.
    package func within(
        _ level: RecordObject<ClaimBillingFields>, other: [OtherValue], range: ByteRange
    ) -> ClaimFrame {
        within(other, range) { part, buffer in
            if part == .level { PartialPlan.claimBilling.write(level, to: &buffer) }
            return part == .level
        }
    }

    /// Of claims beneath a level of the subscriber.
    package func within(
        _ level: RecordObject<ClaimSubscriberLevelFields>, other: [OtherValue], range: ByteRange
    ) -> ClaimFrame {
        within(other, range) { part, buffer in
            switch part {
            case .member: PartialPlan.claimMember.write(level, to: &buffer)
            case .relationship: PartialPlan.claimSubscriberRelationship.write(level, to: &buffer)
            case .level: PartialPlan.claimCoverage.write(level, to: &buffer)
            }
            return true
        }
    }

    /// Of claims beneath a level of the patient.
    package func within(
        _ level: RecordObject<ClaimPatientLevelFields>, other: [OtherValue], range: ByteRange
    ) -> ClaimFrame {
        within(other, range) { part, buffer in
            switch part {
            case .member: return false
            case .relationship:
                guard level.has(.relationship) else { return false }
                PartialPlan.claimPatientRelationship.write(level, to: &buffer)
            case .level: PartialPlan.claimPatient.write(level, to: &buffer)
            }
            return true
        }
    }

    /// What a level says.
    private enum Part { case member, relationship, level }

    /// - Parameter write: writes a part of the level; `false` where that around it holds.
    private func within(
        _ other: [OtherValue], _ range: ByteRange, _ write: (Part, inout ByteBuffer) -> Bool
    ) -> ClaimFrame {
        var buffer = ByteBuffer(capacity: bytes.count + 1024)
        var inner = Ends()
        if !write(.member, &buffer) { append(0, ends.member, to: &buffer) }
        inner.member = buffer.count
        if !write(.relationship, &buffer) { append(ends.member, ends.relationship, to: &buffer) }
        inner.relationship = buffer.count
        append(ends.relationship, ends.type, to: &buffer)
        inner.type = buffer.count
        append(ends.type, ends.levels, to: &buffer)
        _ = write(.level, &buffer)
        inner.levels = buffer.count
        append(ends.levels, ends.other, to: &buffer)
        inner.transaction = inner.levels + (ends.transaction - ends.levels)
        inner.source = inner.levels + (ends.source - ends.levels)
        for value in other { buffer.value(value) }
        inner.other = buffer.count
        append(ends.other, ends.ranges, to: &buffer)
        buffer.value(range)
        inner.ranges = buffer.count
        return ClaimFrame(buffer.array(), inner)
    }

    // MARK: Writing

    /// What stands before the claim's own fields.
    func writeHead(to buffer: inout ByteBuffer) { append(0, ends.type, to: &buffer) }

    /// What stands after them.
    func writeTail(_ own: [OtherValue], _ place: RecordPlace, to buffer: inout ByteBuffer) {
        let hasOther = !own.isEmpty || ends.other > ends.source
        if hasOther {
            append(ends.type, ends.transaction, to: &buffer)
            buffer.append("\"other\":[")
            for value in own { buffer.value(value) }
            append(ends.source, ends.other, to: &buffer)
            buffer.closeArray()
            append(ends.transaction, ends.source, to: &buffer)
        } else {
            append(ends.type, ends.source, to: &buffer)
        }
        buffer.member("\"record\":", place.ordinal)
        buffer.append("\"bytes\":")
        buffer.value(place.range)
        if ends.ranges > ends.other {
            buffer.append("\"context\":[")
            append(ends.other, ends.ranges, to: &buffer)
            buffer.closeArray()
        }
        buffer.closeObject()
    }

    /// Copies the bytes from one offset to before another.
    @inline(__always)
    private func append(_ start: Int, _ end: Int, to buffer: inout ByteBuffer) {
        bytes.withUnsafeBufferPointer { all in
            buffer.append(UnsafeBufferPointer(rebasing: all[start..<end]))
        }
    }
}
