import Diagnostics
import Output
import X12Syntax

/// Splits an input into smaller files, each an interchange made of the input's own segments.
public struct Splitter: Sendable {
    /// How much goes into a part.
    public let measure: SplitMeasure
    /// Where the parts go; the folder is made where it is missing.
    public let folder: String
    /// Whether the parts of an earlier split of the same name are replaced.
    public var overwrites = false
    /// Whether findings for people are coloured.
    public var isColoured = false

    /// What a split left behind.
    public struct Outcome: Sendable {
        /// 0, or 1 where something was wrong with the input, or some of it is in no part.
        public let exitStatus: Int32
        /// Paths of the parts, in the order of the input.
        public let parts: [String]
        /// Path of what no part holds.
        public let rest: String?
    }

    /// A splitter into a folder.
    public init(by measure: SplitMeasure, into folder: String) {
        self.measure = measure
        self.folder = folder
    }

    /// Splits a file, which may be packed with gzip or alone in a zip archive, or standard input for
    /// `-`; findings and the books go to standard error.
    ///
    /// The parts get their names when all are complete: a failure leaves none of them.
    ///
    /// - Parameters:
    ///   - input: the path of a file, or `-`.
    ///   - progress: is told how far the reading has come.
    public func run(
        _ input: String, progress: (any ProgressObserver)? = nil
    ) throws(ConversionFailure) -> Outcome {
        do throws(ConversionFailure) {
            let opened = try InputQueue.openOne(input, as: .x12, progress: progress)
            return try split(opened, input, progress)
        } catch {
            throw error.named(InputPlace(argument: input).name)
        }
    }

    private func split(
        _ opened: consuming OpenInput, _ input: String, _ progress: (any ProgressObserver)?
    ) throws(ConversionFailure) -> Outcome {
        var opened = opened
        let file = opened.name
        guard let source = opened.source.take() else { throw .emptyFolder }
        let end = source.end
        let names = PartNames(of: input == "-" ? nil : file, folder: folder)
        var splitter = InterchangeSplitter(
            store: try PartFolder.open(names, replaces: overwrites), measure: measure)
        let catalog = SplitCatalog(measure)
        var reader = BlockReader(source) { catalog.plan($0) }
        var block = Block()
        var console = OutputFile(standardError: ())
        console.observer = progress
        while reader.next(&block) {
            try splitter.add(block)
            try tell(
                block.content.findings + splitter.takeFindings(), file, &splitter.books, &console)
        }
        if let failure = end.failure { throw failure }
        try splitter.finish()
        try tell(splitter.takeFindings(), file, &splitter.books, &console)
        let (parts, rest) = try splitter.store.finish()
        var text = ByteBuffer()
        splitter.books.write(file: file, rest: rest, to: &text)
        try console.write(text.bytes)
        return Outcome(exitStatus: splitter.books.hasErrors ? 1 : 0, parts: parts, rest: rest)
    }

    private func tell(
        _ findings: [Finding], _ file: String, _ books: inout SplitBooks,
        _ console: inout OutputFile
    ) throws(ConversionFailure) {
        guard !findings.isEmpty else { return }
        var text = ByteBuffer()
        let renderer = FindingText(isColoured: isColoured)
        let sorted = findings.enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }
        for (_, finding) in sorted {
            renderer.writeLine(finding, file: file, to: &text)
            books.count(finding)
        }
        try console.write(text.bytes)
    }
}
