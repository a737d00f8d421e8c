/// How many cells the rows of a text have where one byte parts them.
struct DelimiterTrial {
    let delimiter: UInt8
    /// Of each row that is not empty, the first ones.
    private(set) var counts: [Int] = []
    private var cells = 1
    /// Where the row and the cell begin that are being read.
    private var rowStart = 0
    private var cellStart = 0
    private var isQuoted = false

    private static let rowLimit = 200

    private init(_ delimiter: UInt8) { self.delimiter = delimiter }

    /// Tries some delimiters, all in one pass: most bytes mean nothing to any of them.
    ///
    /// - Parameter isWhole: whether these are all bytes of the input.
    static func trials(
        of delimiters: [UInt8], in text: UnsafeBufferPointer<UInt8>, quote: UInt8, rowEnd: UInt8,
        isWhole: Bool
    ) -> [DelimiterTrial] {
        var trials = delimiters.map { DelimiterTrial($0) }
        // One more than the number of the delimiter; 0 for most bytes.
        var kinds = [UInt8](repeating: 0, count: 256)
        for (number, delimiter) in delimiters.enumerated() {
            kinds[Int(delimiter)] = UInt8(truncatingIfNeeded: number + 1)
        }
        let (endKind, quoteKind) = (UInt8(254), UInt8(255))
        kinds[Int(rowEnd)] = endKind
        kinds[Int(quote)] = quoteKind
        kinds.withUnsafeBufferPointer { kinds in
            for index in text.indices {
                let kind = kinds[Int(text[index])]
                if kind == 0 { continue }
                if kind == quoteKind {
                    let end = Self.lastVisible(text, before: index)
                    for number in trials.indices { trials[number].quote(visible: end) }
                } else if kind == endKind {
                    var isFull = true
                    for number in trials.indices {
                        trials[number].endRow(at: index)
                        isFull = isFull && trials[number].isFull
                    }
                    if isFull { return }
                } else {
                    trials[Int(kind) - 1].part(at: index)
                }
            }
        }
        for number in trials.indices { trials[number].end(at: text.count, isWhole: isWhole) }
        return trials
    }

    /// Where the last byte stands that is no blank; -1 where there is none.
    private static func lastVisible(
        _ text: UnsafeBufferPointer<UInt8>, before index: Int
    ) -> Int {
        var last = index - 1
        while last >= 0, text[last] == 0x20 { last -= 1 }
        return last
    }

    private var isFull: Bool { counts.count == Self.rowLimit }

    /// - Parameter last: where the last byte stands that is no blank.
    private mutating func quote(visible last: Int) {
        if isQuoted || last < cellStart { isQuoted.toggle() }
    }

    private mutating func part(at index: Int) {
        if isQuoted { return }
        cells += 1
        cellStart = index + 1
    }

    private mutating func endRow(at index: Int) {
        if isQuoted || isFull { return }
        if index > rowStart + 1 { counts.append(cells) }
        cells = 1
        rowStart = index + 1
        cellStart = index + 1
    }

    private mutating func end(at index: Int, isWhole: Bool) {
        if isFull { return }
        // A row that the sample may have cut says nothing, unless it is the only one.
        if isWhole && index > rowStart || counts.isEmpty { counts.append(cells) }
    }

    /// How many cells most rows have, and how much speaks for that.
    var score: (columns: Int, score: Int) {
        var tally: [Int: Int] = [:]
        for count in counts where count > 1 { tally[count, default: 0] += 1 }
        let most = tally.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let most, let first = counts.first else { return (1, 0) }
        let weight = first == most.key ? 2 : 1
        return (most.key, (most.key - 1) * most.value * weight * 1000 / counts.count)
    }
}
