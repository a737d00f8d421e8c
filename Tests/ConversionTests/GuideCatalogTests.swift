import Testing
import X12Grammar
import X12Syntax

@testable import Conversion

/// By which guide a version is read, and what is remarked on it.
struct GuideCatalogTests {
    /// A guide that the catalog knows by name, with an erratum that reads the same way.
    private static let catalog = GuideCatalog(
        GrammarLibrary([
            GrammarFile(
                path: "dictionary",
                text: "dictionary test\nelement 1  Text  AN 1/9\nsegment AA  Opening\n  01  M  1\n"
            ),
            GrammarFile(
                path: "guide",
                text: """
                    guide 005010X220A1  transaction 834  group BE  dictionary test
                    variant 005010X220A2
                    loop 1000  Record  R  >1  record
                    segment 0100 AA  Opening  R  1
                      01  R  Text
                    """),
        ]))

    /// GS01, GS08, and the remark at ST: where GS08 names the guide, it is told at GS.
    @Test(arguments: [
        ("BE", "005010", ["x12.guide.disagree"]), ("", "", []),
        ("HC", "005010", ["x12.guide.disagree", "x12.group.transaction"]),
        ("HC", "", ["x12.group.transaction"]), ("HC", "005010X220A1", []),
    ])
    func groups(_ group: String, _ version: String, _ rules: [String]) {
        let identity = TransactionIdentity(
            group: group, groupVersion: version, transaction: "834", version: "005010X220A1")
        #expect(Self.catalog.plan(identity)?.remarks.map(\.rule.description) == rules)
    }

    @Test(arguments: [
        ("005010X220A1", "005010X220A1", []),
        ("005010X220A2", "005010X220A2", []),
        ("005010X220A2", "", []),
        ("005010X220", "005010X220", ["x12.guide.nearest"]),
        ("005010X220A3", "005010X220A3", ["x12.guide.nearest"]),
        ("", "", ["x12.guide.nearest"]),
        ("005010X220A1", "005010X220A2", ["x12.guide.disagree"]),
        ("005010X220A2", "005010X220", ["x12.guide.nearest", "x12.guide.disagree"]),
        ("005010X222A1", "005010X222A1", nil),
    ])
    func versions(_ group: String, _ version: String, _ rules: [String]?) {
        let identity = TransactionIdentity(
            group: "BE", groupVersion: group, transaction: "834", version: version)
        let plan = Self.catalog.plan(identity)
        #expect(plan?.remarks.map(\.rule.description) == rules)
    }
}
