/// The books of one file as a row of the report.
struct LedgerRow {
    let file: FileSummary

    func write(_ page: inout ByteBuffer) {
        page.append("<tr><th scope=\"row\"><span class=\"path\">")
        page.append(html: file.file)
        page.append("</span>")
        writeKind(&page)
        page.append("</th><td class=\"books\">")
        writeBooks(&page)
        page.append("</td>")
        number(file.records.accepted, &page)
        number(file.records.setAside, &page)
        page.append("<td>")
        writeFindings(&page)
        page.append("</td>")
        writeContent(&page)
        page.append("</tr>\n")
    }

    private func writeContent(_ page: inout ByteBuffer) {
        if let rows = workbookRows {
            number(rows.total, &page, unit: "row")
            number(rows.envelope, &page)
            number(rows.accepted, &page)
            number(rows.setAside, &page)
            number(rows.trivia, &page)
        } else {
            number(file.bytes.total, &page, unit: "byte")
            number(file.bytes.envelope, &page)
            number(file.bytes.accepted, &page)
            number(file.bytes.setAside, &page)
            number(file.bytes.trivia, &page)
        }
    }

    /// Of workbooks, in which a row is no piece of the file's bytes.
    private var workbookRows: FileSummary.Rows? {
        file.bytes.accepted + file.bytes.setAside == 0 ? file.rows : nil
    }

    private func writeBooks(_ page: inout ByteBuffer) {
        guard file.bytes.total > 0 || file.failure == nil else {
            return page.append("<span class=\"badge error\">not read</span>")
        }
        page.append(
            file.isBalanced
                ? "<span class=\"badge good\">balanced</span>"
                : "<span class=\"badge error\">not balanced</span>")
        let total = file.rows?.total ?? file.bytes.total
        page.bar(shares, of: max(total, shares.reduce(0) { $0 + $1.count }))
    }

    /// Of tables rows, as bytes of workbooks mean nothing.
    private var shares: [(kind: StaticString, count: Int)] {
        if let rows = file.rows {
            return [
                ("envelope", rows.envelope), ("accepted", rows.accepted),
                ("setAside", rows.setAside), ("trivia", rows.trivia),
            ]
        }
        return [
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
        if let rows = file.rows {
            page.append("<span class=\"kind\">")
            page.append(rows.total, "row")
            page.append(": ")
            page.append(grouped: rows.envelope)
            page.append(" header, ")
            page.append(grouped: rows.accepted)
            page.append(" accepted, ")
            page.append(grouped: rows.setAside)
            page.append(" set aside, ")
            page.append(grouped: rows.trivia)
            page.append(" blank</span>")
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

    private func number(_ count: Int, _ page: inout ByteBuffer, unit: StaticString? = nil) {
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
