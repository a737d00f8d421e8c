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
    private let end: InputEnd
    private let blockSize: Int
    private var isStopped = false

    init(
        file: String, source: consuming InputSource, options: ConversionOptions,
        catalog: GuideCatalog
    ) {
        self.file = file
        self.options = options
        self.catalog = catalog
        end = source.end
        blockSize = X12Conversion.blockSize(source, options)
        reader = BlockReader(
            source, blockSize: blockSize, greatestSize: options.greatestUnitSize
        ) { catalog.plan($0) }
    }

    /// Small for an input of few bytes: memory costs time when it is first touched.
    private static func blockSize(
        _ source: borrowing InputSource, _ options: ConversionOptions
    ) -> Int {
        guard source.isPrefixWhole else { return options.blockSize }
        return min(options.blockSize, 8192 + 2 * source.withPrefix { $0.count })
    }

    /// No machine has more cores.
    private static let greatestJobs = 1024

    /// Reads to the end; what was found is in the summary, what was made in the outputs.
    mutating func run(into outputs: inout Outputs) throws(ConversionFailure) -> FileSummary {
        var reduce = X12Reduce(file: file, options: options)
        try reduce.begin(&outputs)
        var first = Block(capacity: blockSize)
        let hasBlocks = reader.next(&first)
        let isShort = !hasBlocks || reader.isAtEnd
        let workers = isShort ? 0 : min(max(options.jobs, 1), X12Conversion.greatestJobs) - 1
        if workers > 0 {
            try runSideBySide(first, workers, &reduce, &outputs)
        } else {
            try runAlone(hasBlocks, first, &reduce, &outputs)
        }
        var summary = reduce.summary
        // What was read, so that the books of a block that got lost do not balance.
        if !isStopped { summary.bytes.total = reader.byteCount }
        return summary
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
        try reduce.finish(&outputs, after: block, isStopped: isStopped, end)
    }

    /// Blocks are mapped by workers, and by this thread where it would wait; it alone reads and
    /// writes.
    private mutating func runSideBySide(
        _ first: consuming Block, _ count: Int, _ reduce: inout X12Reduce,
        _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        let queue = BlockQueue(
            workers: count, blockSize: options.blockSize, form: form(outputs))
        var headers = headerReading
        var mapper = blockMapper
        var workers: [QueueThread] = []
        defer { queue.end(workers) }
        var next: Block? = first
        var last: BlockQueue.Place?
        var isAtEnd = false
        while true {
            if !isAtEnd { isAtEnd = !fill(queue, &next, &headers) }
            if !isAtEnd, workers.count < count, let worker = worker(of: queue, workers.count + 1) {
                workers.append(worker)
            }
            let mustWait = isAtEnd || queue.free() == nil
            if mustWait, queue.oldest(waits: false) == nil, queue.help(&mapper) { continue }
            guard let place = queue.oldest(waits: mustWait), let yield = place.yield else {
                if isAtEnd { break }
                continue
            }
            try reduce.add(yield.result, of: place.block, place.headers, to: &outputs)
            let stop = yield.result.stop
            queue.take(place)
            last = place
            if let stop {
                let end = place.block.offset + place.block.consumed
                isStopped = stop < end || !queue.isEmpty || !reader.isAtEnd
                break
            }
        }
        try reduce.finish(&outputs, after: last?.block ?? Block(), isStopped: isStopped, end)
    }

    /// Fills a place of the queue, if one is free; `false` where there is nothing more to read.
    private mutating func fill(
        _ queue: BlockQueue, _ first: inout Block?, _ headers: inout HeaderReading
    ) -> Bool {
        guard let place = queue.free() else { return true }
        if let block = first.take() {
            place.block = block
        } else if !reader.next(&place.block) {
            return false
        }
        place.headers = headers.headers(of: place.block)
        queue.fill(place)
        return true
    }

    private func worker(of queue: BlockQueue, _ thread: Int) -> QueueThread? {
        let mapper = blockMapper
        return QueueThread {
            var mapper = mapper
            queue.work(&mapper, thread: thread)
        }
    }

    private var headerReading: HeaderReading {
        HeaderReading(
            file: file, catalog: catalog, partners: Partners(options), codes: options.codes)
    }

    private var blockMapper: BlockMapper {
        BlockMapper(
            file: file, errorHandling: options.errorHandling, partners: Partners(options),
            catalog: catalog, codes: options.codes)
    }

    /// The lines to make of records.
    private func form(_ outputs: borrowing Outputs) -> RecordLines.Form {
        RecordLines.Form(
            file: file, hasRecords: options.writesRecords, hasRejects: outputs.rejects != nil,
            isList: options.format == .json)
    }
}
