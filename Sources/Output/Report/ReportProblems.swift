import Diagnostics

/// Findings by rule, by place and by sender, each with a bar, the most serious first.
struct ReportProblems {
    let counts: ReportCounts

    /// So many places are seen at once, and so many in all.
    private static let firstPlaces = 20
    private static let greatestPlaces = 1000
    private static let firstSenders = 12
    private static let causes = 5

    func write(_ page: inout ByteBuffer) {
        writeRules(&page)
        writePlaces(&page)
        writeSenders(&page)
    }

    // MARK: Rules

    private func writeRules(_ page: inout ByteBuffer) {
        let rules = ReportProblems.sorted(counts.rules, \.count).map(\.element)
        open("rules", "By rule", &page)
        openTable("rules", "Findings of each rule; its name leads to them", "Rule", &page)
        let greatest = rules.map(\.count.total).max() ?? 0
        for rule in rules {
            page.append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
            write(rule, &page)
            page.append("</th>")
            write(rule.count, of: greatest, &page)
            page.append("</tr>\n")
        }
        page.append("</tbody>\n</table>\n</div>\n")
        page.append("</section>\n")
    }

    private func write(_ entry: ReportCounts.OfRule, _ page: inout ByteBuffer) {
        page.append("<span class=\"law\">")
        page.append(html: entry.rule.summary)
        page.append("</span> ")
        link("rule", entry.rule.description, &page)
        if entry.rule.help.utf8CodeUnitCount > 0 {
            page.append("<details><summary>How to mend it</summary><p>")
            page.append(html: entry.rule.help)
            page.append("</p></details>")
        }
        guard entry.unlisted > 0 else { return }
        page.append("<span class=\"kind\">")
        page.append(grouped: entry.unlisted)
        page.append(" of them are counted and not listed</span>")
    }

    // MARK: Places

    private func writePlaces(_ page: inout ByteBuffer) {
        let places = ReportProblems.sorted(counts.places, \.count).map(\.element)
        open("places", "By place", &page)
        let greatest = places.map(\.count.total).max() ?? 0
        table(places.prefix(ReportProblems.firstPlaces), greatest, &page)
        let shown = places.prefix(ReportProblems.greatestPlaces)
        let more = shown.dropFirst(ReportProblems.firstPlaces)
        if !more.isEmpty {
            page.append("<details class=\"more\"><summary>")
            page.append(more.count, "more place")
            page.append("</summary>\n")
            table(more, greatest, &page)
            page.append("</details>\n")
        }
        let rest = places.dropFirst(shown.count).reduce(into: counts.elsewhere) { $0.add($1.count) }
        if rest.total > 0 {
            page.append("<p class=\"about\">At other places: ")
            page.append(rest.total, "finding")
            page.append(".</p>\n")
        }
        page.append("</section>\n")
    }

    private func table(
        _ places: ArraySlice<ReportCounts.OfPlace>, _ greatest: Int, _ page: inout ByteBuffer
    ) {
        openTable("places", "Findings at each place; its name leads to them", "Place", &page)
        for entry in places {
            page.append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
            link("place", entry.place.description, &page)
            page.append("</th>")
            write(entry.count, of: greatest, &page)
            page.append("</tr>\n")
        }
        page.append("</tbody>\n</table>\n</div>\n")
    }

    // MARK: Senders

    private func writeSenders(_ page: inout ByteBuffer) {
        let senders = ReportProblems.sorted(counts.senders, \.count)
        guard !senders.isEmpty else { return }
        open("senders", "Top causes by sender", &page)
        page.append("<div class=\"cards\">\n")
        for (index, sender) in senders.prefix(ReportProblems.firstSenders) {
            write(sender, index, &page)
        }
        page.append("</div>\n")
        let rest = senders.dropFirst(ReportProblems.firstSenders)
        if !rest.isEmpty {
            page.append("<p class=\"about\">From ")
            page.append(rest.count, "other sender")
            page.append(": ")
            page.append(rest.reduce(0) { $0 + $1.element.count.total }, "finding")
            page.append(".</p>\n")
        }
        page.append("</section>\n")
    }

