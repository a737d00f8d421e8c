import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The terminal and the process: what only the command may touch.
enum Console {
    /// Whether findings on standard error are coloured: on a terminal, unless NO_COLOR is set.
    static var isColoured: Bool { isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil }

    /// The same for standard output.
    static var isOutputColoured: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

    /// Ends the command with this status.
    static func exit(_ status: Int32) throws {
        if status != 0 { throw ExitCode(status) }
    }

    /// Writes text to standard output.
    static func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw ExitCode(74)
            }
            rest = rest.dropFirst(count)
        }
    }

    static func write(_ text: String) throws { try write(Array(text.utf8)) }
}

enum Arguments {
    static func check(jobs: Int?) throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1") }
    }
}

/// The system's own, under a name that does not hide behind `Console.write`.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
