#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A tag that is looked for in bytes: by two of its own at once, at 32 places in one step.
struct DocumentMark {
    let bytes: [UInt8]
    // Indices of those of them that few bytes are like.
    private let first: Int
    private let second: Int

    private typealias Vector = SIMD16<UInt8>
    private static let step = 32

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
        let one = Vector(repeating: bytes[first])
        let other = Vector(repeating: bytes[second])
        var found = (count: 0, last: Int?.none)
        var place = max(0, start)
        while place <= end &- Self.step {
            let here = UnsafeRawPointer(base + place)
            if Self.agree(here + first, one, here + second, other) {
                look(base, place..<place &+ Self.step, &found)
            }
            place &+= Self.step
        }
        if place < end { look(base, place..<end, &found) }
        return found
    }

    /// Whether at one of the places both bytes are as in the tag.
    @inline(__always)
    private static func agree(
        _ first: UnsafeRawPointer, _ one: Vector, _ second: UnsafeRawPointer, _ other: Vector
    ) -> Bool {
        @inline(__always)
        func places(from offset: Int) -> SIMD2<UInt64> {
            let left = first.loadUnaligned(fromByteOffset: offset, as: Vector.self) .== one
            let right = second.loadUnaligned(fromByteOffset: offset, as: Vector.self) .== other
            return unsafeBitCast(left .& right, to: SIMD2<UInt64>.self)
        }
        let all = places(from: 0) | places(from: 16)
        return all[0] | all[1] != 0
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
