import Diagnostics
import Output

/// A validation as a page, on its way to where it goes.
struct ReportFile: ~Copyable {
    var file: OutputFile
    private var page: ReportPage
    private var text = ByteBuffer(capacity: 1 << 17)
    /// That was asked for last: findings come one sender after another.
    private var last: (sender: FindingSender, number: Int)?

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

    /// Goes on with a file that was ended, by its number among the summaries; it is ended again.
    mutating func resume(file index: Int) { page.resume(file: index) }

    mutating func end(_ run: RunSummary) throws(ConversionFailure) {
        page.end(run, to: &text)
        try flush()
    }

    private mutating func flush() throws(ConversionFailure) {
        try file.write(text.bytes)
        text.clear()
    }

    // MARK: Findings

    /// Counts findings, and lists some of them.
    mutating func add(
        _ findings: [Finding], listed: [Finding], of ground: some FindingGround
    ) throws(ConversionFailure) {
        for finding in findings { count(finding, of: ground) }
        for listed in listed {
            let finding = listed.placed(onSheet: ground.sheetName(of: listed))
            let number = number(of: finding, ground)
            if page.showsValues {
                ground.withExcerpt(of: finding) {
                    page.list(finding, sender: number, excerpt: $0, to: &text)
                }
            } else {
                page.list(finding, sender: number, excerpt: nil, to: &text)
            }
        }
        try flush()
    }

    /// Counts findings of a kind.
    mutating func count(_ finding: Finding, times count: Int = 1, of ground: some FindingGround) {
        page.count(
            finding.placed(onSheet: ground.sheetName(of: finding)), times: count,
            sender: number(of: finding, ground))
    }

    /// Says of how many findings there is no list.
    mutating func leave(_ unlisted: [UnlistedFinding]) {
        for rest in unlisted { page.leave(rest) }
    }

    /// The number of whoever sent what a finding speaks of.
    private mutating func number(of finding: Finding, _ ground: some FindingGround) -> Int? {
        guard let sender = ground.sender(of: finding) else { return nil }
        if let last, last.sender == sender { return last.number }
        let number = page.sender(sender.id, known: sender.known)
        last = (sender, number)
        return number
    }
}
