import CareModel
import Diagnostics
import Output
import Rosters
import TableSyntax

/// Maps the rows of tables one after another: records go to the product, the rest is counted or set
/// aside.
struct RowMapper<Product: RowProduct & ~Copyable>: ~Copyable {
    var product: Product
    /// Of the file, and of records where the product does not keep them; in the order of the input.
    private(set) var findings: [Finding] = []
    private(set) var books = RowBooks()
    /// Of each record, what rules that look across records go by.
    private(set) var facts: [RowFacts] = []
    /// Tables that were begun, each with the index of its first record's facts.
    private(set) var tables: [(first: Int, match: TableMatch, sheet: Int)] = []
    /// Whether an error ended the run.
    private(set) var isStopped = false
    private let file: String
    private let errorHandling: ConversionOptions.ErrorHandling
    private let partners: Partners
    private let recognition: LayoutRecognition
    private var reader: RosterReader
    private var factColumns: FactColumns
    private var reading = RowReading()
    private var headerRow = 0
    private var sheet: String?
    /// Whether a row came before the header.
    private var hasTitle = false
    /// Whether the header came, as the rows of a sheet may have any numbers.
    private var isBelowHeader = false
    /// Whether records came before the header.
    private var hasStrayRow = false
    /// Whether a row of a sheet without rows of the layout named a member.
    private var namesMembers = false
    /// Rows of the table that are records.
    private(set) var recordCount = 0
    /// Whether a table before has rows, and findings of those that have none and whose sheet is one
    /// of several.
    private var hasRecords = false
    private var emptySheets: [Finding] = []
    private var lastPiece = 0
    /// How many tables were begun.
    private var tableNumber = 0
    /// Columns without a name, which are told of where a record has a value in one.
    private(set) var nameless = NamelessColumns()
    private let providers: ProviderList?
    private let comparesMembers: Bool
    /// What rows of a summary say of the roster that it came with.
    private(set) var statements: [SummaryStatement] = []
    /// Whom rows of a summary name as their senders.
    private(set) var senders: [RowSender] = []

    init(
        _ product: consuming Product, file: String, options: ConversionOptions,
        opening: TableOpening
    ) {
        self.product = product
        self.file = file
        errorHandling = options.errorHandling
        partners = Partners(options)
        recognition = options.layouts.recognition
        providers = options.codes.providers
        reader = RosterReader(opening.match, providers: providers)
        comparesMembers = options.previous != nil
        factColumns = FactColumns(opening.match, comparesMembers: comparesMembers)
        headerRow = opening.headerRow
    }

    /// Forgets what was brought so far, but for the table that is being read.
    mutating func clear() {
        product.clear()
        findings.removeAll(keepingCapacity: true)
        facts.removeAll(keepingCapacity: true)
        tables.removeAll()
        if !statements.isEmpty { statements = [] }
        if !senders.isEmpty { senders = [] }
        nameless.clear()
        books = RowBooks()
    }

    /// The layout of the rows that come.
    var match: TableMatch { reader.match }

    // MARK: Tables

    /// Begins a table.
    ///
    /// - Parameters:
    ///   - sheet: the name of its sheet.
    ///   - number: of the sheet; 0 where there are none.
    mutating func begin(_ opening: TableOpening, sheet: String? = nil, number: Int = 0) {
        headerRow = opening.headerRow
        self.sheet = sheet
        hasTitle = false
        isBelowHeader = false
        hasStrayRow = false
        enter(opening.match, sheet: number)
        recordCount = 0
    }

    /// Begins a sheet that is no table.
    mutating func beginUnknown(sheet: String) {
        self.sheet = sheet
        namesMembers = false
        product.begin(nil, sheet: sheet)
    }

    private mutating func enter(_ match: TableMatch, sheet number: Int) {
        reader = RosterReader(match, providers: providers, sheet: sheet)
        factColumns = FactColumns(match, comparesMembers: comparesMembers, sheet: sheet)
        tables.append((facts.count, match, number))
        product.begin(reader, sheet: sheet ?? "")
        tableNumber += 1
        nameless.begin(match, tableNumber)
    }

    /// Where the rows that come stand, for another mapper that goes on with them.
    var stand: RowStand {
        RowStand(
            match: reader.match, tableNumber: tableNumber, headerRow: headerRow,
            hasTitle: hasTitle, isBelowHeader: isBelowHeader, hasStrayRow: hasStrayRow,
            lastPiece: lastPiece)
    }

