import Archives

/// Why a file is no workbook that can be read.
package enum WorkbookFailure: Error, Hashable, Sendable {
    /// It can be opened with a password only.
    case encrypted
    /// It is in the format before 2007.
    case oldFormat
    /// It is a document of another kind in the old container: a letter, a mail.
    case oldContainer
    /// It is a workbook in the binary format (.xlsb).
    case binary
    /// It is an archive without a workbook in it.
    case noWorkbook
    /// It is no archive at all.
    case noArchive
    /// It is an archive that cannot be read.
    case archive(ArchiveFailure)

    /// What is the matter, to follow the name of the file.
    package var message: String {
        switch self {
        case .encrypted:
            "is protected by a password; save it without one (File, Info, Protect Workbook)"
        case .oldFormat: "is a workbook of the old format .xls; save it as .xlsx"
        case .oldContainer: "is in an old Office format and no workbook; save it as .xlsx"
        case .binary: "is a binary workbook (.xlsb); save it as .xlsx"
        case .noWorkbook: "is an archive, but not a workbook"
        case .noArchive: "is not a workbook"
        case .archive(let failure): failure.message
        }
    }
}
