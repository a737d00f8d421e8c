import Testing

@testable import X12Syntax

@Suite("Hierarchical levels are found by their own numbers")
struct HierarchyTests {
    /// A set with these segments between BHT and SE.
    static func file(_ body: String) -> [UInt8] {
        Array(
            ("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *250101*1200*^"
                + "*00501*000000001*0*P*:~GS*HC*S*R*20250101*1200*1*X*005010X222A1~ST*837*1~BHT*0019~"
                + body.replacing(" ", with: "~") + "~SE*1*1~GE*1*1~IEA*1*000000001~").utf8)
    }

    static let regular = "HL*1**20*1 NM1*85 HL*2*1*22*0 SBR*P CLM*A CLM*B*1 LX*1"

    @Test(
        arguments: [
            // Each level and record with the levels around it.
            (
                regular, "(HL NM1) (HL SBR) {CLM} {CLM LX}",
                "20:1 / 20:1 22:2 / {20:1 22:2} / {20:1 22:2}"
            ),
            (
                "HL*1**20*1 HL*2*1*22*1 HL*3*2*23*0 CLM*A HL*4*1*22*0 CLM*B",
                "(HL) (HL) (HL) {CLM} (HL) {CLM}",
                "20:1 / 20:1 22:2 / 20:1 22:2 23:3 / {20:1 22:2 23:3} / 20:1 22:4 / {20:1 22:4}"
            ),
            // A pointer decides, not the place in the file.
            (
                "HL*1**20*1 HL*2**20*1 HL*3*1*22*0 CLM*A",
                "(HL) (HL) (HL) {CLM}", "20:1 / 20:2 / 20:1 22:3 / {20:1 22:3}"
            ),
            // 1 unknown parent, 2 wrong kind of parent, 4 number repeated, 8 out of order,
            // 16 not announced, 32 missing for long.
            (
                "HL*1**20*1 HL*2*7*22*0 CLM*A", "(HL) (HL) {CLM}",
                "20:1 / 20:1 22:2[1] / {20:1 22:2[1]}"
            ),
            ("HL*1**20*1 HL*2*1*23*0 CLM*A", "(HL) (HL) {CLM}", "20:1 / 23:2[2] / {23:2[2]}"),
            (
                "HL*1**20*1 HL*1*1*22*0 CLM*A", "(HL) (HL) {CLM}",
                "20:1 / 20:1 22:2[4] / {20:1 22:2[4]}"
            ),
            // The next one is not wrong for it: the number names two, the kind decides.
            (
                "HL*1**20*1 HL*1*1*22*0 HL*3*1*22*0 CLM*A", "(HL) (HL) (HL) {CLM}",
                "20:1 / 20:1 22:2[4] / 20:1 22:3 / {20:1 22:3}"
            ),
            (
                "HL*1**20*1 HL*3*1*22*0 HL*3*1*22*0", "(HL) (HL) (HL)",
                "20:1 / 20:1 22:2[8] / 20:1 22:3[4]"
            ),
            (
                "HL*1**20*1 HL*5*1*22*0 CLM*A", "(HL) (HL) {CLM}",
                "20:1 / 20:1 22:2[8] / {20:1 22:2[8]}"
            ),
            (
                "HL*1**20*0 HL*2*1*22*0 CLM*A", "(HL) (HL) {CLM}",
                "20:1 / 20:1 22:2[16] / {20:1 22:2[16]}"
            ),
            ("HL*1**20*1 HL*2**20*0", "(HL) (HL)", "20:1 / 20:2"),
            // 64 in doubt: two have the number, and the earlier one waits for a level inside it.
            (
                "HL*1**20*1 HL*2*1*22*1 HL*2*1*22*1 HL*4*2*23*0 CLM*A HL*5*2*23*0 CLM*B",
                "(HL) (HL) (HL) (HL) {CLM} (HL) {CLM}",
                "20:1 / 20:1 22:2 / 20:1 22:3[4] / 20:1 22:3[4] 23:4[64]"
                    + " / {20:1 22:3[4] 23:4[64]} / 20:1 22:3[4] 23:5[64]"
                    + " / {20:1 22:3[4] 23:5[64]}"
            ),
            (
                "HL*1**20*1 HL*1**20*1 HL*2*1*22*0", "(HL) (HL) (HL)",
                "20:1 / 20:2[4] / 20:2[4] 22:3[64]"
            ),
            // Each has its own, or announces none.
            (
                "HL*1**20*1 HL*2*1*22*1 HL*3*2*23*0 HL*2*1*22*1 HL*5*2*23*0",
                "(HL) (HL) (HL) (HL) (HL)",
                "20:1 / 20:1 22:2 / 20:1 22:2 23:3 / 20:1 22:4[4] / 20:1 22:4[4] 23:5"
            ),
            (
                "HL*1**20*1 HL*2*1*22*0 HL*2*1*22*1 HL*4*2*23*0", "(HL) (HL) (HL) (HL)",
                "20:1 / 20:1 22:2 / 20:1 22:3[4] / 20:1 22:3[4] 23:4"
            ),
            // A record that stands beneath nothing.
            ("CLM*A HL*1**20*1 CLM*B", "{CLM} (HL) {CLM}", "{} / 20:1 / {20:1}"),
            // An unknown kind goes where its pointer says.
            ("HL*1**20*1 HL*2*1*99*0 CLM*A", "(HL) (HL) {CLM}", "20:1 / 20:1 22:2 / {20:1 22:2}"),
            (
                "HL*01**20*1 HL*002*1*22*0 CLM*A", "(HL) (HL) {CLM}",
                "20:1 / 20:1 22:2 / {20:1 22:2}"
            ),
        ])
    func chains(body: String, outline: String, levels: String) {
        let reading = Reading(HierarchyTests.file(body))
        #expect(reading.text == "ISA GS [ST BHT] \(outline) SE GE IEA")
        #expect(reading.levels.joined(separator: " / ") == levels)
        #expect(reading.faults == [])
    }

