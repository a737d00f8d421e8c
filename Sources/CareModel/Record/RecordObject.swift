/// An object of a record where it was read: values are made when they are asked for.
///
/// Valid only while the record's bytes and slots stay where they are.
@frozen
public struct RecordObject<Fields: RecordFields> {
    public let bytes: UnsafePointer<UInt8>
    public let slots: UnsafePointer<Slot>
    /// Of its own first slot, which holds the index of the object after it in a list.
    public let index: Int

    @inlinable @inline(__always)
    public init(bytes: UnsafePointer<UInt8>, slots: UnsafePointer<Slot>, index: Int) {
        self.bytes = bytes
        self.slots = slots
        self.index = index
    }

    @inlinable @inline(__always)
    public func slot(_ field: Fields) -> Slot { slots[index &+ 1 &+ field.ordinal] }

    /// Whether something was sent for a field.
    @inlinable @inline(__always)
    public func has(_ field: Fields) -> Bool { !slot(field).isEmpty }

    /// The bytes of a text.
    @inlinable @inline(__always)
    public func bytes(_ field: Fields) -> UnsafeBufferPointer<UInt8> {
        let slot = slot(field)
        return UnsafeBufferPointer(start: bytes + Int(slot.start), count: slot.count)
    }

    /// A text of up to eight bytes as a number; 0 where it is empty, all ones where it is longer.
    @inlinable @inline(__always)
    public func key(_ field: Fields) -> UInt64 {
        let slot = slot(field)
        guard !slot.isEmpty else { return 0 }
        return Text.key(bytes + Int(slot.start), slot.count)
    }

    public func text(_ field: Fields) -> Text? { has(field) ? Text(bytes(field)) : nil }

    public func flag(_ field: Fields) -> Bool? {
        has(field) ? bytes[Int(slot(field).start)] == 0x59 : nil
    }

    /// A code with our label.
    public func code(_ field: Fields) -> Code? {
        guard let text = text(field) else { return nil }
        return field.definition.system.map { $0(text) } ?? Code(text)
    }

    public func date(_ field: Fields) -> Sent<CalendarDate>? {
        guard has(field) else { return nil }
        if let day = CalendarDate(bytes(field)) { return .valid(day) }
        return text(field).map { .raw($0) }
    }

    /// A number that was counted; `nil` where none was.
    public func number(_ field: Fields) -> Int? {
        has(field) ? Int(slot(field).start) : nil
    }

    /// A date as a number CCYYMMDD; 0 where it is none.
    @inlinable @inline(__always)
    public func day(_ field: Fields) -> Int32 {
        let slot = slot(field)
        guard slot.count == 8 else { return 0 }
        return CalendarDate.number(bytes + Int(slot.start))
    }

    public func money(_ field: Fields) -> Sent<Money>? {
        guard has(field) else { return nil }
        if let money = Money(bytes(field)) { return .valid(money) }
        return text(field).map { .raw($0) }
    }

    // MARK: Objects

    /// The object in a field.
    @inlinable @inline(__always)
    public func object<Inner: RecordFields>(
        _ field: Fields, _ inner: Inner.Type
    ) -> RecordObject<Inner>? {
        let slot = slot(field)
        guard !slot.isEmpty else { return nil }
        return RecordObject<Inner>(bytes: bytes, slots: slots, index: Int(slot.start))
    }

    /// The objects of a field, in the order sent.
    @inlinable @inline(__always)
    public func objects<Inner: RecordFields>(
        _ field: Fields, _ inner: Inner.Type
    ) -> RecordList<Inner> {
        RecordList(bytes: bytes, slots: slots, next: Int(slot(field).start))
    }

    func texts(_ field: Fields) -> [Text] {
        objects(field, TextFields.self).compactMap { $0.text(.value) }
    }

    func codes(_ field: Fields) -> [Code] {
        let system = field.definition.system
        return texts(field).map { text in system.map { $0(text) } ?? Code(text) }
    }
}

extension RecordObject<PeriodFields> {
    /// Whether both days are known and the end comes before the begin.
    @inlinable @inline(__always)
    public var isReversed: Bool {
        // Digits of days are in the order of the days: few are looked at any longer.
        guard word(.end) < word(.begin) else { return false }
        let end = day(.end)
        return end > 0 && end < day(.begin)
    }

    /// The first eight bytes of a text in the order of bytes; 0 where it is shorter or longer.
    @inlinable @inline(__always)
    func word(_ field: PeriodFields) -> UInt64 {
        let slot = slot(field)
        guard slot.count == 8 else { return 0 }
        return UInt64(
            bigEndian: UnsafeRawPointer(bytes + Int(slot.start)).loadUnaligned(as: UInt64.self))
    }
}

/// The objects of a list, one after another.
@frozen
public struct RecordList<Fields: RecordFields>: Sequence, IteratorProtocol {
    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let slots: UnsafePointer<Slot>
    @usableFromInline var nextIndex: Int

    @inlinable @inline(__always)
    init(bytes: UnsafePointer<UInt8>, slots: UnsafePointer<Slot>, next: Int) {
        self.bytes = bytes
        self.slots = slots
        nextIndex = next
    }

    @inlinable @inline(__always)
    public mutating func next() -> RecordObject<Fields>? {
        guard nextIndex > 0 else { return nil }
        let object = RecordObject<Fields>(bytes: bytes, slots: slots, index: nextIndex)
        nextIndex = Int(slots[nextIndex].start)
        return object
    }
}
