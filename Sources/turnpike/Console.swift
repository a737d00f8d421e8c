import Conversion
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The terminal and the process: what only the command may touch.
enum Console {
    /// Whether findings on standard error are coloured: on a terminal, unless NO_COLOR says so.
    static var isColoured: Bool { isScreen(STDERR_FILENO) && setting("NO_COLOR").isEmpty }

    /// The same for standard output.
    static var isOutputColoured: Bool { isScreen(STDOUT_FILENO) && setting("NO_COLOR").isEmpty }

    /// Whether standard output is a terminal.
    static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether it is a terminal that obeys control sequences.
    static func isScreen(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && !["", "dumb"].contains(setting("TERM"))
    }

    /// A variable of the environment; what is not set is empty.
    private static func setting(_ name: String) -> String {
        getenv(name).map { String(cString: $0) } ?? ""
    }

    /// A folder for files that nobody keeps.
    static var temporaryFolder: String {
        let folder = setting("TMPDIR")
        return folder.isEmpty ? "/tmp" : folder
    }

    /// The day it is where the command runs, YYYYMMDD.
    static var today: String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let day = (Int(parts.tm_year) + 1900) * 10_000 + (Int(parts.tm_mon) + 1) * 100
        return String(day + Int(parts.tm_mday))
    }

    /// Ends the command with this status.
    static func exit(_ status: Int32) throws {
        if status != 0 { throw ExitCode(status) }
    }

    /// Sees to it that no file gets the number of a standard stream that was closed, that a reader
    /// who goes away is an error to be told and not the end of the process, and that an end that is
    /// asked for leaves no half file.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)  // a file that may not grow is a failure to write
        for descriptor in STDIN_FILENO...STDERR_FILENO
        where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
            // Standard input and output fail when they are used; messages may be unwanted.
            let modes = [O_WRONLY, O_RDONLY, O_RDWR]
            _ = open("/dev/null", modes[Int(descriptor)])
        }
        Interruption.watch()
    }

    /// The bar of the work that goes on; `nil` where none is to be shown.
    static let progress = ProgressBar.start()

    /// Does long work under a progress bar.
    static func watching<Value, Failure>(
        _ work: ((any ProgressObserver)?) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        defer { progress?.erase() }
        return try work(progress)
    }

    /// Writes to standard output; a failure is told on standard error, unless the reader has gone.
    static func write(_ bytes: [UInt8]) throws {
        do {
            try FileDescriptor.standardOutput.writeAll(bytes)
        } catch {
            let failure = ConversionFailure.cannotWrite(
                "standard output", (error as? Errno) ?? .ioError)
            throw Console.exit(failure)
        }
    }

    static func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Tells a failure on standard error; the exit status it ends the command with.
    static func exit(_ failure: ConversionFailure) -> ExitCode {
        if !failure.isClosedPipe { complain(failure.message) }
        return ExitCode(failure.exitStatus)
    }

    /// Writes one line to standard error.
    static func complain(_ message: String) { tell("turnpike: \(message)") }

    /// Writes a message to standard error; where that fails there is nobody left to tell.
    static func tell(_ message: String) {
        _ = try? FileDescriptor.standardError.writeAll(Array("\(message)\n".utf8))
    }

    /// The columns of the screen that output goes to; 80 where it is none.
    static var width: Int {
        if let columns = Int(setting("COLUMNS")) { return columns }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }
}

enum Arguments {
    /// Whether they are what the user wrote: bytes that are no UTF-8 would name other files.
    static var areText: Bool {
        let arguments = UnsafeBufferPointer(
            start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return arguments.allSatisfy { $0.map { String(validatingCString: $0) != nil } ?? true }
    }

    /// The settings of a file; what is wrong with it is told with its name.
    static func rules(_ path: String?) throws -> RuleSettings {
        guard let path else { return RuleSettings() }
        do {
            return try RuleSettings(path: path)
        } catch {
            if case .wrongUsage = error { throw Console.exit(error) }
            Console.complain("\(path): \(error.message)")
            throw ExitCode(error.exitStatus)
        }
    }

    static func codes(_ folder: String?) throws -> CodeLists {
        guard let folder else { return CodeLists() }
        do {
            return try CodeLists(folder: folder)
        } catch {
            if case .wrongUsage = error { throw Console.exit(error) }
            Console.complain("\(folder): \(error.message)")
            throw ExitCode(error.exitStatus)
        }
    }

    /// The members of a roster that came before.
    static func previous(
        _ path: String?, _ options: ConversionOptions
    ) throws -> PreviousFile? {
        guard let path else { return nil }
        do {
            return try PreviousFile(
                path, layouts: options.layouts, temporaryFolder: options.temporaryFolder)
        } catch {
            Console.complain("\(path): \(error.message)")
            throw ExitCode(error.exitStatus)
        }
    }

    /// The layout of a name or a file.
    static func layout(_ argument: String) throws -> LayoutChoice {
        do {
            return try LayoutChoice(argument)
        } catch {
            if case .wrongUsage = error { throw Console.exit(error) }
            Console.complain("\(argument): \(error.message)")
            throw ExitCode(error.exitStatus)
        }
    }
}
