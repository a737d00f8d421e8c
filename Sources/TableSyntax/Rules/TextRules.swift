import Diagnostics

extension Rule {
    static let textEncoding = Rule(
        "table.text.encoding", .note, "A text file is UTF-8",
        help: """
            The file is UTF-16 or Windows-1252, as spreadsheets on Windows save it, and was read as \
            that. Save it as "CSV UTF-8" to be sure of letters such as é and ñ.
            """)
    static let textInvalid = Rule(
        "table.text.invalid", .warning, "The letters of a cell are in the encoding of the file",
        help: """
            Bytes of this cell are no UTF-8 in a file that is otherwise UTF-8 (or half a letter of \
            UTF-16), and were read as Windows-1252; so were two that are one letter of UTF-8 which \
            hardly any name has, and a capital letter with a mark behind it in Windows-1252. Or they are \
            UTF-8 in a file of Windows-1252, and were read as that; or none that Windows-1252 has, \
            in a file of that, and became control characters. Often rows of two systems were put together. \
            Where the cell holds U+FFFD, a program before this one has put it in place of a letter \
            that it could not read, and that is lost: ask for the file as it was.
            """)
    static let textSeparator = Rule(
        "table.text.separator", .note, "The line sep= names what parts the cells",
        help: """
            The first line says by which character spreadsheets are to part the cells, and the rows are \
            parted by another; they were read by that. Spreadsheets show such a file in one column: \
            leave the line out, or name the character that the rows have.
            """)
    static let textControl = Rule(
        "table.text.control", .warning, "A cell holds no control characters",
        help: """
            The cell holds NUL or another character that nobody sees; it is kept. NUL bytes often \
            mean that a transfer broke off or a disk failed.
            """)
    static let quoteUnclosed = Rule(
        "table.quote.unclosed", .error, "An opening quotation mark has its closing one",
        help: """
            The quotation mark that opens this cell is never closed, or closed only by one that \
            opens a cell of a later row. Reading went on behind it as if it were a letter, so that \
            later rows are not swallowed. Close it, or write a mark within text twice: "".
            """)
    static let quoteInside = Rule(
        "table.quote.inside", .warning, "A quotation mark within quotation marks is written twice",
        help: """
            A single quotation mark stands inside a quoted cell and does not end it; it was read as \
            a letter. Write "" for each mark that belongs to the text.
            """)
    static let quoteBare = Rule(
        "table.quote.bare", .note, "A cell with a quotation mark in it stands in quotation marks",
        help: """
            A mark stands in the midst of a cell without quotation marks around it (5'10", say); it \
            was read as a letter.
            """)
}
