import Output
import SystemPackage

/// Converts or validates inputs: each is recognised, read to its end, and accounted for.
public struct Converter: Sendable {
    /// Where things are written; `nil` writes nothing, `-` is standard output.
    public struct Destinations: Sendable {
        public var records: String?
        public var rejects: String?
        public var findings: String?
        /// Of the summary as JSON.
        public var summary: String?
        /// Of a validation: findings and summaries, for people or as JSON.
        public var report: Report?

        public enum Report: Sendable {
            case text(String?)
            case json(String?)
        }

        public init() {}
    }

    public let options: ConversionOptions
    public let destinations: Destinations
    private let catalog = GuideCatalog()

    public init(options: ConversionOptions, destinations: Destinations) {
        self.options = options
        self.destinations = destinations
    }

    /// Converts all inputs, whatever becomes of each; findings and summaries go to standard error.
    ///
    /// - Returns: the exit status: the first that applies of 74, 66, 65, 1, 0.
    public func run(_ inputs: [String]) -> Int32 {
        var statuses: Set<Int32> = []
        do throws(ConversionFailure) {
            var outputs = try openOutputs()
            var summaries: [FileSummary] = []
            try beginReport(&outputs)
            for input in inputs {
                let (summary, failure) = try convert(input, &outputs)
                if let failure { statuses.insert(failure.exitStatus) }
                if summary.findings.error > 0 || summary.records.setAside > 0 || !summary.isBalanced {
                    statuses.insert(1)
                }
                summaries.append(summary)
                try tell(summary, &outputs)
            }
            try finishReport(summaries, &outputs)
            try outputs.finish()
            try writeSummary(summaries)
        } catch {
            statuses.insert(error.exitStatus)
            if !error.isClosedPipe { complain("turnpike: \(error.message)\n") }
        }
        return [74, 66, 65, 1].first { statuses.contains($0) } ?? 0
    }

    private func openOutputs() throws(ConversionFailure) -> Outputs {
        var outputs = Outputs()
        if options.writesRecords { outputs.records = try OutputFile(path: destinations.records) }
        if let path = destinations.rejects { outputs.rejects = try OutputFile(path: path) }
        if let path = destinations.findings { outputs.findings = try OutputFile(path: path) }
        switch destinations.report {
        case .text(let path): outputs.console = try OutputFile(path: path)
        case .json(let path):
            outputs.findings = try OutputFile(path: path)
            outputs.listsFindings = true
        case nil: outputs.console = OutputFile(standardError: ())
        }
        return outputs
    }

    /// Converts one input. What keeps it from being read is its own failure and stops no other;
    /// what keeps anything from being written is thrown.
    private func convert(
        _ input: String, _ outputs: inout Outputs
    ) throws(ConversionFailure) -> (FileSummary, ConversionFailure?) {
        let name = input == "-" ? "(standard input)" : input
        var failed = FileSummary(file: name)
        do throws(ConversionFailure) {
            let source = try InputSource.open(input)
            if case .unknown(let looks) = source.withPrefix({
                Recognition($0, isWhole: source.isPrefixWhole)
            }) {
                throw .unknownKind(looks)
            }
            var conversion = X12Conversion(
                file: name, source: source, options: options, catalog: catalog)
            return (try conversion.run(into: &outputs), nil)
        } catch {
            if case .cannotWrite = error { throw error }
            failed.failure = error.message
            return (failed, error)
        }
    }

    // MARK: Reports

    private func tell(
        _ summary: FileSummary, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        var text = ByteBuffer()
        SummaryText.write(
            summary, hasRejects: destinations.rejects != nil || !options.writesRecords, to: &text)
        if outputs.listsFindings {
            if let failure = summary.failure { complain("\(summary.file): \(failure)\n") }
        } else {
            try outputs.console?.write(text.bytes)
        }
    }

    private func beginReport(_ outputs: inout Outputs) throws(ConversionFailure) {
        if outputs.listsFindings { try outputs.findings?.write("{\"findings\":[\n") }
    }

    private func finishReport(
        _ summaries: [FileSummary], _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        try outputs.console?.finish()
        guard outputs.listsFindings else { return }
        var text = ByteBuffer()
        text.append("],")
        SummaryJSON.writeMembers(summaries, &text)
        text.dropComma()
        text.append("}\n")
        try outputs.findings?.write(text.bytes)
    }

    private func writeSummary(_ summaries: [FileSummary]) throws(ConversionFailure) {
        guard let path = destinations.summary else { return }
        var file = try OutputFile(path: path)
        var text = ByteBuffer()
        SummaryJSON.write(summaries, to: &text)
        try file.write(text.bytes)
        try file.finish()
    }

    private func complain(_ line: String) {
        var line = line
        _ = try? line.withUTF8 { try FileDescriptor.standardError.writeAll($0) }
    }
}
