import Foundation

/// The command while it runs: it can be fed, hurried, stopped and watched.
final class Background {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors: FileHandle
    private let scratch: Folder

    /// - Parameters:
    ///   - shell: words of a shell in front of the command, such as `ulimit -f 1; exec`.
    ///   - terminal: what standard error is, instead of a file.
    init(
        _ arguments: [String], in folder: Folder, shell: String? = nil,
        terminal: FileHandle? = nil, environment: [String: String] = [:]
    ) throws {
        signal(SIGPIPE, SIG_IGN)  // feeding what has ended fails, and ends no tests
        scratch = try Folder()
        try scratch.write("", to: "errors")
        errors = try FileHandle(forWritingTo: scratch["errors"])
        let executable = try Command.executable
        process.executableURL = shell == nil ? executable : URL(filePath: "/bin/sh")
        process.arguments =
            shell.map { ["-c", "\($0) \"$0\" \"$@\"", executable.path] + arguments } ?? arguments
        process.currentDirectoryURL = folder.url
        var surroundings = ProcessInfo.processInfo.environment
        surroundings["NO_COLOR"] = nil  // swift test may set it
        process.environment = surroundings.merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = terminal ?? errors
        // Tests run on threads that block signals, which their processes would inherit.
        var none = sigset_t()
        var blocked = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &blocked)
        defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
        try process.run()
    }

    func feed(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    func endInput() throws { try input.fileHandleForWriting.close() }

    /// What it writes next to standard output; empty at the end.
    func readSome() throws -> Data {
        try output.fileHandleForReading.read(upToCount: 1 << 16) ?? Data()
    }

    /// All that it has not written yet to standard output.
    func readAll() throws -> Data { try output.fileHandleForReading.readToEnd() ?? Data() }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end: the status or the number of the signal.
    func wait() throws -> (status: Int32, isKilled: Bool, errors: String) {
        process.waitUntilExit()
        return (
            process.terminationStatus, process.terminationReason == .uncaughtSignal,
            try scratch.read("errors")
        )
    }

    /// Waits until this is so, ten seconds at most; whether it became so.
    static func wait(until isSo: () throws -> Bool) rethrows -> Bool {
        for _ in 0..<1000 {
            if try isSo() { return true }
            usleep(10_000)
        }
        return false
    }
}

/// A terminal whose screen the tests read.
final class Terminal {
    private let screen: Int32
    /// What a program writes to.
    let handle: FileHandle

    init?() {
        var ends: (screen: Int32, program: Int32) = (-1, -1)
        guard openpty(&ends.screen, &ends.program, nil, nil, nil) == 0 else { return nil }
        screen = ends.screen
        handle = FileHandle(fileDescriptor: ends.program, closeOnDealloc: true)
    }

    deinit { close(screen) }

    /// All that was written to it; the programs that write to it have ended.
    func text() throws -> String {
        try handle.close()
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(screen, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
