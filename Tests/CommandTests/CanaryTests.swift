import Foundation
import Testing

/// Every rule broken in turn by a file whose every value is a marker: no value is told to anybody.
struct CanaryTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// No file of a size for tests breaks the first, the others need lists; library tests do.
    static let untested: Set = ["x12.limit.unit", "claim.code.unknown", "claim.code.not-in-use"]

    /// What tables and XML break has canaries beside its own tests.
    static let elsewhere = [
        "input.", "table.", "workbook.", "roster.", "xml.", "referral.", "fhir.",
    ]

    @Test func everyRuleHasItsCase() throws {
        let rules = try Command.run(["rule"]).lines.compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        let cases = Set(CanaryFile.cases.map(\.rule)).union(Self.splitting.map(\.rule))
        let reached = rules.filter { rule in
            !Self.elsewhere.contains { rule.hasPrefix($0) }
        }
        #expect(Set(reached) == cases.union(Self.untested))
    }

    /// What only the splitting of a file finds.
    static let splitting: [(rule: String, how: [String], text: String)] = [
        ("split.part.size", ["size", "10"], CanaryFile.whole),
        (
            "split.set.records", ["member-count", "1"],
            CanaryFile.whole.replacing("005010X220A1", with: "005010X999")
        ),
        (
            "split.set.totals", ["member-count", "1"],
            CanaryFile.twice.replacing("~N1*P5", with: "~QTY*TO*777077707~N1*P5")
        ),
        ("split.set.levels", ["member-count", "1"], CanaryClaims.whole[0]),
    ]

    @Test(arguments: splitting.indices)
    func noValueIsToldOfASplit(_ index: Int) throws {
        let (rule, how, text) = Self.splitting[index]
        try folder.write(text, to: CanaryFile.name)
        let result = try Command.run(
            ["split", CanaryFile.name, "--output", "parts", "--by"] + how, in: folder)
        #expect(result.errors.contains("[\(rule)]"), "\(result.errors)")
        let told = result.errors + String(decoding: result.output, as: UTF8.self)
        for marker in CanaryFile.markers { #expect(!told.contains(marker)) }
    }

    @Test func theFileIsRight() throws {
        try folder.write(CanaryFile.whole, to: CanaryFile.name)
        let result = try Command.run(["convert", CanaryFile.name], in: folder)
        #expect(result.status == 0)
        #expect(result.errors.contains("0 errors, 0 warnings, 0 notes"), "\(result.errors)")
        let record = String(decoding: result.output, as: UTF8.self)
        for marker in CanaryFile.markers.prefix(2) { #expect(record.contains(marker)) }
    }

    @Test(arguments: CanaryClaims.whole)
    func theClaimsAreRight(_ text: String) throws {
        try folder.write(text, to: "claims")
        let result = try Command.run(["convert", "claims"], in: folder)
        #expect(result.errors.contains("0 errors, 0 warnings, 0 notes"), "\(result.errors)")
    }

    @Test(arguments: CanaryFile.cases)
    func noValueIsTold(_ broken: CanaryFile.Case) throws {
        try folder.write(broken.bytes, to: broken.name)
        let options = [
            "--output", "o", "--rejects", "r", "--findings", "f", "--summary", "s", "--profile",
            broken.profile,
        ]
        let convert = try Command.run(["convert", broken.name] + options, in: folder)
        #expect(convert.errors.contains("[\(broken.rule)]"), "\(convert.errors)")
        var told = [
            ("messages", convert.errors), ("findings", try folder.read("f")),
            ("summary", try folder.read("s")),
        ]
        for command in [
            ["validate"], ["validate", "--format", "json"], ["validate", "--format", "html"],
            ["inspect"],
            ["split", "--output", "parts", "--overwrite", "--by", "transaction"],
            ["convert", "--on-error", "stop", "--output", "o"],
            ["convert", "--on-error", "keep", "--output", "o", "--to", "json", "--all-findings"],
        ] {
            let result = try Command.run(command + [broken.name], in: folder)
            #expect(!result.isKilled && result.status <= 1)
            told.append(
                (
                    command.joined(separator: " "),
                    result.errors + String(decoding: result.output, as: UTF8.self)
                ))
        }
        for (what, text) in told {
            for marker in CanaryFile.markers where text.contains(marker) {
                Issue.record("\(what) holds \(marker): \(text)")
            }
            #expect(!text.contains("\u{1B}"), "\(what)")
        }
    }
}
