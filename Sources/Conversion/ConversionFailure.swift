import SystemPackage

/// Why an input could not be converted to its end.
public enum ConversionFailure: Error, Sendable {
    /// The command makes no sense; why.
    case wrongUsage(String)
    /// It cannot be opened.
    case cannotOpen(Errno)
    /// It is a folder without files.
    case emptyFolder
    /// It is an archive that cannot be read, or not to its end; why.
    case damagedArchive(String)
    /// It is no file that Turnpike knows; what it looks like.
    case unknownKind(String)
    /// It is not the kind of file that is asked for; what it is.
    case otherKind(String)
    /// It is a table that fits no layout; which comes nearest, in our words.
    case unknownLayout(String?)
    /// It is a workbook that cannot be read, encrypted say; why.
    case unreadableWorkbook(String)
    /// Reading broke off.
    case cannotRead(Errno)
    /// What is the matter with one of several inputs: its name, why, and the exit status.
    case input(String, String, Int32)
    /// Writing failed: a full disk, a closed pipe; what was being written.
    case cannotWrite(String, Errno)

    /// For the exit status: EX_USAGE, EX_NOINPUT, EX_DATAERR, EX_IOERR.
    public var exitStatus: Int32 {
        switch self {
        case .wrongUsage: 64
        case .cannotOpen, .emptyFolder: 66
        case .unknownKind, .otherKind, .unknownLayout, .unreadableWorkbook, .damagedArchive: 65
        case .cannotRead, .cannotWrite: 74
        case .input(_, _, let status): status
        }
    }

    /// The same, said of this input.
    func named(_ input: String) -> ConversionFailure {
        switch self {
        case .wrongUsage, .cannotWrite: self
        default: .input(input.shownAsName, message, exitStatus)
        }
    }

    /// The same, said where nothing is made of an input that cannot be read to its end.
    var ofWhole: ConversionFailure {
        guard case .damagedArchive(let why) = self else { return self }
        return .damagedArchive(String(why.prefix { $0 != ";" }))
    }

    /// Whether the reader of our output has gone; nobody is left to be told.
    public var isClosedPipe: Bool {
        if case .cannotWrite(_, .brokenPipe) = self { true } else { false }
    }

    /// In one line, without the name of the input.
    public var message: String {
        switch self {
        case .wrongUsage(let why), .otherKind(let why), .damagedArchive(let why),
            .unreadableWorkbook(let why):
            why
        case .emptyFolder: "this folder holds no files"
        case .cannotOpen(let error): "cannot be opened: \(error)"
        case .unknownKind(let looks):
            "\(looks); Turnpike reads X12 834 and 837, MassHealth rosters and XML referrals"
        case .unknownLayout(let nearest):
            "this is a table whose columns no layout has\(nearest.map { "; \($0)" } ?? "")"
        case .input(let name, let why, _): "\(name): \(why)"
        case .cannotRead(let error): "reading failed: \(error)"
        case .cannotWrite(let what, let error): "writing \(what) failed: \(error)"
        }
    }
}
