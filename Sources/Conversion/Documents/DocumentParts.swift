import Referrals

/// Reads an input of documents in parts that may be read beside each other.
struct DocumentParts: ~Copyable {
    /// A part, with where it begins.
    struct Part {
        let bytes: PartBytes
        let position: Position
        let isEnd: Bool
    }

    enum Position {
        case beginning
        /// If the bytes before it are what they seem.
        case start(ReferralSeam)
        /// Inside what the part before it did not end.
        case inside

        fileprivate var isInside: Bool { if case .inside = self { true } else { false } }
    }

    private var source: InputSource
    private var cutter = DocumentCutter()
    private let stock: DocumentStock
    /// What was read and is not in a part yet.
    private var rest: PartBytes
    private var isAtEnd = false
    private var isFirst = true
    /// Whether the last part was given.
    private(set) var isOver = false

    private let ordinarySize: Int

    /// - Parameter size: bytes that a part has, where it can be ended there; sixteen times as many
    ///   are looked through for an end. Parts of what is longer have this size again: they are read
    ///   one after the other, so that nothing is gained by holding many of them.
    init(
        _ source: consuming InputSource, size: Int = DocumentParts.ordinarySize,
        stock: DocumentStock
    ) {
        self.source = source
        self.stock = stock
        rest = stock.part()
        ordinarySize = max(1, size)
    }

    /// A part, and what is made of it, stay in the processor's memory until it is written.
    static let ordinarySize = 256 << 10

    /// The next part; `nil` when there is none.
    mutating func next() -> Part? {
        guard !isOver else { return nil }
        let position: Position
        if isFirst {
            position = .beginning
        } else {
            position = cutter.start.map { .start($0) } ?? .inside
        }
        var size = ordinarySize
        while true {
            if !isAtEnd {
                isAtEnd = rest.fill(upTo: size, from: &source, isLong: !isFirst)
            }
            if isAtEnd {
                isOver = true
                return Part(bytes: rest, position: position, isEnd: true)
            }
            let bytes = rest.bytes.assumingMemoryBound(to: UInt8.self)
            if let count = cutter.cut(bytes) { return take(count, position) }
            if size >= 16 * ordinarySize || position.isInside {
                cutter.pass(bytes)
                return take(bytes.count, position)
            }
            size *= 2
        }
    }

    private mutating func take(_ count: Int, _ position: Position) -> Part {
        isFirst = false
        let part = rest
        rest = stock.part()
        part.hand(from: count, to: rest)
        return Part(bytes: part, position: position, isEnd: false)
    }
}
