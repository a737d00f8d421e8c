import Diagnostics
import Rosters
import TableSyntax

/// What the first rows of a text say: which layout it has, and where its header stands.
struct TableOpening: Sendable {
    private(set) var match: TableMatch
    /// Number of the header's row, from 1; 0 where there is none.
    let headerRow: Int

    init(match: TableMatch, headerRow: Int) {
        self.match = match
        self.headerRow = headerRow
    }

    /// - Parameter rowWidth: cells that most rows of the text have.
    private init(match: TableMatch, headerRow: Int, rowWidth: Int) {
        self.init(match: match, headerRow: headerRow)
        self.match.noteRows(of: rowWidth)
    }

    /// What the first rows of a table are.
    enum Verdict: Sendable {
        case fits(TableOpening)
        case nearest(NearestLayout)
        /// Rows of columns, of which none names them.
        case headless
        case none
    }

    /// Says of a headless table where a header was looked for.
    static let headlessPhrase =
        "none of its first \(LayoutRecognition.searchedRows) rows, in 64 kB, names such columns"

    /// Looks for a header in the first bytes of an input.
    ///
    /// - Parameter name: of the file.
    static func verdict(
        on prefix: UnsafeBufferPointer<UInt8>, name: String, _ layouts: LayoutChoice
    ) -> Verdict {
        if Recognition.isUTF32(prefix) { return .none }
        let recognition = layouts.recognition
        var reader = TableReader(
            MemorySource(Array(prefix)), widths: recognition.widths, blockSize: prefix.count + 64)
        let rowWidth = reader.dialect.columnCount
        if let match = recognition.headless {
            return .fits(TableOpening(match: match, headerRow: 0, rowWidth: rowWidth))
        }
        var search = HeaderSearch(recognition, sheet: nil, file: name)
        while search.wantsMore, let row = reader.next() { search.look(at: row) }
        guard case .fits(let found) = search.verdict else { return search.verdict }
        return .fits(
            TableOpening(match: found.match, headerRow: found.headerRow, rowWidth: rowWidth))
    }
}

/// Looks at one row after another for the header of a table.
struct HeaderSearch {
    private let recognition: LayoutRecognition
    private let sheet: String?
    private let file: String
    private var count = 0
    private var nearest: (layout: NearestLayout, hits: Int)?
    private var found: TableOpening?
    /// Fewer names than these may stand in any table.
    private static let leastHits = 2
    /// Cells of the row before, and how many rows had as many as the one before them.
    private var lastWidth = 0
    private var alikeCount = 0
    /// Rows of fewer cells may be sentences.
    private static let leastWidth = 3

    init(_ recognition: LayoutRecognition, sheet: String?, file: String) {
        self.recognition = recognition
        self.sheet = sheet
        self.file = file
    }

    /// Whether the header may still come.
    var wantsMore: Bool { found == nil && count < LayoutRecognition.searchedRows }

    mutating func look(at row: TableRow) {
        if row.holdsNothing { return }
        count += 1
        if row.cells.count == lastWidth { alikeCount += 1 }
        lastWidth = row.cells.count >= Self.leastWidth ? row.cells.count : 0
        switch recognition.verdict(on: row, sheet: sheet, file: file) {
        case .fits(let match): found = TableOpening(match: match, headerRow: row.number)
        case .nearest(let layout, let hits):
            if hits > (nearest?.hits ?? HeaderSearch.leastHits - 1) { nearest = (layout, hits) }
        case .none: break
        }
    }

    var verdict: TableOpening.Verdict {
        if let found { return .fits(found) }
        if let nearest { return .nearest(nearest.layout) }
        return alikeCount > 0 && alikeCount * 2 >= count - 1 ? .headless : .none
    }
}
