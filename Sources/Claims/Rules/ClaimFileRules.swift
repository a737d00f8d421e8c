import Diagnostics

/// The rules that look across the claims of a file; fed in the order of the input.
package struct ClaimFileRules: Sendable {
    /// Line and column of an offset in the input, both from 1.
    package typealias LineLocator = (Int) -> (line: Int, column: Int)

    private var repeated = ClaimRepeated()
    private var activities = ActivityLimit()

    package init() {}

    /// To be called before the claims of a block are taken in.
    package mutating func prepare(_ facts: [ClaimFacts]) { repeated.prepare(facts) }

    /// Takes in one qualifying activity; what it breaks together with those before it.
    ///
    /// - Parameter locate: asked only for findings.
    package mutating func add(
        _ facts: ActivityFacts, locate: LineLocator, _ found: inout [Finding]
    ) {
        if let finding = activities.add(facts, locate) { found.append(finding) }
    }

    /// Takes in one claim; what it breaks together with those before it.
    ///
    /// - Parameter locate: asked only for findings.
    package mutating func add(
        _ facts: ClaimFacts, locate: LineLocator, _ found: inout [Finding]
    ) {
        if let finding = repeated.add(facts, locate) { found.append(finding) }
    }
}
