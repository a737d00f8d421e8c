/// The help of the command or of a subcommand, as text for a terminal.
struct HelpPage {
    let help: CommandHelp
    /// Its operands and options, in the order of their declaration.
    let shapes: [ParameterShape]
    /// What it offers at a next word.
    var subcommands: [CommandHelp] = []
    /// Whether it can be asked for help itself.
    var offersHelp = true

    static let program = "turnpike"
    /// Where descriptions begin.
    private static let column = 26
    private static let discussionIndent = 8

    /// How the command is called.
    var usage: String {
        if let usage = help.usage { return usage }
        let words = [HelpPage.program, help.name] + shapes.map(\.usage)
        return words.joined(separator: " ")
    }

    /// The end of a message of what is wrong.
    var hint: String {
        guard offersHelp else { return "Usage: \(usage)" }
        let name = subcommands.isEmpty ? "\(HelpPage.program) \(help.name)" : HelpPage.program
        return "Usage: \(usage)\n  See '\(name) --help' for more information."
    }

    /// All of it, for a screen of this width.
    func text(width: Int) -> String {
        var overview = "OVERVIEW: \(help.abstract)"
        if !help.discussion.isEmpty { overview += "\n\n\(help.discussion)" }
        var text = "\(overview.wrapped(to: width))\n\nUSAGE: \(usage)\n\n"
        text += sections(width).filter { !$0.isEmpty }.joined(separator: "\n")
        if !subcommands.isEmpty {
            text += "\n  See '\(HelpPage.program) help <subcommand>' for detailed help."
        }
        return text + "\n"
    }

    private func sections(_ width: Int) -> [String] {
        let operands = shapes.filter { $0.kind == .operand }
        var options = shapes.filter { $0.kind != .operand }.map { item($0, width) }
        options.append(item("--version", "Show the version.", width))
        if offersHelp { options.append(item("-h, --help", "Show help information.", width)) }
        let commands = subcommands.filter { !$0.isHidden }.map { item($0.name, $0.abstract, width) }
        return [
            section("ARGUMENTS", operands.map { item($0, width) }), section("OPTIONS", options),
            section("SUBCOMMANDS", commands),
        ]
    }

    private func section(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "\(title):\n\(items.joined())"
    }

    private func item(_ shape: ParameterShape, _ width: Int) -> String {
        let values = shape.values
        var remarks: [String] = []
        if !values.isEmpty { remarks.append("values: \(values.joined(separator: ", "))") }
        if !shape.defaultValue.isEmpty { remarks.append("default: \(shape.defaultValue)") }
        let remark = remarks.isEmpty ? "" : "(\(remarks.joined(separator: "; ")))"
        let description = [shape.help, remark].filter { !$0.isEmpty }.joined(separator: " ")
        let text = item(shape.synopsis, description, width)
        if shape.discussion.isEmpty { return text }
        let indent = HelpPage.discussionIndent
        return text + shape.discussion.wrapped(to: width, indent: indent) + "\n"
    }

    /// The description stands beside the label, or beneath it where that is long.
    private func item(_ label: String, _ description: String, _ width: Int) -> String {
        let label = "  \(label)"
        if description.isEmpty { return label + "\n" }
        let text = description.wrapped(to: width, indent: HelpPage.column)
        let room = label.count < HelpPage.column
        return label + (room ? String(text.dropFirst(label.count)) : "\n" + text) + "\n"
    }
}

extension String {
    /// Lines of at most so many columns, broken at spaces; each that is not blank is indented.
    func wrapped(to width: Int, indent: Int = 0) -> String {
        let room = Swift.max(1, width - indent)
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        var wrapped: [Substring] = []
        for (number, line) in lines.enumerated() {
            // A line break takes a column, as a space does.
            let last = number == lines.count - 1 ? room : room - 1
            var rest = line
            while rest.count > last,
                let space = rest.prefix(room).lastIndex(of: " ") ?? rest.firstIndex(of: " ")
            {
                wrapped.append(rest[..<space])
                rest = rest[rest.index(after: space)...]
            }
            wrapped.append(rest)
        }
        let margin = String(repeating: " ", count: indent)
        return wrapped.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    }
}
