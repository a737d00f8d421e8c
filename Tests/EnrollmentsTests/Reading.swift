import CareModel
import Diagnostics
import Enrollments
import Foundation
import Output
import ShippedGrammars
import Testing
import X12Grammar
import X12Mapping
import X12Structure
import X12Syntax

/// What a transaction set, given as segments, is read as.
struct Reading {
    private(set) var context = EnrollmentContext()
    private(set) var enrollments: [Enrollment] = []
    /// Each record as one line of JSON.
    private(set) var lines: [String] = []
    /// `rule at place`, of header and records, in the order found.
    private(set) var findings: [String] = []
    /// The same of the rules across records.
    private(set) var fileFindings: [String] = []
    /// Of all records so far, as they are of a block.
    private var spans: [EnrollmentFacts.Span] = []

    static let guide: CompiledGuide? =
        (try? GrammarLibrary.shipped.guide(named: "005010X220A1")).flatMap { $0 }
        .map { CompiledGuide($0) }

    static let header = """
        BGN*00*1*20250715*1200*ET***2~DTP*007*D8*20250715~\
        N1*P5*Sponsor*FI*009990001~N1*IN*Payer*FI*009990002~
        """

    /// A member loop that keeps all rules; `inner` stands between its name and its coverage.
    static func record(
        _ inner: String = "", ins: String = "INS*Y*18*021*28*A***AC~", id: String = "100000000001",
        coverage: String = "HD*021**HMO*PLAN~DTP*348*D8*20250701~"
    ) -> String {
        "\(ins)REF*0F*\(id)~NM1*IL*1*LAST*FIRST~\(inner)\(coverage)"
    }

    /// - Parameters:
    ///   - records: member loops, each beginning with INS.
    ///   - partner: rules of a profile.
    ///
    /// They are read twice: the first time the ways on from each segment are searched, the second
    /// time they are known.
    init(_ records: String, header: String = header, partner: MassHealthRules? = nil) {
        guard let guide = Reading.guide else {
            self.init()
            return
        }
        var reader = EnrollmentReader(guide)
        self.init(records, header, partner, guide, &reader)
        let again = Reading(records, header, partner, guide, &reader)
        #expect(again.lines == lines && again.enrollments == enrollments)
        #expect(again.findings == findings && again.fileFindings == fileFindings)
    }

    private init() {}

    private init(
        _ records: String, _ header: String, _ partner: MassHealthRules?, _ guide: CompiledGuide,
        _ enrollmentReader: inout EnrollmentReader
    ) {
        let text = """
            ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       \
            *250715*1200*^*00501*000000001*0*T*:~GS*BE*SENDER*RECEIVER*20250715*1200*1*X*\
            005010X220A1~ST*834*0001*005010X220A1~\(header)\(records)SE*1*0001~GE*1*1~IEA*1*000000001~
            """
        Seeds.keep(Array(text.utf8), for: .x12)
        var reader = BlockReader(MemorySource(Array(text.utf8))) { _ in
            TransactionPlan(number: 0, recordOpener: guide.recordOpener)
        }
        var rules = EnrollmentFileRules()
        var block = Block()
        while reader.next(&block) {
            _ = block.withView { view in
                read(block, view, partner, &enrollmentReader, &rules)
            }
        }
    }

    private mutating func read(
        _ block: Block, _ view: BlockView, _ partner: MassHealthRules?,
        _ reader: inout EnrollmentReader, _ rules: inout EnrollmentFileRules
    ) {
        var collector = view.collector()
        var frame: RecordFrame?
        for unit in block.content.units {
            let envelope = block.content.contexts[unit.context]
            switch unit.kind {
            case .header:
                let header = reader.readHeader(unit, of: envelope, in: view, &collector)
                context = EnrollmentContext(header.record, other: header.other)
                context.sender = Text(envelope.group?.sender ?? "")
                context.receiver = Text(envelope.group?.receiver ?? "")
                frame = RecordFrame(
                    file: "a.834", interchange: "1", group: "1", transaction: "0001",
                    header: unit.range, context: header.record, envelope: EnvelopeValues(context),
                    other: header.other)
                findings += collector.take().map { "\($0.rule) at \($0.place)" }
            case .record:
                let record = reader.readRecord(
                    unit, delimiters: envelope.interchange.delimiters,
                    date: context.date?.value?.number ?? 0,
                    partner: partner?.dated(context.date?.value), in: view, &collector)
                add(record, unit, collector.take(), frame, &rules)
            default: break
            }
        }
    }

    private mutating func add(
        _ reading: RecordReading<EnrollmentFields>, _ unit: X12Syntax.Unit, _ found: [Finding],
        _ frame: RecordFrame?, _ rules: inout EnrollmentFileRules
    ) {
        enrollments.append(Enrollment(reading.record, other: reading.other))
        findings += found.map { "\($0.rule) at \($0.place)" }
        let facts = EnrollmentFacts(
            reading.record, transaction: 1, range: unit.range, spans: &spans)
        var across: [Finding] = []
        rules.add(
            facts, spans: spans, locate: { (line: 1, column: $0 + 1) },
            segment: { ByteRange($0, $0) }, &across)
        fileFindings += across.map { "\($0.rule) at \($0.place)" }
        guard let frame else { return }
        var buffer = ByteBuffer()
        EnrollmentJSON.write(
            reading.record, other: reading.other, frame: frame,
            place: RecordPlace(ordinal: unit.ordinal, range: unit.range), findings: [],
            to: &buffer)
        buffer.dropComma()
        lines.append(String(decoding: buffer.bytes, as: UTF8.self))
    }

    /// A value of the first record by its path, `coverages/0/plan`, as JSON text; `nil` if absent.
    func value(_ path: String, record: Int = 0) -> String? {
        guard lines.indices.contains(record) else { return nil }
        var value = try? JSONSerialization.jsonObject(with: Data(lines[record].utf8))
        for step in path.split(separator: "/") {
            if let index = Int(step), let array = value as? [Any] {
                value = array.indices.contains(index) ? array[index] : nil
            } else {
                value = (value as? [String: Any])?[String(step)]
            }
        }
        guard let value,
            let data = try? JSONSerialization.data(
                withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
        else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}
