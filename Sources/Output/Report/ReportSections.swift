/// The opening of a report: what came of the run, in words, in numbers, and file by file.
struct ReportSections {
    let run: RunSummary
    let counts: ReportCounts
    let listed: Int

    private let accepted: Int
    private let setAside: Int
    private let findings: SeverityCount

    init(run: RunSummary, counts: ReportCounts, listed: Int) {
        self.run = run
        self.counts = counts
        self.listed = listed
        accepted = run.files.reduce(0) { $0 + $1.records.accepted }
        setAside = run.files.reduce(0) { $0 + $1.records.setAside }
        findings = run.files.reduce(into: SeverityCount()) { count, file in
            count.error += file.findings.error
            count.warning += file.findings.warning
            count.note += file.findings.note
        }
    }

    private var failed: Int { run.files.count { $0.failure != nil } }
    private var isBalanced: Bool { run.files.allSatisfy(\.isBalanced) }

    // MARK: Opening

    func writeOpening(_ page: inout ByteBuffer) {
        let isClean = failed == 0 && !run.files.isEmpty && !run.files.contains(where: \.hasErrors)
        page.append("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n")
        page.append("<header class=\"wrap\">\n<div class=\"sign\">\n")
        page.append("<p class=\"brand\">Turnpike <span>Validation report</span></p>\n")
        page.append("<h1>")
        writeVerdict(isClean, &page)
        page.append("</h1>\n<p class=\"lead\">")
        writeLead(&page)
        page.append("</p>\n</div>\n<nav aria-label=\"Sections\">")
        for (place, name, isThere) in places where isThere {
            page.append("<a href=\"#")
            page.append(place)
            page.append("\">")
            page.append(name)
            page.append("</a>")
        }
        page.append("</nav>\n</header>\n")
    }

    private var places: [(StaticString, StaticString, isThere: Bool)] {
        [
            ("counts", "Counts", true), ("ledger", "Files", true),
            ("rules", "Rules", counts.hasFindings), ("places", "Places", counts.hasFindings),
            ("senders", "Senders", counts.senders.contains { $0.count.total > 0 }),
            ("findings", "Findings", true),
        ]
    }

    private func writeVerdict(_ isClean: Bool, _ page: inout ByteBuffer) {
        let isOne = run.files.count == 1
        if run.files.isEmpty {
            page.append("Nothing was read")
        } else if isClean {
            page.append(isOne ? "This file can be loaded" : "All files can be loaded")
        } else if failed > 0 {
            page.append(failed, "file")
            page.append(" could not be read to the end")
        } else if setAside > 0 {
            page.append(grouped: setAside)
            page.append(" of ")
            page.append(accepted + setAside, "record")
            page.append(setAside == 1 ? " is set aside" : " are set aside")
        } else if findings.error > 0 {
            page.append(findings.error, "error")
            page.append(isOne ? " in this file" : " in these files")
        } else {
            page.append("The books do not balance")
        }
    }

    private func writeLead(_ page: inout ByteBuffer) {
        if run.files.count == 1, let file = run.files.first {
            page.append("<span class=\"path\">")
            page.append(html: file.file)
            page.append("</span>")
            for text in [file.kind, file.guide] where !text.isEmpty {
                page.append(" · ")
                page.append(html: text)
            }
        } else {
            page.append(run.files.count, "file")
        }
        page.append(". ")
        page.append(
            isBalanced
                ? "Everything that was read is accounted for."
                : "Not everything that was read is accounted for.")
        if run.isStopped { page.append(" The run stopped at the first error.") }
        if run.skippedCount > 0 {
            page.append(" Not read: ")
            page.append(run.skippedCount, "hidden or special file")
            page.append(".")
        }
    }

    // MARK: Counts

    func writeCounts(_ page: inout ByteBuffer) {
        page.append("<section id=\"counts\" class=\"wrap\" aria-labelledby=\"counts-title\">\n")
        page.append("<h2 id=\"counts-title\">Counts</h2>\n<dl class=\"tiles\">\n")
        tile("Records accepted", accepted, "accepted", &page)
        tile("Records set aside", setAside, "setAside", &page)
        tile("Errors", findings.error, "error", &page)
        tile("Warnings", findings.warning, "warning", &page)
        tile("Notes", findings.note, "note", &page)
        page.append("</dl>\n</section>\n")
    }

    private func tile(
        _ name: StaticString, _ count: Int, _ kind: StaticString, _ page: inout ByteBuffer
    ) {
        page.append("<div class=\"tile ")
        page.append(count == 0 ? "none" : kind)
        page.append("\"><dt>")
        page.append(name)
        page.append("</dt><dd>")
        page.append(grouped: count)
        page.append("</dd></div>\n")
    }

    // MARK: Ledger

    func writeLedger(_ page: inout ByteBuffer) {
        page.append("<section id=\"ledger\" class=\"wrap\" aria-labelledby=\"ledger-title\">\n")
        page.append("<h2 id=\"ledger-title\">Files</h2>\n")
        page.append("<p class=\"about\">Every byte of a file, and every row of a workbook, is in ")
        page.append("one of the four columns after its total; where they do not add up to it, ")
        page.append("something was lost.</p>\n")
        page.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
        page.append("aria-labelledby=\"ledger-title\">\n<table class=\"ledger\">\n")
        page.append("<caption>Where the content of each file went</caption>\n")
        page.append(ReportSections.ledgerHead)
        page.append("<tbody>\n")
        for file in run.files { LedgerRow(file: file).write(&page) }
        page.append("</tbody>\n</table>\n</div>\n</section>\n")
    }

    private static let ledgerHead: StaticString = """
        <thead><tr><th scope="col" rowspan="2">File</th>\
        <th scope="col" rowspan="2">Books</th>\
        <th scope="colgroup" colspan="2" class="group">Records</th>\
        <th scope="col" rowspan="2">Findings</th>\
        <th scope="colgroup" colspan="5" class="group">Content</th></tr>
        <tr><th scope="col" class="number">Accepted</th>\
        <th scope="col" class="number">Set aside</th>\
        <th scope="col" class="number">Total</th><th scope="col" class="number">Envelope</th>\
        <th scope="col" class="number">Accepted</th><th scope="col" class="number">Set aside</th>\
        <th scope="col" class="number">White space</th></tr></thead>

        """
}
