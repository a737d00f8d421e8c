import Diagnostics
import Output
import Rosters
import SystemPackage

/// Converts or validates inputs: each is recognised, read to its end, and accounted for.
public struct Converter: Sendable {
    /// Where things are written; `nil` writes nothing, `-` is standard output.
    public struct Destinations: Sendable {
        /// Of records without errors, as `ConversionOptions.format` says.
        public var records: String?
        /// Of what is set aside, as NDJSON.
        public var rejects: String?
        /// Of findings, as NDJSON.
        public var findings: String?
        /// Of the summary as JSON.
        public var summary: String?
        /// Of a validation: findings and summaries, for people or as JSON.
        public var report: Report?

        /// The form of a report, and where it goes: a path, or standard output for `nil`.
        public enum Report: Sendable {
            /// For people, a line for each finding.
            case text(String?)
            /// One document.
            case json(String?)
            /// One page that needs nothing but itself.
            case html(String?)
        }

        /// Nothing is written but findings and summaries, to standard error.
        public init() {}
    }

    /// What is done with records and findings.
    public let options: ConversionOptions
    /// Where things are written.
    public let destinations: Destinations
    private let catalog = GuideCatalog()

    /// A converter for any number of runs.
    public init(options: ConversionOptions, destinations: Destinations) {
        self.options = options
        self.destinations = destinations
    }

    /// Converts all inputs, whatever becomes of each; findings and summaries go to standard error.
    ///
    /// - Parameters:
    ///   - inputs: files, folders, archives, or `-` for standard input.
    ///   - progress: is told how far the reading has come.
    /// - Returns: the exit status: the first that applies of 74, 66, 65, 64, 1, 0.
    public func run(_ inputs: [String], progress: (any ProgressObserver)? = nil) -> Int32 {
        var statuses: Set<Int32> = []
        do throws(ConversionFailure) {
            let list = InputList(inputs)
            try DestinationCheck(destinations, writesRecords: options.writesRecords)
                .check(inputs: list.places + options.places)
            var outputs = try openOutputs()
            outputs.tell(progress)
            var books = RunSummary()
            var counts = CountBook()
            try beginReport(&outputs)
            var queue = InputQueue(
                list,
                tables: TableRecognition(
                    layouts: options.layouts, folder: FilePath(options.temporaryFolder)),
                progress: progress)
            let stock = DocumentStock()
            let crew = DocumentCrew(options, stock: stock)
            let note: DocumentCrew.Finish = {
                (outcome, outputs) throws(ConversionFailure) in
                var summary = outcome.summary
                summary.status = outcome.failure?.exitStatus ?? (summary.hasErrors ? 1 : 0)
                statuses.insert(summary.status)
                books.files.append(summary)
                try tell(summary, &outputs)
            }
            while var input = queue.next() {
                if let crew, input.kind == .xml, let source = input.source.take() {
                    try crew.convert(
                        file: input.name, source: source, outputs: &outputs, finish: note)
                    continue
                }
                try crew?.drain(outputs: &outputs, finish: note)
                let (summary, failure) = try convert(input, &outputs, &counts, stock)
                try note(DocumentInput.Outcome(summary: summary, failure: failure), &outputs)
                if options.errorHandling == .stop, failure != nil || summary.hasErrors {
                    try stop(&books, before: queue.restCount, &outputs)
                    break
                }
            }
            try crew?.drain(outputs: &outputs, finish: note)
            for (path, found) in counts.finish() {
                statuses.insert(try tell(found, ofSummary: path, &books, &outputs))
            }
            books.skippedCount = queue.skippedCount
            try finish(books, &outputs)
        } catch {
            statuses.insert(error.exitStatus)
            progress?.willWrite(to: .error)
            if !error.isClosedPipe { complain("turnpike: \(error.message)\n") }
        }
        return [74, 66, 65, 64, 1].first { statuses.contains($0) } ?? 0
    }

    /// Ends a run that stops at the first error.
    private func stop(
        _ books: inout RunSummary, before rest: Int, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        books.isStopped = rest > 0 || books.files.last?.isStopped == true
        guard rest > 0 else { return }
        var text = ByteBuffer()
        SummaryText.writeStop(inputs: rest, to: &text)
        try outputs.console?.write(text.bytes)
    }

    private func openOutputs() throws(ConversionFailure) -> Outputs {
        var outputs = Outputs()
        if options.writesRecords { outputs.records = try OutputFile(path: destinations.records) }
        if let path = destinations.rejects { outputs.rejects = try OutputFile(path: path) }
        if let path = destinations.findings { outputs.findings = try OutputFile(path: path) }
        if let path = destinations.summary { outputs.summary = try OutputFile(path: path) }
        switch destinations.report {
        case .text(let path): outputs.console = try OutputFile(path: path)
        case .json(let path):
            outputs.findings = try OutputFile(path: path)
            outputs.listsFindings = true
        case .html(let path):
            outputs.report = ReportFile(
                try OutputFile(path: path), showsValues: options.showsValues)
        case nil: outputs.console = OutputFile(standardError: ())
        }
        return outputs
    }

