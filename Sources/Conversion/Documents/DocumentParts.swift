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
            // Most documents are short: room is made as it is needed.
            let known = rest.count
            let wanted = min(size, max(DocumentParts.firstSize, 4 * known))
            rest.append(contentsOf: repeatElement(0, count: wanted - known))
            var count = known
            rest.withUnsafeMutableBytes { raw in
                while count < wanted, !isAtEnd {
                    let room = UnsafeMutableRawBufferPointer(rebasing: raw[count...])
                    let more = source.read(into: room)
                    isAtEnd = more == 0
                    count += more
                }
            }
            rest.removeLast(wanted - count)
        }
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        let end = Array(rest[count...])
        var part = rest
        rest = end
        part.removeLast(part.count - count)
        return part
    }
}
