import CareModel
import Diagnostics
import Enrollments
import Output
import X12Mapping
import X12Syntax

/// What the mapping makes of the records of a block: lines to write, or values to hand out.
protocol RecordProduct: ~Copyable {
    /// Whether the findings of records are told among those of the file.
    static var tellsFindings: Bool { get }
    /// Whether what levels say is wanted as values.
    static var needsContext: Bool { get }

    mutating func clear()

    /// Adds an enrollment; the reading is valid only inside the call.
    mutating func add(
        _ reading: RecordReading<EnrollmentFields>, _ header: EnrollmentHeader,
        _ record: MappedRecord)

    /// Adds a claim beneath a level; the reading is valid only inside the call.
    mutating func add(
        _ reading: RecordReading<ClaimFields>, _ level: KnownLevel, _ record: MappedRecord)

    /// Adds what could not be read as records.
    mutating func add(_ bytes: UnreadableBytes, in view: BlockView)
}

/// What is known of a record beside its fields.
struct MappedRecord {
    let place: RecordPlace
    let header: TransactionHeader
    let findings: [Finding]
    let isSetAside: Bool
}

/// Bytes that could not be read as records, and what was found in them.
struct UnreadableBytes {
    /// `group`, `transaction` or `bytes`.
    let scope: StaticString
    /// The envelope around them, if there is one.
    let envelope: EnvelopeContext?
    /// Whether they stand in a transaction set.
    let isInSet: Bool
    let range: ByteRange
    /// Whether they are part of something longer.
    let isPart: Bool
    let findings: [Finding]
}

/// Records as JSON, a line each.
struct RecordLines: RecordProduct, ~Copyable {
    /// Which lines are made, and how they end.
    struct Form: Sendable {
        let file: String
        var hasRecords = true
        var hasRejects = true
        /// Whether records are the elements of an array, each followed by a comma.
        var isList = false
    }

    var accepted = ByteBuffer(capacity: 1 << 18)
    var rejected = ByteBuffer(capacity: 4096)
    private let form: Form

    init(_ form: Form) { self.form = form }

    static var tellsFindings: Bool { true }
    static var needsContext: Bool { false }

    mutating func clear() {
        accepted.clear()
        rejected.clear()
    }

    @inline(__always)
    mutating func add(
        _ reading: RecordReading<EnrollmentFields>, _ header: EnrollmentHeader,
        _ record: MappedRecord
    ) {
        if record.isSetAside, form.hasRejects {
            EnrollmentJSON.write(
                reading.record, other: reading.other, frame: header.frame,
                place: record.place, findings: record.findings, to: &rejected)
            rejected.endLine()
        } else if !record.isSetAside, form.hasRecords {
            EnrollmentJSON.write(
                reading.record, other: reading.other, frame: header.frame,
                place: record.place, findings: record.findings, to: &accepted)
            if form.isList { accepted.append("\n") } else { accepted.endLine() }
        }
    }

    @inline(__always)
    mutating func add(
        _ reading: RecordReading<ClaimFields>, _ level: KnownLevel, _ record: MappedRecord
    ) {
        if record.isSetAside, form.hasRejects {
            ClaimJSON.write(
                reading.record, other: reading.other, frame: level.frame,
                place: record.place, findings: record.findings, to: &rejected)
            rejected.endLine()
        } else if !record.isSetAside, form.hasRecords {
            ClaimJSON.write(
                reading.record, other: reading.other, frame: level.frame,
                place: record.place, findings: record.findings, to: &accepted)
            if form.isList { accepted.append("\n") } else { accepted.endLine() }
        }
    }

    mutating func add(_ bytes: UnreadableBytes, in view: BlockView) {
        guard form.hasRejects else { return }
        RecordFrame.writeUnreadable(
            scope: bytes.scope, file: form.file,
            interchange: bytes.envelope?.interchange.controlNumber ?? "",
            group: bytes.envelope?.group?.controlNumber ?? "",
            transaction: bytes.isInSet ? bytes.envelope?.transaction?.controlNumber ?? "" : "",
            range: bytes.range, isPart: bytes.isPart,
            raw: UnsafeBufferPointer(
                start: view.bytes + bytes.range.start - view.base, count: bytes.range.count),
            findings: bytes.findings, to: &rejected)
    }
}

/// Records as values, with their findings.
struct RecordValues: RecordProduct {
    private var enrollments: [EnrollmentRecord] = []
    private var claims: [ClaimRecord] = []
    private(set) var unreadable: [ByteRange] = []

    static var tellsFindings: Bool { false }
    static var needsContext: Bool { true }

    mutating func clear() {
        enrollments.removeAll(keepingCapacity: true)
        claims.removeAll(keepingCapacity: true)
        unreadable.removeAll(keepingCapacity: true)
    }

    mutating func add(
        _ reading: RecordReading<EnrollmentFields>, _ header: EnrollmentHeader,
        _ record: MappedRecord
    ) {
        var source = record.header.source
        source.record = record.place.ordinal
        source.bytes = record.place.range
        enrollments.append(
            EnrollmentRecord(
                enrollment: Enrollment(reading.record, other: reading.other),
                context: header.context, source: source, findings: record.findings))
    }

    mutating func add(
        _ reading: RecordReading<ClaimFields>, _ level: KnownLevel, _ record: MappedRecord
    ) {
        var source = record.header.source
        source.record = record.place.ordinal
        source.bytes = record.place.range
        source.context = level.surroundings.ranges
        claims.append(
            ClaimRecord(
                claim: Claim(
                    reading.record, type: level.surroundings.type,
                    context: level.context ?? ClaimContext(),
                    other: reading.other),
                source: source, findings: record.findings))
    }

    mutating func add(_ bytes: UnreadableBytes, in view: BlockView) {
        unreadable.append(bytes.range)
    }

    /// Hands the enrollments out.
    mutating func takeEnrollments() -> [EnrollmentRecord] {
        defer { enrollments = [] }
        return enrollments
    }

    /// Hands the claims out.
    mutating func takeClaims() -> [ClaimRecord] {
        defer { claims = [] }
        return claims
    }
}
