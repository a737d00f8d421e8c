import Diagnostics

extension Rule {
    static let partDamaged = Rule(
        "workbook.part.damaged", .error, "Every part of a workbook can be read",
        help: """
            A part of the file is damaged, cut or larger than it declares. What came before is read, \
            and a row in which it ends is set aside with the cells before. Open it in a spreadsheet program, which may repair it, or fetch it again.
            """)
    static let partMissing = Rule(
        "workbook.part.missing", .error, "A sheet that the workbook names is in it",
        help: """
            The workbook lists a sheet whose part is not in the file, or is something else than a \
            sheet.
            """)
    static let partMalformed = Rule(
        "workbook.part.malformed", .error, "The parts of a workbook are well-formed XML",
        help: """
            A part of the file is no XML, or not to its end, has a document type or a text of \
            more than 12 MB. No spreadsheet program writes such; rows up to there are read, and the \
            row in which it ends is set aside with the cells before.
            """)
    static let workbookTrailing = Rule(
        "workbook.archive.trailing", .warning, "Nothing follows the end of a workbook",
        help: """
            Bytes follow the archive that the workbook is: zeros up to a full record, or the end of a \
            line, as some programs that pass files on add them. They count as envelope. The workbook \
            was read whole; other programs may call it damaged.
            """)
    static let workbookUnlisted = Rule(
        "workbook.archive.unlisted", .warning, "The directory of a workbook names all its parts",
        help: """
            Bytes stand in the file that are in no part which its directory names: often a part of an \
            earlier state. They were not read; spreadsheet programs do not see them, and programs \
            that look for parts one after another take them for some. Save the workbook anew.
            """)
    static let partTwice = Rule(
        "workbook.part.twice", .error, "A workbook has one part of a name",
        help: """
            Two parts of the file have the same name, or two are named by the same id. The first was \
            read, of an id the first sheet; other programs may read the \
            other, and show something else. No spreadsheet program writes such: ask the sender.
            """)
    static let rowsTwice = Rule(
        "workbook.rows.twice", .error, "A sheet has its rows in one place",
        help: """
            Behind the rows of the sheet come rows in a second place, where no spreadsheet program \
            writes them and most do not look. They were read all the same: ask the sender.
            """)
    static let sheetCellless = Rule(
        "workbook.sheet.cellless", .note, "A sheet holds cells",
        help: "The sheet is a chart or a dialog, and was passed over.")
    static let macroIgnored = Rule(
        "workbook.macro.ignored", .note, "A workbook holds values and no programs",
        help: "The workbook holds macros. They were not looked at.")
    static let linkIgnored = Rule(
        "workbook.link.ignored", .note, "A workbook holds its values itself",
        help: "The workbook refers to others. They were not read; the values saved with it count.")
    static let rowOrder = Rule(
        "workbook.row.order", .error, "The rows of a sheet are numbered in ascending order",
        help:
            "A row has the number of one that came before, or a lower one. It was read all the same."
    )
    static let rowNumber = Rule(
        "workbook.row.number", .error, "A row of a sheet has a number that Excel has",
        help: """
            The row has a number above 1,048,576, or follows the last row of that number. It was set \
            aside with the number after that of the row before, and the rows behind it were read.
            """)
    static let cellTwice = Rule(
        "workbook.cell.twice", .error, "A row has one cell in a column",
        help: """
            A second cell stands in the same column. Where its value is another, both were read, one \
            below the other.
            """)
    static let cellPlace = Rule(
        "workbook.cell.place", .error, "A cell has a column and a type of the format",
        help:
            "The cell names no column, or a type that is unknown. It was read as the next, as a number."
    )
    static let stringUnknown = Rule(
        "workbook.string.unknown", .error, "A text that a cell names is in the workbook",
        help: "The cell names a shared text that the workbook does not have. It was read as empty.")
    static let formulaValueless = Rule(
        "workbook.formula.valueless", .warning, "A formula is saved with its value",
        help: """
            The file was written by a program that does not compute. Open and save it in a \
            spreadsheet program, or write values.
            """)
    static let sheetRows = Rule(
        "workbook.limit.rows", .error, "A sheet has no more rows than Excel has",
        help: "The sheet has more than 1,048,576 rows; those beyond are not read.")
    static let sheetCount = Rule(
        "workbook.limit.sheets", .error,
        "A workbook has a number of sheets that a person could see",
        help: """
            The workbook has more than 1,000 sheets. Those beyond are not read, and what stands on \
            them is in no count.
            """)
    static let styleCount = Rule(
        "workbook.limit.styles", .error, "A workbook has no more styles than Excel has",
        help: """
            The workbook has more than 100,000 styles of cells. A cell with one of those beyond is \
            read as a plain number, a date as the number that a spreadsheet counts days by.
            """)
    static let partLong = Rule(
        "workbook.limit.parts", .error, "A workbook's list of its parts is of a usual length",
        help: """
            The list of the sheets, or of the parts that they are in, has more than 65,536 entries; \
            those beyond are not read.
            """)
    static let stringRoom = Rule(
        "workbook.limit.strings", .error, "There is room for the shared texts of a workbook",
        help:
            "The workbook has more text than can be held. Cells with text beyond are read as empty."
    )
    static let workbookFindings = Rule(
        "workbook.limit.findings", .error, "A row has few enough findings to list them",
        help: "Only the first thousand are listed; this one stands for all others.")
}

extension Rule {
    /// The rules of workbooks, in the order of the documentation.
    package static let workbookRules: [Rule] = [
        .partDamaged, .partMissing, .partMalformed, .workbookTrailing, .workbookUnlisted,
        .partTwice, .rowsTwice,
        .sheetCellless,
        .macroIgnored, .linkIgnored,
        .rowOrder, .rowNumber, .cellTwice, .cellPlace, .stringUnknown, .formulaValueless,
        .sheetRows,
        .sheetCount, .styleCount, .partLong, .stringRoom, .workbookFindings,
    ]
}
