import CareModel
import XMLSyntax

/// Owns the texts of resources, to which slots of records refer.
final class FHIRTexts {
    // Nobody keeps an access to one of these open: checking each would take a tenth of the time.
    @exclusivity(unchecked) private(set) var bytes: UnsafeMutablePointer<UInt8>
    @exclusivity(unchecked) private(set) var count = 0
    @exclusivity(unchecked) private var capacity: Int

    /// Bytes that are readable beyond any text.
    private static let padding = 32

    init(capacity: Int = 1 << 14) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    deinit { bytes.deallocate() }

    /// Forgets everything after the first bytes.
    func truncate(to count: Int) { self.count = min(count, self.count) }

    @inline(__always)
    func bytes(_ slot: Slot) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + Int(slot.start), count: slot.count)
    }

    /// Copies a text without the blanks around it; the slot of an empty one is empty.
    @inline(__always)
    func add(_ text: UnsafeBufferPointer<UInt8>) -> Slot {
        var text = text[...]
        while let first = text.first, first <= 0x20 { text = text.dropFirst() }
        while let last = text.last, last <= 0x20 { text = text.dropLast() }
        guard !text.isEmpty else { return .none }
        let start = count
        append(UnsafeBufferPointer(rebasing: text))
        return slot(from: start)
    }

    /// Copies a text that is as `PlainText.isPlain` says; 16 bytes beyond it are readable.
    @inline(__always)
    func add(plain text: UnsafeBufferPointer<UInt8>) -> Slot {
        guard let source = text.baseAddress else { return .none }
        if capacity &- count < text.count { grow(text.count) }
        PlainText.copy(text.count, from: source, to: bytes + count)
        let slot = Slot(
            start: UInt32(truncatingIfNeeded: count),
            extent: UInt32(truncatingIfNeeded: text.count))
        count &+= text.count
        return slot
    }

    func add(_ text: StaticString) -> Slot {
        add(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds bytes to the text that goes on at the end.
    @inline(__always)
    func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        if capacity - count < text.count { grow(text.count) }
        (bytes + count).update(from: start, count: text.count)
        count += text.count
    }

    /// Adds bytes that lie here already.
    func append(_ slot: Slot) {
        if capacity - count < slot.count { grow(slot.count) }
        (bytes + count).update(from: bytes + Int(slot.start), count: slot.count)
        count += slot.count
    }

    func append(_ byte: UInt8) {
        if capacity == count { grow(1) }
        bytes[count] = byte
        count += 1
    }

    /// The text from there to the end.
    @inline(__always)
    func slot(from start: Int) -> Slot {
        guard count > start else { return .none }
        return Slot(
            start: UInt32(truncatingIfNeeded: start),
            extent: UInt32(truncatingIfNeeded: count - start) | flag(from: start))
    }

    /// What marks text that JSON has to look at.
    @inline(__always)
    private func flag(from start: Int) -> UInt32 {
        var isUnusual = false
        for index in start..<count {
            let byte = bytes[index]
            isUnusual = isUnusual || byte &- 0x20 > 0x5E || byte == 0x22 || byte == 0x5C
        }
        return isUnusual ? Slot.unusualFlag : 0
    }

    /// Copies a text of others, as it is.
    func copy(_ slot: Slot, of texts: FHIRTexts) -> Slot {
        guard !slot.isEmpty else { return .none }
        let start = UInt32(truncatingIfNeeded: count)
        append(texts.bytes(slot))
        return Slot(start: start, extent: slot.extent)
    }

    /// Takes the place of others, whose memory is kept for them.
    func replace(with texts: FHIRTexts) {
        swap(&bytes, &texts.bytes)
        swap(&count, &texts.count)
        swap(&capacity, &texts.capacity)
    }

    @inline(never)
    private func grow(_ more: Int) {
        let larger = max(capacity * 2, capacity + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
        grown.update(from: bytes, count: count)
        (grown + count).initialize(repeating: 0, count: larger + Self.padding - count)
        bytes.deallocate()
        bytes = grown
        capacity = larger
    }

    /// A number that equal texts have in common.
    @inline(__always)
    func hash(_ slot: Slot) -> UInt64 {
        // Eight bytes at a time, folded; what is readable beyond the text does not count.
        let text = UnsafeRawPointer(bytes + Int(slot.start))
        var hash = UInt64(truncatingIfNeeded: slot.count) ^ 0xCBF2_9CE4_8422_2325
        var offset = 0
        while offset < slot.count {
            var word = UInt64(
                littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let rest = slot.count &- offset
            if rest < 8 { word &= UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- rest &* 8) }
            let (high, low) = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = high ^ low
            offset &+= 8
        }
        return hash
    }

    /// Whether two texts are the same.
    func isEqual(_ left: Slot, _ right: Slot) -> Bool {
        bytes(left).isSame(as: bytes(right))
    }

    func isEqual(_ slot: Slot, _ text: StaticString) -> Bool {
        bytes(slot).isText(text)
    }
}
