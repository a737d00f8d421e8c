import Testing

@testable import Conversion

/// The control totals of a header count the members of its set, whatever became of each, however the
/// set lies in blocks.
struct SetTotalTests {
    /// Sets of so many members, each with the quantities of its header.
    private static func text(_ sets: [(quantities: String, members: Int)]) -> String {
        let texts = sets.enumerated().map { index, set in
            EnrollmentText.set(
                (1...set.members).map { EnrollmentText.member($0 + 10 * index) },
                control: "000\(index + 1)"
            ).inserting(set.quantities, before: "N1")
        }
        return EnrollmentText.interchange("000000001") + EnrollmentText.group + texts.joined()
            + "GE*\(sets.count)*1~IEA*1*000000001~"
    }

    private static let cases: [(sets: [(quantities: String, members: Int)], count: Int)] = [
        ([("QTY*TO*3~QTY*ET*3~QTY*DT*0~", 3)], 0), ([("QTY*TO*0003~", 3)], 0),
        ([("QTY*TO*4~", 3)], 1), ([("QTY*TO*2~QTY*ET*9~QTY*DT*1~", 3)], 3),
        ([("QTY*TO*3~", 3), ("QTY*TO*2~", 3), ("", 1), ("QTY*ET*1~", 1)], 1),
        ([("QTY*TO*2~", 3), ("QTY*TO*2~", 3)], 2),
    ]

    @Test(arguments: cases)
    func totalsCountMembers(
        _ sets: [(quantities: String, members: Int)], _ count: Int
    ) throws {
        for blockSize in [1, 700, 96 * 1024] {
            for jobs in [1, 2] {
                let outcome = try Trial(jobs: jobs, blockSize: blockSize)(Self.text(sets))
                #expect(outcome.rules.count { $0 == "enrollment.set.total" } == count)
                #expect(outcome.status == 0)
            }
        }
    }

    @Test func membersThatAreSetAsideCount() throws {
        let text = Self.text([("QTY*TO*3~", 3)]).inserting("ZZZ*1~", before: "DMG")
        let outcome = try Trial()(text)
        #expect(outcome.file.records.setAside == 1)
        #expect(!outcome.rules.contains("enrollment.set.total"))
    }

    /// Of a run that stops nobody knows how many would have come.
    @Test(arguments: [1, 96 * 1024])
    func aRunThatStopsTellsNothing(_ blockSize: Int) throws {
        let text = Self.text([("QTY*TO*3~", 3), ("QTY*TO*2~", 2), ("QTY*TO*1~", 1)])
            .with("DMG*", "ZZZ*1~DMG*")
        let outcome = try Trial(.stop, blockSize: blockSize)(text)
        #expect(outcome.rules == ["x12.segment.unknown"])
    }
}
