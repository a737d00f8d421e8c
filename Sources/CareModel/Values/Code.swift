/// A code as sent, with our own short label where we know one.
public struct Code: Sendable, Hashable {
    public let value: Text
    public let label: StaticString?

    public init(_ value: Text, label: StaticString? = nil) {
        self.value = value
        self.label = label
    }

    public static func == (left: Code, right: Code) -> Bool { left.value == right.value }

    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// The codes of one element and what we call them.
///
/// There is a fixed number of them, made once; their tables stay in memory.
public struct CodeSystem: @unchecked Sendable {
    /// A hash table of codes as `Text.key` makes numbers of them; 0 where there is none.
    package let keys: UnsafePointer<UInt64>
    /// The labels at the same places.
    package let labels: UnsafePointer<StaticString>
    /// One less than the number of places, a power of two.
    package let mask: Int

    /// Codes of up to 8 bytes; a later entry never replaces an earlier one.
    init(_ entries: KeyValuePairs<StaticString, StaticString>) {
        var capacity = 4
        while capacity < entries.count * 2 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var labels = [StaticString](repeating: "", count: capacity)
        for (code, label) in entries {
            let key = Text.load(code.utf8Start, min(code.utf8CodeUnitCount, 8)).0
            var slot = CodeSystem.slot(key, capacity - 1)
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (capacity - 1) }
            guard keys[slot] == 0 else { continue }
            keys[slot] = key
            labels[slot] = label
        }
        let keyTable = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        keyTable.initialize(from: keys, count: capacity)
        let labelTable = UnsafeMutablePointer<StaticString>.allocate(capacity: capacity)
        labelTable.initialize(from: labels, count: capacity)
        self.keys = UnsafePointer(keyTable)
        self.labels = UnsafePointer(labelTable)
        mask = capacity - 1
    }

    /// Where the search for a code begins; it goes on at the next place.
    @inlinable @inline(__always)
    public static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    }

    /// Our label for a code; `nil` where we know none.
    public func label(of code: Text) -> StaticString? {
        guard let key = code.key else { return nil }
        var slot = CodeSystem.slot(key, mask)
        while keys[slot] != 0 {
            if keys[slot] == key { return labels[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The code with its label.
    public func callAsFunction(_ code: Text) -> Code { Code(code, label: label(of: code)) }
}
