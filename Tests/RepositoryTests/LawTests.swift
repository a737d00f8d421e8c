import Testing

/// The laws of ARCHITECTURE.md that are absences: what some modules must not contain.
struct LawTests {
    /// These programs and the module that converts read and write files.
    static let withFiles: Set = ["Conversion", "grammarc", "turnpike"]
    static let programs: Set = ["grammarc", "turnpike"]

    @Test func filesAreOpenedAboveOnly() throws {
        let systems: Set = [
            "SystemPackage", "Glibc", "Musl", "Darwin", "Foundation", "FoundationEssentials",
        ]
        for file in try Repository.sources() where !Self.withFiles.contains(file.module) {
            #expect(file.code.imports.isDisjoint(with: systems), "\(file)")
        }
    }

    @Test func onlyProgramsPrintExitAndAskTheirSurroundings() throws {
        let banned: Set = [
            "print", "debugPrint", "dump", "exit", "abort", "CommandLine", "getenv",
            "environment", "ContinuousClock", "SuspendingClock", "Date", "clock_gettime",
            "SystemRandomNumberGenerator",
        ]
        for file in try Repository.sources() where !Self.programs.contains(file.module) {
            for (name, line) in file.code.identifiers where banned.contains(name) {
                Issue.record("\(file):\(line): \(name)")
            }
        }
    }

    @Test func syntaxKnowsNoDomainWord() throws {
        let modules: Set = [
            "TableGrammar", "TableSyntax", "X12Grammar", "X12Structure", "X12Syntax",
        ]
        // "members" is missing because JSON objects have them.
        let domain: Set = [
            "member", "subscriber", "subscribers", "enrollment", "enrollments",
            "enrollee", "claim", "claims", "patient", "patients", "provider", "providers", "payer",
            "payers", "sponsor", "sponsors", "broker", "coverage", "coverages", "diagnosis",
            "diagnoses", "roster", "referral", "medicaid", "masshealth",
        ]
        for file in try Repository.sources() where modules.contains(file.module) {
            for (name, line) in file.code.identifiers
            where !domain.isDisjoint(with: words(of: name)) {
                Issue.record("\(file):\(line): \(name)")
            }
        }
    }

    /// No input may trap, so nothing in the modules is written to.
    @Test func nothingTrapsOnPurpose() throws {
        let banned: Set = ["fatalError", "preconditionFailure", "precondition", "assertionFailure"]
        for file in try Repository.sources() where !Self.programs.contains(file.module) {
            for (name, line) in file.code.identifiers where banned.contains(name) {
                Issue.record("\(file):\(line): \(name)")
            }
        }
    }
}
