extension Guide {
    /// The guide for people to read in a terminal: aligned columns, loops indented.
    ///
    /// Elements that are not used are left out.
    public var text: String {
        var text = GuideText(guide: self)
        text.addChildren(of: 0, depth: 0)
        return text.rendered
    }
}

/// A guide as rows, whose columns are aligned when all are known.
private struct GuideText {
    let guide: Guide
    private var rows: [Row] = []

    private enum Row {
        case plain(String)
        /// A loop, segment or element; its codes in lines of a readable length.
        case columns(title: String, usage: String, details: String, codes: [String])
    }

    private static let codesInLine = 12

    init(guide: Guide) {
        self.guide = guide
    }

    // MARK: - Rows

    mutating func addChildren(of loop: Int, depth: Int) {
        for child in guide.loops[loop].children {
            switch child {
            case .segment(let index): add(guide.segments[index], depth)
            case .loop(let index):
                let loop = guide.loops[index]
                rows.append(.plain(""))
                add(
                    depth, "Loop \(loop.id)  \(loop.name)", loop.usage, loop.maximum,
                    loop.isLevel ? "level" : loop.isRecord ? "record" : "")
                addChildren(of: index, depth: depth + 1)
            }
        }
    }

    private mutating func add(_ segment: SegmentDefinition, _ depth: Int) {
        let title = "\(segment.place) \(column(segment.id, 3))  \(segment.name)"
        let notes = segment.notes.map(\.description).joined(separator: " ")
        add(depth, title, segment.usage, segment.maximum, notes)
        add(segment.condition, depth + 1)
        for element in segment.elements where element.usage != .notUsed {
            let place = padded(element.position, 2)
            add(element, place, depth + 1)
            for component in element.components where component.usage != .notUsed {
                add(component, "\(place)-\(component.position)", depth + 1)
            }
        }
    }

    private mutating func add(_ element: ElementDefinition, _ place: String, _ depth: Int) {
        let lengths = "\(element.minimumLength)/\(element.maximumLength)"
        let type = "\(column(element.type.symbol, 2)) \(lengths)"
        add(
            depth, "\(column(place, 5)) \(element.name)", element.usage, element.maximum,
            element.isComposite ? "" : type, codes(element))
        add(element.condition, depth + 1)
    }

    private func codes(_ element: ElementDefinition) -> [String] {
        if let list = element.codeList { return ["@ \(list)"] }
        let codes = element.codes
        return stride(from: 0, to: codes.count, by: Self.codesInLine).map { start in
            "~ " + codes[start...].prefix(Self.codesInLine).joined(separator: " ")
        }
    }

    private mutating func add(_ condition: Condition?, _ depth: Int) {
        guard let condition else { return }
        let path = condition.loop > 0 ? guide.loops[condition.loop].path + "/" : ""
        let place = "\(path)\(condition.segment)-\(padded(condition.element, 2))"
        let codes = condition.codes.joined(separator: " ")
        rows.append(.plain("\(indent(depth))required when \(place) is \(codes)"))
    }

    private mutating func add(
        _ depth: Int, _ title: String, _ usage: Usage, _ maximum: Int?, _ details: String,
        _ codes: [String] = []
    ) {
        let times = maximum.map(String.init) ?? ">1"
        rows.append(
            .columns(
                title: indent(depth) + title, usage: "\(usage.symbol)  \(column(times, 2))",
                details: details, codes: codes))
    }

    // MARK: - Lines

    var rendered: String {
        let titleWidth = width { title, _, _, _ in title }
        let usageWidth = width { _, usage, _, _ in usage }
        let detailWidth = width { _, _, details, codes in codes.isEmpty ? "" : details }
        let codeColumn = titleWidth + usageWidth + detailWidth + 6
        var lines = head
        for row in rows {
            switch row {
            case .plain(let text): lines.append(text)
            case .columns(let title, let usage, let details, let codes):
                let start =
                    "\(column(title, titleWidth))  \(column(usage, usageWidth))  "
                    + "\(column(details, detailWidth))  "
                lines.append(trimmed(start + (codes.first ?? "")))
                lines += codes.dropFirst().map { column("", codeColumn) + $0 }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        let variants = guide.variants.joined(separator: " ")
        return [
            "\(guide.name)  transaction \(guide.transaction)  group \(guide.group)  "
                + "dictionary \(guide.dictionary)",
            variants.isEmpty ? nil : "reads also \(variants)",
            "R required, S situational; 1 once, >1 any number; type, lengths; ~ codes, @ code list",
        ].compactMap { $0 }
    }

    /// Of the widest text that `column` picks from a row.
    private func width(_ column: (String, String, String, [String]) -> String) -> Int {
        rows.reduce(0) { widest, row in
            guard case .columns(let title, let usage, let details, let codes) = row else {
                return widest
            }
            return max(widest, column(title, usage, details, codes).count)
        }
    }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    private func column(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func trimmed(_ line: String) -> String {
        guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
        return String(line[...last])
    }
}