    private func write(
        _ sender: ReportCounts.OfSender, _ index: Int, _ page: inout ByteBuffer
    ) {
        // By rule first, as a dictionary has no order.
        let causes = ReportProblems.sorted(sender.rules.sorted { $0.key < $1.key }, \.value)
            .map(\.element)
        page.append("<article class=\"card\"><h3>")
        page.append(html: sender.name)
        page.append("</h3>\n<p>")
        page.append(sender.count.total, "finding")
        page.append(" of ")
        page.append(causes.count, "rule")
        page.append("</p>\n<ol>\n")
        let greatest = causes.map(\.value.total).max() ?? 0
        for cause in causes.prefix(ReportProblems.causes) {
            let rule = counts.rules[cause.key].rule
            page.append("<li><span class=\"law\">")
            page.append(html: rule.summary)
            page.append("</span> <a href=\"#sender=")
            page.append(decimal: index + 1)
            page.append("&amp;rule=")
            page.append(html: rule.description)
            page.append("\">")
            page.append(cause.value.total, "finding")
            page.append("</a>")
            page.bar(cause.value.parts, of: greatest)
            page.append("</li>\n")
        }
        page.append("</ol></article>\n")
    }

    // MARK: Parts of them all

    /// The most serious first; those of which there is none are left out.
    private static func sorted<Entry>(
        _ entries: [Entry], _ count: (Entry) -> SeverityCount
    ) -> [(offset: Int, element: Entry)] {
        entries.enumerated().filter { count($0.element).total > 0 }.sorted { left, right in
            let (first, second) = (count(left.element), count(right.element))
            return (second.error, second.total, left.offset)
                < (first.error, first.total, right.offset)
        }
    }

    private func open(_ id: StaticString, _ title: StaticString, _ page: inout ByteBuffer) {
        page.append("<section id=\"")
        page.append(id)
        page.append("\" class=\"wrap\" aria-labelledby=\"")
        page.append(id)
        page.append("-title\">\n<h2 id=\"")
        page.append(id)
        page.append("-title\">")
        page.append(title)
        page.append("</h2>\n")
    }

    private func openTable(
        _ id: StaticString, _ caption: StaticString, _ first: StaticString,
        _ page: inout ByteBuffer
    ) {
        page.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
        page.append(id)
        page.append("-title\">\n<table class=\"problems\" role=\"table\">\n<caption>")
        page.append(caption)
        page.append("</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">")
        head(first, "", &page)
        for name in ["Errors", "Warnings", "Notes"] as [StaticString] {
            head(name, "number", &page)
        }
        head("All", "share", &page)
        page.append("</tr></thead>\n<tbody role=\"rowgroup\">\n")
    }

    private func head(_ name: StaticString, _ kind: StaticString, _ page: inout ByteBuffer) {
        page.append("<th scope=\"col\" role=\"columnheader\" class=\"")
        page.append(kind)
        page.append("\">")
        page.append(name)
        page.append("</th>")
    }

    private func write(_ count: SeverityCount, of greatest: Int, _ page: inout ByteBuffer) {
        for part in count.parts {
            page.append("<td role=\"cell\" class=\"number ")
            page.append(part.count == 0 ? "zero" : part.kind)
            page.append("\" data-label=\"")
            page.append(part.kind)
            page.append(part.count == 1 ? "\">" : "s\">")
            page.append(grouped: part.count)
            page.append("</td>")
        }
        page.append("<td role=\"cell\" class=\"share\"><div><span>")
        page.append(grouped: count.total)
        page.append("</span>")
        page.bar(count.parts, of: greatest)
        page.append("</div></td>")
    }

    /// To the findings of a rule or at a place.
    private func link(_ key: StaticString, _ name: String, _ page: inout ByteBuffer) {
        page.append("<a class=\"name\" href=\"#")
        page.append(key)
        page.append("=")
        page.append(fragment: name)
        page.append("\">")
        if name.isEmpty { page.append("the file itself") } else { page.append(html: name) }
        page.append("</a>")
    }
}