    /// Goes on where another mapper stood, with no records so far.
    mutating func resume(_ stand: RowStand) {
        if stand.tableNumber != tableNumber {
            reader = RosterReader(stand.match, providers: providers, sheet: sheet)
            factColumns = FactColumns(
                stand.match, comparesMembers: comparesMembers, sheet: sheet)
            product.begin(reader, sheet: sheet ?? "")
        }
        tableNumber = stand.tableNumber
        nameless.begin(stand.match, tableNumber)
        headerRow = stand.headerRow
        hasTitle = stand.hasTitle
        isBelowHeader = stand.isBelowHeader
        hasStrayRow = stand.hasStrayRow
        lastPiece = stand.lastPiece
        recordCount = 0
        isStopped = false
    }

    /// Ends a table.
    ///
    /// - Parameter earlier: its records that others mapped.
    mutating func end(at range: ByteRange, sheet number: Int, earlier: Int = 0) {
        hasRecords = hasRecords || recordCount + earlier > 0
        guard recordCount + earlier == 0, !isStopped else { return }
        emptySheets.append(Finding(.tableEmpty, at: range, sheet: number))
        let isOneOfSeveral = reader.match.table.sheets.count(where: { $0 != "*" }) > 1
        let isKnown = sheet.map { reader.match.knownName(ofSheet: $0) != nil } ?? false
        if !isOneOfSeveral || !isKnown {
            tell([emptySheets.removeLast()])
        } else if hasRecords {
            tellEmptySheets()
        }
    }

    /// Tells of sheets without rows: of those for what came and what went, one has none in a quiet
    /// month.
    mutating func tellEmptySheets() {
        for var finding in emptySheets {
            if hasRecords { finding.severity = .note }
            tell([finding])
        }
        emptySheets = []
    }

    // MARK: Rows

    /// Maps a row that is a record beyond doubt, as most are, and whose syntax breaks nothing; `false`
    /// where it may be none.
    mutating func mapSureRecord(_ row: TableRow) -> Bool {
        guard !row.isPiece, row.number > headerRow || isBelowHeader, reader.isRecord(row) else {
            return false
        }
        books.rows.total += 1
        mapRecord(row, [], isHidden: false)
        return true
    }

