/// How a text file writes its rows and cells.
package struct TableDialect: Sendable, Hashable {
    /// How letters are written.
    @frozen
    package enum Encoding: Sendable, Hashable {
        case utf8, utf16LittleEndian, utf16BigEndian, windows1252

        /// Whether two bytes are a letter, or half of one.
        var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
    }

    /// How cells are parted.
    package enum Form: Sendable, Hashable {
        /// By a character, which stands in text only between quotation marks.
        case delimited(UInt8, quote: UInt8?)
        /// By their widths, in characters.
        case fixed([Int])
    }

    package var encoding: Encoding
    package var form: Form
    /// Line feed, a carriage return before it included; or a carriage return alone.
    package var rowEnd: UInt8 = 0x0A
    /// Cells of most rows; 1 where nothing parts them.
    package var columnCount = 1
    /// Bytes before the first row: a byte order mark, and the line `sep=;` of spreadsheets.
    package var openingCount = 0
    /// Whether the line `sep=;` names another delimiter than the rows have.
    package var hasWrongSeparator = false

    package init(encoding: Encoding = .utf8, form: Form) {
        self.encoding = encoding
        self.form = form
    }

    var isUTF16: Bool { encoding.isUTF16 }

    var marks: TextMarks {
        switch form {
        case .delimited(let delimiter, let quote):
            TextMarks(delimiter: delimiter, quote: quote ?? delimiter, rowEnd: rowEnd)
        case .fixed: TextMarks(delimiter: rowEnd, quote: rowEnd, rowEnd: rowEnd)
        }
    }
}

/// The three bytes that part text; a quotation mark that is the delimiter means that there is none.
struct TextMarks: Sendable {
    let delimiter: UInt8
    let quote: UInt8
    let rowEnd: UInt8

    var hasQuotes: Bool { quote != delimiter }

    /// A byte that plain text does not have: `"`, but where that is the mark around cells.
    var banned: UInt8 {
        let mark = UInt8(ascii: "\"")
        return quote == mark && hasQuotes ? UInt8(ascii: "\\") : mark
    }

    /// What a quotation mark inside a quoted cell is.
    enum Verdict {
        /// The first of two, which are one letter.
        case doubled
        /// The end of the cell.
        case closes
        /// A letter that should have been written twice.
        case letter
        /// More bytes are needed to know.
        case unknown
    }

    /// Whether the mark at `offset` opens a cell: nothing but blanks stand before it.
    @inline(__always)
    func opens(_ bytes: UnsafePointer<UInt8>, at offset: Int, rowStart: Int) -> Bool {
        var before = offset
        while before > rowStart, bytes[before - 1] == 0x20 { before -= 1 }
        return before == rowStart || bytes[before - 1] == delimiter
    }

    @inline(__always)
    func verdict(
        _ bytes: UnsafePointer<UInt8>, at offset: Int, stop: Int, isEnd: Bool
    ) -> Verdict {
        var next = offset + 1
        if next < stop, bytes[next] == quote { return .doubled }
        while next < stop, bytes[next] == 0x20 { next += 1 }
        if next < stop, bytes[next] == 0x0D, rowEnd == 0x0A {
            while next < stop, bytes[next] == 0x0D { next += 1 }
            if next < stop { return bytes[next] == rowEnd ? .closes : .letter }
        }
        guard next < stop else { return isEnd ? .closes : .unknown }
        return bytes[next] == delimiter || bytes[next] == rowEnd ? .closes : .letter
    }
}
