import Diagnostics
import Output
import X12Syntax

/// A validation as a page, on its way to where it goes.
struct ReportFile: ~Copyable {
    var file: OutputFile
    private var page: ReportPage
    private var text = ByteBuffer(capacity: 1 << 17)
    /// Of the envelope that was asked for last: findings come one envelope after another.
    private var sender: (envelope: EnvelopeContext, number: Int)?

    init(_ file: consuming OutputFile, showsValues: Bool) {
        self.file = file
        page = ReportPage(showsValues: showsValues)
    }

    mutating func begin() throws(ConversionFailure) {
        page.begin(&text)
        try flush()
    }

    mutating func endFile() throws(ConversionFailure) {
        page.endFile(&text)
        try flush()
    }

    mutating func end(_ run: RunSummary) throws(ConversionFailure) {
        page.end(run, to: &text)
        try flush()
    }

    private mutating func flush() throws(ConversionFailure) {
        try file.write(text.bytes)
        text.clear()
    }

    // MARK: Findings

    /// Counts findings of a block, and lists some of them.
    mutating func add(
        _ findings: [Finding], listed: [Finding], in block: Block
    ) throws(ConversionFailure) {
        for finding in findings { count(finding, in: block) }
        for finding in listed {
            let number = number(of: finding, in: block)
            if page.showsValues {
                block.withExcerpt(of: finding) {
                    page.list(finding, sender: number, excerpt: $0, to: &text)
                }
            } else {
                page.list(finding, sender: number, excerpt: nil, to: &text)
            }
        }
        try flush()
    }

    /// Counts findings of a kind.
    mutating func count(_ finding: Finding, times count: Int = 1, in block: Block) {
        page.count(finding, times: count, sender: number(of: finding, in: block))
    }

    /// Says of how many findings there is no list.
    mutating func leave(_ unlisted: [UnlistedFinding]) {
        for rest in unlisted { page.leave(rest) }
    }

    // MARK: Senders

    /// The number of whoever sent what a finding speaks of.
    private mutating func number(of finding: Finding, in block: Block) -> Int? {
        guard let envelope = block.envelope(at: finding.range.start) else { return nil }
        if let sender, sender.envelope == envelope { return sender.number }
        let interchange = envelope.interchange.sender
        let group = envelope.group?.sender ?? ""
        let id = group.isEmpty ? interchange : group
        let partner = Partner.shipped.first {
            $0.section.senders.contains(interchange) || $0.section.senders.contains(group)
        }
        let known = partner.map {
            "\($0.name) (\($0.section.senders.joined(separator: ", ")))"
        }
        let number = page.sender(id, known: known)
        sender = (envelope, number)
        return number
    }
}
