/// Fills the slots of one record after another; its memory serves them all.
///
/// Slots refer to bytes that somebody else keeps: the record's, in the block of the input.
@frozen
public struct RecordBuilder: @unchecked Sendable {
    @usableFromInline let memory: SlotMemory
    /// The slots so far; 0 is nobody's, so that 0 means "none".
    public var slots: UnsafeMutablePointer<Slot>
    @usableFromInline var count = 1
    @usableFromInline var capacity: Int
    /// The record's first byte; 32 bytes beyond its last are readable.
    public var bytes: UnsafePointer<UInt8>
    /// Values that no field holds.
    public var other: [OtherValue] = []

    public init() {
        memory = SlotMemory()
        slots = memory.base
        capacity = memory.capacity
        bytes = UnsafePointer(UnsafeRawPointer(memory.base).assumingMemoryBound(to: UInt8.self))
    }

    /// Begins a record whose first byte is at `bytes`; forgets the one before.
    @inlinable @inline(__always)
    public mutating func start(_ bytes: UnsafePointer<UInt8>) {
        self.bytes = bytes
        count = 1
        if !other.isEmpty { other = [] }
    }

    /// Adds an object with nothing in it; the index of its slots.
    @inlinable @inline(__always)
    public mutating func add<Fields: RecordFields>(_ fields: Fields.Type) -> Int {
        let wanted = Fields.slotCount
        let object = count
        count &+= wanted
        if count > capacity { grow() }
        (slots + object).update(repeating: .none, count: wanted)
        return object
    }

    /// Adds so many slots with nothing in them, of objects whose places are known beforehand; the
    /// index of the first.
    @inlinable @inline(__always)
    public mutating func add(slotCount: Int) -> Int {
        let first = count
        count &+= slotCount
        if count &+ 4 > capacity { grow() }
        // Four at a time; what is written beyond the last is written over.
        let place = UnsafeMutableRawPointer(slots + first)
        var offset = 0
        repeat {
            place.storeBytes(of: .zero, toByteOffset: offset, as: SIMD2<UInt64>.self)
            place.storeBytes(of: .zero, toByteOffset: offset &+ 16, as: SIMD2<UInt64>.self)
            offset &+= 32
        } while offset < slotCount &* 8
        return first
    }

    /// The record's bytes stand elsewhere from now on, at the same offsets.
    @inlinable @inline(__always)
    public mutating func move(to bytes: UnsafePointer<UInt8>) { self.bytes = bytes }

    @usableFromInline @inline(never)
    mutating func grow() {
        memory.grow(keeping: capacity, atLeast: count + 4)
        slots = memory.base
        capacity = memory.capacity
    }

    // MARK: Fields

    @inlinable @inline(__always)
    public func slot<Fields: RecordFields>(_ object: Int, _ field: Fields) -> Slot {
        slots[object &+ 1 &+ field.ordinal]
    }

    @inlinable @inline(__always)
    public mutating func set<Fields: RecordFields>(_ object: Int, _ field: Fields, _ slot: Slot) {
        slots[object &+ 1 &+ field.ordinal] = slot
    }

    /// Puts a number that was counted into a field.
    @inlinable @inline(__always)
    public mutating func set<Fields: RecordFields>(_ object: Int, _ field: Fields, number: Int) {
        set(object, field, Slot(start: UInt32(truncatingIfNeeded: number), extent: 1))
    }

    /// Makes an object the value of a field.
    @inlinable @inline(__always)
    public mutating func set<Fields: RecordFields>(
        _ object: Int, _ field: Fields, object inner: Int
    ) {
        let index = UInt32(truncatingIfNeeded: inner)
        set(object, field, Slot(start: index, extent: index))
    }

    /// The object in a field; 0 where there is none.
    @inlinable @inline(__always)
    public func object<Fields: RecordFields>(_ object: Int, _ field: Fields) -> Int {
        Int(slot(object, field).start)
    }

    /// Adds an object at the end of a field's list.
    @inlinable @inline(__always)
    public mutating func append<Fields: RecordFields>(_ inner: Int, to object: Int, _ field: Fields)
    {
        append(inner, to: object &+ 1 &+ field.ordinal)
    }

    /// The same by the index of the field's slot.
    @inlinable @inline(__always)
    public mutating func append(_ inner: Int, to place: Int) {
        let index = UInt32(truncatingIfNeeded: inner)
        if slots[place].isEmpty {
            slots[place] = Slot(start: index, extent: index)
        } else {
            slots[Int(slots[place].extent)].start = index
            slots[place].extent = index
        }
    }

    /// The record, to read; valid until the next one begins.
    @inlinable @inline(__always)
    public func record<Fields: RecordFields>(
        _ object: Int, as fields: Fields.Type
    ) -> RecordObject<Fields> {
        RecordObject(bytes: bytes, slots: slots, index: object)
    }
}

/// The memory of a builder's slots.
///
/// It moves when it grows. Where it is being debugged it does so again and again while it is small,
/// and leaves nothing behind, so that whoever holds on to its old place is found.
@usableFromInline
final class SlotMemory {
    #if DEBUG
        private static let least = 16
        private static func step(_ capacity: Int) -> Int { capacity < 4096 ? 8 : capacity }
    #else
        private static let least = 1024
        private static func step(_ capacity: Int) -> Int { capacity }
    #endif

    @usableFromInline private(set) var base: UnsafeMutablePointer<Slot>
    @usableFromInline private(set) var capacity = SlotMemory.least

    @usableFromInline
    init() {
        base = .allocate(capacity: capacity)
        base.initialize(repeating: .none, count: capacity)
    }

    deinit { base.deallocate() }

    @usableFromInline
    func grow(keeping kept: Int, atLeast wanted: Int) {
        let larger = max(capacity + SlotMemory.step(capacity), wanted)
        let grown = UnsafeMutablePointer<Slot>.allocate(capacity: larger)
        grown.update(from: base, count: kept)
        (grown + kept).initialize(repeating: .none, count: larger - kept)
        #if DEBUG
            base.update(repeating: Slot(start: .max, extent: .max), count: capacity)
        #endif
        base.deallocate()
        base = grown
        capacity = larger
    }
}
