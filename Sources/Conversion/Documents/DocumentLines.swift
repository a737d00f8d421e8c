import CareModel
import Diagnostics
import Output
import Referrals

/// Makes lines of what a reading of documents comes to: of referrals, and of what is set aside.
struct DocumentLines: ~Copyable {
    /// Which lines are wanted.
    struct Form: Sendable {
        let file: String
        let format: ConversionOptions.Format
        let hasRecords: Bool
        let hasRejects: Bool
        /// Whether it is asked who sent what findings speak of.
        let namesSenders: Bool

        init(
            file: String, _ options: ConversionOptions, hasRejects: Bool, namesSenders: Bool = false
        ) {
            self.namesSenders = namesSenders
            self.file = file
            format = options.format
            hasRecords = options.writesRecords
            self.hasRejects = hasRejects
        }
    }

    private var form: Form
    private(set) var accepted: ByteBuffer
    private(set) var rejected = ByteBuffer(capacity: 4096)
    /// Of units, and what was found outside of them.
    private(set) var findings: [Finding] = []
    /// Of its referrals, what they are compared by, and how many findings came up to each.
    private(set) var facts: [(facts: ReferralFacts, findingCount: Int)] = []
    /// Who sent what findings speak of, up to the one before an index.
    private var senders: [(sender: FindingSender, end: Int)] = []
    private var bundles = FHIRBundleWriter()

    /// - Parameter expected: bytes that the lines of records may have, more or less.
    init(_ form: Form, expected: Int = 1 << 16) {
        self.form = form
        accepted = ByteBuffer(capacity: expected)
    }

    /// Bytes that it holds.
    var weight: Int {
        accepted.count + rejected.count + findings.count * MemoryLayout<Finding>.size
            + facts.count * MemoryLayout<(ReferralFacts, Int)>.size
    }

    /// Forgets all, and goes on with those of another input.
    mutating func begin(_ form: Form) {
        clear()
        self.form = form
    }

    mutating func clear() {
        accepted.clear()
        rejected.clear()
        findings.removeAll(keepingCapacity: true)
        senders.removeAll(keepingCapacity: true)
        facts.removeAll(keepingCapacity: true)
    }

    /// As much is held before it is written: a Bundle that lets go brings many records at once.
    static let greatestWeight = 1 << 20

    /// Takes what comes of the bytes that a reading has been fed, up to a weight; whether there may
    /// be more of it.
    mutating func take(
        from reading: inout DocumentReading, upTo limit: Int
    ) -> Bool {
        while weight < limit {
            guard let step = reading.next() else {
                add(reading.takeFindings(), of: nil)
                return false
            }
            // What was found outside of units comes between theirs, however the bytes came.
            add(reading.takeFindings(), of: nil)
            add(step, of: reading)
        }
        return true
    }

    /// Takes all that comes.
    mutating func takeAll(from reading: inout DocumentReading) {
        _ = take(from: &reading, upTo: Int.max)
    }

    /// Lists findings by those who sent what they speak of.
    ///
    /// - Parameter compared: what was found of referrals beside others, each behind so many findings.
    func tell(
        _ compared: [(finding: Finding, place: Int)], of ground: some FindingGround,
        by writing: inout FileWriting, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        var start = 0
        for (finding, place) in compared {
            try tell(start..<place, of: ground, by: &writing, to: &outputs)
            let sender = InputSenders(FindingSender(unknownOf: form.file))
            try writing.tell([finding], of: SentGround(ground, sender), to: &outputs)
            start = place
        }
        try tell(start..<findings.count, of: ground, by: &writing, to: &outputs)
    }

    private func tell(
        _ range: Range<Int>, of ground: some FindingGround, by writing: inout FileWriting,
        to outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard form.namesSenders else {
            return try writing.tell(Array(findings[range]), of: ground, to: &outputs)
        }
        var start = range.lowerBound
        for (sender, last) in senders where last > start && start < range.upperBound {
            let end = min(last, range.upperBound)
            try writing.tell(
                Array(findings[start..<end]), of: SentGround(ground, InputSenders(sender)),
                to: &outputs)
            start = end
        }
    }

    /// Keeps findings, of a referral or of none.
    private mutating func add(_ found: [Finding], of record: RecordObject<ReferralFields>?) {
        guard !found.isEmpty else { return }
        findings += found
        guard form.namesSenders else { return }
        let sender =
            record.flatMap { FindingSender(of: $0) }
            ?? FindingSender(unknownOf: form.file)
        if senders.last?.sender == sender { senders.removeLast() }
        senders.append((sender, findings.count))
    }

    private mutating func add(_ step: DocumentReading.Step, of reading: borrowing DocumentReading) {
        if case .referral = step.unit.kind {
            add(step.findings, of: reading.reader.record)
            facts.append((reading.reader.facts, findings.count))
        } else {
            add(step.findings, of: nil)
        }
        switch step.unit.kind {
        case .referral: addRecord(step, reading)
        case .unreadable, .foreign: addUnreadable(step, reading)
        }
    }

    private mutating func addRecord(
        _ step: DocumentReading.Step, _ reading: borrowing DocumentReading
    ) {
        let isWanted = step.isSetAside ? form.hasRejects : form.hasRecords
        guard isWanted else { return }
        let record = reading.reader.record
        if !step.isSetAside, form.format == .fhir {
            bundles.write(record, to: &accepted)
            accepted.endLine()
            return
        }
        let place = DocumentPlace(
            file: form.file, document: step.unit.document, place: step.unit.place,
            range: step.unit.range, context: step.unit.others + step.unit.context)
        let other = reading.reader.other
        if step.isSetAside {
            ReferralJSON.write(
                record, other: other, source: place, findings: step.findings, to: &rejected)
            rejected.endLine()
        } else {
            ReferralJSON.write(
                record, other: other, source: place, findings: step.findings, to: &accepted)
            if form.format == .json { accepted.append("\n") } else { accepted.endLine() }
        }
    }

    private mutating func addUnreadable(
        _ step: DocumentReading.Step, _ reading: borrowing DocumentReading
    ) {
        guard form.hasRejects, step.unit.range.count > 0 else { return }
        let file = form.file
        reading.reader.window.withBytes(step.unit.range) { raw in
            RecordFrame.writeUnreadable(
                scope: "bytes", file: file, interchange: "", group: "", transaction: "",
                range: step.unit.range, isPart: step.unit.part != .whole, raw: raw,
                findings: step.findings, to: &rejected)
        }
    }
}

extension FindingSender {
    /// The organization that a referral comes from; `nil` where none is named, as persons are none.
    init?(of referral: RecordObject<ReferralFields>) {
        let from = referral.object(.from, ReferralPartyFields.self)
        let organization = from?.object(.organization, ReferralOrganizationFields.self)
        guard
            let name = organization?.text(.pidsl) ?? organization?.text(.npi)
                ?? organization?.text(.name)
        else { return nil }
        self.init(sent: name.description)
    }
}
