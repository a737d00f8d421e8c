import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that appears under its name only when it is complete, or a stream.
struct OutputFile: ~Copyable {
    private let name: String
    private let descriptor: FileDescriptor
    /// Where a regular file is written before it gets its name.
    private let temporary: FilePath?
    private let target: FilePath
    private var isFinished = false

    /// Standard output for `-` or `nil`; anything that is no regular file is written directly.
    init(path: String?) throws(ConversionFailure) {
        guard let path, path != "-" else {
            name = "standard output"
            descriptor = .standardOutput
            temporary = nil
            target = FilePath("-")
            return
        }
        name = path
        target = FilePath(path)
        do {
            if OutputFile.isSpecial(path) {
                temporary = nil
                descriptor = try FileDescriptor.open(target, .writeOnly)
            } else {
                let hidden = ".\(target.lastComponent?.string ?? "output").\(getpid()).partial"
                let place = target.removingLastComponent().appending(hidden)
                temporary = place
                descriptor = try FileDescriptor.open(
                    place, .writeOnly, options: [.create, .truncate],
                    permissions: [.ownerReadWrite, .groupRead, .otherRead])
            }
        } catch {
            throw .cannotWrite(path, (error as? Errno) ?? .ioError)
        }
    }

    /// Standard error.
    init(standardError: Void) {
        name = "standard error"
        descriptor = .standardError
        temporary = nil
        target = FilePath("-")
    }

    /// Whether the path is a device, a pipe or a socket.
    private static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG
    }

    deinit {
        guard let temporary else { return }
        if !isFinished {
            try? descriptor.close()
            _ = temporary.withPlatformString { unlink($0) }
        }
    }

    /// Writes all bytes.
    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConversionFailure) {
        guard !bytes.isEmpty else { return }
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw .cannotWrite(name, (error as? Errno) ?? .ioError)
        }
    }

    mutating func write(_ text: StaticString) throws(ConversionFailure) {
        try write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Gives the file its name.
    mutating func finish() throws(ConversionFailure) {
        guard let temporary, !isFinished else { return }
        do {
            try descriptor.close()
        } catch {
            isFinished = true
            throw .cannotWrite(name, (error as? Errno) ?? .ioError)
        }
        isFinished = true
        let status = temporary.withPlatformString { old in
            target.withPlatformString { rename(old, $0) }
        }
        if status != 0 {
            let error = Errno(rawValue: errno)
            _ = temporary.withPlatformString { unlink($0) }
            throw .cannotWrite(name, error)
        }
    }
}
