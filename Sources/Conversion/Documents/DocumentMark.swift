#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A tag that is looked for in bytes: by two of its own at once, of 32 places in one step.
struct DocumentMark {
    let bytes: [UInt8]
    // Indices of those of them that few bytes are like.
    private let first: Int
    private let second: Int

    private typealias Vector = SIMD4<UInt64>
    private static let places = 32

    /// - Parameter sample: some of the bytes in which it is looked for.
    init(_ bytes: [UInt8], among sample: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var counts = [Int](repeating: 0, count: 256)
        for byte in sample.prefix(2048) { counts[Int(byte)] += 1 }
        let rarest = bytes.indices.sorted { counts[Int(bytes[$0])] < counts[Int(bytes[$1])] }
        first = rarest.first ?? 0
        second = rarest.dropFirst().first ?? first
    }

    /// How often it comes from a place on, and where last.
    func places(
        in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> (count: Int, last: Int?) {
        guard let base = text.baseAddress, !bytes.isEmpty else { return (0, nil) }
        let end = text.count - bytes.count + 1
        var found = (count: 0, last: Int?.none)
        var place = start
        while place < end {
            let next = min(place + Self.places, end)
            if next - place < Self.places || isLikely(UnsafeRawPointer(base + place)) {
                look(base, place..<next, &found)
            }
            place = next
        }
        return found
    }

    /// Whether both bytes stand as they do in the tag at one of the places, or nearly.
    @inline(__always)
    private func isLikely(_ place: UnsafeRawPointer) -> Bool {
        let low = Vector(repeating: 0x0101_0101_0101_0101)
        let one = place.loadUnaligned(fromByteOffset: first, as: Vector.self)
        let other = place.loadUnaligned(fromByteOffset: second, as: Vector.self)
        let difference =
            (one ^ (low &* Vector(repeating: UInt64(bytes[first]))))
            | (other ^ (low &* Vector(repeating: UInt64(bytes[second]))))
        // The highest bit of a byte is set where it is 0.
        let zero = (difference &- low) & ~difference & (low &<< 7)
        return zero[0] | zero[1] | zero[2] | zero[3] != 0
    }

    private func look(
        _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ found: inout (count: Int, last: Int?)
    ) {
        for place in range where base[place + first] == bytes[first] {
            guard memcmp(base + place, bytes, bytes.count) == 0 else { continue }
            found.count += 1
            found.last = place
        }
    }
}
