/// Numbers from 0 by sums of what they stand for, in a hash table.
struct SumTable {
    private var sums: [UInt64] = []
    /// Indices of sums, each at the first free place from that of its sum on; -1 for none.
    private var places = [Int32](repeating: -1, count: 256)

    /// The number of that sum which stands for the same.
    func find(_ sum: UInt64, where isSame: (Int) -> Bool) -> Int? {
        var place = start(sum)
        while places[place] >= 0 {
            let index = Int(places[place])
            if sums[index] == sum, isSame(index) { return index }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// Gives it the next number.
    mutating func add(_ sum: UInt64) {
        sums.append(sum)
        if sums.count * 2 > places.count {
            places = [Int32](repeating: -1, count: places.count * 2)
            for index in sums.indices { put(index) }
        } else {
            put(sums.count - 1)
        }
    }

    private mutating func put(_ index: Int) {
        var place = start(sums[index])
        while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
        places[place] = Int32(truncatingIfNeeded: index)
    }

    private func start(_ sum: UInt64) -> Int {
        Int(truncatingIfNeeded: sum &>> 40) & (places.count - 1)
    }
}
