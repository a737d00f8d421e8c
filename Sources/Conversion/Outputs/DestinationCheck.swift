import SystemPackage

/// Refuses destinations that would write over one another or over an input, before anything is read.
struct DestinationCheck {
    private struct Destination {
        /// As the user wrote it, `--output`; what goes there where no option was given.
        let name: String
        let isStandardOutput: Bool
        let isNameless: Bool
        let identity: FileIdentity?
    }

    private var destinations: [Destination] = []

    /// What goes to standard output where no option says otherwise.
    private static let records = "the records"
    private static let report = "the report"

    init(_ paths: Converter.Destinations, writesRecords: Bool) {
        if writesRecords { add("--output", paths.records, DestinationCheck.records) }
        switch paths.report {
        case .text(let path), .json(let path), .html(let path):
            add("--output", path, DestinationCheck.report)
        case nil: break
        }
        if let path = paths.rejects { add("--rejects", path) }
        if let path = paths.findings { add("--findings", path) }
        if let path = paths.summary { add("--summary", path) }
    }

    private mutating func add(_ option: String, _ path: String?, _ what: String? = nil) {
        let isStandardOutput = path == nil || path == "-"
        let identity =
            isStandardOutput
            ? FileIdentity(descriptor: .standardOutput)
            : path.flatMap { FileIdentity(path: FilePath($0)) }
        destinations.append(
            Destination(
                name: path == nil ? what ?? option : option, isStandardOutput: isStandardOutput,
                isNameless: path?.isEmpty == true, identity: identity))
    }

    /// - Throws: `wrongUsage`, with what is written over what.
    func check(inputs: [InputPlace]) throws(ConversionFailure) {
        if inputs.count(where: { $0.path == nil }) > 1 {
            throw .wrongUsage("standard input can be read once; it is given several times")
        }
        let files = inputs.map { input in
            let identity =
                input.path.map { FileIdentity(path: $0) }
                ?? FileIdentity(descriptor: .standardInput)
            return (input.name, identity)
        }
        for (index, first) in destinations.enumerated() {
            if first.isNameless { throw .wrongUsage("\(first.name) names no file") }
            for second in destinations[(index + 1)...] { try check(first, second) }
            for (name, identity) in files { try check(first, input: name, identity) }
        }
    }

    private func check(_ first: Destination, _ second: Destination) throws(ConversionFailure) {
        if first.isStandardOutput, second.isStandardOutput {
            throw .wrongUsage(
                "\(first.name) and \(second.name) would be mixed on standard output; "
                    + "give one of them a file")
        }
        if let identity = first.identity, identity == second.identity {
            throw .wrongUsage("\(first.name) and \(second.name) are the same file")
        }
    }

    private func check(
        _ destination: Destination, input: String, _ identity: FileIdentity?
    ) throws(ConversionFailure) {
        guard let identity, identity.returnsWrites, identity == destination.identity else { return }
        let name = destination.isStandardOutput ? "standard output" : destination.name
        throw .wrongUsage("\(name) would overwrite the input \(input)")
    }
}
