/// Writes segments into one reused buffer and counts them.
///
/// Empty elements are only remembered, so a segment never ends with separators. Every write checks
/// the room that is left, and the buffer grows when a caller takes its chunks too late.
struct SegmentWriter: ~Copyable {
    let delimiters: FileDelimiters
    private let lineEnding: LineEnding
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var emptyElements = 0
    /// Bytes in the buffer.
    private(set) var byteCount = 0
    /// Segments written since the writer was made.
    private(set) var segmentCount = 0

    init(delimiters: FileDelimiters, lineEnding: LineEnding, capacity: Int) {
        self.delimiters = delimiters
        self.lineEnding = lineEnding
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit {
        base.deallocate()
    }

    // MARK: Segments and elements

    mutating func begin(_ identifier: StaticString) {
        append(identifier)
    }

    /// Writes the terminator; a blank segment is not counted.
    mutating func end(isCounted: Bool = true) {
        emptyElements = 0
        append(delimiters.segment)
        switch lineEnding {
        case .none: break
        case .lineFeed: append(0x0A)
        case .carriageReturnLineFeed:
            append(0x0D)
            append(0x0A)
        }
        if isCounted { segmentCount += 1 }
    }

    /// Starts an element whose bytes the caller appends; at least one must follow.
    mutating func openElement() {
        while emptyElements > 0 {
            append(delimiters.element)
            emptyElements -= 1
        }
        append(delimiters.element)
    }

    mutating func skip(_ count: Int = 1) {
        emptyElements += count
    }

    mutating func element(_ text: StaticString) {
        openElement()
        append(text)
    }

    mutating func element(_ text: UnsafeBufferPointer<UInt8>) {
        openElement()
        append(text)
    }

    mutating func element(_ number: Int, digits: Int = 1) {
        openElement()
        appendNumber(number, digits: digits)
    }

    mutating func element(_ day: Day) {
        openElement()
        append(day)
    }

    // MARK: Bytes

    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[byteCount] = byte
        byteCount += 1
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        reserve(text.count)
        (base + byteCount).update(from: start, count: text.count)
        byteCount += text.count
    }

    /// A number that is not negative, with leading zeros up to `digits`.
    mutating func appendNumber(_ number: Int, digits: Int = 1) {
        var length = 1
        var bound = 10
        while length < 18 && (length < digits || bound <= number) {
            length += 1
            bound &*= 10
        }
        reserve(length)
        var rest = UInt(bitPattern: number)
        var offset = byteCount + length
        while offset > byteCount {
            offset -= 1
            base[offset] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        byteCount += length
    }

    /// The eight digits of a day.
    mutating func append(_ day: Day) {
        guard day != .open else { return append("22991231") }
        let (year, month, date) = day.civil
        appendNumber(year * 10_000 + month * 100 + date, digits: 8)
    }

    // MARK: The buffer

    /// The buffer's content, which is gone from the writer afterwards.
    mutating func take() -> [UInt8] {
        defer { byteCount = 0 }
        return Array(UnsafeBufferPointer(start: base, count: byteCount))
    }

    /// The bytes written since the buffer held `offset` bytes.
    func bytes(from offset: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + offset, count: byteCount - offset)
    }

    /// Takes back the bytes behind `offset` and the last `segments` segments.
    mutating func rewind(to offset: Int, segments: Int) {
        byteCount = offset
        segmentCount -= segments
    }

    private mutating func reserve(_ count: Int) {
        if capacity - byteCount < count { grow(count) }
    }

    @inline(never)
    private mutating func grow(_ count: Int) {
        let larger = max(capacity * 2, byteCount + count)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        grown.update(from: base, count: byteCount)
        base.deallocate()
        base = grown
        capacity = larger
    }
}
