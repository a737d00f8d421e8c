/// What an ordered queue carries: one thread fills it, any thread maps it, and the first takes out
/// what came of it.
protocol QueueLoad: AnyObject {
    /// Bytes that it holds, as far as they grow with what was read and what came of it.
    var weight: Int { get }
    /// Makes of what it was filled with what is to be taken out.
    func map()
    /// Gives back memory of unusual size.
    func shrink()
}

/// Loads on their way through the mapping: filled in the order of the input, mapped by whoever is
/// free, taken out in the order of the input.
///
/// There is a fixed number of them, and they hold no more than a certain weight, so that a slow reader
/// of the output slows the reading of the input, and memory grows neither with it nor with long records.
final class OrderedQueue<Load: QueueLoad>: @unchecked Sendable {
    private let monitor = Monitor()
    /// Made when first used: a short input needs few.
    private var loads: [Load] = []
    private var areMapped: [Bool] = []
    /// What each load weighs in the sum.
    private var weights: [Int] = []
    private let count: Int
    private let make: () -> Load
    // Counts since the beginning; the load of a count is its remainder.
    private var filled = 0
    private var begun = 0
    private var taken = 0
    private var weight = 0
    private let weightLimit: Int
    private var isOver = false
    private static var leastLimit: Int { 32 << 20 }
    /// Four times what a load of an ordinary file holds.
    private static var limitOfLoad: Int { 4 << 20 }

    /// - Parameters:
    ///   - count: how many loads are on their way at once.
    ///   - make: makes one more.
    init(loads count: Int, make: @escaping () -> Load) {
        self.count = count
        self.make = make
        weightLimit = Self.leastLimit + count * Self.limitOfLoad
    }

    /// Whether nothing is on its way.
    var isEmpty: Bool { taken == filled }

    /// Whether more is on its way than the oldest.
    var hasMore: Bool { taken + 1 < filled }

    // MARK: The one who reads and writes

    /// The load to fill next; `nil` where all are in use, or what is on its way weighs too much.
    func free() -> Load? {
        guard filled - taken < count else { return nil }
        return monitor.locked {
            guard isEmpty || weight < weightLimit else { return nil }
            if loads.count <= filled % count {
                loads.append(make())
                areMapped.append(false)
                weights.append(0)
            }
            return loads[filled % count]
        }
    }

    /// Gives the load that was filled to whoever maps.
    func fill() {
        let index = filled % count
        let known = loads[index].weight
        monitor.locked {
            areMapped[index] = false
            weights[index] = known
            weight += known
            filled += 1
            monitor.changed()
        }
    }

    /// The oldest load, when it is mapped; `nil` where it is not, or there is none.
    ///
    /// - Parameter waits: whether to wait until it is.
    func oldest(waits: Bool) -> Load? {
        guard !isEmpty else { return nil }
        return monitor.locked {
            let index = taken % count
            while waits, !areMapped[index] { monitor.wait() }
            return areMapped[index] ? loads[index] : nil
        }
    }

    /// Makes the oldest load free.
    func take() {
        let index = taken % count
        loads[index].shrink()
        monitor.locked {
            weight -= weights[index]
            taken += 1
            monitor.changed()
        }
    }

    /// Ends the work, and waits for the threads; loads that nobody began are left.
    func end(_ threads: [QueueThread]) {
        monitor.locked {
            isOver = true
            monitor.changed()
        }
        for thread in threads { thread.join() }
    }

    // MARK: Those who map

    /// Maps loads until the work ends.
    func work() {
        while let index = next(waits: true) { map(index) }
    }

    /// Maps a load that nobody began; `false` where there is none.
    func help() -> Bool {
        guard let index = next(waits: false) else { return false }
        map(index)
        return true
    }

    private func map(_ index: Int) {
        let load = monitor.locked { loads[index] }
        load.map()
        let known = load.weight
        monitor.locked {
            areMapped[index] = true
            weight += known - weights[index]
            weights[index] = known
            monitor.changed()
        }
    }

    private func next(waits: Bool) -> Int? {
        monitor.locked {
            while waits, !mayBegin, !isOver { monitor.wait() }
            guard !isOver, mayBegin else { return nil }
            begun += 1
            return (begun - 1) % count
        }
    }

    /// Whether a load is there to be begun; the oldest always may be, as all others wait for it.
    private var mayBegin: Bool {
        begun < filled && (begun == taken || weight < weightLimit)
    }
}
