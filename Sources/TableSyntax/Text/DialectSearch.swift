import CTableScan

extension TableDialect {
    /// How many bytes of an input are looked at.
    package static let sampleLength = 64 * 1024

    /// How a text file is written, by its first bytes.
    ///
    /// - Parameters:
    ///   - sample: the first `sampleLength` bytes, or all there are; 64 more are readable.
    ///   - isWhole: whether these are all bytes of the input.
    ///   - widths: of the columns in characters, where a layout gives them; else they are delimited.
    package init(
        opening sample: UnsafeBufferPointer<UInt8>, isWhole: Bool, widths: [Int]? = nil
    ) {
        let (encoding, markCount) = DialectSearch.encoding(of: sample, isWhole: isWhole)
        self.init(encoding: encoding, form: .fixed(widths ?? []))
        openingCount = markCount
        let text = DialectSearch.text(sample.dropFirst(markCount), encoding)
        text.withUnsafeBufferPointer { text in
            rowEnd = DialectSearch.rowEnd(of: text)
            if let widths {
                columnCount = widths.count
                return
            }
            let start = DialectSearch.separatorLine(text)
            if let start { openingCount += start.count * (isUTF16 ? 2 : 1) }
            let rows = UnsafeBufferPointer(rebasing: text[(start?.count ?? 0)...])
            var search = DialectSearch(
                rows, rowEnd: rowEnd, isWhole: isWhole, delimiter: start?.delimiter)
            if start != nil, !search.partsOpening {
                // Nobody parts a table by what its first row does not have.
                let other = DialectSearch(rows, rowEnd: rowEnd, isWhole: isWhole, delimiter: nil)
                hasWrongSeparator = other.partsOpening
                if hasWrongSeparator { search = other }
            }
            form = .delimited(search.delimiter, quote: search.quote)
            columnCount = search.columnCount
        }
    }
}

/// Finds the delimiter and the quotation mark of a text: those that make most rows alike.
struct DialectSearch {
    private(set) var delimiter = UInt8(ascii: ",")
    private(set) var quote = UInt8(ascii: "\"")
    private(set) var columnCount = 1
    /// Whether the first row has several cells.
    private(set) var partsOpening = false

    private static let delimiters = Array(",\t|;^~".utf8)

    init(
        _ text: UnsafeBufferPointer<UInt8>, rowEnd: UInt8, isWhole: Bool, delimiter known: UInt8?
    ) {
        quote = Self.quote(of: text)
        var best = -1
        let trials = DelimiterTrial.trials(
            of: known.map { [$0] } ?? Self.delimiters, in: text, quote: quote, rowEnd: rowEnd,
            isWhole: isWhole)
        for trial in trials {
            let (columns, score) = trial.score
            guard score > best else { continue }
            best = score
            delimiter = trial.delimiter
            columnCount = columns
            partsOpening = trial.counts.first.map { $0 > 1 } ?? false
        }
    }

    /// An apostrophe where it stands around cells and `"` does not.
    private static func quote(of text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let mark = UInt8(ascii: "\"")
        let apostrophe = UInt8(ascii: "'")
        guard text.first == apostrophe, !text.contains(mark) else { return mark }
        let isSurrounding = delimiters.contains { delimiter in
            text.indices.dropFirst().dropLast(2).contains { index in
                text[index] == apostrophe && text[index + 1] == delimiter
                    && text[index + 2] == apostrophe
            }
        }
        return isSurrounding ? apostrophe : mark
    }
}

// MARK: - Letters and lines

extension DialectSearch {
    /// The encoding, and the length of its byte order mark.
    static func encoding(
        of sample: UnsafeBufferPointer<UInt8>, isWhole: Bool
    ) -> (TableDialect.Encoding, markCount: Int) {
        if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if sample.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if sample.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let wide = wideEncoding(of: sample) { return (wide, 0) }
        guard let base = sample.baseAddress, !table_is_ascii(base, sample.count) else {
            return (.utf8, 0)
        }
        let letters = countLetters(sample)
        return (letters.sound >= letters.broken ? .utf8 : .windows1252, 0)
    }

