import Diagnostics
import Output

/// Who sent a part of an input.
struct FindingSender: Equatable {
    /// As sent.
    let id: String
    /// What is shown where values are not: our words for whom a profile names, or what stands in the
    /// name of a file, which is shown all the same.
    let known: String?

    init(id: String, known: String? = nil) {
        self.id = id
        self.known = known
    }

    /// Whoever sent a file that does not say who.
    init(unknownOf file: String) {
        // No sender has a NUL in its name.
        self.init(id: "\u{0}\(file)", known: "Unknown sender of \(file)")
    }

    /// As a cell or an element names it.
    init(sent name: String) {
        switch name.uppercased() {
        case "MH", "MASSHEALTH": self = .massHealth
        default: self.init(id: name)
        }
    }

    static let massHealth = FindingSender(id: "MH", known: "MassHealth (MH)")
}

/// Who sent an input: whom one of its rows names, else whom the file does.
struct InputSenders {
    private let file: FindingSender
    private var rows: [RowSender.Place: FindingSender] = [:]

    init(_ file: FindingSender) { self.file = file }

    /// More rows than a summary has; those beyond are the file's.
    private static let rowLimit = 4096

    mutating func add(_ named: [RowSender]) {
        for row in named where rows.count < InputSenders.rowLimit {
            let isFile = row.name == file.id
            rows[row.place] = isFile ? file : FindingSender(sent: row.name)
        }
    }

    func sender(of finding: Finding) -> FindingSender {
        guard !rows.isEmpty else { return file }
        return rows[RowSender.Place(sheet: finding.sheet, row: finding.row)] ?? file
    }
}

/// What findings speak of in an input of which it is known who sent it.
struct SentGround<Ground: FindingGround>: FindingGround {
    private let ground: Ground
    private let senders: InputSenders

    init(_ ground: Ground, _ senders: InputSenders) {
        self.ground = ground
        self.senders = senders
    }

    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        ground.withExcerpt(of: finding, body)
    }

    func sender(of finding: Finding) -> FindingSender? { senders.sender(of: finding) }

    func sheetName(of finding: Finding) -> String? { ground.sheetName(of: finding) }
}
