import X12Syntax

/// Blocks on their way through the mapping: filled in the order of the input, mapped by whoever is
/// free, taken out in the order of the input.
///
/// There is a fixed number of places, and they hold no more than a certain weight, so that a slow
/// reader of the output slows the reading of the input, and memory grows neither with it nor with
/// long records.
final class BlockQueue: @unchecked Sendable {
    /// A block, and what its mapping brought. Belongs to the one who fills it, then to the one who
    /// maps it, then to the one who takes it out.
    final class Place: @unchecked Sendable {
        var block: Block
        var headers: [TransactionHeader?] = []
        /// There is one when the mapping is done.
        fileprivate(set) var yield: Yield?
        /// Whether it is on its way, and whether the mapping is done.
        fileprivate var isFilled = false
        fileprivate var isMapped = false
        fileprivate var weight = 0

        fileprivate init(blockSize: Int) { block = Block(capacity: blockSize) }
    }

    /// What the mapping of a block brings. Used again by the thread that made it, as the memory is in
    /// the cache of its core, and another would wait for each line of it.
    final class Yield: @unchecked Sendable {
        var result: BlockResult<RecordLines>
        fileprivate let thread: Int

        fileprivate init(_ form: RecordLines.Form, thread: Int) {
            result = BlockResult(RecordLines(form))
            self.thread = thread
        }
    }

    private let monitor = Monitor()
    /// Made when first used: a short input needs few.
    private var places: [Place?]
    /// Of each thread, what it may use again; the first is the one who reads and writes.
    private var yields: [[Yield]]
    // Counts since the beginning; the place of a count is its remainder.
    private var filled = 0
    private var begun = 0
    private var taken = 0
    /// Bytes of the blocks on their way, and of what their mapping brought.
    private var weight = 0
    private let weightLimit: Int
    private let blockSize: Int
    private let form: RecordLines.Form
    private var isOver = false
    private static let leastLimit = 32 << 20
    /// Four times what a place holds of an ordinary file.
    private static let limitOfPlace = 4 << 20
    /// What the mapping of a unit brings, more or less, with a few findings.
    private static let weightOfUnit = 4 << 10

    /// Much more than a block of plain records brings; memory of that size is given back.
    private static let heavyResult = 4 << 20

    /// What was taken out last; its block is still looked at.
    private var last: Place?

    /// - Parameters:
    ///   - workers: how many threads map beside the one who reads and writes.
    ///   - blockSize: bytes of an ordinary block.
    ///   - form: the lines to make of records.
    init(workers: Int, blockSize: Int, form: RecordLines.Form) {
        self.blockSize = blockSize
        self.form = form
        let count = workers + 3
        places = Array(repeating: nil, count: count)
        yields = Array(repeating: [], count: workers + 1)
        weightLimit = BlockQueue.leastLimit + count * BlockQueue.limitOfPlace
    }

    /// Whether blocks are on their way.
    var isEmpty: Bool { taken == filled }

    // MARK: The one who reads and writes

    /// The place to fill next; `nil` where all are in use, or what is on its way weighs too much.
    func free() -> Place? {
        guard filled - taken < places.count else { return nil }
        return monitor.locked {
            guard isEmpty || weight < weightLimit else { return nil }
            let place = places[filled % places.count] ?? Place(blockSize: blockSize)
            places[filled % places.count] = place
            return place
        }
    }

    /// Gives the place that was filled to whoever maps.
    func fill(_ place: Place) {
        monitor.locked {
            place.isFilled = true
            place.isMapped = false
            let expected = place.block.content.units.count * BlockQueue.weightOfUnit
            place.weight = place.block.byteCount + expected
            weight += place.weight
            filled += 1
            monitor.changed()
        }
    }

    /// The oldest block's place, when it is mapped; `nil` where it is not, or there is none.
    ///
    /// - Parameter waits: whether to wait until it is.
    func oldest(waits: Bool) -> Place? {
        guard !isEmpty else { return nil }
        return monitor.locked {
            guard let place = places[taken % places.count] else { return nil }
            while waits, !place.isMapped { monitor.wait() }
            return place.isMapped ? place : nil
        }
    }

    /// Makes the oldest block's place free; what its mapping brought is gone.
    func take(_ place: Place) {
        let yield = place.yield.take()
        place.isFilled = false
        // The one before may be on its way again.
        if let last, !last.isFilled { last.block.shrink() }
        last = place
        monitor.locked {
            if let yield, yield.result.weight <= BlockQueue.heavyResult {
                yields[yield.thread].append(yield)
            }
            weight -= place.weight
            taken += 1
            monitor.changed()
        }
    }

    /// Ends the work, and waits for the workers; blocks that nobody began are left.
    func end(_ workers: [QueueThread]) {
        monitor.locked {
            isOver = true
            monitor.changed()
        }
        for worker in workers { worker.join() }
    }

    // MARK: Those who map

    /// Maps blocks until the work ends.
    ///
    /// - Parameter thread: which of the workers it is, from 1.
    func work(_ mapper: inout BlockMapper, thread: Int) {
        while let place = next(waits: true) { map(place, &mapper, thread) }
    }

    /// Maps a block that nobody began; `false` where there is none.
    func help(_ mapper: inout BlockMapper) -> Bool {
        guard let place = next(waits: false) else { return false }
        map(place, &mapper, 0)
        return true
    }

    private func map(_ place: Place, _ mapper: inout BlockMapper, _ thread: Int) {
        let yield = monitor.locked { yields[thread].popLast() } ?? Yield(form, thread: thread)
        mapper.map(place.block, headers: place.headers, into: &yield.result)
        let known = place.block.byteCount + yield.result.weight
        monitor.locked {
            place.yield = yield
            place.isMapped = true
            weight += known - place.weight
            place.weight = known
            monitor.changed()
        }
    }

    private func next(waits: Bool) -> Place? {
        monitor.locked {
            while waits, !mayBegin, !isOver { monitor.wait() }
            guard !isOver, mayBegin else { return nil }
            begun += 1
            return places[(begun - 1) % places.count]
        }
    }

    /// Whether a block is there to be begun; the oldest always may be, as all others wait for it.
    private var mayBegin: Bool {
        begun < filled && (begun == taken || weight < weightLimit)
    }
}

extension Block {
    /// Gives back the memory that a long record took.
    fileprivate mutating func shrink() {
        if capacity > 4 * Block.ordinarySize { self = Block() }
    }
}
