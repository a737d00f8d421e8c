/// Segments of which nothing was to be said, by their bytes and what came before them: many of a file's
/// come again and again, and are not looked at twice.
///
/// Of up to 32 bytes, as longer ones hardly ever come again; a place for each hash. What is asked for
/// again stays where another of its hash comes.
struct KnownSegments: @unchecked Sendable {
    struct Place {
        /// Of the text; 0 where there is none.
        var key: UInt64 = 0
        /// The index of the step that it took.
        var step: Int32 = 0
        /// Whether it was asked for since another would have had its place.
        var isWanted = false
        /// Its bytes, and zeros after the last.
        var first = SIMD2<UInt64>.zero
        var second = SIMD2<UInt64>.zero
    }

    static var greatestCount: Int { 32 }
    private static var capacity: Int { 1024 }

    private let places: UnsafeMutablePointer<Place>
    /// As many bytes of ones as a text may have, and as many of zeros.
    private let masks: UnsafeMutablePointer<UInt8>

    init() {
        places = .allocate(capacity: KnownSegments.capacity)
        places.initialize(repeating: Place(), count: KnownSegments.capacity)
        let count = KnownSegments.greatestCount
        masks = .allocate(capacity: count * 2)
        masks.initialize(repeating: 0xFF, count: count)
        (masks + count).initialize(repeating: 0, count: count)
    }

    func deallocate() {
        places.deallocate()
        masks.deallocate()
    }

    /// Forgets all of them.
    func clear() { places.update(repeating: Place(), count: KnownSegments.capacity) }

    /// A segment as it is looked up.
    struct Text {
        let key: UInt64
        let place: UnsafeMutablePointer<Place>
        let first: SIMD2<UInt64>
        let second: SIMD2<UInt64>

        /// Whether it is the one that is known.
        @inline(__always)
        var isKnown: Bool {
            let differing = (place.pointee.first ^ first) | (place.pointee.second ^ second)
            return place.pointee.key == key && differing[0] | differing[1] == 0
        }
    }

    /// - Parameters:
    ///   - base: its first byte; 32 bytes from there on are readable.
    ///   - count: of its bytes, 1 to 32.
    ///   - row: where the ways on from the segment before begin.
    @inline(__always)
    func text(_ base: UnsafePointer<UInt8>, _ count: Int, row: Int) -> Text {
        let key = UInt64(truncatingIfNeeded: row &<< 8 &+ count)
        let bytes = UnsafeRawPointer(base)
        let mask = UnsafeRawPointer(masks) - count
        let first =
            bytes.loadUnaligned(as: SIMD2<UInt64>.self)
            & mask.loadUnaligned(fromByteOffset: 32, as: SIMD2<UInt64>.self)
        let second =
            bytes.loadUnaligned(fromByteOffset: 16, as: SIMD2<UInt64>.self)
            & mask.loadUnaligned(fromByteOffset: 48, as: SIMD2<UInt64>.self)
        let words = first ^ second
        let mixed =
            (words[0] &* 0xD6E8_FEB8_6659_FD93 &+ words[1] &+ key) &* 0x9E37_79B9_7F4A_7C15
        return Text(
            key: key, place: places + Int(truncatingIfNeeded: mixed &>> 54), first: first,
            second: second)
    }

    /// Keeps a segment of which nothing is to be said, unless one that is asked for again has its place.
    @inline(__always)
    func keep(_ text: Text, step: Int32) {
        guard !text.place.pointee.isWanted else {
            text.place.pointee.isWanted = false
            return
        }
        text.place.pointee = Place(
            key: text.key, step: step, isWanted: false, first: text.first, second: text.second)
    }
}
