/// Parts of documents on their way: added in the order of the inputs, read by whoever is free, taken
/// out in the order of the inputs.
///
/// What is on its way has a certain weight at most, so that a slow reader of the output slows the
/// reading of the input, and memory does not grow with it.
final class DocumentQueue: @unchecked Sendable {
    private let monitor = Monitor()
    /// Those on their way, the oldest first.
    private var jobs: [DocumentJob] = []
    /// How many of them were begun.
    private var begunCount = 0
    private var weight = 0
    private let weightLimit: Int
    /// Enough of ordinary parts for nobody to wait, and little, so that the memory of one is near when it
    /// serves the next; of larger parts there are `leastCount` all the same.
    private let ordinaryLimit: Int
    private let leastCount: Int
    private var isOver = false
    /// Many documents are so short that one is hardly worth a turn.
    private static let places = 64

    init(jobs count: Int) {
        weightLimit = 2 << 20 + count * (4 << 20)
        ordinaryLimit = 1 << 20 + count * (1 << 20)
        leastCount = 2 * count
    }

    // MARK: The one who reads the inputs and writes

    var hasRoom: Bool {
        monitor.locked {
            guard !jobs.isEmpty else { return true }
            let limit = jobs.count < leastCount ? weightLimit : ordinaryLimit
            return jobs.count < DocumentQueue.places && weight < limit
        }
    }

    /// How many wait for somebody to begin them.
    var waitingCount: Int { monitor.locked { jobs.count - begunCount } }

    func add(_ job: DocumentJob) {
        monitor.locked {
            jobs.append(job)
            weight += job.weight
            monitor.changed()
        }
    }

    /// Takes out the oldest when it has been read; `nil` where it has not, or there is none.
    ///
    /// - Parameter waits: whether to wait until it is.
    func take(waits: Bool) -> DocumentJob? {
        monitor.locked {
            guard let first = jobs.first else { return nil }
            while waits, !first.isDone { monitor.wait() }
            guard first.isDone else { return nil }
            jobs.removeFirst()
            begunCount -= 1
            weight -= first.weight
            return first
        }
    }

    /// Ends the work, and waits for the workers; what nobody began is left.
    func end(_ workers: [QueueThread]) {
        monitor.locked {
            isOver = true
            monitor.changed()
        }
        for worker in workers { worker.join() }
    }

    // MARK: Those who read the parts

    /// Reads parts until the work ends.
    func work() {
        while let job = next(waits: true) { run(job) }
    }

    /// Reads a part that nobody began; `false` where there is none.
    func help() -> Bool {
        guard let job = next(waits: false) else { return false }
        run(job)
        return true
    }

    private func run(_ job: DocumentJob) {
        job.run()
        let known = job.knownWeight
        monitor.locked {
            job.isDone = true
            weight += known - job.weight
            job.weight = known
            monitor.changed()
        }
    }

    private func next(waits: Bool) -> DocumentJob? {
        monitor.locked {
            while waits, begunCount == jobs.count, !isOver { monitor.wait() }
            guard !isOver, begunCount < jobs.count else { return nil }
            begunCount += 1
            return jobs[begunCount - 1]
        }
    }
}
