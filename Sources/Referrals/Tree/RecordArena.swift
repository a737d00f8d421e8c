import CareModel
import XMLSyntax

/// The texts of one record, which its slots refer to: each is copied here from the input.
///
/// It serves one record after another; what it holds is valid until the next is begun.
package final class RecordArena {
    // Nobody keeps an access to one of these open: checking each would take much of the time.
    @exclusivity(unchecked) package private(set) var base: UnsafeMutablePointer<UInt8>
    @exclusivity(unchecked) package private(set) var count = 0
    @exclusivity(unchecked) private var capacity: Int
    /// Whether there was a text that no slot reaches.
    @exclusivity(unchecked) package private(set) var isOverfull = false

    /// Bytes that are readable beyond any text; whatever they are says nothing.
    private static let padding = 32
    private static let ordinaryCapacity = 1 << 16
    /// What is kept between records; a record of any length is freed behind it.
    private static let keptCapacity = 1 << 20

    package init() {
        capacity = RecordArena.ordinaryCapacity
        base = .allocate(capacity: capacity + Self.padding)
    }

    deinit { base.deallocate() }

    /// Forgets all texts.
    package func clear() {
        count = 0
        isOverfull = false
        guard capacity > Self.keptCapacity else { return }
        base.deallocate()
        capacity = RecordArena.ordinaryCapacity
        base = .allocate(capacity: capacity + Self.padding)
    }

    /// Copies a text, without blanks at either end.
    @inline(__always)
    package func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Slot {
        guard var start = bytes.baseAddress else { return .none }
        var end = start + bytes.count
        while start < end, start.pointee <= 0x20 { start += 1 }
        while start < end, (end - 1).pointee <= 0x20 { end -= 1 }
        let length = end - start
        guard length > 0 else { return .none }
        if capacity - count < length { grow(length) }
        let target = base + count
        target.update(from: start, count: length)
        let slot = slot(count, length)
        count += length
        return slot
    }

    /// Copies a text that is as `PlainText.isPlain` says; 16 bytes beyond it are readable.
    @inline(__always)
    package func add(plain bytes: UnsafeBufferPointer<UInt8>) -> Slot {
        guard let start = bytes.baseAddress else { return .none }
        let length = bytes.count
        if capacity &- count < length { grow(length) }
        guard count &+ length < Int(Slot.unusualFlag) else {
            isOverfull = true
            return .none
        }
        PlainText.copy(length, from: start, to: base + count)
        let slot = Slot(
            start: UInt32(truncatingIfNeeded: count), extent: UInt32(truncatingIfNeeded: length))
        count &+= length
        return slot
    }

    /// Copies a text with one blank for each run of white space.
    package func addWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Slot {
        let added = add(bytes)
        return added.isEmpty ? .none : collapse(added)
    }

    /// Copies a text so that it follows another, which is moved unless it was added last.
    package func addWords(
        _ bytes: UnsafeBufferPointer<UInt8>, behind before: Slot, isApart: Bool
    ) -> Slot {
        var before = before
        if before.isEmpty { return addWords(bytes) }
        if Int(before.start) + before.count != count { before = add(Array(self.bytes(before))) }
        if isApart {
            if capacity == count { grow(1) }
            base[count] = 0x20
            count += 1
        }
        let added = add(bytes)
        guard !added.isEmpty else {
            if isApart { count -= 1 }
            return before
        }
        let last = collapse(added)
        let length = count - Int(before.start)
        guard !last.isEmpty, length < Int(Slot.unusualFlag) else {
            isOverfull = true
            return before
        }
        // What came before is not looked at again: a text may be of very many pieces.
        let flag = (before.extent | last.extent) & Slot.unusualFlag
        return Slot(start: before.start, extent: UInt32(truncatingIfNeeded: length) | flag)
    }

    /// The text that was added last, with one blank for each run of white space.
    private func collapse(_ added: Slot) -> Slot {
        let start = Int(added.start)
        var isOdd = false
        var wasBlank = false
        for byte in UnsafeBufferPointer(start: base + start, count: count - start) {
            isOdd = isOdd || byte < 0x20 || (wasBlank && byte == 0x20)
            wasBlank = byte == 0x20
        }
        guard isOdd else { return added }
        var target = start
        for index in start..<count {
            let isBlank = base[index] <= 0x20
            if isBlank, base[target - 1] == 0x20 { continue }
            base[target] = isBlank ? 0x20 : base[index]
            target += 1
        }
        count = target
        return slot(start, target - start)
    }

    /// Copies text of our own.
    package func add(_ text: StaticString) -> Slot {
        add(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package func add(_ bytes: [UInt8]) -> Slot {
        bytes.withUnsafeBufferPointer { add($0) }
    }

    /// Puts a text together of others.
    package func add(_ parts: [Slot], between separator: StaticString) -> Slot {
        var joined: [UInt8] = []
        let between = UnsafeBufferPointer(
            start: separator.utf8Start, count: separator.utf8CodeUnitCount)
        for part in parts where !part.isEmpty {
            if !joined.isEmpty { joined += between }
            joined += bytes(part)
        }
        return add(joined)
    }

    /// A part of a text; both ends are within it.
    package func part(_ slot: Slot, from first: Int, count: Int) -> Slot {
        self.slot(Int(slot.start) + first, count)
    }

    /// The slot of bytes that are here, and whether they are plain.
    @inline(__always)
    private func slot(_ start: Int, _ length: Int) -> Slot {
        guard length > 0 else { return .none }
        guard start + length < Int(Slot.unusualFlag) else {
            isOverfull = true
            return .none
        }
        var isPlain = true
        for byte in UnsafeBufferPointer(start: base + start, count: length) {
            isPlain = isPlain && byte &- 0x20 < 0x5F && byte != 0x22 && byte != 0x5C
        }
        return Slot(
            start: UInt32(truncatingIfNeeded: start),
            extent: UInt32(truncatingIfNeeded: length) | (isPlain ? 0 : Slot.unusualFlag))
    }

    @inline(never)
    private func grow(_ wanted: Int) {
        let larger = max(capacity + capacity / 2, capacity + wanted)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
        // What follows is written before it is read; touching it would take memory that nobody uses.
        memory.update(from: base, count: count)
        base.deallocate()
        base = memory
        capacity = larger
    }

    // MARK: A text that is put together where it is kept

    /// The byte that was added last; 0 where there is none.
    @inline(__always)
    var lastByte: UInt8 { count > 0 ? base[count - 1] : 0 }

    @inline(__always)
    func reserve(_ more: Int) {
        if capacity &- count < more { grow(more) }
    }

    @inline(__always)
    func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    func append(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
    }

    func removeLast() { count = max(count - 1, 0) }

    /// What was added since, without blanks at either end.
    func words(from start: Int) -> Slot {
        var (first, last) = (min(start, count), count)
        while first < last, base[first] <= 0x20 { first += 1 }
        while first < last, base[last - 1] <= 0x20 { last -= 1 }
        return slot(first, last - first)
    }

    // MARK: Reading

    @inline(__always)
    package func bytes(_ slot: Slot) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + Int(slot.start), count: slot.count)
    }

    /// Whether a text is this one.
    @inline(__always)
    package func holds(_ slot: Slot, _ text: StaticString) -> Bool {
        bytes(slot).isText(text)
    }

    /// Whether a text begins with this one.
    package func begins(_ slot: Slot, _ text: StaticString) -> Bool {
        bytes(slot).starts(
            with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package func string(_ slot: Slot) -> String { String(decoding: bytes(slot), as: UTF8.self) }
}
