import Diagnostics
import TableGrammar

/// The rules that look across the rows of a file; fed in the order of the input.
///
/// They cost 28 bytes a row with its key, span and person, and two places of 13 to 26 bytes, so that a
/// million members take 54 to 80 MB; 29 to 42 bytes a member more where a previous file is compared.
package struct RosterFileRules: Sendable {
    private let members = MemberIndex()
    private let personTwice = PersonTwice()
    private var change: RosterChange?
    /// The layout of a previous file that cannot be compared.
    private var foreignLayout: String?
    /// What is known of one table: its layout's columns, and how dates come in it.
    private var sheets: [Sheet] = []
    /// How dates come in the last of them.
    private var dates = DateMixed()
    /// Keeps the reading in `prepare` from being left out.
    private var touched: UInt32 = 0

    private struct Sheet: Sendable {
        let number: Int
        let match: TableMatch
        let keyColumn: String
        let spanColumn: String
        let personColumn: String
        /// Whether it has the columns of the last file that are compared.
        let isAlike: Bool
        var dates = DateMixed()
    }

    /// Members of a previous file, and what became of them.
    package struct MemberCounts: Sendable, Hashable {
        package let previous: Int
        package let added: Int
        package let gone: Int
        /// Of those in both, of how many the file says something else, or has more or fewer rows; the
        /// days on which a row was updated and exported do not count.
        package let changed: Int
    }

    /// - Parameters:
    ///   - previous: the members of the last file, where there is one.
    ///   - match: of the first table; a previous file of another layout is not compared.
    package init(previous: PreviousRoster? = nil, of match: TableMatch? = nil) {
        guard let previous else { return }
        guard let match, match.layout.name != previous.layout else {
            change = RosterChange(previous)
            return
        }
        if match.column("member.id") != nil { foreignLayout = previous.layout }
    }

    /// What became of the members of the previous file; `nil` where none is compared.
    package var memberCounts: MemberCounts? { change?.counts }

    /// Bytes that the tables hold.
    package var byteCount: Int {
        members.byteCount + personTwice.byteCount + (change?.byteCount ?? 0)
    }

    /// Begins a table of the file: what follows are its rows.
    ///
    /// - Parameter sheet: its number; 0 where there are none.
    package mutating func begin(_ match: TableMatch, sheet: Int) {
        endSheet()
        let member = (match.column("member.id") ?? match.table.key.first).map(match.name) ?? ""
        let begin = match.column("span.start") ?? match.column("enrollment.start")
        let names = FactColumns(match, comparesMembers: true).lockedNames
        let isAlike = change.map { $0.lockedNames == names } ?? false
        sheets.append(
            Sheet(
                number: sheet, match: match, keyColumn: member,
                spanColumn: begin.map(match.name) ?? member, personColumn: member, isAlike: isAlike)
        )
    }

    /// So many rows are prepared at once: what is fetched for them stays near until they are taken in.
    package static let preparedCount = 32

    /// To be called before rows are taken in, of which there are `preparedCount` at most.
    package mutating func prepare(_ facts: UnsafeBufferPointer<RowFacts>) {
        var all: UInt32 = 0
        for index in facts.indices {
            all ^= members.touch(facts[index]) ^ personTwice.touch(facts[index])
        }
        touched = all
    }

    /// Takes in one row; what it breaks together with those before it.
    package mutating func add(_ facts: RowFacts, _ found: inout [Finding]) {
        dates.add(facts)
        let matches = members.add(facts)
        let person = personTwice.add(facts)
        if matches.isEmpty, person.isEmpty, change == nil { return }
        tell(facts, matches, person, &found)
    }

    @inline(never)
    private mutating func tell(
        _ facts: RowFacts, _ matches: MemberIndex.Matches, _ person: PersonTwice.Match,
        _ found: inout [Finding]
    ) {
        guard let sheet = sheets.last else { return }
        if let finding = RowTwice.finding(facts, matches, sheet.keyColumn) {
            found.append(finding)
        }
        if let finding = SpanTwice.finding(facts, matches, sheet.spanColumn) {
            found.append(finding)
        }
        if let finding = person.finding(facts, sheet.personColumn) { found.append(finding) }
        if let finding = change?.add(facts, sheet.keyColumn, isAlike: sheet.isAlike) {
            found.append(finding)
        }
    }

    private mutating func endSheet() {
        guard let last = sheets.indices.last else { return }
        sheets[last].dates = dates
        dates = DateMixed()
    }

    /// What the file as a whole breaks, once all its rows were taken in.
    package mutating func finish() -> [Finding] {
        endSheet()
        return sheets.flatMap { $0.dates.finish($0.match.table, sheet: $0.number) }
            + (change?.finish() ?? [])
            + (foreignLayout.map { [Self.foreign($0)] } ?? [])
    }

    private static func foreign(_ layout: String) -> Finding {
        Finding(
            .changeLayout, at: ByteRange(0, 0),
            expected: "a roster of \(layout), as the previous one is")
    }
}
