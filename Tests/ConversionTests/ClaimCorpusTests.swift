import Foundation
import Testing

/// Claims that nobody of this project wrote, and what is said of them where they lie.
struct ClaimCorpusTests {
    /// A file, and what is stated of it.
    struct Stated: Sendable, CustomTestStringConvertible {
        let path: String
        let expectation: String

        var isValid: Bool { expectation.hasPrefix("VALID") }
        var isInvalid: Bool { expectation.hasPrefix("INVALID") }
        var testDescription: String { path }

        func bytes() throws -> Data {
            try Data(contentsOf: ClaimCorpusTests.folder.appending(path: path))
        }
    }

    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/corpus")

    /// The lines of the index whose path begins so.
    private static func index(_ prefixes: String...) -> [Stated] {
        guard
            let text = try? String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8)
        else {
            print("The corpus is not there: \(folder.path). Nothing was tested.")
            return []
        }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count > 9, prefixes.contains(where: { columns[0].hasPrefix($0) })
            else { return nil }
            return Stated(path: String(columns[0]), expectation: String(columns[9]))
        }
    }

    private static let claims = index("x12-837p", "x12-837i", "x12-837d")
    private static let invalid = index("x12-invalid")

    /// Every claim is accepted or set aside with a reason, and so is every set without a guide.
    @Test(arguments: claims) func everyClaimHasAnOutcome(_ file: Stated) throws {
        let bytes = try file.bytes()
        let outcome = try Trial()(bytes)
        #expect(outcome.flaws(of: bytes).isEmpty)
        #expect(outcome.status == 0 || outcome.status == 1)
        #expect(outcome.rejects.allSatisfy { $0.findings?.isEmpty == false })
        guard !outcome.rules.contains("x12.guide.unknown") else {
            #expect(outcome.rejects.contains { $0.recordType == "unreadable" })
            return
        }
        let claims = (outcome.records + outcome.rejects).count { $0.recordType == "claim" }
        #expect(claims == Self.claimCount(bytes))
    }

    /// Counts CLM segments by their id alone.
    private static func claimCount(_ bytes: Data) -> Int {
        let bytes = Array(bytes)
        return bytes.indices.dropFirst().dropLast(3).count { index in
            bytes[index...].starts(with: Array("CLM".utf8)) && !isAlphanumeric(bytes[index - 1])
                && !isAlphanumeric(bytes[index + 3])
        }
    }

    /// In pieces, in small blocks, with any number of jobs.
    @Test(arguments: claims + invalid) func howItIsReadMakesNoDifference(_ file: Stated) throws {
        let bytes = try file.bytes()
        let whole = MemoryConversion(Array(bytes))
        let pieces = MemoryConversion(Array(bytes), pieces: 7, block: 512)
        #expect(whole.isBalanced(for: bytes.count) && pieces.isBalanced(for: bytes.count))
        #expect(pieces.accepted == whole.accepted)
        #expect(try JobsTrial([bytes]).differences() == [])
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
    }

    // MARK: What is stated

    /// The rules of errors that are found in a file.
    private static func errors(_ file: Stated) throws -> Set<String> {
        let outcome = try Trial()(try file.bytes())
        return Set(outcome.findings.filter { $0.severity == "error" }.map(\.rule))
            .subtracting(CorpusDifference.ofMadeUpValues)
    }

    @Test(arguments: claims.filter(\.isValid))
    func whatIsStatedValidHasNoErrorButThese(_ file: Stated) throws {
        let difference = CorpusDifference.of(file.path)
        let errors = try Self.errors(file)
        #expect(errors.sorted() == (difference?.rules ?? []).sorted(), "\(difference?.why ?? "")")
    }

    @Test(.enabled(if: !claims.isEmpty, "the corpus is not there"))
    func everyDifferenceIsOfAFile() {
        for difference in CorpusDifference.ofValid {
            #expect(Self.claims.contains { $0.isValid && $0.path.hasSuffix(difference.file) })
        }
    }

    @Test(arguments: invalid) func whatIsStatedInvalidIsRefusedForThis(_ file: Stated) throws {
        let outcome = try Trial()(try file.bytes())
        #expect(outcome.status != 0)
        let name = file.path.components(separatedBy: "/").last ?? ""
        guard let fault = CorpusFault.all.first(where: { name.contains($0.file) }) else {
            #expect(outcome.rules.contains("x12.guide.unknown"), "no guide of it is read")
            return
        }
        #expect(
            fault.rule.isEmpty ? outcome.status == 65 : outcome.rules.contains(fault.rule),
            "\(fault.why)")
    }
}