    /// Bytes at the beginning of UTF-16 among which is a letter of ASCII.
    private static let wideOpening = 16

    /// UTF-16 without its mark: every other byte of what is mostly ASCII is NUL. Where it begins with
    /// other text, a file of UTF-16 was joined to one that is not.
    private static func wideEncoding(
        of sample: UnsafeBufferPointer<UInt8>
    ) -> TableDialect.Encoding? {
        let pairs = sample.count / 2
        guard pairs >= 2, sample.prefix(wideOpening).contains(0) else { return nil }
        var first = 0
        var second = 0
        for pair in 0..<pairs {
            first += sample[2 * pair] == 0 ? 1 : 0
            second += sample[2 * pair + 1] == 0 ? 1 : 0
        }
        if second * 2 > pairs, first * 8 < pairs { return .utf16LittleEndian }
        if first * 2 > pairs, second * 8 < pairs { return .utf16BigEndian }
        return nil
    }

    /// Runs of bytes beyond ASCII that are UTF-8, and that are not.
    private static func countLetters(
        _ sample: UnsafeBufferPointer<UInt8>
    ) -> (sound: Int, broken: Int) {
        var counts = (sound: 0, broken: 0)
        var index = 0
        while index < sample.count {
            guard sample[index] >= 0x80 else {
                index += 1
                continue
            }
            var end = index
            while end < sample.count, sample[end] >= 0x80 { end += 1 }
            if end == sample.count, end - index < 4 { break }  // it may be cut
            let run = UnsafeBufferPointer(rebasing: sample[index..<end])
            let isSound =
                TextDecoding.isUTF8(run) && !WindowsLetters.areLikely(in: sample, at: index..<end)
            if isSound { counts.sound += 1 } else { counts.broken += 1 }
            index = end
        }
        if counts == (0, 0) { counts.broken = 1 }
        return counts
    }

    /// The sample as UTF-8, or as it is where that is near enough.
    static func text(
        _ sample: Slice<UnsafeBufferPointer<UInt8>>, _ encoding: TableDialect.Encoding
    ) -> [UInt8] {
        guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else {
            return Array(sample)
        }
        var decoder = UTF16Decoder(isBigEndian: encoding == .utf16BigEndian)
        let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: sample))
        let room = UTF16Decoder.room(for: bytes.count)
        return Array(unsafeUninitializedCapacity: room) { buffer, count in
            count = buffer.baseAddress.map { decoder.decode(bytes, to: $0) } ?? 0
        }
    }

    /// The first line end outside quotation marks.
    static func rowEnd(of text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var isQuoted = false
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A { return 0x0A }
            if byte == 0x0D {
                let next = text[index...].firstIndex { $0 != 0x0D }
                // Several before a line feed are one line end.
                return next.map { text[$0] != 0x0A } ?? false ? 0x0D : 0x0A
            }
        }
        return text.contains(0x0A) ? 0x0A : text.contains(0x0D) ? 0x0D : 0x0A
    }

    /// `sep=;` on a line of its own, as spreadsheets write and read it.
    static func separatorLine(
        _ text: UnsafeBufferPointer<UInt8>
    ) -> (delimiter: UInt8, count: Int)? {
        guard text.count > 5 else { return nil }
        guard text[0] | 0x20 == UInt8(ascii: "s"), text[1] | 0x20 == UInt8(ascii: "e"),
            text[2] | 0x20 == UInt8(ascii: "p"), text[3] == UInt8(ascii: "=")
        else { return nil }
        let delimiter = text[4]
        let isMark = delimiter > 0x20 && delimiter < 0x7F || delimiter == 0x09
        guard isMark, delimiter != UInt8(ascii: "\"") else { return nil }
        if text[5] == 0x0A { return (delimiter, 6) }
        guard text[5] == 0x0D else { return nil }
        let next = text.dropFirst(6).prefix(2).firstIndex(of: 0x0A)
        return (delimiter, next.map { $0 + 1 } ?? 6)
    }
}
