import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that appears under its name only when it is complete, or a stream.
package struct OutputFile: ~Copyable {
    private let name: String
    private let descriptor: FileDescriptor
    /// Where a regular file is written before it gets its name.
    private let temporary: FilePath?
    /// Where a link leads, so that the link stays.
    private let target: FilePath
    private var isFinished = false
    private let stream: StandardStream?
    /// Is told before a standard stream is written to.
    var observer: (any ProgressObserver)?
    /// Is told what was written.
    package var progress: OutputProgress?

    /// Standard output for `-` or `nil`; anything that is no regular file is written directly.
    ///
    /// A new file is the owner's alone, as it holds what the input holds; one that is replaced
    /// hands on its owner and mode.
    package init(path: String?) throws(ConversionFailure) {
        guard let path, path != "-" else {
            name = "standard output"
            stream = .output
            descriptor = .standardOutput
            temporary = nil
            target = FilePath("-")
            return
        }
        name = path
        stream = nil
        target = FileIdentity.resolved(FilePath(path))
        var status = stat()
        let isThere = target.withPlatformString { stat($0, &status) } == 0
        let why = Errno(rawValue: errno)
        do {
            if isThere, status.st_mode & S_IFMT != S_IFREG {
                temporary = nil
                descriptor = try FileDescriptor.open(target, .writeOnly)
            } else {
                let place = TemporaryFiles.place(beside: target)
                temporary = place
                // Links that lead in a circle stay as they are.
                if !isThere, why != .noSuchFileOrDirectory { throw why }
                descriptor = try TemporaryFiles.create(place)
                if isThere { OutputFile.hand(status, to: descriptor) }
            }
        } catch {
            throw .cannotWrite(path, (error as? Errno) ?? .ioError)
        }
    }

    /// Standard error.
    init(standardError: Void) {
        name = "standard error"
        stream = .error
        descriptor = .standardError
        temporary = nil
        target = FilePath("-")
    }

    /// Gives a new file the owner and mode of the one it will replace, as far as that is allowed.
    private static func hand(_ status: stat, to descriptor: FileDescriptor) {
        if status.st_uid != geteuid() || status.st_gid != getegid() {
            _ = fchown(descriptor.rawValue, status.st_uid, status.st_gid)
        }
        _ = fchmod(descriptor.rawValue, status.st_mode & 0o777)
    }

    deinit {
        guard let temporary else { return }
        if !isFinished {
            try? descriptor.close()
            TemporaryFiles.remove(temporary)
        }
    }

    /// Writes all bytes.
    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ConversionFailure) {
        guard !bytes.isEmpty else { return }
        if let stream { observer?.willWrite(to: stream) }
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw .cannotWrite(name, (error as? Errno) ?? .ioError)
        }
        progress?.add(bytes.count)
    }

    mutating func write(_ text: StaticString) throws(ConversionFailure) {
        try write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes all bytes.
    package mutating func write(_ bytes: [UInt8]) throws(ConversionFailure) {
        var failure: ConversionFailure?
        bytes.withUnsafeBufferPointer { buffer in
            do throws(ConversionFailure) {
                try write(buffer)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Gives the file its name.
    package mutating func finish() throws(ConversionFailure) {
        guard let temporary, !isFinished else { return }
        isFinished = true
        do {
            try descriptor.close()
        } catch {
            TemporaryFiles.remove(temporary)
            throw .cannotWrite(name, (error as? Errno) ?? .ioError)
        }
        if let error = TemporaryFiles.finish(temporary, as: target) {
            throw .cannotWrite(name, error)
        }
    }
}
