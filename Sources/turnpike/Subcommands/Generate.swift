import Conversion
import Synthesis

struct Generate: Subcommand {
    enum Kind: String, CaseIterable {
        case enrollment = "834"
        case professional = "837p"
        case institutional = "837i"
        case dental = "837d"
        case roster
        case referral

        var claims: ClaimKind? {
            switch self {
            case .enrollment, .roster, .referral: nil
            case .professional: .professional
            case .institutional: .institutional
            case .dental: .dental
            }
        }
    }
    enum Shape: String, CaseIterable { case daily, monthly }

    static let help = CommandHelp(
        name: "generate",
        abstract: "Write a synthetic file of any size, in MassHealth's shape.",
        usage: "turnpike generate <kind> [--records <records>] [--seed <seed>] [options]",
        discussion: """
            No person in it is real. The same options give the same bytes, on every machine; \
            --defects plants errors of named kinds, a share of the members, claims, rows or referrals \
            each with one.
            """)

    static var parameters: [Parameter<Generate>] {
        [
            .choice(
                "kind", of: Kind.self,
                """
                834, 837p (professional claims), 837i (institutional), 837d (dental), roster or \
                referral (XML).
                """
            ) { $0.kind = $1 },
            .option(
                "records", number: Int.self, "How many members, claims, rows or referrals.",
                default: "100"
            ) { $0.records = $1 },
            .option(
                "seed", number: UInt64.self, "Number that everything random is derived from.",
                default: "1"
            ) { $0.seed = $1 },
            .option(
                "defects", number: Double.self,
                "Share of members, claims, rows or referrals with a planted defect, 0 to 1.",
                default: "0.0"
            ) { $0.defects = $1 },
            .option(
                "shape", of: Shape.self,
                "834: daily (changes) or monthly (all members, maintenance type 030). (default: daily)"
            ) { $0.shape = $1 },
            .option(
                "members-per-set", number: Int.self,
                "834: how many members stand in one transaction set. (default: 10000)"
            ) { $0.membersPerSet = $1 },
            .option(
                "claims-per-set", number: Int.self,
                "837: how many claims stand in one transaction set. (default: 5000)"
            ) { $0.claimsPerSet = $1 },
            .option(
                "layout", of: RosterKind.self,
                "roster: which layout; `turnpike layout` lists them. (default: cp-assignment)"
            ) { $0.layout = $1 },
            .option(
                "form", of: RosterFileForm.self,
                """
                roster: csv, the first sheet as text, or xlsx, all of them; without it what the name \
                of the file asks for.
                """
            ) { $0.form = $1 },
            .option(
                "output",
                "Where the file goes, instead of standard output; it appears when it is complete."
            ) { $0.output = $1 },
        ]
    }

    var kind = Kind.enrollment
    var records = 100
    var seed: UInt64 = 1
    var defects = 0.0
    var shape: Shape?
    var membersPerSet: Int?
    var claimsPerSet: Int?
    var layout: RosterKind?
    var form: RosterFileForm?
    var output: String?

    func check() throws(UsageError) {
        guard records >= 0 else { throw UsageError("--records is 0 or more") }
        guard (0...1).contains(defects) else { throw UsageError("--defects is 0 to 1") }
        guard membersPerSet ?? 1 >= 1 else {
            throw UsageError("--members-per-set is 1 or more")
        }
        guard claimsPerSet ?? 1 >= 1 else {
            throw UsageError("--claims-per-set is 1 or more")
        }
        if kind == .enrollment, claimsPerSet != nil {
            throw UsageError("--claims-per-set is for 837")
        }
        if kind != .roster, layout != nil || form != nil {
            throw UsageError("--layout and --form are for rosters")
        }
        if kind == .roster || kind == .referral, claimsPerSet != nil {
            throw UsageError("--claims-per-set is for 837")
        }
        if kind != .enrollment, shape != nil || membersPerSet != nil {
            throw UsageError("--shape and --members-per-set are for 834")
        }
    }

    func run() throws {
        do throws(ConversionFailure) {
            try Console.watching { observer throws(ConversionFailure) in
                let progress = showsProgress ? observer : nil
                try write(progress.map { OutputProgress(of: records, $0) })
            }
        } catch {
            throw Console.exit(error)
        }
    }

    /// Whether the file goes elsewhere than to the terminal, where a bar would stand in it.
    private var showsProgress: Bool {
        output != nil && output != "-" || !Console.isOutputTerminal
    }

    private func write(_ progress: OutputProgress?) throws(ConversionFailure) {
        if kind == .roster { return try writeRoster(progress) }
        var file = try OutputFile(path: output)
        file.progress = progress
        if let claims = kind.claims {
            try writeClaims(claims, to: &file)
        } else if kind == .referral {
            try writeReferrals(to: &file)
        } else {
            try writeMembers(to: &file)
        }
        try file.finish()
    }

    private func writeRoster(_ progress: OutputProgress?) throws(ConversionFailure) {
        var options = RosterSynthesis.Options(
            layout ?? .assignment, records: records, seed: seed)
        options.defectRate = defects
        try RosterGeneration(options: options, output: output, progress: progress)
            .write(form ?? RosterFileForm(nameOf: output))
    }

    private func writeReferrals(to file: inout OutputFile) throws(ConversionFailure) {
        var options = ReferralSynthesis.Options(records: records, seed: seed)
        options.defectRate = defects
        try ReferralSynthesis(options).write { chunk, count throws(ConversionFailure) in
            try file.write(chunk, upTo: count)
        }
    }

    private func writeMembers(to file: inout OutputFile) throws(ConversionFailure) {
        var options = EnrollmentSynthesis.Options(records: records, seed: seed)
        options.defectRate = defects
        options.shape = shape == .monthly ? .monthly : .daily
        if let membersPerSet { options.transactionSize = membersPerSet }
        options.lineEnding = .lineFeed
        try EnrollmentSynthesis(options).write { chunk, count throws(ConversionFailure) in
            try file.write(chunk, upTo: count)
        }
    }

    private func writeClaims(
        _ kind: ClaimKind, to file: inout OutputFile
    ) throws(ConversionFailure) {
        var options = ClaimSynthesis.Options(kind, records: records, seed: seed)
        options.defectRate = defects
        if let claimsPerSet { options.transactionSize = claimsPerSet }
        options.lineEnding = .lineFeed
        try ClaimSynthesis(options).write { chunk, count throws(ConversionFailure) in
            try file.write(chunk, upTo: count)
        }
    }
}

extension OutputFile {
    /// Writes bytes that end behind so many records of the file.
    fileprivate mutating func write(
        _ chunk: [UInt8], upTo records: Int
    ) throws(ConversionFailure) {
        progress?.reach(records)
        try write(chunk)
    }
}
