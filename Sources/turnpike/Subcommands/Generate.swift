import ArgumentParser
import Conversion
import Synthesis

struct Generate: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case enrollment = "834" }
    enum Shape: String, ExpressibleByArgument, CaseIterable { case daily, monthly }

    static let configuration = CommandConfiguration(
        abstract: "Write a synthetic file of any size, in MassHealth's shape.",
        discussion: """
            No person in it is real. The same options give the same bytes, on every machine; \
            --defects plants errors of named kinds, a share of the members each with one.
            """)

    @Argument(help: "834.")
    var kind: Kind

    @Option(help: "How many members.")
    var records = 100

    @Option(help: "Number that everything random is derived from.")
    var seed: UInt64 = 1

    @Option(help: "Share of members with a planted defect, 0 to 1.")
    var defects = 0.0

    @Option(help: "daily (changes) or monthly (all members, maintenance type 030).")
    var shape = Shape.daily

    @Option(help: "How many members stand in one transaction set.")
    var membersPerSet = 10_000

    @Option(
        help: "Where the file goes, instead of standard output; it appears when it is complete.")
    var output: String?

    func validate() throws {
        guard records >= 0 else { throw ValidationError("--records is 0 or more") }
        guard (0...1).contains(defects) else { throw ValidationError("--defects is 0 to 1") }
        guard membersPerSet >= 1 else { throw ValidationError("--members-per-set is 1 or more") }
    }

    func run() throws {
        var options = EnrollmentSynthesis.Options(records: records, seed: seed)
        options.defectRate = defects
        options.shape = shape == .daily ? .daily : .monthly
        options.transactionSize = membersPerSet
        options.lineEnding = .lineFeed
        do throws(ConversionFailure) {
            var file = try OutputFile(path: output)
            try EnrollmentSynthesis(options).write { chunk throws(ConversionFailure) in
                try file.write(chunk)
            }
            try file.finish()
        } catch {
            throw Console.exit(error)
        }
    }
}
