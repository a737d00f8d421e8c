import Conversion
import Diagnostics
import Foundation
import Testing

/// `Documentation/Rules.md` is derived from the rules.
struct RulesDocumentTests {
    @Test func theDocumentIsFresh() throws {
        let path = Repository.root.appending(path: "Documentation/Rules.md")
        let fresh = Self.document(RuleCatalog.rules)
        let present = try? String(contentsOf: path, encoding: .utf8)
        if present != fresh, ProcessInfo.processInfo.environment["TURNPIKE_REWRITE_GOLDEN"] != nil {
            try fresh.write(to: path, atomically: true, encoding: .utf8)
        }
        #expect(present == fresh, "TURNPIKE_REWRITE_GOLDEN=1 scripts/test writes it anew")
    }

    private static func document(_ rules: [Rule]) -> String {
        var text = """
            # Rules

            What findings name, derived from the rules themselves. `turnpike rule ID` prints one. An \
            error sets its record aside, or, where it belongs to the file, makes the exit status 1.

            | rule | severity | SNIP | reported as | law |
            |---|---|---|---|---|

            """
        for rule in rules {
            let snip = rule.snip.map { String($0) } ?? "–"
            let code = rule.acknowledgment?.description ?? "–"
            text += "| `\(rule)` | \(rule.severity.name) | \(snip) | \(code) | \(rule.summary) |\n"
        }
        text += "\n## What they mean, and how to mend the input\n"
        for rule in rules where !rule.help.description.isEmpty {
            text += "\n**`\(rule)`** \(rule.help)\n"
        }
        return text
    }
}
