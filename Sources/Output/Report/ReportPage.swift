import Diagnostics

/// A validation as one HTML page that needs nothing but itself.
///
/// Findings are written as they come, as data that nobody sees; what is seen follows when all has
/// been read. So memory does not grow with what is found.
package struct ReportPage: ~Copyable {
    private var counts = ReportCounts()
    private var rows: FindingRows

    /// - Parameter showsValues: whether findings come with the part of the input they speak of.
    package init(showsValues: Bool = false) { rows = FindingRows(hasExcerpts: showsValues) }

    /// Whether findings come with the part of the input they speak of.
    package var showsValues: Bool { rows.hasExcerpts }

    package func begin(_ page: inout ByteBuffer) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        page.append(string: ReportPolicy.text)
        page.append("\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
        page.append("<meta name=\"robots\" content=\"noindex\">\n")
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        page.append("<title>Validation report – Turnpike</title>\n<style>")
        for part in ReportStyle.parts { page.append(part) }
        page.append("</style>\n</head>\n<body>\n")
    }

    // MARK: While reading

    /// The number of a sender, for the findings in what it sent.
    ///
    /// - Parameters:
    ///   - id: as sent; shown only where values are.
    ///   - known: our words for it where a profile names it.
    package mutating func sender(_ id: String, known: String?) -> Int {
        counts.index(ofSender: id, named: showsValues && !id.isEmpty ? known ?? id : known)
    }

    /// Counts a finding, whether it is listed or not.
    package mutating func count(_ finding: Finding, times: Int = 1, sender: Int?) {
        counts.add(finding, times: times, sender: sender)
    }

    /// Lists a finding of the file that is read.
    package mutating func list(
        _ finding: Finding, sender: Int?, excerpt: Excerpt?, to page: inout ByteBuffer
    ) {
        rows.add(
            finding, rule: counts.index(of: finding.rule), place: counts.index(of: finding.shown),
            sender: sender, excerpt: excerpt, to: &page)
    }

    /// Says of how many findings of a rule there is no list.
    package mutating func leave(_ unlisted: UnlistedFinding) { counts.leave(unlisted) }

    /// Ends a file, in the order of the summaries.
    package mutating func endFile(_ page: inout ByteBuffer) { rows.endFile(&page) }

    /// Goes on with a file that was ended, by its number among the summaries; it is ended again.
    package mutating func resume(file index: Int) { rows.resume(file: index) }

    // MARK: At the end

    package func end(_ run: RunSummary, to page: inout ByteBuffer) {
        let sections = ReportSections(run: run, counts: counts, listed: rows.count)
        sections.writeOpening(&page)
        page.append("<main>\n")
        sections.writeCounts(&page)
        sections.writeLedger(&page)
        if counts.hasFindings { ReportProblems(counts: counts).write(&page) }
        ReportTable(
            listed: rows.count, counts: counts, files: run.files.count,
            // The first is none.
            sheets: rows.sheets.count - 1
        ).write(&page)
        page.append("</main>\n<footer class=\"wrap\">\n<p>")
        page.append(
            showsValues
                ? "This page shows values of the input, which may be personal data. "
                : "This page holds no value of the input. ")
        page.append("It needs no network and loads nothing.</p>\n</footer>\n")
        writeTables(run, &page)
        page.append("<script>")
        for part in ReportScript.parts { page.append(part) }
        page.append("</script>\n</body>\n</html>\n")
    }

    /// The texts that rows refer to by number.
    private func writeTables(_ run: RunSummary, _ page: inout ByteBuffer) {
        page.append("<script type=\"application/json\" id=\"tables\">{\"listed\":")
        page.value(rows.count)
        page.append("\"excerpts\":")
        page.append(showsValues ? "true," : "false,")
        list("\"files\":", run.files, &page) { $1.scriptValue($0.file) }
        list("\"rules\":", counts.rules, &page) { ReportPage.write($0.rule, &$1) }
        list("\"places\":", counts.places, &page) { $1.scriptValue($0.place.description) }
        list("\"senders\":", counts.senders, &page) { $1.scriptValue($0.name) }
        list("\"expected\":", rows.expected, &page) { $1.scriptValue($0) }
        list("\"sheets\":", rows.sheets, &page) { $1.scriptValue($0) }
        page.closeObject()
        page.dropComma()
        page.append("</script>\n")
    }

    private func list<Element>(
        _ key: StaticString, _ elements: [Element], _ page: inout ByteBuffer,
        _ write: (Element, inout ByteBuffer) -> Void
    ) {
        page.append(key)
        page.openArray()
        for element in elements { write(element, &page) }
        page.closeArray()
    }

    private static func write(_ rule: Rule, _ page: inout ByteBuffer) {
        page.openObject()
        page.append("\"id\":")
        page.scriptValue(rule.description)
        page.append("\"text\":")
        page.scriptValue(rule.summary.description)
        page.append("\"help\":")
        page.scriptValue(rule.help.description)
        if let snip = rule.snip {
            page.append("\"snip\":")
            page.value(snip)
        }
        if let code = rule.acknowledgment {
            page.append("\"code\":")
            page.scriptValue(code.description)
        }
        page.closeObject()
    }
}
