import Testing

@testable import X12Structure

struct SumTableTests {
    /// Many more sums than there are places at first; every third is that of another.
    @Test func numbersOfSums() {
        var table = SumTable()
        let sums = (0..<900).map { UInt64($0 % 300) &* 0x9E37_79B9_7F4A_7C15 }
        for (number, sum) in sums.enumerated() {
            #expect(table.find(sum) { $0 == number } == nil)
            table.add(sum)
        }
        for (number, sum) in sums.enumerated() {
            #expect(table.find(sum) { $0 == number } == number)
            #expect(table.find(sum) { _ in false } == nil)
        }
        #expect(table.find(5) { _ in true } == nil)
    }

    @Test(
        arguments: [
            (["A", "B"], ["B", "A"]), (["A"], ["A", "A"]), (["AB"], ["A", "B"]), ([], ["A"]),
        ])
    func sumsDiffer(_ first: [String], _ second: [String]) {
        #expect(CodeSet.sum(first) == CodeSet.sum(first))
        #expect(CodeSet.sum(first) != CodeSet.sum(second))
    }
}
