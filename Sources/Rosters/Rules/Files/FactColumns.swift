import CareModel
import TableGrammar
import TableSyntax

/// Takes from each row what the rules across rows go by.
///
/// A class, so that nothing is copied for a row.
package final class FactColumns: Sendable {
    private let columns: TableMatch
    private let member: Int
    /// None where the file has not all columns of the layout's key.
    private let key: [Int]
    private let person: [Int]
    private let birth: Int
    private let address: [Int]
    /// First and last day, status of the row; -1 where the file has no such column.
    private let span: (begin: Int, end: Int, status: Int)
    private let locked: [Int]
    /// Names of the columns that `RowFacts.locked` speaks of.
    var lockedNames: [String] { locked.map(columns.name) }
    /// Columns of service locations, whose letter may be small or a capital.
    private let locations: [Bool]
    private let dates: [Int]
    private let comparesMembers: Bool
    /// Days that say nothing of a member: when the row was updated and exported.
    private let stamps: [Int]
    /// Cells of columns that the layout does not have.
    private let unknown: [Int]
    /// What the layout means by the sheet, so that the same row on one of another meaning is another
    /// row; 0 for nothing.
    private let sheetMeaning: Int

    /// - Parameters:
    ///   - comparesMembers: whether another file has the same members.
    ///   - sheet: the name of the sheet, where there is one.
    package init(_ columns: TableMatch, comparesMembers: Bool = false, sheet: String? = nil) {
        self.columns = columns
        unknown = columns.unknown.map(\.index)
        sheetMeaning = sheet.map(columns.meaning) ?? 0
        let table = columns.table
        func column(_ field: String) -> Int { columns.column(field) ?? -1 }
        func all(_ fields: String...) -> [Int] {
            let found = fields.compactMap(columns.column)
            return found.count == fields.count ? found : []
        }
        member = column("member.id")
        key = table.key.allSatisfy(columns.has) ? table.key : []
        person = all("member.name.last", "member.name.first")
        birth = column("member.birthDate")
        address = all("member.residence.line1", "member.residence.postalCode")
        let begin = column(columns.column("span.start") != nil ? "span.start" : "enrollment.start")
        let end = column(columns.column("span.start") != nil ? "span.end" : "enrollment.end")
        // Where the start is no part of the key, a row is no span.
        span = (table.key.contains(begin) ? begin : -1, end, column("row.status"))
        self.comparesMembers = comparesMembers
        stamps = ["row.updated", "row.exported"].compactMap(columns.column)
        let id = member
        locked = table.columns.indices.filter { index in
            comparesMembers && table.columns[index].usage.contains(.locked) && columns.has(index)
                && index != id
        }
        locations = table.columns.map { $0.type == "pidsl" }
        dates = table.columns.indices.filter {
            table.columns[$0].type == "date" && columns.has($0) && $0 < 64
        }
    }

    /// The facts of a row whose cells were read.
    ///
    /// - Parameter reading: stays as it is.
    package func facts(of reading: inout RowReading) -> RowFacts {
        let values = reading.values
        var facts = RowFacts(reading.row)
        if sheetMeaning > 0 { facts.knownSheet = sheetMeaning }
        if member >= 0, isID(values.text(member)) {
            facts.member = hash(member, values)
            if !key.isEmpty {
                facts.key = hash(key, values, UInt64(truncatingIfNeeded: facts.knownSheet))
            }
            facts.group =
                span.begin >= 0
                ? FoldedText.join(facts.member, UInt64(truncatingIfNeeded: facts.knownSheet))
                : facts.key
        } else if member < 0, key.contains(where: values.has) {
            // Rows of no member are told apart by their key alone.
            facts.key = hash(key, values, UInt64(truncatingIfNeeded: facts.knownSheet))
            facts.group = facts.key
        }
        facts.content =
            unknown.isEmpty ? reading.content : reading.content &+ unknownContent(reading.row)
        addPerson(values, to: &facts)
        addSpan(values, to: &facts)
        if !locked.isEmpty { facts.locked = lockedNumber(values) }
        if comparesMembers { facts.said = said(reading.content, values) }
        addDates(values, reading.foreignDates, to: &facts)
        return facts
    }

    /// Whether a text names somebody: one that a spreadsheet has rounded, or a word for "nobody", is
    /// that of many.
    @inline(__always)
    private func isID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count == 12 && text.baseAddress.map { Digits.areAll($0, 12) } == true
            || isOddID(text)
    }

    @inline(never)
    private func isOddID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.contains { (0x30...0x39).contains($0) } && !SheetScientific.isScientific(text)
    }

    /// The number of one value; never 0.
    @inline(__always)
    private func hash(_ column: Int, _ values: RowValues) -> UInt64 {
        var hash = TextHash()
        hash.add(values.text(column))
        return hash.value == 0 ? 1 : hash.value
    }

    /// The number of several values and where they stand; never 0.
    @inline(__always)
    private func hash(_ columns: [Int], _ values: RowValues, _ seed: UInt64) -> UInt64 {
        if values.hasOddCase || values.hasTimes { return unusualHash(columns, values, seed) }
        var hash = TextHash()
        hash.add(seed)
        for column in columns { hash.add(values.text(column)) }
        return hash.value == 0 ? 1 : hash.value
    }

    /// The same where dates have times beside them, which are a part of them, or letters are small.
    @inline(never)
    private func unusualHash(_ columns: [Int], _ values: RowValues, _ seed: UInt64) -> UInt64 {
        var hash = TextHash()
        hash.add(seed)
        withTexts(columns, values) { texts in
            for (column, text) in zip(columns, texts) {
                hash.add(text)
                if values.times[column] > 0 {
                    hash.add(UInt64(UInt32(bitPattern: values.times[column])))
                }
            }
        }
        return hash.value == 0 ? 1 : hash.value
    }

    private func lockedNumber(_ values: RowValues) -> UInt64 {
        values.hasOddCase
            ? withTexts(locked, values) { LockedValues.number($0) }
            : LockedValues.number(locked.map(values.text))
    }

    /// What a row says of its member; what several say is the sum.
    private func said(_ content: UInt64, _ values: RowValues) -> UInt32 {
        var said = content
        for column in stamps where values.has(column) {
            let text = values.text(column)
            guard let base = text.baseAddress else { continue }
            let salt = ContentSalt(column)
            said &-= salt.number(CellText(base, text.count))
            if values.times[column] > 0 { said &-= salt.number(time: values.times[column]) }
        }
        // Values that two rows exchange make other rows.
        let (high, low) = said.multipliedFullWidth(by: said ^ 0x9E37_79B9_7F4A_7C15)
        return UInt32(truncatingIfNeeded: (high ^ low) &>> 32)
    }

    /// Calls `body` with the values of columns, the letters of service locations as capitals.
    private func withTexts<Result>(
        _ columns: [Int], _ values: RowValues,
        _ body: ([UnsafeBufferPointer<UInt8>]) -> Result
    ) -> Result {
        // As many bytes as are readable beyond every byte of a row.
        let stride = ServiceLocation.count + 8
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: columns.count * stride) {
            memory in
            memory.initialize(repeating: 0)
            let texts = columns.enumerated().map { index, column in
                let text = values.text(column)
                guard locations[column], ServiceLocation.isSmall(text) else { return text }
                let copy = UnsafeMutableBufferPointer(
                    rebasing: memory[(index * stride)..<(index * stride + text.count)])
                _ = copy.update(from: text)
                copy[text.count - 1] &= ~0x20
                return UnsafeBufferPointer(copy)
            }
            return body(texts)
        }
    }

    /// What cells add that no column of the layout is.
    private func unknownContent(_ row: TableRow) -> UInt64 {
        var content: UInt64 = 0
        for (number, index) in unknown.enumerated() where index < row.cells.count {
            let cell = row.cells[index]
            let salt = ContentSalt(columns.table.columns.count + number)
            content &+=
                cell.count == 0
                ? salt.empty
                : salt.number(CellText(row.bytes + Int(cell.start), Int(cell.count)))
        }
        return content
    }

    @inline(__always)
    private func addPerson(_ values: RowValues, to facts: inout RowFacts) {
        guard person.count == 2, birth >= 0, facts.member != 0 else { return }
        let born = values.day(birth)
        guard born > 0, values.has(person[0]), values.has(person[1]) else { return }
        let name = FoldedText.join(
            FoldedText.hash(inRow: values.text(person[0])),
            FoldedText.hash(inRow: values.text(person[1])))
        facts.person = max(1, FoldedText.join(name, UInt64(UInt32(bitPattern: born))))
        guard address.count == 2, values.has(address[0]), values.has(address[1]) else { return }
        // Nine digits name the same place as their first five, four those that lost their zero.
        let zip = values.text(address[1])
        var first = 0
        while first < min(zip.count, 5), zip[first] == UInt8(ascii: "0") { first &+= 1 }
        let five = UnsafeBufferPointer(rebasing: zip[first..<min(zip.count, 5)])
        let place = FoldedText.join(
            FoldedText.hash(inRow: values.text(address[0])), FoldedText.hash(inRow: five))
        facts.address = max(1, UInt32(truncatingIfNeeded: place))
    }

    @inline(__always)
    private func addSpan(_ values: RowValues, to facts: inout RowFacts) {
        guard span.begin >= 0, facts.member != 0 else { return }
        let begin = values.day(span.begin)
        let end = span.end >= 0 ? values.day(span.end) : 0
        guard begin > 0 else { return }
        if end == 0, span.status >= 0, isOver(values.code(span.status)) {
            return
        }
        facts.begin = begin
        facts.end = end > 0 ? end : Int32.max
    }

    /// Whether a row of this status says nothing of today.
    private func isOver(_ status: UInt64) -> Bool {
        status == UInt64(UInt8(ascii: "I")) || status == UInt64(UInt8(ascii: "D"))
    }

    @inline(__always)
    private func addDates(
        _ values: RowValues, _ foreign: (second: UInt64, other: UInt64),
        to facts: inout RowFacts
    ) {
        var own: UInt64 = 0
        for column in dates where values.slots[column].count == 8 {
            own |= 1 &<< UInt64(truncatingIfNeeded: column)
        }
        facts.dates = (own & ~(foreign.second | foreign.other), foreign.second, foreign.other)
    }
}
