/// Words read from one literal in which they stand between commas; white space around them is
/// ignored.
struct WordList: Sendable {
    private let text: StaticString
    private let starts: [UInt32]
    private let ends: [UInt32]

    init(_ text: StaticString) {
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        for word in bytes.indices.split(whereSeparator: { bytes[$0] == UInt8(ascii: ",") }) {
            let letters = word.filter { bytes[$0] > UInt8(ascii: " ") }
            guard let first = letters.first, let last = letters.last else { continue }
            starts.append(UInt32(first))
            ends.append(UInt32(last + 1))
        }
        self.text = text
        self.starts = starts
        self.ends = ends
    }

    var count: Int { starts.count }

    /// The bytes of a word; they live as long as the program.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts[index])
        return UnsafeBufferPointer(start: text.utf8Start + start, count: Int(ends[index]) - start)
    }
}
