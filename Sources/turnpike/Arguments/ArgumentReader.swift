/// Reads the words behind a subcommand's name into it.
struct ArgumentReader<Command: Subcommand> {
    private var words: ArgumentWords
    private var command = Command()
    private let parameters = Command.parameters
    /// Of each parameter, whether a value came.
    private var isGiven: [Bool]

    /// The words without the subcommand's name.
    init(_ words: ArgumentWords) {
        self.words = words
        isGiven = [Bool](repeating: false, count: parameters.count)
    }

    /// The command, ready to run.
    ///
    /// Options come first, in the order of the line, then values by their place; a request for help
    /// goes before what is missing or too much, not before what is wrong.
    mutating func read() throws(UsageProblem) -> Command {
        for index in words.words.indices where !words.isTaken[index] {
            if words.words[index].kind == .option { try readOption(at: index) }
        }
        try readOperands()
        for (number, parameter) in parameters.enumerated()
        where parameter.shape.isRequired && !isGiven[number] {
            try words.checkRequests()
            throw .missing(parameter.shape)
        }
        do {
            try command.check()
        } catch {
            try words.checkRequests()
            throw .wrong(error)
        }
        try words.checkRest()
        return command
    }

    private mutating func readOption(at index: Int) throws(UsageProblem) {
        let word = words.words[index]
        guard let number = number(of: word.name) else { return }
        let shape = parameters[number].shape
        words.take(index)
        if shape.kind == .flag {
            if let value = word.value { throw .surplusValue(shape, value) }
            return try take("", number)
        }
        // Of two files, or two words, nobody knows which is meant.
        if isGiven[number], !shape.isRepeated { throw .repeated(shape) }
        if let value = word.value {
            try take(value, number)
        } else {
            guard let value = words.takeValue(at: index + 1) else { throw .missingValue(shape) }
            try take(value, number)
        }
        guard shape.isRepeated else { return }
        var next = word.value == nil ? index + 2 : index + 1
        while let value = words.takeValue(at: next) {
            try take(value, number)
            next += 1
        }
    }

    private mutating func readOperands() throws(UsageProblem) {
        var next = 0
        for number in parameters.indices where parameters[number].shape.kind == .operand {
            repeat {
                while next < words.words.count,
                    words.isTaken[next] || words.words[next].kind != .value
                {
                    next += 1
                }
                guard let value = words.takeValue(at: next) else { return }
                try take(value, number)
            } while parameters[number].shape.isRepeated
        }
    }

    private mutating func take(_ value: String, _ number: Int) throws(UsageProblem) {
        isGiven[number] = true
        guard parameters[number].take(&command, value) else {
            throw .wrongValue(parameters[number].shape, value)
        }
    }

    private func number(of name: String) -> Int? {
        guard name.utf8.starts(with: "--".utf8) else { return nil }
        let bare = name.dropFirst(2)
        return parameters.firstIndex { $0.shape.kind != .operand && $0.shape.name == bare }
    }
}

extension ArgumentWords {
    /// Throws what the words that are left ask for: help, or the version.
    func checkRequests() throws(UsageProblem) {
        let options = rest.filter { $0.kind == .option }
        if options.contains(where: \.asksForHelp) { throw .help }
        if options.contains(where: { $0.name == "--version" }) { throw .version }
    }

    /// Throws what nobody has taken.
    func checkRest() throws(UsageProblem) {
        try checkRequests()
        let rest = rest.filter { $0.kind != .terminator }
        if let option = rest.first(where: { $0.kind == .option }) {
            let isRequest = ["--help", "--version"].contains(option.name)
            throw isRequest ? .noOption(option.text) : .unknownOption(option.name)
        }
        if !rest.isEmpty { throw .surplus(rest.map(\.text)) }
    }
}
