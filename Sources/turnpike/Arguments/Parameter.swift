/// What a subcommand takes: a value by its place, an option with a value, or a flag.
struct Parameter<Command> {
    let shape: ParameterShape
    /// Puts a value into the command; `false` where it is none that is allowed.
    let take: (inout Command, String) -> Bool

    /// A value by its place.
    static func operand(
        _ name: String, _ help: String, isRequired: Bool = true,
        take: @escaping (inout Command, String) -> Void
    ) -> Parameter {
        Parameter(ParameterShape(.operand, name, help, isRequired: isRequired), take)
    }

    /// All values that are left.
    static func operands(
        _ name: String, _ help: String, isRequired: Bool = true,
        take: @escaping (inout Command, String) -> Void
    ) -> Parameter {
        var shape = ParameterShape(.operand, name, help, isRequired: isRequired)
        shape.isRepeated = true
        return Parameter(shape, take)
    }

    /// One of a few words by its place.
    static func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String, of: Value.Type, _ help: String,
        take: @escaping (inout Command, Value) -> Void
    ) -> Parameter {
        var shape = ParameterShape(.operand, name, help, isRequired: true)
        shape.values = Value.allCases.map(\.rawValue)
        return Parameter(shape: shape) { reading($1, Value.init, into: &$0, take) }
    }

    /// An option with any text.
    static func option(
        _ name: String, _ help: String, _ discussion: String = "", value: String? = nil,
        default defaultValue: String = "", take: @escaping (inout Command, String) -> Void
    ) -> Parameter {
        var shape = ParameterShape(.option, name, help)
        shape.valueName = value ?? name
        shape.discussion = discussion
        shape.defaultValue = defaultValue
        return Parameter(shape, take)
    }

    /// An option with all values up to the next option.
    static func options(
        _ name: String, _ help: String, value: String,
        take: @escaping (inout Command, String) -> Void
    ) -> Parameter {
        var shape = ParameterShape(.option, name, help, isRequired: true)
        shape.valueName = value
        shape.isRepeated = true
        return Parameter(shape, take)
    }

    /// An option with one of a few words.
    static func option<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String, of: Value.Type, _ help: String, _ discussion: String = "",
        default defaultValue: Value? = nil, take: @escaping (inout Command, Value) -> Void
    ) -> Parameter {
        var shape = ParameterShape(.option, name, help)
        shape.discussion = discussion
        shape.values = Value.allCases.map(\.rawValue)
        shape.defaultValue = defaultValue?.rawValue ?? ""
        return Parameter(shape: shape) { reading($1, Value.init, into: &$0, take) }
    }

    /// An option with a number.
    static func option<Value: LosslessStringConvertible>(
        _ name: String, number: Value.Type, _ help: String, default defaultValue: String = "",
        take: @escaping (inout Command, Value) -> Void
    ) -> Parameter {
        var shape = ParameterShape(.option, name, help)
        shape.defaultValue = defaultValue
        return Parameter(shape: shape) { reading($1, Value.init, into: &$0, take) }
    }

    static func flag(
        _ name: String, _ help: String, take: @escaping (inout Command) -> Void
    ) -> Parameter {
        Parameter(ParameterShape(.flag, name, help)) { command, _ in take(&command) }
    }

    private static func reading<Value>(
        _ text: String, _ read: (String) -> Value?, into command: inout Command,
        _ take: (inout Command, Value) -> Void
    ) -> Bool {
        guard let value = read(text) else { return false }
        take(&command, value)
        return true
    }

    private init(_ shape: ParameterShape, _ take: @escaping (inout Command, String) -> Void) {
        self.init(shape: shape) { command, text in
            take(&command, text)
            return true
        }
    }

    private init(shape: ParameterShape, take: @escaping (inout Command, String) -> Bool) {
        self.shape = shape
        self.take = take
    }
}

/// What a parameter is called, and what the help says of it.
struct ParameterShape: Sendable {
    enum Kind { case operand, option, flag }

    let kind: Kind
    /// Without dashes.
    let name: String
    let help: String
    /// What the help adds on lines of its own.
    var discussion = ""
    /// What its value is called.
    var valueName: String
    /// The words that are allowed; none where any are.
    var values: [String] = []
    /// As the help tells it; empty for none.
    var defaultValue = ""
    let isRequired: Bool
    /// Whether it takes several values.
    var isRepeated = false

    init(_ kind: Kind, _ name: String, _ help: String, isRequired: Bool = false) {
        self.kind = kind
        self.name = name
        self.help = help
        self.isRequired = isRequired
        valueName = name
    }

    /// `<input>`, `--to <to>`, `--overwrite`.
    var synopsis: String {
        switch kind {
        case .operand: "<\(valueName)>"
        case .option: "--\(name) <\(valueName)>"
        case .flag: "--\(name)"
        }
    }

    /// As usage shows it: `[<input> ...]`.
    var usage: String { isRequired ? requiredUsage : "[\(requiredUsage)]" }

    /// `<input> ...`
    var requiredUsage: String { isRepeated ? synopsis + " ..." : synopsis }
}
