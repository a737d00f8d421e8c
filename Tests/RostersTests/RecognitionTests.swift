import Rosters
import ShippedGrammars
import TableGrammar
import Testing

/// Which layout a header names, and what is said of one that names none.
struct RecognitionTests {
    static let recognition = LayoutRecognition(LayoutLibrary.shipped.layouts)

    static func verdict(
        _ names: [String], sheet: String? = nil, file: String = ""
    ) -> LayoutRecognition.Verdict {
        Seeds.keep(Array(SampleTable.text([names]).utf8), for: .tables)
        let row = SampleRow(names, number: 1)
        return withExtendedLifetime(row) {
            recognition.verdict(on: row.row, sheet: sheet, file: file)
        }
    }

    static func layout(_ names: [String], sheet: String? = nil) -> String? {
        if case .fits(let match) = verdict(names, sheet: sheet) { match.layout.name } else { nil }
    }

    static let tables = LayoutLibrary.shipped.layouts.flatMap { layout in
        layout.tables.indices.map { (layout, $0) }
    }

    /// Whatever is done to the names that senders do, each table is told.
    @Test(arguments: LayoutLibrary.shipped.layouts.map(\.name))
    func eachLayoutIsToldByItsHeader(_ name: String) throws {
        let layout = try #require(LayoutLibrary.shipped.layout(named: name))
        for table in layout.tables {
            let names = table.columns.map(\.name)
            let sheet = table.sheets.first == "*" ? nil : table.sheets.first
            let forms: [[String]] = [
                names, names.reversed(), names.map { $0.lowercased() },
                names.map { $0.uppercased() },
                names.map { $0.replacing("_", with: " ") },
                names.map { $0.replacing("_", with: "") }, names.map { " \($0)\n" },
                names.map { "\u{FEFF}\($0.replacing("_", with: "\u{A0}"))\u{200B}" },
                zip(names, table.columns).filter { $1.usage.contains(.required) }.map(\.0),
            ]
            for form in forms {
                #expect(Self.layout(form, sheet: sheet) == name, "\(form.prefix(3))")
            }
        }
    }

    /// An alias is as good as the name.
    @Test(arguments: LayoutLibrary.shipped.layouts.map(\.name))
    func otherNamesAreTold(_ name: String) throws {
        let layout = try #require(LayoutLibrary.shipped.layout(named: name))
        for table in layout.tables {
            let names = table.columns.map { $0.aliases.first ?? $0.name }
            #expect(Self.layout(names, sheet: table.sheets.first) == name)
        }
    }

    static let header =
        LayoutLibrary.shipped.layout(named: "cp-assignment")?
        .tables[0].columns.map(\.name) ?? []

    @Test func eachColumnOfTheLayoutFindsItsCell() throws {
        guard case .fits(let match) = Self.verdict(Self.header.reversed()) else {
            Issue.record("it does not fit")
            return
        }
        #expect(match.cells == Array(Self.header.indices.reversed()))
        #expect(match.unknown.isEmpty && match.doubled.isEmpty && match.missing.isEmpty)
    }

    @Test func unknownAndDoubledColumnsAreTold() throws {
        guard
            case .fits(let match) = Self.verdict(
                Self.header + ["Remark", "", "MEDICAID ID", ""])
        else {
            Issue.record("it does not fit")
            return
        }
        #expect(match.unknown.map(\.name) == ["Remark", "column 51", "MEDICAID ID"])
        #expect(match.doubled == [51])
        #expect(match.width == 52)
    }

    /// The names of columns are ours or numbers; those of the header are the sender's.
    @Test func theNearestLayoutIsNamed() throws {
        guard
            case .nearest(let layout, let hits) = Self.verdict(
                Array(Self.header.dropFirst(2)) + ["CANARY"])
        else {
            Issue.record("it is not near")
            return
        }
        #expect(hits == 47)
        #expect(layout.name == "cp-assignment")
        #expect(layout.missing == ["Medicaid_ID", "Member_Name_Last"])
        #expect(layout.unknown == [48])
        #expect(
            layout.phrase
                == "the nearest is cp-assignment, without its columns Medicaid_ID, "
                + "Member_Name_Last; it does not have column 48")
    }

    /// All columns that are missing are named, and those that are unknown by their ranges.
    @Test func allMissingColumnsAreNamed() throws {
        let unknown = (1...9).map { "x\($0)" }
        guard
            case .nearest(let layout, hits: 5) = Self.verdict(
                ["a", "b"] + Array(Self.header.prefix(5)) + unknown)
        else {
            Issue.record("it is not near")
            return
        }
        let known = try #require(LayoutLibrary.shipped.layout(named: layout.name))
        let names = known.tables[0].columns.map(\.name).dropFirst(5)
        #expect(names.count > 8)
        #expect(layout.missing == Array(names))
        #expect(
            layout.phrase == "the nearest is \(layout.name), without its columns "
                + "\(names.joined(separator: ", ")); it does not have columns 1, 2, 8 to 16")
    }

    @Test(arguments: [[], ["x"], ["Color", "Size"], ["", ""]])
    func whatNamesNoColumnIsNoHeader(_ names: [String]) {
        guard case .none = Self.verdict(names) else {
            Issue.record("\(names) is near something")
            return
        }
    }

    /// Of two tables of one layout the sheet's name decides where the columns do not.
    @Test func sheetsOfPaymentsAreTold() throws {
        let layout = try #require(LayoutLibrary.shipped.layout(named: "cp-payment"))
        for table in layout.tables {
            guard
                case .fits(let match) = Self.verdict(
                    table.columns.map(\.name), sheet: table.sheets.first)
            else {
                Issue.record("\(table.sheets) does not fit")
                continue
            }
            #expect(match.table.sheets == table.sheets)
        }
    }

    /// A layout that was chosen may lack columns, though not all.
    @Test func aChosenLayoutMayLackColumns() throws {
        let layout = try #require(LayoutLibrary.shipped.layout(named: "cp-enrollment"))
        let chosen = LayoutRecognition(chosen: layout)
        let row = SampleRow(["Medicaid_ID", "Remark"], number: 1)
        let verdict = withExtendedLifetime(row) {
            chosen.verdict(on: row.row, sheet: nil, file: "")
        }
        guard case .fits(let match) = verdict else {
            Issue.record("it does not fit")
            return
        }
        #expect(match.missing.count == 20)
        let other = SampleRow(["Color", "Size"], number: 1)
        let no = withExtendedLifetime(other) {
            chosen.verdict(on: other.row, sheet: nil, file: "")
        }
        guard case .none = no else {
            Issue.record("it fits")
            return
        }
    }
}
