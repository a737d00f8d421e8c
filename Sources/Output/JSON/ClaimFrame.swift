import CareModel
import Diagnostics

/// What claims share, written once for each header and each level, and copied into every claim.
package struct ClaimFrame: Sendable {
    /// `"claimType":"professional",`
    private let type: [UInt8]
    /// `"submitter":{…},"receiver":{…},`
    private let exchange: [UInt8]
    /// `"transaction":{…},`
    private let transaction: [UInt8]
    /// `"source":{"file":…,"transaction":…,`
    private let source: [UInt8]
    /// `"memberId":"…",`
    private var member: [UInt8] = []
    /// `"relationship":{…},`
    private var relationship: [UInt8] = []
    /// `"billingProvider":{…},"payToAddress":{…},…`
    private var billing: [UInt8] = []
    /// `"subscriber":{…},"payer":{…},`
    private var coverage: [UInt8] = []
    /// `"patient":{…},`
    private var patient: [UInt8] = []
    /// `{…},` of each value that no field holds.
    private var other: [UInt8]
    /// `[106,300],` of the header and each level.
    private var ranges: [UInt8]

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
        self.type = Array("\"claimType\":\"\(type.rawValue)\",".utf8)
        source = RecordFrame.source(
            file: file, interchange: place.interchange, group: place.group,
            transaction: place.transaction)
        exchange = ClaimFrame.written(.claimExchange, header)
        var buffer = ByteBuffer()
        buffer.append("\"transaction\":{")
        envelope.write(to: &buffer)
        if let sent = header.object(.transaction, ClaimTransactionFields.self) {
            PartialPlan.claimTransaction.write(sent, to: &buffer)
        }
        buffer.closeObject()
        transaction = buffer.array()
        self.other = ClaimFrame.written(other)
        ranges = range.map { ClaimFrame.written($0) } ?? []
    }

    // MARK: Levels

    /// Of claims beneath a level of the billing provider.
    package func within(
        _ level: RecordObject<ClaimBillingFields>, other: [OtherValue], range: ByteRange
    ) -> ClaimFrame {
        var inner = within(other, range)
        inner.billing = ClaimFrame.written(.claimBilling, level)
        return inner
    }

    /// Of claims beneath a level of the subscriber.
    package func within(
        _ level: RecordObject<ClaimSubscriberLevelFields>, other: [OtherValue], range: ByteRange
    ) -> ClaimFrame {
        var inner = within(other, range)
        inner.member = ClaimFrame.written(.claimMember, level)
        inner.relationship = ClaimFrame.written(.claimSubscriberRelationship, level)
        inner.coverage = ClaimFrame.written(.claimCoverage, level)
        return inner
    }

    /// Of claims beneath a level of the patient.
    package func within(
        _ level: RecordObject<ClaimPatientLevelFields>, other: [OtherValue], range: ByteRange
    ) -> ClaimFrame {
        var inner = within(other, range)
        if level.has(.relationship) {
            inner.relationship = ClaimFrame.written(.claimPatientRelationship, level)
        }
        inner.patient = ClaimFrame.written(.claimPatient, level)
        return inner
    }

    private func within(_ other: [OtherValue], _ range: ByteRange) -> ClaimFrame {
        var inner = self
        inner.other += ClaimFrame.written(other)
        inner.ranges += ClaimFrame.written(range)
        return inner
    }

    private static func written<Fields: RecordFields>(
        _ plan: PartialPlan, _ object: RecordObject<Fields>
    ) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 1024)
        plan.write(object, to: &buffer)
        return buffer.array()
    }

    private static func written(_ other: [OtherValue]) -> [UInt8] {
        guard !other.isEmpty else { return [] }
        var buffer = ByteBuffer(capacity: 256)
        for value in other { buffer.value(value) }
        return buffer.array()
    }

    private static func written(_ range: ByteRange) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 64)
        buffer.value(range)
        return buffer.array()
    }

    // MARK: Writing

    /// What stands before the claim's own fields.
    func writeHead(to buffer: inout ByteBuffer) {
        buffer.append(member)
        buffer.append(relationship)
        buffer.append(type)
    }

    /// What stands after them.
    func writeTail(_ own: [OtherValue], _ place: RecordPlace, to buffer: inout ByteBuffer) {
        buffer.append(exchange)
        buffer.append(billing)
        buffer.append(coverage)
        buffer.append(patient)
        buffer.append(transaction)
        if !own.isEmpty || !other.isEmpty {
            buffer.append("\"other\":[")
            for value in own { buffer.value(value) }
            buffer.append(other)
            buffer.closeArray()
        }
        buffer.append(source)
        buffer.member("\"record\":", place.ordinal)
        buffer.append("\"bytes\":")
        buffer.value(place.range)
        if !ranges.isEmpty {
            buffer.append("\"context\":[")
            buffer.append(ranges)
            buffer.closeArray()
        }
        buffer.closeObject()
    }
}
