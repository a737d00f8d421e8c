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

    func marks(_ limits: TableLimits) -> TextMarks {
        var marks =
            switch form {
            case .delimited(let delimiter, let quote):
                TextMarks(delimiter: delimiter, quote: quote ?? delimiter, rowEnd: rowEnd)
            case .fixed: TextMarks(delimiter: rowEnd, quote: rowEnd, rowEnd: rowEnd)
            }
        marks.reach = min(marks.reach, limits.quotedBytes)
        return marks
    }
}
