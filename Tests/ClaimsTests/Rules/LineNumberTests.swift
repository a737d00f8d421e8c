import Testing

struct LineNumberTests {
    private static let found = "line.number at 2400/LX-01"

    /// LX01 of lines, and what is found.
    @Test(arguments: [
        (["1"], []), (["1", "2", "3"], []), (["01", "002"], []), (["1", "1"], [found]),
        (["2"], [found]), (["1", "3", "4"], [found]), (["0", "1"], [found]),
        (["1", "5", "2"], [found, found]),
    ])
    func linesAreCounted(_ numbers: [String], _ found: [String]) {
        let lines = numbers.map { "LX*\($0)~SV1*HC:99213*10*UN*1***1~DTP*472*D8*20250701~" }
        let draft = ClaimDraft.professional.with(\.lines, lines.joined())
        #expect(draft.found.filter { $0.hasPrefix("line.") } == found)
    }
}
