import ArgumentParser
import Conversion
import Synthesis

struct Generate: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable {
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
    enum Shape: String, ExpressibleByArgument, CaseIterable { case daily, monthly }

    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write a synthetic file of any size, in MassHealth's shape.",
        usage: "turnpike generate <kind> [--records <records>] [--seed <seed>] [options]",
        discussion: """
            No person in it is real. The same options give the same bytes, on every machine; \
            --defects plants errors of named kinds, a share of the members, claims, rows or referrals \
            each with one.
            """)

    @Argument(
        help: """
            834, 837p (professional claims), 837i (institutional), 837d (dental), roster or \
            referral (XML).
            """)
    var kind: Kind

    @Option(help: "How many members, claims, rows or referrals.")
    var records = 100

    @Option(help: "Number that everything random is derived from.")
    var seed: UInt64 = 1

    @Option(help: "Share of members, claims, rows or referrals with a planted defect, 0 to 1.")
    var defects = 0.0

    @Option(
        help: """
            834: daily (changes) or monthly (all members, maintenance type 030). (default: daily)
            """)
    var shape: Shape?

    @Option(help: "834: how many members stand in one transaction set. (default: 10000)")
    var membersPerSet: Int?

    @Option(help: "837: how many claims stand in one transaction set. (default: 5000)")
    var claimsPerSet: Int?

    @Option(help: "roster: which layout; `turnpike layout` lists them. (default: cp-assignment)")
    var layout: RosterKind?

    @Option(
        help: """
            roster: csv, the first sheet as text, or xlsx, all of them; without it what the name \
            of the file asks for.
            """)
    var form: RosterFileForm?

    @Option(
        help: "Where the file goes, instead of standard output; it appears when it is complete.")
    var output: String?

    func validate() throws {
        guard records >= 0 else { throw ValidationError("--records is 0 or more") }
        guard (0...1).contains(defects) else { throw ValidationError("--defects is 0 to 1") }
        guard membersPerSet ?? 1 >= 1 else {
            throw ValidationError("--members-per-set is 1 or more")
        }
        guard claimsPerSet ?? 1 >= 1 else {
            throw ValidationError("--claims-per-set is 1 or more")
        }
        if kind == .enrollment, claimsPerSet != nil {
            throw ValidationError("--claims-per-set is for 837")
        }
        if kind != .roster, layout != nil || form != nil {
            throw ValidationError("--layout and --form are for rosters")
        }
        if kind == .roster, defects > 0, let layout,
            !RosterDefect.allCases.contains(where: { $0.fits(layout) })
        {
            throw ValidationError(
                "rosters of the layout \(layout.rawValue) have no defects to plant")
        }
        if kind == .roster || kind == .referral, claimsPerSet != nil {
            throw ValidationError("--claims-per-set is for 837")
        }
        if kind != .enrollment, shape != nil || membersPerSet != nil {
            throw ValidationError("--shape and --members-per-set are for 834")
        }
    }

    func run() throws {
        do throws(ConversionFailure) {
            if kind == .roster { return try writeRoster() }
            var file = try OutputFile(path: output)
            if let claims = kind.claims {
                try writeClaims(claims, to: &file)
            } else if kind == .referral {
                try writeReferrals(to: &file)
            } else {
                try writeMembers(to: &file)
            }
            try file.finish()
        } catch {
            throw Console.exit(error)
        }
    }

    private func writeRoster() throws(ConversionFailure) {
        var options = RosterSynthesis.Options(
            layout ?? .assignment, records: records, seed: seed)
        options.defectRate = defects
        try RosterGeneration(options: options, output: output)
            .write(form ?? RosterFileForm(nameOf: output))
    }

    private func writeReferrals(to file: inout OutputFile) throws(ConversionFailure) {
        var options = ReferralSynthesis.Options(records: records, seed: seed)
        options.defectRate = defects
        try ReferralSynthesis(options).write { chunk throws(ConversionFailure) in
            try file.write(chunk)
        }
    }

    private func writeMembers(to file: inout OutputFile) throws(ConversionFailure) {
        var options = EnrollmentSynthesis.Options(records: records, seed: seed)
        options.defectRate = defects
        options.shape = shape == .monthly ? .monthly : .daily
        if let membersPerSet { options.transactionSize = membersPerSet }
        options.lineEnding = .lineFeed
        try EnrollmentSynthesis(options).write { chunk throws(ConversionFailure) in
            try file.write(chunk)
        }
    }

    private func writeClaims(
        _ kind: ClaimKind, to file: inout OutputFile
    ) throws(ConversionFailure) {
        var options = ClaimSynthesis.Options(kind, records: records, seed: seed)
        options.defectRate = defects
        if let claimsPerSet { options.transactionSize = claimsPerSet }
        options.lineEnding = .lineFeed
        try ClaimSynthesis(options).write { chunk throws(ConversionFailure) in
            try file.write(chunk)
        }
    }
}

extension RosterKind: ExpressibleByArgument {}
extension RosterFileForm: ExpressibleByArgument {}
