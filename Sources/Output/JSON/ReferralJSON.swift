import CareModel
import Diagnostics

/// Writes a referral as one JSON object; `schemas/referral.schema.json` describes it.
package enum ReferralJSON {
    /// Appends the object and a comma, which `endLine` replaces.
    package static func write(
        _ referral: RecordObject<ReferralFields>, other: [OtherValue], source: DocumentPlace,
        findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append("{\"recordType\":\"referral\",")
        RecordJSON(referral).write(JSONPlan.referral, referral.index, &buffer)
        if !other.isEmpty { buffer.other(other) }
        source.write(to: &buffer)
        if !findings.isEmpty { FindingJSON.writeMember(findings, &buffer) }
        buffer.closeObject()
    }
}

/// Where a record stands in an input of documents.
package struct DocumentPlace: Sendable {
    private let file: String
    private let document: Int
    private let place: String
    private let range: ByteRange
    private let context: [ByteRange]

    /// - Parameters:
    ///   - file: as the user named the input.
    ///   - document: number of the document in the input, from 1.
    ///   - place: the path of the record's element.
    ///   - context: ranges that the record shares with others.
    package init(
        file: String, document: Int, place: String, range: ByteRange, context: [ByteRange] = []
    ) {
        self.file = file
        self.document = document
        self.place = place
        self.range = range
        self.context = context
    }

    /// Appends `"source":{…},`.
    func write(to buffer: inout ByteBuffer) {
        buffer.append("\"source\":{")
        buffer.member("\"file\":", string: file)
        buffer.member("\"document\":", document)
        buffer.member("\"place\":", string: place)
        buffer.append("\"bytes\":")
        buffer.value(range)
        buffer.array("\"context\":", context) { $0.value($1) }
        buffer.closeObject()
    }
}
