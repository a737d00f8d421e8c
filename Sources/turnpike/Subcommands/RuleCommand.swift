import Conversion
import Diagnostics

struct RuleCommand: Subcommand {
    static let help = CommandHelp(
        name: "rule",
        abstract: "Say what a rule means, and how to mend the input.",
        discussion: "Rule ids stand in brackets behind each finding.")

    static var parameters: [Parameter<RuleCommand>] {
        [
            .operand(
                "id", "x12.element.code, for one; without an id the rules are listed.",
                isRequired: false
            ) { $0.id = $1 }
        ]
    }

    var id: String?

    func run() throws {
        guard let id else {
            let width = RuleCatalog.rules.map { $0.description.count }.max() ?? 0
            return try Console.write(
                RuleCatalog.rules.map { rule in
                    let padding = String(repeating: " ", count: width - rule.description.count)
                    let severity = rule.severity.name.description
                    let gap = String(repeating: " ", count: 9 - severity.count)
                    return "\(rule)\(padding)  \(severity)\(gap)\(rule.summary)\n"
                }.joined())
        }
        guard let rule = RuleCatalog.rule(id) else {
            throw UsageError("no rule has the id \(id); turnpike rule lists them")
        }
        var text = "\(rule) (\(rule.severity.name))\n\n\(rule.summary).\n"
        if !rule.help.description.isEmpty { text += "\(rule.help)\n" }
        if let snip = rule.snip { text += "\nSNIP type \(snip)" }
        if let code = rule.acknowledgment {
            text += rule.snip == nil ? "\n\(code.description)" : ", reported as \(code.description)"
        }
        if rule.snip != nil || rule.acknowledgment != nil { text += "\n" }
        try Console.write(text)
    }
}
