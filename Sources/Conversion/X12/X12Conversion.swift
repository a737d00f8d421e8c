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
    private var isStopped = false

    init(
        file: String, source: consuming InputSource, options: ConversionOptions,
        catalog: GuideCatalog
    ) {
        self.file = file
        self.options = options
        self.catalog = catalog
        reader = BlockReader(source) { catalog.plan($0) }
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
        return reduce.summary
    }

    /// One block after the other.
    private mutating func runAlone(
        _ hasBlocks: Bool, _ first: consuming Block, _ reduce: inout X12Reduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        var headers = headerReading
        var mapper = blockMapper
        var block = first
        var result = BlockResult(RecordLines(form(outputs)))
        var isMore = hasBlocks
        while isMore {
            let blockHeaders = headers.headers(of: block)
            mapper.map(block, headers: blockHeaders, into: &result)
            try reduce.add(result, of: block, blockHeaders, to: &outputs)
            if let stop = result.stop {
                isStopped = stop < block.offset + block.consumed || !reader.isAtEnd
                break
            }
            isMore = reader.next(&block)
        }
        try reduce.finish(&outputs, after: block, isStopped: isStopped)
    }

    /// Blocks are mapped by workers, and by this thread where it would wait; it alone reads and
    /// writes.
    private mutating func runSideBySide(
        _ first: consuming Block, _ count: Int, _ reduce: inout X12Reduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        let queue = BlockQueue(places: count + 3, first: first, form: form(outputs))
        var headers = headerReading
        queue.first.headers = headers.headers(of: queue.first.block)
        queue.fill()
        var mapper = blockMapper
        var workers: [Worker] = []
        for _ in 0..<count { Worker(queue, blockMapper).map { workers.append($0) } }
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
            try reduce.add(place.result, of: place.block, place.headers, to: &outputs)
            queue.take()
            last = place
            if let stop = place.result.stop {
                let end = place.block.offset + place.block.consumed
                isStopped = stop < end || !queue.isEmpty || !reader.isAtEnd
                break
            }
        }
        try reduce.finish(&outputs, after: last.block, isStopped: isStopped)
    }

    private var headerReading: HeaderReading {
        HeaderReading(file: file, catalog: catalog, partners: Partners(options))
    }

    private var blockMapper: BlockMapper {
        BlockMapper(
            file: file, errorHandling: options.errorHandling, partners: Partners(options),
            catalog: catalog)
    }

    /// The lines to make of records.
    private func form(_ outputs: borrowing Outputs) -> RecordLines.Form {
        RecordLines.Form(
            file: file, hasRecords: options.writesRecords, hasRejects: outputs.rejects != nil,
            isList: options.format == .json)
    }
}
