import X12Syntax

/// Blocks on their way through the mapping: filled in the order of the input, mapped by whoever is
/// free, taken out in the order of the input.
///
/// There is a fixed number of places, so that a slow reader of the output slows the reading of the
/// input, and memory does not grow.
final class BlockQueue: @unchecked Sendable {
    /// A block, and what its mapping brought. Belongs to the one who fills it, then to the one who
    /// maps it, then to the one who takes it out.
    final class Place: @unchecked Sendable {
        var block = Block()
        var headers: [TransactionHeader?] = []
        var result: BlockResult<RecordLines>
        fileprivate var isMapped = false

        init(_ form: RecordLines.Form) { result = BlockResult(RecordLines(form)) }
    }

    private let monitor = Monitor()
    private let places: [Place]
    // Counts since the beginning; the place of a count is its remainder.
    private var filled = 0
    private var begun = 0
    private var taken = 0
    private var isOver = false

    /// - Parameters:
    ///   - first: the block of the first place.
    ///   - form: the lines to make of records.
    init(places count: Int, first: Block, form: RecordLines.Form) {
        places = (0..<count).map { _ in Place(form) }
        places[0].block = first
    }

    /// The place of the first block.
    var first: Place { places[0] }

    /// Whether blocks are on their way.
    var isEmpty: Bool { taken == filled }

    // MARK: The one who reads and writes

    /// The place to fill next; `nil` where all are in use.
    func free() -> Place? {
        filled - taken < places.count ? places[filled % places.count] : nil
    }

    /// Gives the place that was filled to whoever maps.
    func fill() {
        monitor.locked {
            places[filled % places.count].isMapped = false
            filled += 1
            monitor.changed()
        }
    }

    /// The oldest block's place, when it is mapped; `nil` where it is not, or there is none.
    ///
    /// - Parameter waits: whether to wait until it is.
    func oldest(waits: Bool) -> Place? {
        guard !isEmpty else { return nil }
        let place = places[taken % places.count]
        return monitor.locked {
            while waits, !place.isMapped { monitor.wait() }
            return place.isMapped ? place : nil
        }
    }

    /// Makes the oldest block's place free.
    func take() { taken += 1 }

    /// Ends the work, and waits for the workers; blocks that nobody began are left.
    func end(_ workers: [Worker]) {
        monitor.locked {
            isOver = true
            monitor.changed()
        }
        for worker in workers { worker.join() }
    }

    // MARK: Those who map

    /// Maps blocks until the work ends.
    func work(_ mapper: inout BlockMapper) {
        while let place = next(waits: true) { map(place, &mapper) }
    }

    /// Maps a block that nobody began; `false` where there is none.
    func help(_ mapper: inout BlockMapper) -> Bool {
        guard let place = next(waits: false) else { return false }
        map(place, &mapper)
        return true
    }

    private func map(_ place: Place, _ mapper: inout BlockMapper) {
        mapper.map(place.block, headers: place.headers, into: &place.result)
        monitor.locked {
            place.isMapped = true
            monitor.changed()
        }
    }

    private func next(waits: Bool) -> Place? {
        monitor.locked {
            while waits, begun == filled, !isOver { monitor.wait() }
            guard !isOver, begun < filled else { return nil }
            begun += 1
            return places[(begun - 1) % places.count]
        }
    }
}
