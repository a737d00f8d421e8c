/// What the styles of cells make of numbers.
struct WorkbookStyles {
    /// By the number that a cell has.
    private var styles: [NumberStyle] = []

    init() {}

    init(_ events: [PartEvent], limit: Int) {
        var codes: [Int: String] = [:]
        var isInFormats = false
        for event in events {
            switch (event.kind, event.local) {
            case (.start, "numFmt"):
                guard let id = event.attributes["numFmtId"].flatMap({ Int($0) }),
                    codes.count < limit
                else { continue }
                codes[id] = event.attributes["formatCode"]
            case (.start, "cellXfs"): isInFormats = true
            case (.end, "cellXfs"): isInFormats = false
            case (.start, "xf"):
                guard isInFormats, styles.count < limit else { continue }
                let id = event.attributes["numFmtId"].flatMap { Int($0) } ?? 0
                styles.append(
                    codes[id].map { NumberStyle(code: $0) } ?? NumberStyle(builtIn: id))
            default: break
            }
        }
    }

    /// Whether no cell's number is anything but a number.
    var arePlain: Bool { styles.allSatisfy { $0 == .plain } }

    @inline(__always)
    func isPlain(_ index: Int) -> Bool {
        !styles.indices.contains(index) || styles[index] == .plain
    }

    func style(_ index: Int) -> NumberStyle {
        styles.indices.contains(index) ? styles[index] : .plain
    }
}
