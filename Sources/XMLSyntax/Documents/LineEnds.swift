/// Where the lines of an input end: with a byte, or in UTF-16 with a whole unit.
///
/// The documents of one input may be in several encodings: each stretch of it has units of its own,
/// whoever asks for a line, and in whatever pieces the input comes.
package struct LineEnds: Sendable {
    /// In the order of the input; one at least.
    private var stretches = [Stretch(start: 0, unit: .byte)]

    package init() {}

    /// Of what was read last.
    var unit: TextUnit { stretches[stretches.count - 1].unit }

    /// Goes on in other units from an offset on; what was known of what follows it is forgotten.
    package mutating func begin(at start: Int, _ unit: TextUnit) {
        while stretches.count > 1, stretches[stretches.count - 1].start >= start {
            stretches.removeLast()
        }
        let last = stretches[stretches.count - 1]
        if last.unit == unit, (start - last.start) % unit.size == 0 { return }
        stretches.append(Stretch(start: start, unit: unit))
    }

    /// Forgets the units of what stands before an offset.
    mutating func forget(before offset: Int) {
        guard stretches.count > 1 else { return }
        stretches.removeFirst(index(of: offset))
    }

    /// The stretch in which the byte at an offset lies.
    private func index(of offset: Int) -> Int {
        var low = 0
        var high = stretches.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if stretches[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Where the unit begins in which the byte at an offset lies.
    package func unitStart(of offset: Int) -> Int {
        let stretch = stretches[index(of: offset)]
        return offset - max(0, offset - stretch.start) % stretch.unit.size
    }

    /// Where the last line begins that begins behind one offset and not behind another; `nil` where
    /// none does.
    ///
    /// - Parameters:
    ///   - bytes: of the input, those between the two at least.
    ///   - offset: where they stand in it.
    ///   - before: the byte before them, with which a unit may begin.
    package func lineStart(
        behind first: Int, upTo place: Int, in bytes: UnsafeRawBufferPointer, at offset: Int,
        before: UInt8? = nil
    ) -> Int? {
        let piece = Piece(bytes: bytes, offset: offset, before: before)
        var end = place
        var index = index(of: place - 1)
        while end > first {
            let stretch = stretches[index]
            let start = max(first, stretch.start)
            if let found = stretch.lineStart(behind: start, upTo: end, in: piece) { return found }
            guard index > 0 else { return nil }
            end = stretch.start
            index -= 1
        }
        return nil
    }

    /// Bytes of the input that follow one another.
    private struct Piece {
        let bytes: UnsafeRawBufferPointer
        let offset: Int
        let before: UInt8?

        /// Whether a line ends with the two bytes before an offset, as far as they are here.
        func endsLine(before end: Int, _ unit: TextUnit) -> Bool {
            let index = end - 2 - offset
            guard let first = index < 0 ? before : bytes[index] else { return false }
            return unit.ascii(first, bytes[index + 1]) == 0x0A
        }
    }

    /// Bytes up to where the next stretch begins; a unit begins with the first of them.
    private struct Stretch {
        let start: Int
        let unit: TextUnit

        /// The same of what lies in it.
        func lineStart(behind first: Int, upTo place: Int, in piece: Piece) -> Int? {
            guard unit != .byte else {
                let bytes = piece.bytes[first - piece.offset..<place - piece.offset]
                return bytes.lastIndex(of: 0x0A).map { piece.offset + $0 + 1 }
            }
            var end = place - (place - start) % 2
            while end > first, end - 2 >= start {
                if piece.endsLine(before: end, unit) { return end }
                end -= 2
            }
            return nil
        }
    }
}
