import CareModel
import Diagnostics

/// What all records of one transaction set have in common, written once and copied.
package struct RecordFrame: Sendable {
    /// `"context":{…},`
    let context: [UInt8]
    /// `"source":{"file":…,"transaction":…,`
    private let source: [UInt8]
    /// `"context":[[106,300]]},` of the source.
    private let ranges: [UInt8]
    /// Under the profile of MassHealth, what it adds.
    let massHealth: MassHealthExtension?

    package init(
        file: String, interchange: String, group: String, transaction: String,
        header: ByteRange?, context: RecordObject<ContextFields>, envelope: EnvelopeValues,
        other: [OtherValue], massHealth: MassHealthExtension? = nil
    ) {
        self.massHealth = massHealth
        var buffer = ByteBuffer()
        ContextJSON.write(context, envelope, other: other, &buffer)
        self.context = buffer.array()
        source = RecordFrame.source(
            file: file, interchange: interchange, group: group, transaction: transaction)
        buffer.clear()
        if let header {
            buffer.append("\"context\":[[")
            buffer.value(header.start)
            buffer.value(header.end)
            buffer.closeArray()
            buffer.closeArray()
        }
        buffer.closeObject()
        ranges = buffer.array()
    }

    static func source(
        file: String, interchange: String, group: String, transaction: String
    ) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.append("\"source\":{")
        buffer.member("\"file\":", string: file)
        if !interchange.isEmpty { buffer.member("\"interchange\":", string: interchange) }
        if !group.isEmpty { buffer.member("\"group\":", string: group) }
        if !transaction.isEmpty { buffer.member("\"transaction\":", string: transaction) }
        return buffer.array()
    }

    func writeSource(_ place: RecordPlace, to buffer: inout ByteBuffer) {
        buffer.append(source)
        buffer.member("\"record\":", place.ordinal)
        buffer.append("\"bytes\":[")
        buffer.value(place.range.start)
        buffer.value(place.range.end)
        buffer.closeArray()
        buffer.append(ranges)
    }

    /// Appends one line for what could not be read as records.
    package static func writeUnreadable(
        scope: StaticString, file: String, interchange: String, group: String,
        transaction: String, range: ByteRange, isPart: Bool, raw: UnsafeBufferPointer<UInt8>,
        findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append("{\"recordType\":\"unreadable\",\"scope\":")
        buffer.value(scope)
        buffer.append(
            source(file: file, interchange: interchange, group: group, transaction: transaction))
        if isPart { buffer.append("\"part\":true,") }
        buffer.append("\"bytes\":[")
        buffer.value(range.start)
        buffer.value(range.end)
        buffer.closeArray()
        buffer.closeObject()
        buffer.append("\"raw\":\"")
        buffer.append(escapingAny: raw)
        buffer.append("\",")
        FindingJSON.writeMember(findings, &buffer)
        buffer.closeObject()
        buffer.endLine()
    }
}

/// Where one record stands in its transaction set and input.
package struct RecordPlace: Sendable {
    /// From 1.
    package let ordinal: Int
    package let range: ByteRange

    package init(ordinal: Int, range: ByteRange) {
        self.ordinal = ordinal
        self.range = range
    }
}
