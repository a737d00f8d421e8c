import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is being written, through a buffer.
struct PartFile: ~Copyable {
    private let descriptor: FileDescriptor
    /// What it will be called, for messages.
    private let name: FilePath
    private var buffer: [UInt8] = []
    private var isClosed = false

    private static let bufferSize = 1 << 16

    init(_ path: FilePath, for name: FilePath) throws(ConversionFailure) {
        self.name = name
        do {
            descriptor = try TemporaryFiles.create(path)
        } catch {
            throw .cannotWrite(name.string, (error as? Errno) ?? .ioError)
        }
    }

    deinit { if !isClosed { try? descriptor.close() } }

    mutating func write(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure) {
        buffer += bytes
        if buffer.count >= PartFile.bufferSize { try flush() }
    }

    private mutating func flush() throws(ConversionFailure) {
        do {
            try descriptor.writeAll(buffer)
        } catch {
            throw .cannotWrite(name.string, (error as? Errno) ?? .ioError)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what the buffer holds; a full disk may show only here.
    mutating func close() throws(ConversionFailure) {
        try flush()
        isClosed = true
        do {
            try descriptor.close()
        } catch {
            throw .cannotWrite(name.string, (error as? Errno) ?? .ioError)
        }
    }

    /// Whether there was such a file, and it is gone.
    @discardableResult
    static func remove(_ path: FilePath) -> Bool {
        path.withPlatformString { unlink($0) } == 0
    }
}
