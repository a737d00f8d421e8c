/// Values one after another that are changed in place: nobody shares them, so that no change has to
/// look whether somebody does.
///
/// They lie in pieces, which stay where they are when more are added: of very many no second copy is
/// ever held. Values must not need to be destroyed.
struct TreeList<Element>: ~Copyable {
    private typealias Piece = UnsafeMutablePointer<Element>

    private var pieces: UnsafeMutablePointer<Piece>
    private var pieceCount = 1
    private var pieceCapacity = 4
    private(set) var count = 0

    private static var pieceBits: Int { 10 }
    private static var pieceSize: Int { 1 << pieceBits }

    init() {
        pieces = .allocate(capacity: pieceCapacity)
        pieces.initialize(to: .allocate(capacity: Self.pieceSize))
    }

    deinit {
        for index in 0..<pieceCount { pieces[index].deallocate() }
        pieces.deallocate()
    }

    var isEmpty: Bool { count == 0 }

    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        @inline(__always) get { place(index).pointee }
        @inline(__always) _modify { yield &place(index).pointee }
    }

    /// Where a value is; an index that nobody was given stands for the first.
    @inline(__always)
    private func place(_ index: Int) -> UnsafeMutablePointer<Element> {
        let known = UInt(bitPattern: index) < UInt(bitPattern: count) ? index : 0
        return pieces[known &>> Self.pieceBits] + (known & (Self.pieceSize &- 1))
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        let piece = count &>> Self.pieceBits
        if piece == pieceCount { grow() }
        (pieces[piece] + (count & (Self.pieceSize &- 1))).initialize(to: element)
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        if pieceCount == pieceCapacity {
            let more = UnsafeMutablePointer<Piece>.allocate(capacity: 2 * pieceCapacity)
            more.moveInitialize(from: pieces, count: pieceCount)
            pieces.deallocate()
            pieces = more
            pieceCapacity *= 2
        }
        (pieces + pieceCount).initialize(to: .allocate(capacity: Self.pieceSize))
        pieceCount += 1
    }

    /// Forgets all; the memory of many is given back unless it is to be kept.
    mutating func removeAll(keepingCapacity: Bool) {
        count = 0
        guard !keepingCapacity else { return }
        while pieceCount > 1 {
            pieceCount -= 1
            pieces[pieceCount].deallocate()
        }
    }
}
