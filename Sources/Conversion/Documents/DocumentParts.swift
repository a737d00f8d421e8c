/// Reads an input of documents in parts that may be read beside each other.
struct DocumentParts: ~Copyable {
    /// A part, with where it begins.
    struct Part {
        let bytes: [UInt8]
        let position: Position
        let isEnd: Bool
    }

    enum Position {
        case beginning
        /// If the bytes before it are what they seem.
        case start(DocumentStart)
        /// Inside what the part before it did not end.
        case inside
    }

    private var source: InputSource
    private var cutter = DocumentCutter()
    /// What was read and is not in a part yet.
    private var rest: [UInt8] = []
    private var isAtEnd = false
    private var isFirst = true
    private var isLong = false
    /// Whether the last part was given.
    private(set) var isOver = false

    private let ordinarySize: Int

    /// - Parameter size: bytes that a part has, where it can be ended there; eight times as many are
    ///   looked through for an end.
    init(_ source: consuming InputSource, size: Int = DocumentParts.ordinarySize) {
        self.source = source
        ordinarySize = max(1, size)
    }

    static let ordinarySize = 512 << 10
    private static let firstSize = 66 << 10

    /// The next part; `nil` when there is none.
    mutating func next() -> Part? {
        guard !isOver else { return nil }
        let position: Position
        if isFirst {
            position = .beginning
        } else {
            position = cutter.start.map { .start($0) } ?? .inside
        }
        isFirst = false
        var size = ordinarySize
        while true {
            read(upTo: size)
            if isAtEnd {
                isOver = true
                return Part(bytes: take(rest.count), position: position, isEnd: true)
            }
            if let count = rest.withUnsafeBufferPointer({ cutter.cut($0) }) {
                return Part(bytes: take(count), position: position, isEnd: false)
            }
            if size >= 8 * ordinarySize {
                rest.withUnsafeBufferPointer { cutter.pass($0) }
                return Part(bytes: take(rest.count), position: position, isEnd: false)
            }
            size *= 2
        }
    }

    private mutating func read(upTo size: Int) {
        while rest.count < size, !isAtEnd {
            let known = rest
            // Most inputs are short: of one that is not yet known to be long, room is made as it is
            // needed.
            let wanted =
                isLong ? size : min(size, max(DocumentParts.firstSize, 4 * known.count))
            rest = Array(unsafeUninitializedCapacity: wanted) { bytes, count in
                let raw = UnsafeMutableRawBufferPointer(bytes)
                raw.copyBytes(from: known)
                count = known.count
                while count < wanted, !isAtEnd {
                    let room = UnsafeMutableRawBufferPointer(rebasing: raw[count...])
                    let more = source.read(into: room)
                    isAtEnd = more == 0
                    count += more
                }
            }
        }
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        isLong = true
        let end = Array(rest[count...])
        var part = rest
        rest = end
        part.removeLast(part.count - count)
        return part
    }
}
