import Diagnostics
import Enrollments
import Output
import X12Structure
import X12Syntax

/// Converts one X12 input: the spine, the mapping of blocks, the reduce in the order of the input.
struct X12Conversion: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private let catalog: GuideCatalog
    private var reader: BlockReader<InputSource>
    private var summary: FileSummary

    init(
        file: String, source: consuming InputSource, options: ConversionOptions,
        catalog: GuideCatalog
    ) {
        self.file = file
        self.options = options
        self.catalog = catalog
        reader = BlockReader(source) { catalog.plan($0) }
        summary = FileSummary(file: file)
    }

    /// Reads to the end; what was found is in the summary, what was made in the outputs.
    mutating func run(into outputs: inout Outputs) throws(ConversionFailure) -> FileSummary {
        var headers = HeaderReading(
            file: file, catalog: catalog, partners: Partners(options))
        var mapper = BlockMapper(
            file: file, options: options, writesRejects: outputs.rejects != nil, catalog: catalog)
        var reduce = X12Reduce(file: file, options: options)
        var block = Block()
        var result = BlockResult()
        try reduce.begin(&outputs)
        while reader.next(&block) {
            note(block)
            let blockHeaders = headers.headers(of: block)
            reduce.note(blockHeaders)
            mapper.map(block, headers: blockHeaders, into: &result)
            try reduce.add(result, of: block, to: &outputs)
            summary.bytes.total += result.stop.map { $0 - block.offset } ?? block.consumed
            if let stop = result.stop {
                summary.isStopped = stop < block.offset + block.consumed || !reader.isAtEnd
                break
            }
        }
        try reduce.finish(&outputs, after: block)
        reduce.addBooks(to: &summary)
        return summary
    }

    /// Remembers the first guide that a transaction set is read by.
    private mutating func note(_ block: Block) {
        guard summary.guide.isEmpty else { return }
        for context in block.content.contexts {
            guard let transaction = context.transaction else { continue }
            // An identifier is three digits; anything else could be a value that strayed there.
            let isKind = transaction.identifier.utf8.count == 3
            if isKind, transaction.identifier.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
                summary.kind.isEmpty
            {
                summary.kind = transaction.identifier
            }
            guard let plan = transaction.plan else { continue }
            summary.kind = transaction.identifier
            summary.guide = GuideCatalog.guides[plan]
            return
        }
    }
}