    /// Maps a row.
    ///
    /// - Parameters:
    ///   - found: what its syntax breaks.
    ///   - raw: hands over the bytes of the row, where it cannot be read.
    mutating func map(
        _ row: TableRow, found: [Finding], isHidden: Bool = false,
        raw: (TableRow, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        if row.isPiece { return mapPiece(row, found, raw) }
        books.rows.total += 1
        if row.number <= headerRow, !isBelowHeader, !row.holdsNothing {
            return mapOpening(row, found, isHidden: isHidden, raw)
        }
        switch reader.kind(of: row, recognition, sheet: sheet, file: file) {
        case .record: mapRecord(row, found, isHidden: isHidden)
        case .blank:
            books.rows.trivia += 1
            books.bytes.trivia += row.range.count
            tell(found)
        case .header:
            countEnvelope(row)
            tell(found + [Finding(.headerTwice, at: row)])
        case .table(let match):
            countEnvelope(row)
            enter(match, sheet: row.sheet)
            tell(found + [Finding(.tableSecond, at: row)] + findings(in: match, row))
        case .total:
            // Nothing is set aside for a rule that is off.
            guard holds(.rowTotal) else { return mapRecord(row, found, isHidden: isHidden) }
            setAside(row, found + [Finding(.rowTotal, at: row)], raw)
        }
    }

    /// Sets a row aside that is of no layout.
    mutating func setAsideUnknown(
        _ row: TableRow, raw: (TableRow, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        books.rows.total += 1
        if row.holdsNothing {
            books.rows.trivia += 1
        } else {
            setAside(row, [], raw)
        }
    }

    /// Counts a row of a sheet that holds none of the layout; from the first that names a member on,
    /// rows are set aside.
    mutating func mapAside(
        _ row: TableRow, raw: (TableRow, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        books.rows.total += 1
        let isFirst = !namesMembers && row.namesMember
        namesMembers = namesMembers || isFirst
        if row.holdsNothing {
            books.rows.trivia += 1
        } else if namesMembers {
            setAside(row, isFirst ? [Finding(.sheetAside, at: row)] : [], raw)
        } else {
            books.rows.envelope += 1
        }
    }

    private mutating func mapOpening(
        _ row: TableRow, _ found: [Finding], isHidden: Bool,
        _ raw: (TableRow, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        let isHeader = row.number == headerRow
        isBelowHeader = isHeader
        switch reader.match.kind(aboveHeader: row) {
        case .record:
            hasStrayRow = true
            return mapRecord(row, found, isHidden: isHidden)
        case .full where !isHeader && holds(.rowAbove):
            return setAside(row, found + [Finding(.rowAbove, at: row)], raw)
        case .full, .title: break
        }
        countEnvelope(row)
        var found = found
        if isHeader {
            if hasStrayRow { found.append(Finding(.headerBelow, at: row)) }
            if hasTitle { found.append(Finding(.headerLate, at: row)) }
            found += findings(in: reader.match, row)
        }
        hasTitle = true
        tell(found)
    }

    /// Whether a rule is not off.
    private func holds(_ rule: Rule) -> Bool {
        !partners.settle([Finding(rule, at: ByteRange(0, 0))], nil).isEmpty
    }

    private mutating func countEnvelope(_ row: TableRow) {
        books.rows.envelope += 1
        books.bytes.envelope += row.range.count
    }

    /// What is wrong with a header.
    private mutating func findings(in match: TableMatch, _ row: TableRow) -> [Finding] {
        var found: [Finding] = []
        for index in match.doubled {
            found.append(Finding(.columnTwice, at: row, cell: index))
        }
        for column in match.unknown where !match.doubled.contains(column.index) {
            let finding = Finding(.columnUnknown, at: row, cell: column.index)
            if column.isNameless {
                nameless.name(column.index, finding)
            } else {
                found.append(finding)
            }
        }
        for index in match.missing {
            found.append(
                Finding(.columnMissing, at: row, expected: match.table.columns[index].name))
        }
        return found
    }

    private mutating func mapRecord(_ row: TableRow, _ found: [Finding], isHidden: Bool) {
        // The readers stay as long as the row is mapped: nothing is counted for it.
        let facts = Unmanaged.passUnretained(factColumns)
        Unmanaged.passUnretained(reader)._withUnsafeGuaranteedRef { reader in
            facts._withUnsafeGuaranteedRef { mapRecord(row, found, isHidden, reader, $0) }
        }
    }

    @inline(__always)
    private mutating func mapRecord(
        _ row: TableRow, _ found: [Finding], _ isHidden: Bool, _ reader: RosterReader,
        _ factColumns: FactColumns
    ) {
        reader.read(row, &reading)
        if !found.isEmpty { reading.add(found) }
        if isHidden { reading.report(.rowHidden) }
        recordCount += 1
        if nameless.isWatching { nameless.look(at: row) }
        facts.append(factColumns.facts(of: &reading))
        if reader.hasReceipts { addStatement(at: row) }
        var settled: [Finding] = []
        var hasError = false
        if !reading.findings.isEmpty {
            settled = partners.settle(reading.findings, nil)
            hasError = settled.contains { $0.severity == .error }
            if Product.tellsFindings {
                findings += settled
            } else {
                books.findings.count(settled)
            }
        }
        let isSetAside = hasError && errorHandling != .keep
        books.count(row.range.count, isSetAside: isSetAside)
        books.otherValues += reading.builder.other.count
        product.add(
            &reading, by: reader, at: RowAddress(row), findings: settled, isSetAside: isSetAside)
        if hasError, errorHandling == .stop { isStopped = true }
    }

    /// Keeps what the row says of the roster that it came with.
    private mutating func addStatement(at row: TableRow) {
        let record = reader.record(of: &reading)
        guard record.has(.receipt) else { return }
        statements.append(SummaryStatement(record, at: row, in: reader.match))
        if let sender = RowSender(record, at: row) { senders.append(sender) }
    }

    // MARK: What is no record

    private mutating func setAside(
        _ row: TableRow, _ found: [Finding],
        _ raw: (TableRow, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        let settled = partners.settle(found, nil)
        books.count(row.range.count, isSetAside: true)
        raw(row) { bytes in
            product.add(
                unreadable: bytes, at: RowAddress(row), isPart: false, findings: settled)
        }
        add(settled)
        if errorHandling == .stop { isStopped = true }
    }

    /// A part of a row that is too long to be held.
    private mutating func mapPiece(
        _ row: TableRow, _ found: [Finding],
        _ raw: (TableRow, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        let isFirst = row.number != lastPiece
        lastPiece = row.number
        if isFirst {
            books.rows.total += 1
            books.rows.setAside += 1
            books.records.setAside += 1
        }
        books.bytes.setAside += row.range.count
        let settled = partners.settle(found, nil)
        raw(row) { bytes in
            product.add(unreadable: bytes, at: RowAddress(row), isPart: true, findings: settled)
        }
        add(settled)
        if errorHandling == .stop { isStopped = true }
    }

    /// Adds findings that are no record's.
    mutating func tell(_ found: [Finding]) {
        if !found.isEmpty { add(partners.settle(found, nil)) }
    }

    private mutating func add(_ settled: [Finding]) {
        findings += settled
        if !Product.tellsFindings { books.findings.count(settled) }
        if errorHandling == .stop, settled.contains(where: { $0.severity == .error }) {
            isStopped = true
        }
    }
}