    /// Converts one input. What keeps it from being read is its own failure and stops no other;
    /// what keeps anything from being written is thrown.
    private func convert(
        _ input: consuming OpenInput, _ outputs: inout Outputs, _ counts: inout CountBook,
        _ stock: DocumentStock
    ) throws(ConversionFailure) -> (FileSummary, ConversionFailure?) {
        let name = input.name
        if options.format == .fhir, options.writesRecords, input.failure == nil, input.kind != .xml
        {
            return failed(name, .wrongUsage("--to fhir is for referrals, and this is none"))
        }
        if let workbook = input.workbook {
            var conversion = WorkbookConversion(file: name, workbook: workbook, options: options)
            return (try conversion.run(into: &outputs, &counts), nil)
        }
        guard let source = input.source.take() else {
            var failed = FileSummary(file: name)
            failed.failure = input.failure?.message
            return (failed, input.failure)
        }
        let end = source.end
        var summary: FileSummary
        switch input.kind {
        case .table, .workbook:
            guard let opening = input.table else { throw .unknownLayout(nil) }
            var conversion = TableConversion(
                file: name, source: source, opening: opening, options: options,
                form: RecordLines.Form(name, options, outputs))
            summary = try conversion.run(into: &outputs, &counts)
        case .x12:
            var conversion = X12Conversion(
                file: name, source: source, options: options, catalog: catalog)
            summary = try conversion.run(into: &outputs)
        case .xml:
            var conversion = DocumentConversion(
                file: name, source: source, options: options, stock: stock)
            summary = try conversion.run(into: &outputs)
            if let refusal = conversion.refusal { return (summary, refusal) }
        }
        summary.failure = end.failure?.message
        return (summary, end.failure)
    }

    private func failed(
        _ name: String, _ failure: ConversionFailure
    ) -> (FileSummary, ConversionFailure?) {
        var summary = FileSummary(file: name)
        summary.failure = failure.message
        return (summary, failure)
    }

    // MARK: Reports

    private func tell(
        _ summary: FileSummary, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        var text = ByteBuffer()
        SummaryText.write(
            summary, hasRejects: destinations.rejects != nil || !options.writesRecords, to: &text)
        try outputs.report?.endFile()
        if outputs.console == nil, let failure = summary.failure {
            complain("turnpike: \(summary.file): \(failure)\n")
        }
        try outputs.console?.write(text.bytes)
    }

    private func beginReport(_ outputs: inout Outputs) throws(ConversionFailure) {
        if outputs.listsFindings { try outputs.findings?.write("{\"findings\":[\n") }
        try outputs.report?.begin()
    }

    /// Tells what a summary says otherwise of its rosters, when all inputs came.
    ///
    /// - Returns: the status of the summary.
    private func tell(
        _ found: [Finding], ofSummary path: String, _ books: inout RunSummary,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) -> Int32 {
        guard let index = books.files.firstIndex(where: { $0.file == path && $0.kind == "roster" }),
            let ground = outputs.summaryGrounds[path]
        else { return 0 }
        let settled = Partners(options).settle(found, nil)
        var writing = FileWriting(file: path, options: options)
        outputs.report?.resume(file: index)
        try writing.tellLate(settled, of: ground, to: &outputs)
        try outputs.report?.endFile()
        books.files[index].findings.count(settled)
        if books.files[index].failure == nil {
            books.files[index].status = books.files[index].hasErrors ? 1 : 0
        }
        return books.files[index].status
    }

    /// Writes what comes last, and gives all files their names.
    private func finish(
        _ books: RunSummary, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        var text = ByteBuffer()
        if !books.files.contains(where: { $0.kind == "roster" }) {
            if options.previous != nil {
                text.append("--previous: no input is a roster, so that nothing was compared\n")
            }
            if options.layouts.place != nil {
                text.append("--layout: no input is a roster, so that none was read by it\n")
            }
        }
        SummaryText.writeSkipped(books.skippedCount, to: &text)
        try outputs.console?.write(text.bytes)
        text.clear()
        if outputs.listsFindings {
            text.append("],")
            SummaryJSON.writeMembers(books, &text)
            text.dropComma()
            text.append("}\n")
            try outputs.findings?.write(text.bytes)
            text.clear()
        }
        SummaryJSON.write(books, to: &text)
        try outputs.summary?.write(text.bytes)
        try outputs.report?.end(books)
        if books.isNothingRead { outputs.withholdRecords() }
        try outputs.finish()
    }

    private func complain(_ line: String) {
        var line = line
        _ = try? line.withUTF8 { try FileDescriptor.standardError.writeAll($0) }
    }
}
