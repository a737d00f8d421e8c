import Output

/// Converts inputs of XML documents on several cores: documents of an input beside each other, and
/// the next inputs beside those before.
///
/// The thread that it belongs to reads the inputs and writes; it reads documents too where it would
/// wait.
final class DocumentCrew {
    /// What is done when an input has been read and written.
    typealias Finish = (DocumentInput.Outcome, inout Outputs) throws(ConversionFailure) -> Void

    private let options: ConversionOptions
    private let partners: Partners
    private let queue: DocumentQueue
    private let stock: DocumentStock
    private var workers: [QueueThread] = []
    private let workerCount: Int

    /// No machine has more cores.
    private static let greatestJobs = 1024

    /// `nil` where documents are read one after the other: an error ends the reading, or what
    /// findings speak of is shown.
    init?(_ options: ConversionOptions, stock: DocumentStock) {
        guard options.jobs > 1, options.errorHandling != .stop, !options.showsValues else {
            return nil
        }
        self.options = options
        self.stock = stock
        partners = Partners(options)
        workerCount = min(options.jobs, DocumentCrew.greatestJobs) - 1
        queue = DocumentQueue(jobs: workerCount + 1)
    }

    deinit { queue.end(workers) }

    /// Converts an input; what it and those before it bring may be written later.
    func convert(
        file: String, source: consuming InputSource, outputs: inout Outputs, finish: Finish
    ) throws(ConversionFailure) {
        let input = DocumentInput(
            file: file, end: source.end, partners: partners, options: options,
            hasRejects: outputs.rejects != nil, namesSenders: outputs.report != nil, stock: stock)
        var parts = DocumentParts(source, size: options.documentPartSize, stock: stock)
        while let part = parts.next() {
            queue.add(DocumentJob(part, of: input))
            if workers.count < workerCount, queue.waitingCount > 1,
                let worker = QueueThread({ [queue] in queue.work() })
            {
                workers.append(worker)
            }
            while try write(waits: !queue.hasRoom, to: &outputs, finish) {}
        }
    }

    /// Waits for all that is on its way, and writes it.
    func drain(
        outputs: inout Outputs, finish: Finish
    ) throws(ConversionFailure) {
        while try write(waits: true, to: &outputs, finish) {}
    }

    /// Writes what the oldest part brought; `false` where it has not been read, or there is none.
    private func write(
        waits: Bool, to outputs: inout Outputs, _ finish: Finish
    ) throws(ConversionFailure) -> Bool {
        var job = queue.take(waits: false)
        while waits, job == nil, queue.help() { job = queue.take(waits: false) }
        guard let job = job ?? queue.take(waits: waits) else { return false }
        if let outcome = try job.input.add(job, to: &outputs) { try finish(outcome, &outputs) }
        return true
    }
}
