import CareModel
import Referrals

/// What an input of XML documents is: its formats and counts.
struct DocumentInspection {
    /// For people, a few lines; empty where nothing was recognised.
    private(set) var text = ""
    private(set) var failure: ConversionFailure?

    /// Reads a source to its end, or to where it is known to be nothing that is read.
    init(_ name: String, _ source: consuming InputSource) {
        let end = source.end
        var reading = DocumentReading(file: name, partners: Partners(.none, RuleSettings()))
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { piece.deallocate() }
        var counts: [(guide: String, count: Int)] = []
        var isAtEnd = false
        while !isAtEnd, !reading.isOver {
            let count = source.read(into: piece)
            isAtEnd = count == 0
            if isAtEnd {
                reading.finish()
            } else {
                reading.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
            }
            while let step = reading.next() { Self.count(step, reading, &counts) }
        }
        reading.close()
        failure = reading.refusal ?? end.failure
        guard reading.refusal == nil else { return }
        let documents = reading.reader.documentCount
        text = "\(name): XML, \(reading.reader.byteCount) bytes, "
        text += "\(documents) document\(documents == 1 ? "" : "s")\n"
        for (guide, count) in counts {
            text += "  \(guide): \(count) referral\(count == 1 ? "" : "s")\n"
        }
        if counts.isEmpty, !reading.summary.guide.isEmpty {
            text += "  \(reading.summary.guide): no referrals\n"
        }
    }

    private static func count(
        _ step: DocumentReading.Step, _ reading: borrowing DocumentReading,
        _ counts: inout [(guide: String, count: Int)]
    ) {
        guard case .referral = step.unit.kind else { return }
        let document = reading.reader.record.object(.document, ReferralDocumentFields.self)
        let guide: String
        switch document?.text(.format)?.string {
        case "c-cda": guide = ReferralFormat.cda.name
        case "fhir": guide = ReferralFormat.fhir.name
        default: guide = ReferralFormat.turnpike.name
        }
        if let index = counts.firstIndex(where: { $0.guide == guide }) {
            counts[index].count += 1
        } else {
            counts.append((guide, 1))
        }
    }
}
