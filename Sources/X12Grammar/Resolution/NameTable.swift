/// Values by short names.
///
/// A hash table of numbers, which a start of the program has ready much sooner than a dictionary:
/// for one the runtime looks among all conformances that there are for that of its key.
struct NameTable<Value: Sendable>: Sendable {
    private var names: [NameKey] = []
    private var values: [Value] = []
    /// Indices of names, each at the first free place from that of its name on; -1 for none.
    private var places = [Int32](repeating: -1, count: 64)

    subscript(name: NameKey) -> Value? {
        let index = Int(places[place(of: name)])
        return index < 0 ? nil : values[index]
    }

    /// Adds a value, or replaces the one of that name; whether there was one.
    mutating func update(_ name: NameKey, _ value: Value) -> Bool {
        let place = place(of: name)
        let index = Int(places[place])
        if index >= 0 {
            values[index] = value
            return true
        }
        places[place] = Int32(truncatingIfNeeded: names.count)
        names.append(name)
        values.append(value)
        if names.count * 2 > places.count { grow() }
        return false
    }

    private mutating func grow() {
        places = [Int32](repeating: -1, count: places.count * 2)
        for (index, name) in names.enumerated() {
            places[place(of: name)] = Int32(truncatingIfNeeded: index)
        }
    }

    /// Where the name is, or is to be; there are free places always.
    private func place(of name: NameKey) -> Int {
        let mask = places.count - 1
        let mixed = (name.number &* 0x9E37_79B9_7F4A_7C15) &>> 40
        var place = Int(truncatingIfNeeded: mixed) & mask
        while places[place] >= 0, names[Int(places[place])] != name { place = (place + 1) & mask }
        return place
    }
}
