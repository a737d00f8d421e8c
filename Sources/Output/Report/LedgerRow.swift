/// The books of one file as a row of the report.
struct LedgerRow {
    let file: FileSummary

    func write(_ page: inout ByteBuffer) {
        page.append("<tr><th scope=\"row\"><span class=\"path\">")
        page.append(html: file.file)
        page.append("</span>")
        writeKind(&page)
        page.append("</th>")
        number(file.records.accepted, nil, &page)
        number(file.records.setAside, nil, &page)
        page.append("<td>")
        writeFindings(&page)
        page.append("</td>")
        number(file.bytes.total, "byte", &page)
        number(file.bytes.envelope, "byte", &page)
        number(file.bytes.accepted, "byte", &page)
        number(file.bytes.setAside, "byte", &page)
        number(file.bytes.trivia, "byte", &page)
        page.append("<td class=\"books\">")
        page.append(
            file.isBalanced
                ? "<span class=\"badge good\">balanced</span>"
                : "<span class=\"badge error\">not balanced</span>")
        page.bar(shares, of: max(file.bytes.total, shares.reduce(0) { $0 + $1.count }))
        page.append("</td></tr>\n")
    }

    private var shares: [(kind: StaticString, count: Int)] {
        [
            ("envelope", file.bytes.envelope), ("accepted", file.bytes.accepted),
            ("setAside", file.bytes.setAside), ("trivia", file.bytes.trivia),
        ]
    }

    /// What it is, and what kept it from being read to its end.
    private func writeKind(_ page: inout ByteBuffer) {
        let profile = file.profile.isEmpty ? "" : "profile \(file.profile)"
        let words = [file.kind, file.guide, profile].filter { !$0.isEmpty }
        if !words.isEmpty {
            page.append("<span class=\"kind\">")
            page.append(html: words.joined(separator: " · "))
            page.append("</span>")
        }
        if file.isStopped {
            page.append("<span class=\"trouble\">stopped at the first error</span>")
        }
        guard let failure = file.failure else { return }
        page.append("<span class=\"trouble\">")
        page.append(html: failure)
        page.append("</span>")
    }

    private func writeFindings(_ page: inout ByteBuffer) {
        let found: [(StaticString, Int)] = [
            ("error", file.findings.error), ("warning", file.findings.warning),
            ("note", file.findings.note),
        ]
        guard found.contains(where: { $0.1 > 0 }) else { return page.append("none") }
        for (kind, count) in found where count > 0 {
            page.append("<span class=\"badge ")
            page.append(kind)
            page.append("\">")
            page.append(count, kind)
            page.append("</span> ")
        }
    }

    private func number(_ count: Int, _ unit: StaticString?, _ page: inout ByteBuffer) {
        page.append("<td class=\"number\">")
        page.append(grouped: count)
        if let unit {
            page.append(" <small>")
            page.append(unit)
            page.append(count == 1 ? "</small>" : "s</small>")
        }
        page.append("</td>")
    }
}
