import Synthesis
import Testing

@testable import Conversion

/// Generated rosters: what is planted is found by its rule, and nothing is found in clean ones.
struct RosterDefectTests {
    /// The sheets of a roster, each as a text of its own.
    private struct Texts: RosterSink {
        var texts: [RosterText] = []

        mutating func begin(_ sheet: RosterSheet) throws(Never) {
            texts.append(RosterText())
            texts[texts.count - 1].begin(sheet)
        }

        mutating func add(_ cells: [RosterCell]) throws(Never) {
            texts[texts.count - 1].add(cells)
        }
    }

    private static func found(
        _ kind: RosterKind, _ defects: [RosterDefect]
    ) throws -> (rules: Set<String>, planted: [RosterDefect: Int]) {
        var options = RosterSynthesis.Options(kind, records: 60, seed: 7)
        options.defectRate = defects.isEmpty ? 0 : 0.4
        options.defectKinds = defects
        var sink = Texts()
        let summary = RosterSynthesis(options).write(&sink)
        var rules: Set<String> = []
        for index in sink.texts.indices {
            let outcome = try TableTrial()(sink.texts[index].take(), name: "\(kind.rawValue).csv")
            #expect(outcome.layout == kind.rawValue && outcome.isBalanced, "\(outcome.report)")
            rules.formUnion(outcome.rules)
        }
        return (rules.subtracting(["roster.file.name"]), summary.defects)
    }

    @Test(arguments: RosterKind.allCases) func nothingIsFoundWhereNothingIsPlanted(
        _ kind: RosterKind
    ) throws {
        #expect(try Self.found(kind, []).rules == [])
    }

    /// Of each defect the rule that finds it.
    static let rules: [RosterDefect: String] = [
        .scientificMemberId: "roster.sheet.scientific", .shortMemberId: "roster.sheet.zeros",
        .missingMemberId: "roster.value.missing", .memberIdWithLineEnd: "roster.member.blanks",
        .badBirthDate: "roster.date.invalid", .otherDateForm: "roster.date.tolerated",
        .startMidMonth: "roster.day.first", .endMidMonth: "roster.day.last",
        .shortZip: "roster.zip.padding", .badPhone: "roster.phone.form",
        .badSex: "roster.code.unknown", .unknownPlan: "roster.code.unknown",
        .wrongStatus: "roster.status.outreach", .reasonWithoutDate: "roster.value.conditional",
        .foreignPid: "roster.provider.prefix", .tooOld: "roster.plan.age",
        .errorCell: "roster.sheet.error", .repeatedRow: "roster.row.repeated",
        .missingCount: "roster.value.missing", .countInWords: "roster.number.form",
    ]

    @Test(arguments: RosterDefect.allCases) func aDefectIsFound(_ defect: RosterDefect) throws {
        let rule = try #require(Self.rules[defect])
        let kinds = RosterKind.allCases.filter { defect.fits($0) }
        #expect(!kinds.isEmpty)
        for kind in kinds {
            let (rules, planted) = try Self.found(kind, [defect])
            #expect(planted[defect, default: 0] > 0, "\(kind)")
            #expect(rules.contains(rule), "\(kind): \(rules)")
        }
    }
}
