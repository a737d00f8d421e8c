/// What is fuzzed: each takes any bytes, and ends the process where a promise is broken.
enum Target: String, CaseIterable {
    // Each syntax by itself.
    case syntax
    case delimited
    case archives
    case workbooks
    case xml
    case grammar
    // What is made of it.
    case records
    case split
    case rosters
    case referrals
    // The whole way.
    case conversion

    func run(_ bytes: [UInt8]) {
        switch self {
        case .syntax: SyntaxTarget.run(bytes)
        case .delimited: DelimitedTarget.run(bytes)
        case .archives: ArchiveTarget.run(bytes)
        case .workbooks: WorkbookTarget.run(bytes)
        case .xml: XMLTarget.run(bytes)
        case .grammar: GrammarTarget.run(bytes)
        case .records: RecordsTarget.run(bytes)
        case .split: SplitTarget.run(bytes)
        case .rosters: RosterTarget.run(bytes)
        case .referrals: ReferralTarget.run(bytes)
        case .conversion: ConversionTarget.run(bytes)
        }
    }

    /// The modules whose code it is to reach.
    var modules: [String] {
        switch self {
        case .syntax: ["X12Syntax"]
        case .delimited, .workbooks: ["TableSyntax"]
        case .archives: ["Archives"]
        case .xml: ["XMLSyntax"]
        case .grammar: ["X12Grammar"]
        case .records: ["X12Structure", "X12Mapping", "Enrollments", "Claims"]
        case .split: ["X12Syntax", "Conversion"]
        case .rosters: ["Rosters", "TableGrammar", "Conversion"]
        case .referrals: ["Referrals", "Conversion"]
        case .conversion:
            [
                "X12Syntax", "X12Structure", "X12Mapping", "Enrollments", "Claims", "TableSyntax",
                "Rosters", "XMLSyntax", "Referrals", "Archives", "Output", "Conversion",
            ]
        }
    }
}

/// Ends the process, so that the fuzzer keeps the input.
func require(_ isTrue: Bool, _ law: @autoclosure () -> String) {
    if !isTrue { fatalError(law()) }
}
