import Diagnostics

// What may be wrong with a table as a whole: its header, its rows among others, its file.

extension Rule {
    package static let headerLate = Rule(
        "roster.header.late", .note, "A table begins with the names of its columns",
        help: """
            Rows stand before the header: a title, say. They were counted as envelope and not read. \
            Delete them where other programs are to read the file.
            """)
    package static let headerBelow = Rule(
        "roster.header.below", .warning, "No rows of a table stand above the names of its columns",
        help: """
            Above the header are rows with values of its columns, as in a sheet that was sorted with \
            its header. They were read like those below it. Other programs will miss them, or take \
            one of them for the header: move the header to the top.
            """)
    package static let rowAbove = Rule(
        "roster.row.above", .warning, "What has a value for each column stands below their names",
        help: """
            The row stands above the header and fills its columns, but nothing in it looks like a \
            date, a provider's number or the like. It was set aside, so that nothing is lost. \
            Delete it where it only describes the columns.
            """)
    package static let headerTwice = Rule(
        "roster.header.twice", .warning, "A table names its columns once",
        help: """
            The header comes a second time, as when files were put together. The row was passed \
            over; the rows below it were read.
            """)
    package static let columnUnknown = Rule(
        "roster.column.unknown", .warning, "A column is one of the layout",
        help: """
            The header has a name that the layout does not know, or none for a column with values. \
            They are kept under "other". `turnpike layout NAME` lists the columns and their other names.
            """)
    package static let columnMissing = Rule(
        "roster.column.missing", .error, "A table has the columns that its layout asks for",
        help: """
            The table was read by the layout that --layout names, and a column of it is not there. \
            Look whether its name is spelled otherwise in the header.
            """)
    package static let columnTwice = Rule(
        "roster.column.twice", .error, "A header names a column once",
        help: """
            Two columns have the same name. The first was read, the values of the second are kept \
            under "other".
            """)
    package static let rowShort = Rule(
        "roster.row.short", .warning, "A row has as many cells as the header",
        help: """
            The row ends early; the cells that are missing were taken for empty. It is an error \
            where one of them must have a value. Often a line end stands in a cell without \
            quotation marks around it.
            """)
    package static let rowLong = Rule(
        "roster.row.long", .error, "A row has no more cells than the header",
        help: """
            The row goes on beyond the last column. Often a comma stands in a cell without \
            quotation marks around it, so that all values behind it are one column off, even where \
            the last cell is empty. Empty cells are fine where the header or most rows have them too.
            """)
    package static let rowTotal = Rule(
        "roster.row.total", .warning, "A row of a table is a record, and no sum of others",
        help: "The row adds up those above, and was set aside. Delete it.")
    package static let rowHidden = Rule(
        "roster.row.hidden", .note, "A row of a sheet is shown",
        help: "The row is hidden in the spreadsheet, by a filter say. It was read all the same.")
}

extension Rule {
    package static let tableSecond = Rule(
        "roster.table.second", .warning, "A sheet holds one table",
        help: """
            The header of another table stands in the midst of the rows. Rows below it were read \
            by its columns. Put each table on a sheet or into a file of its own.
            """)
    package static let tableEmpty = Rule(
        "roster.table.empty", .warning, "A table has rows",
        help: "There is a header and nothing below it. Often an export was made with a filter.")
    package static let sheetUnknown = Rule(
        "roster.sheet.unknown", .warning, "A sheet has the columns of a layout",
        help: """
            No layout has the columns of this sheet, while others of the workbook are known. Its \
            rows were set aside.
            """)
    package static let sheetAside = Rule(
        "roster.sheet.aside", .warning, "A sheet that holds no rows of the layout names no member",
        help: """
            The layout knows the sheet and not its columns. From the first row that has a member's id \
            its rows were set aside as they stand; what is above them was passed over.
            """)
    package static let sheetHidden = Rule(
        "roster.sheet.hidden", .note, "A sheet with rows is shown",
        help: "The sheet is hidden in the spreadsheet. Its rows were read all the same.")
    package static let fileName = Rule(
        "roster.file.name", .note, "A file has a name of its layout",
        help: """
            Files of the layout have other names. What the file is was told by its header alone.
            """)
    package static let fileKind = Rule(
        "roster.file.kind", .warning, "The end of a file's name says how it is written",
        help: """
            The name ends in .xlsx and the file is text, or the other way around. It was read as \
            what it is; other programs may refuse it.
            """)

    /// The rules of tables as a whole, in the order of the documentation.
    package static let rosterTableRules: [Rule] = [
        .headerLate, .headerBelow, .headerTwice, .columnUnknown, .columnMissing, .columnTwice,
        .rowAbove, .rowShort, .rowLong, .rowTotal, .rowHidden, .tableSecond, .tableEmpty,
        .sheetUnknown, .sheetAside,
        .sheetHidden,
        .fileName, .fileKind,
    ]
}
