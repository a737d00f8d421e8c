/// What the styles of cells make of numbers.
struct WorkbookStyles {
    /// By the number that a cell has.
    private var styles: [NumberStyle] = []
    /// The formats that the workbook defines, by their numbers.
    private var formats: [Int: NumberStyle] = [:]
    private var isInFormats = false
    private let limit: Int
    /// Whether there are more than are read.
    private(set) var isCut = false

    /// The elements that matter.
    static let elements: Set<String> = ["numFmt", "cellXfs", "xf"]

    /// - Parameter limit: of formats, and of styles.
    init(limit: Int = 0) { self.limit = limit }

    /// Adds what one of the elements says.
    mutating func add(_ event: PartEvent) {
        switch (event.kind, event.local) {
        case (.start, "numFmt"):
            guard let id = event.attributes["numFmtId"].flatMap({ Int($0) }) else { return }
            guard formats.count < limit else { return isCut = true }
            formats[id] = event.attributes["formatCode"].map { NumberStyle(code: $0) }
        case (.start, "cellXfs"): isInFormats = true
        case (.end, "cellXfs"): isInFormats = false
        case (.start, "xf"):
            guard isInFormats else { return }
            guard styles.count < limit else { return isCut = true }
            let id = event.attributes["numFmtId"].flatMap { Int($0) } ?? 0
            styles.append(formats[id] ?? NumberStyle(builtIn: id))
        default: break
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
