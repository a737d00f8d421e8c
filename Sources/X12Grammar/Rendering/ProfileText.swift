extension PartnerProfile {
    /// The profile for people to read in a terminal: aligned columns, a rule a line.
    public var text: String {
        let lines = ["\(name)  envelope \(envelope)"] + sections.flatMap(lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of section: Section) -> [String] {
        var lines = ["", "profile of \(section.guides.joined(separator: " "))"]
        if !section.senders.isEmpty {
            lines.append("for what comes from \(section.senders.joined(separator: " "))")
        }
        if !section.receivers.isEmpty {
            lines.append("for what goes to \(section.receivers.joined(separator: " "))")
        }
        lines += table("Rules that it adds", section.rules)
        lines += table("Severities that it changes", section.severities)
        for list in section.labels {
            lines += ["", "Codes of \(list.place) (\(list.certainty.rawValue))"]
            let width = list.codes.map(\.code.count).max() ?? 0
            lines += list.codes.map { "  \(column($0.code, width))  \($0.name)" }
        }
        return lines
    }

    private func table(_ title: String, _ entries: [Entry]) -> [String] {
        guard !entries.isEmpty else { return [] }
        let ruleWidth = entries.map(\.rule.count).max() ?? 0
        let placeWidth = entries.map(\.place.description.count).max() ?? 0
        return ["", title]
            + entries.map { entry in
                var line = "  \(column(entry.rule, ruleWidth))  "
                line += "\(column(entry.place.description, placeWidth))  "
                line += "\(column(entry.level.rawValue, 7))  \(entry.certainty.rawValue)"
                if !entry.codes.isEmpty { line += "  ~ " + entry.codes.joined(separator: " ") }
                if let condition = entry.condition { line += "  when \(condition)" }
                return line
            }
    }

    private func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension PartnerProfile.When: CustomStringConvertible {
    /// `2000/INS-03 is 024`
    public var description: String {
        (path.isEmpty ? "" : path + "/") + "\(segment)-\(padded(element, 2)) is "
            + codes.joined(separator: " ")
    }
}
