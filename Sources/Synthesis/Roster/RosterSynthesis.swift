/// Where the rows of a roster go.
public protocol RosterSink: ~Copyable {
    associatedtype Failure: Error
    /// Begins a sheet and names its columns.
    mutating func begin(_ sheet: RosterSheet) throws(Failure)
    mutating func add(_ cells: [RosterCell]) throws(Failure)
}

/// Writes synthetic rosters of Community Partners in the shape of MassHealth's.
///
/// No person, number or organization in them exists. The same options give the same rows on every
/// run and machine, and memory does not grow with their number.
public struct RosterSynthesis: Sendable {
    /// What to write.
    public struct Options: Sendable {
        /// Which roster.
        public var kind: RosterKind
        /// Rows in all sheets; below 0 counts as 0.
        public var records: Int
        /// Everything that is drawn follows from this number.
        public var seed: UInt64
        /// The share of rows with one planted defect, 0 to 1.
        public var defectRate = 0.0
        /// The kinds of defect to choose from; those that the roster has no place for are left out.
        public var defectKinds = RosterDefect.allCases
        /// Sheets that are written; text holds the first alone.
        public var hasAllSheets = true
        /// The day the file claims to be written on; 2025-07-01 unless set.
        public var fileDate = Day(number: 20_270)

        /// A clean roster of so many rows.
        public init(_ kind: RosterKind, records: Int, seed: UInt64) {
            self.kind = kind
            self.records = records
            self.seed = seed
        }
    }

    /// What was written.
    public struct Summary: Hashable, Sendable {
        /// Rows of records, in all sheets; a row that comes twice counts twice.
        public internal(set) var records = 0
        /// How many defects were planted, by kind; kinds that were not planted are absent.
        public internal(set) var defects: [RosterDefect: Int] = [:]
    }

    /// What to write.
    public let options: Options
    private let draw: RosterDraw
    private let values: RosterValues

    /// Prepares a roster; nothing is drawn before `write`.
    public init(_ options: Options) {
        self.options = options
        let population = Population(seed: options.seed)
        draw = RosterDraw(kind: options.kind, population: population, fileDate: options.fileDate)
        values = RosterValues(options.kind, population, fileDate: options.fileDate)
    }

    /// The sheets that are written.
    public var sheets: [RosterSheet] {
        options.hasAllSheets ? options.kind.sheets : Array(options.kind.sheets.prefix(1))
    }

    /// Writes all rows into `sink`; what it throws ends the writing and is thrown on.
    @discardableResult
    public func write<Sink: RosterSink & ~Copyable>(
        _ sink: inout Sink
    ) throws(Sink.Failure) -> Summary {
        var summary = Summary()
        var random = SeededGenerator(seed: options.seed)
        let sheets = sheets
        var rest = max(options.records, 0)
        var person = 0
        for (index, sheet) in sheets.enumerated() {
            try sink.begin(sheet)
            let share = share(of: index, among: sheets, rest)
            var written = 0
            while written < share {
                var cells = cells(person, sheet, index, &random)
                person += 1
                let repeats = plant(in: &cells.cells, sheet, cells.row, &random, &summary)
                try sink.add(cells.cells)
                written += 1
                if repeats, written < share {
                    try sink.add(cells.cells)
                    written += 1
                }
            }
            rest -= share
            summary.records += share
        }
        return summary
    }

    /// Most rows stand in the first sheet; one of sums has a row for each partner.
    private func share(of index: Int, among sheets: [RosterSheet], _ rest: Int) -> Int {
        if options.kind == .payment {
            let sums = sheets.count > 1 ? min(RosterPartners.partners.count, rest / 2) : 0
            return index == 0 ? rest - sums : rest
        }
        let following = sheets.count - index - 1
        return following == 0 ? rest : (rest + following) / (following + 1)
    }

    private func cells(
        _ person: Int, _ sheet: RosterSheet, _ index: Int, _ random: inout SeededGenerator
    ) -> (cells: [RosterCell], row: RosterRow) {
        let ends = options.kind == .enrollment && index == 1
        var row = draw.row(person, ends: ends, &random)
        if options.kind == .summary { return (summaryCells(person, row), row) }
        var cells: [RosterCell] = []
        cells.reserveCapacity(sheet.columns.count)
        for column in sheet.columns { cells.append(values.cell(column.field, &row)) }
        return (cells, row)
    }

    /// A summary speaks of a file and not of a member.
    private func summaryCells(_ number: Int, _ row: RosterRow) -> [RosterCell] {
        let partner = RosterPartners.partners[row.partner]
        let aco = RosterPartners.acos[row.aco]
        return [
            .text("\(partner.shortName)"), .number(String(1000 + number * 37)), .number("21"),
            .text(DayForm.compact.text(options.fileDate)), .text("\(aco.shortName)"), .empty,
            .empty,
            .empty,
        ]
    }

    /// Spoils a share of the rows; whether the row is to come twice.
    private func plant(
        in cells: inout [RosterCell], _ sheet: RosterSheet, _ row: RosterRow,
        _ random: inout SeededGenerator, _ summary: inout Summary
    ) -> Bool {
        guard options.defectRate > 0, random.chance(rate: options.defectRate) else { return false }
        let kinds = options.defectKinds.filter { $0.fits(options.kind) }
        guard !kinds.isEmpty else { return false }
        // Where the row has no place for the one that was drawn, it gets the next that it has.
        let first = random.below(kinds.count)
        for step in kinds.indices {
            let defect = kinds[(first + step) % kinds.count]
            guard defect.plant(in: &cells, sheet, row) else { continue }
            summary.defects[defect, default: 0] += 1
            return defect == .repeatedRow
        }
        return false
    }
}