    @Test("A level in an earlier block is known", arguments: [1, 64, 150, 200, 300])
    func blocks(size: Int) {
        let body =
            "HL*1**20*1 NM1*85*2*NAME "
            + (0..<40).map {
                "HL*\($0 * 2 + 2)*1*22*1 SBR*P HL*\($0 * 2 + 3)*\($0 * 2 + 2)*23*0 CLM*\($0)"
            }
            .joined(separator: " ")
        let file = HierarchyTests.file(body)
        let whole = Reading(file)
        #expect(whole.levels.count == 1 + 40 * 3)
        let pieces = Reading(file, pieces: .of(7), blockSize: size)
        #expect(pieces.difference(from: whole) == nil)
    }

    /// Levels, and what is expected of those that announce others and have none. The first HL stands
    /// at 1:166; each is told once the set ends.
    @Test(
        "A level that announces others has some",
        arguments: [
            ("HL*1**20*1", ["HL04 at 1:166 is 0"]), ("HL*1**20*0", []),
            ("HL*1**20*1 HL*2*1*22*1 CLM*A", ["HL04 at 1:177 is 0"]),
            ("HL*1**20*1 HL*2*1*22*1 HL*3*1*22*0", ["HL04 at 1:177 is 0"]),
            // A pointer goes back over another level.
            ("HL*1**20*1 HL*2*1*22*1 HL*3*1*22*0 HL*4*2*23*0", []),
            (
                "HL*1**20*1 HL*2**20*1 HL*3**20*1 HL*4*2*22*0",
                ["HL04 at 1:166 is 0", "HL04 at 1:188 is 0"]
            ),
        ] as [(String, [String])])
    func announced(levels: String, expected: [String]) {
        let file = HierarchyTests.file(levels)
        let whole = Reading(file)
        let found = whole.findings.filter { $0.hasPrefix("x12.level.child SE ") }
        #expect(
            found.map { $0.split(separator: " ").dropFirst(4).joined(separator: " ") } == expected)
        #expect(Reading(file, pieces: .of(7), blockSize: 64).difference(from: whole) == nil)
    }

    @Test("Of very many that announce others the oldest are told first")
    func longAnnounced() {
        let count = LevelRing.capacity * 2 + 10
        let levels = (0..<count).map { " HL*\($0 + 2)*1*22*1" }.joined()
        let reading = Reading(HierarchyTests.file("HL*1**20*1" + levels))
        let atEnd = reading.rules.count { $0 == "x12.level.child" }
        #expect(atEnd == LevelRing.capacity + 1)
        #expect(reading.levels.count { $0.contains("[32]") } == count - atEnd)
    }
}
