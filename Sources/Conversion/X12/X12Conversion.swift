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
        var reduce = X12Reduce(file: file, options: options)
        try reduce.begin(&outputs)
        var first = Block()
        let hasBlocks = reader.next(&first)
        let workers = hasBlocks && !reader.isAtEnd ? max(options.jobs - 1, 0) : 0
        if workers > 0 {
            try runSideBySide(first, workers, &reduce, &outputs)
        } else {
            try runAlone(hasBlocks, first, &reduce, &outputs)
        }
        reduce.addBooks(to: &summary)
        return summary
    }

    /// One block after the other.
    private mutating func runAlone(
        _ hasBlocks: Bool, _ first: consuming Block, _ reduce: inout X12Reduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        var headers = headerReading
        var mapper = mapper(outputs)
        var block = first
        var result = BlockResult()
        var isMore = hasBlocks
        while isMore {
            let blockHeaders = headers.headers(of: block)
            mapper.map(block, headers: blockHeaders, into: &result)
            try add(result, of: block, blockHeaders, &reduce, &outputs)
            if let stop = result.stop {
                summary.isStopped = stop < block.offset + block.consumed || !reader.isAtEnd
                break
            }
            isMore = reader.next(&block)
        }
        try reduce.finish(&outputs, after: block)
    }

    /// Blocks are mapped by workers, and by this thread where it would wait; it alone reads and
    /// writes.
    private mutating func runSideBySide(
        _ first: consuming Block, _ count: Int, _ reduce: inout X12Reduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        let queue = BlockQueue(places: count + 3, first: first)
        var headers = headerReading
        queue.first.headers = headers.headers(of: queue.first.block)
        queue.fill()
        var mapper = mapper(outputs)
        var workers: [Worker] = []
        for _ in 0..<count { Worker(queue, self.mapper(outputs)).map { workers.append($0) } }
        defer { queue.end(workers) }
        var last = queue.first
        var isAtEnd = false
        while true {
            if !isAtEnd, let place = queue.free() {
                isAtEnd = !reader.next(&place.block)
                if !isAtEnd {
                    place.headers = headers.headers(of: place.block)
                    queue.fill()
                }
            }
            let mustWait = isAtEnd || queue.free() == nil
            if mustWait, queue.oldest(waits: false) == nil, queue.help(&mapper) { continue }
            guard let place = queue.oldest(waits: mustWait) else {
                if isAtEnd { break }
                continue
            }
            try add(place.result, of: place.block, place.headers, &reduce, &outputs)
            queue.take()
            last = place
            if let stop = place.result.stop {
                let end = place.block.offset + place.block.consumed
                summary.isStopped = stop < end || !queue.isEmpty || !reader.isAtEnd
                break
            }
        }
        try reduce.finish(&outputs, after: last.block)
    }

    private var headerReading: HeaderReading {
        HeaderReading(file: file, catalog: catalog, partners: Partners(options))
    }

    private func mapper(_ outputs: borrowing Outputs) -> BlockMapper {
        BlockMapper(
            file: file, options: options, writesRejects: outputs.rejects != nil, catalog: catalog)
    }

    /// Adds what a block brought, in the order of the input.
    private mutating func add(
        _ result: borrowing BlockResult, of block: Block, _ headers: [TransactionHeader?],
        _ reduce: inout X12Reduce, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        note(block)
        reduce.note(headers)
        try reduce.add(result, of: block, to: &outputs)
        summary.bytes.total += result.stop.map { $0 - block.offset } ?? block.consumed
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
