/// The list of findings: its form and an empty table, which the script of the page fills.
struct ReportTable {
    let listed: Int
    let counts: ReportCounts
    /// How many there are.
    let files: Int
    /// So many have findings, counted by their names.
    let sheets: Int

    func write(_ page: inout ByteBuffer) {
        page.append("<section id=\"findings\" class=\"wrap\" aria-labelledby=\"findings-title\">\n")
        page.append("<h2 id=\"findings-title\" tabindex=\"-1\">Findings</h2>\n")
        guard listed > 0 else {
            page.append("<p class=\"about\">Nothing was found.</p>\n</section>\n")
            return
        }
        writeUnlisted(&page)
        page.append(
            "<noscript><p class=\"about\">The list needs JavaScript; all that stands above ")
        page.append("does without.</p></noscript>\n")
        page.append("<form id=\"filters\" class=\"filters\" role=\"search\" hidden>\n")
        page.append("<p class=\"field wide\"><label for=\"search\">Search</label>")
        page.append(
            "<input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" ")
        page.append("placeholder=\"Words of a message, a rule, a place …\"></p>\n")
        filter("severity", "Severity", &page)
        filter("rule", "Rule", &page)
        filter("place", "Place", &page)
        if files > 1 { filter("file", "File", &page) }
        if sheets > 1 { filter("sheet", "Sheet", &page) }
        if counts.senders.count > 1 { filter("sender", "Sender", &page) }
        page.append("<p class=\"field\"><button type=\"reset\">Clear</button></p>\n</form>\n")
        page.append("<p id=\"status\" class=\"about\" role=\"status\"></p>\n")
        page.append("<div class=\"scroll findings\" role=\"region\" tabindex=\"0\" ")
        page.append("aria-labelledby=\"findings-title\">\n")
        page.append(
            "<table id=\"list\" role=\"table\" hidden>\n<caption>Findings; the buttons in the ")
        page.append("head sort them</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">")
        for (key, name, isNumber) in ReportTable.columns { head(key, name, isNumber, &page) }
        page.append(
            "</tr></thead>\n<tbody id=\"rows\" role=\"rowgroup\"></tbody>\n</table>\n</div>\n")
        page.append(ReportTable.paging)
        page.append("</section>\n")
    }

    private static let columns: [(StaticString, StaticString, Bool)] = [
        ("severity", "Severity", false), ("file", "File", false), ("line", "Line", true),
        ("column", "Column", true), ("place", "Place", false), ("rule", "Rule", false),
        ("message", "Message", false), ("expected", "Expected", false),
    ]

    private static let paging: StaticString = """
        <nav id="paging" class="paging" aria-label="Pages of findings" hidden>
        <button type="button" data-go="first">First</button>
        <button type="button" data-go="previous">Previous</button>
        <span id="page"></span>
        <button type="button" data-go="next">Next</button>
        <button type="button" data-go="last">Last</button>
        <label for="size">Rows</label>
        <select id="size"><option>50</option>\
        <option selected>100</option><option>500</option></select>
        </nav>

        """

    private func writeUnlisted(_ page: inout ByteBuffer) {
        let unlisted = counts.rules.reduce(0) { $0 + $1.unlisted }
        guard unlisted > 0 else { return }
        page.append("<p class=\"about\">The list holds the first findings of each rule and file; ")
        page.append(unlisted, "finding")
        page.append(
            " more are counted above and not listed. <code>--all-findings</code> lists all ")
        page.append("that were kept.</p>\n")
    }

    private func filter(_ key: StaticString, _ name: StaticString, _ page: inout ByteBuffer) {
        page.append("<p class=\"field\"><label for=\"filter-")
        page.append(key)
        page.append("\">")
        page.append(name)
        page.append("</label><select id=\"filter-")
        page.append(key)
        page.append("\"><option value=\"\">All</option></select></p>\n")
    }

    private func head(
        _ key: StaticString, _ name: StaticString, _ isNumber: Bool, _ page: inout ByteBuffer
    ) {
        page.append("<th role=\"columnheader\" scope=\"col\" aria-sort=\"none\" data-key=\"")
        page.append(key)
        page.append(isNumber ? "\" class=\"number\">" : "\">")
        page.append("<button type=\"button\">")
        page.append(name)
        page.append("</button></th>")
    }
}
