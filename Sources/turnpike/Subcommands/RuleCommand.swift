import ArgumentParser
import Conversion
import Diagnostics

struct RuleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule",
        abstract: "Say what a rule means, and how to mend the input.",
        discussion: "Rule ids stand in brackets behind each finding.")

    @Argument(help: "x12.element.code, for one; without an id the rules are listed.")
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
        guard let rule = RuleCatalog.rules.first(where: { $0.description == id }) else {
            throw ValidationError("no rule has the id \(id); turnpike rule lists them")
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
