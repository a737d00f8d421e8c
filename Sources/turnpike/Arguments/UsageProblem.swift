/// What is wrong with arguments, or asked of them, before the command does anything.
enum UsageProblem: Error {
    case help
    case version
    /// Three dashes, or a dash and `=`.
    case noOption(String)
    case unknownOption(String)
    case surplus([String])
    case missing(ParameterShape)
    case missingValue(ParameterShape)
    case surplusValue(ParameterShape, String)
    case repeated(ParameterShape)
    case wrongValue(ParameterShape, String)
    case wrong(UsageError)

    /// Edits that make another name of it.
    private static let similarity = 4

    /// What is wrong, in a line or a list; the names are those that might have been meant.
    func message(_ names: [String]) -> String {
        switch self {
        case .help, .version: ""
        case .noOption(let text): "Invalid option: \(text)"
        case .unknownOption(let name): UsageProblem.unknown(name, names)
        case .surplus(let words):
            words.count == 1
                ? "Unexpected argument '\(words[0])'"
                : "\(words.count) unexpected arguments: '\(words.joined(separator: "', '"))'"
        case .missing(let shape): "Missing expected argument '\(shape.requiredUsage)'"
        case .missingValue(let shape): "Missing value for '\(shape.synopsis)'"
        case .surplusValue(let shape, let value):
            "The option '\(shape.synopsis)' does not take any value, but '\(value)' was specified."
        case .repeated(let shape): "The option '\(shape.synopsis)' can be given once"
        case .wrongValue(let shape, let value):
            "The value '\(value)' is invalid for '\(shape.synopsis)'"
                + UsageProblem.allowed(shape.values)
        case .wrong(let error): error.message
        }
    }

    /// What the help says of the parameter it is about.
    var help: String? {
        switch self {
        case .missing(let shape), .missingValue(let shape), .wrongValue(let shape, _):
            "\(shape.synopsis)  \(shape.help)"
        default: nil
        }
    }

    private static func unknown(_ name: String, _ names: [String]) -> String {
        let message = "Unknown option '\(name)'"
        // One letter is like every short name.
        guard name.count > 2 else { return message }
        let distances = names.map { (name: $0, edits: EditDistance.between($0, name)) }
        guard let nearest = distances.min(by: { $0.edits < $1.edits }),
            nearest.edits < similarity
        else { return message }
        return "\(message). Did you mean '\(nearest.name)'?"
    }

    private static func allowed(_ values: [String]) -> String {
        guard let last = values.last else { return "" }
        if values.count > 5 {
            let list = values.map { "  - \($0)" }.joined(separator: "\n")
            return ". Please provide one of the following:\n\(list)"
        }
        let quoted = values.dropLast().map { "'\($0)'" }.joined(separator: ", ")
        if quoted.isEmpty { return ". Please provide one of '\(last)'." }
        return ". Please provide one of \(quoted) \(values.count == 2 ? "and" : "or") '\(last)'."
    }
}

/// How many letters must be changed, added or left out to make one word of another.
enum EditDistance {
    static func between(_ first: String, _ second: String) -> Int {
        let second = Array(second)
        var row = Array(0...second.count)
        for (number, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = number + 1
            for column in second.indices {
                let above = row[column + 1]
                let change = diagonal + (second[column] == letter ? 0 : 1)
                row[column + 1] = min(change, min(above, row[column]) + 1)
                diagonal = above
            }
        }
        return row[second.count]
    }
}
