import Testing

@testable import Synthesis

/// Rosters that are written make sense, and the same options write the same.
@Suite struct RosterSynthesisTests {
    @Test(arguments: RosterKind.allCases)
    func aRosterHasItsRows(_ kind: RosterKind) {
        let roster = WrittenRoster(kind, 200, seed: 3)
        #expect(roster.rowCount == 200)
        #expect(roster.sheets.map(\.name) == kind.sheets.map(\.name))
        #expect(
            roster.sheets.allSatisfy { sheet in
                sheet.rows.allSatisfy { $0.count == sheet.header.count }
            })
    }

    @Test(arguments: [
        (RosterKind.assignment, 49), (.enrollment, 21), (.statusOutreach, 31), (.summary, 8),
        (.payment, 17), (.flexibleServices, 22), (.memberRoster, 45), (.enrollmentRoster, 36),
        (.visits, 14),
    ])
    func columnsAreCounted(_ kind: RosterKind, _ count: Int) {
        #expect(kind.sheets[0].header.count == count)
        #expect(Set(kind.sheets[0].header).count == count)
    }

    @Test(arguments: RosterKind.allCases)
    func theSameSeedGivesTheSameRows(_ kind: RosterKind) {
        let one = WrittenRoster(kind, 60, seed: 9, defects: 0.3)
        #expect(one == WrittenRoster(kind, 60, seed: 9, defects: 0.3))
        #expect(one != WrittenRoster(kind, 60, seed: 10, defects: 0.3))
    }

    @Test func membersDifferAndTheirNumbersHaveTwelveDigits() {
        let ids = WrittenRoster(.assignment, 3000, seed: 4).column("Medicaid_ID")
        #expect(Set(ids).count == 3000)
        #expect(ids.allSatisfy { $0.count == 12 && $0.allSatisfy(\.isNumber) })
    }

    @Test func enrollmentsStartOnTheFirstAndEndOnTheLast() {
        let roster = WrittenRoster(.enrollment, 400, seed: 5)
        #expect(roster.column("Enrollment_Start_Date").allSatisfy { $0.hasSuffix("01") })
        let ends = roster.column("Disenrollment_Date", sheet: 1)
        #expect(ends.allSatisfy { ["28", "29", "30", "31"].contains($0.suffix(2)) })
        #expect(roster.column("Stop_Reason_Desc", sheet: 1).allSatisfy { !$0.isEmpty })
    }

    @Test func theStatusOfARowGoesWithItsOutreach() {
        let roster = WrittenRoster(.statusOutreach, 500, seed: 6)
        let states = zip(roster.column("CP_Outreach_Status"), roster.column("Record_Status"))
        let closed = ["Deceased", "Declined Participation", "Unreachable/Unable to Contact"]
        #expect(states.allSatisfy { closed.contains($0) == ($1 == "I") })
    }

    @Test(arguments: RosterDefect.allCases)
    func aDefectIsPlantedWhereItFits(_ defect: RosterDefect) {
        for kind in RosterKind.allCases {
            let roster = WrittenRoster(kind, 120, seed: 8, defects: 1, kinds: [defect])
            let planted = roster.summary.defects[defect, default: 0]
            #expect((planted > 0) == defect.fits(kind), "\(defect) in \(kind)")
            #expect(roster.rowCount == 120)
        }
    }

    /// Of a share of 1 each row has its defect, a row that comes twice counted as one.
    @Test(arguments: RosterKind.allCases)
    func aShareOfAllIsAll(_ kind: RosterKind) {
        var options = RosterSynthesis.Options(kind, records: 300, seed: 8)
        options.defectRate = 1
        options.hasAllSheets = false
        options.defectKinds = RosterDefect.allCases.filter { $0 != .repeatedRow }
        var sink = WrittenRoster.Memory()
        let summary = RosterSynthesis(options).write(&sink)
        #expect(summary.defects.values.reduce(0, +) == 300)
        #expect(kind.dayForm != .hyphens || summary.defects[.otherDateForm] == nil)
    }

    @Test func textIsQuotedWhereItNeedsIt() {
        var text = RosterText(separator: UInt8(ascii: "|"))
        text.add([.text("a|b"), .text("say \"x\""), .number("1.50"), .empty, .text("c,d\n")])
        #expect(
            String(decoding: text.take(), as: UTF8.self)
                == "\"a|b\"|\"say \"\"x\"\"\"|1.50||\"c,d\n\"\r\n")
    }
}

/// A roster in memory.
struct WrittenRoster: Equatable {
    struct Sheet: Equatable {
        let name: String
        let header: [String]
        var rows: [[String]] = []
    }
    var sheets: [Sheet] = []
    var summary = RosterSynthesis.Summary()

    init(
        _ kind: RosterKind, _ records: Int, seed: UInt64, defects: Double = 0,
        kinds: [RosterDefect] = RosterDefect.allCases
    ) {
        var options = RosterSynthesis.Options(kind, records: records, seed: seed)
        options.defectRate = defects
        options.defectKinds = kinds
        var sink = Memory()
        summary = RosterSynthesis(options).write(&sink)
        sheets = sink.sheets
    }

    var rowCount: Int { sheets.reduce(0) { $0 + $1.rows.count } }

    func column(_ name: String, sheet: Int = 0) -> [String] {
        guard let place = sheets[sheet].header.firstIndex(of: name) else { return [] }
        return sheets[sheet].rows.map { $0[place] }
    }

    struct Memory: RosterSink {
        var sheets: [Sheet] = []
        mutating func begin(_ sheet: RosterSheet) throws(Never) {
            sheets.append(Sheet(name: sheet.name, header: sheet.header))
        }
        mutating func add(_ cells: [RosterCell]) throws(Never) {
            sheets[sheets.count - 1].rows.append(
                cells.map { cell in
                    switch cell {
                    case .empty: ""
                    case .text(let text), .number(let text): text
                    }
                })
        }
    }
}
