import Archives
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file, or standard input; closed with its last user.
final class InputFile: SeekableBytes, Sendable {
    private let descriptor: FileDescriptor
    private let closes: Bool
    private let progress: InputProgress?
    /// Of a regular file, as it was opened; 0 of what has no size.
    let byteCount: Int
    private let isRegular: Bool

    /// Opens a file, or standard input for `nil`.
    init(_ path: FilePath?, progress: InputProgress? = nil) throws(ConversionFailure) {
        do {
            descriptor = try path.map { try FileDescriptor.open($0, .readOnly) } ?? .standardInput
        } catch {
            throw .cannotOpen((error as? Errno) ?? .ioError)
        }
        closes = path != nil
        self.progress = progress
        var status = stat()
        isRegular =
            fstat(descriptor.rawValue, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        byteCount = isRegular ? Int(status.st_size) : 0
    }

    /// A regular file that is open, and is closed with its last user.
    init(owning descriptor: FileDescriptor) {
        self.descriptor = descriptor
        closes = true
        progress = nil
        var status = stat()
        isRegular = fstat(descriptor.rawValue, &status) == 0
        byteCount = isRegular ? Int(status.st_size) : 0
    }

    deinit { if closes { try? descriptor.close() } }

    /// Whether it can be read at any place, and this many bytes from its start have been read.
    func isSeekable(after count: Int) -> Bool {
        isRegular && (try? descriptor.seek(offset: 0, from: .current)) == Int64(count)
    }

    /// Whether more of it has been read than it had when it was opened.
    var hasGrown: Bool {
        guard isRegular, let position = try? descriptor.seek(offset: 0, from: .current) else {
            return false
        }
        return position > Int64(byteCount)
    }

    /// Whether it has fewer bytes now than it had when it was opened, and not all of those were read.
    var hasShrunk: Bool {
        guard isRegular, let position = try? descriptor.seek(offset: 0, from: .current),
            position < Int64(byteCount)
        else { return false }
        var status = stat()
        return fstat(descriptor.rawValue, &status) == 0 && Int(status.st_size) < byteCount
    }

    /// Fills the start of `buffer` with what follows; the number of bytes, 0 only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFailure) -> Int {
        do {
            let count = try descriptor.read(into: buffer, retryOnInterrupt: true)
            progress?.add(count)
            return count
        } catch {
            throw InputFile.failure(error)
        }
    }

    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(ArchiveFailure) -> Int {
        do {
            let count = try descriptor.read(
                fromAbsoluteOffset: Int64(offset), into: buffer, retryOnInterrupt: true)
            progress?.add(count)
            return count
        } catch {
            throw InputFile.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> ArchiveFailure {
        .source(((error as? Errno) ?? .ioError).rawValue)
    }
}

/// Bytes as they are stored: of a file, or of a member of a zip archive.
struct StoredInput: StoredBytes, ~Copyable {
    let file: InputFile?
    private var member: ZipMember<InputFile>?
    /// The first bytes, which were looked at and come again.
    private(set) var opening: [UInt8] = []
    private var openingPosition = 0

    init(_ file: InputFile) throws(ArchiveFailure) {
        self.file = file
        member = nil
        try readOpening()
    }

    init(_ member: consuming ZipMember<InputFile>) throws(ArchiveFailure) {
        file = nil
        self.member = consume member
        try readOpening()
    }

    private mutating func readOpening() throws(ArchiveFailure) {
        let length = ArchiveKind.openingLength
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 1)
        defer { memory.deallocate() }
        while opening.count < length {
            let rest = UnsafeMutableRawBufferPointer(rebasing: memory[opening.count...])
            let count = try readOn(into: rest)
            if count == 0 { break }
            opening += rest.prefix(count)
        }
    }

    private mutating func readOn(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
        if let file { return try file.read(into: buffer) }
        return try member?.read(into: buffer) ?? 0
    }

    mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
        guard openingPosition < opening.count else { return try readOn(into: buffer) }
        let part = opening[openingPosition...].prefix(buffer.count)
        buffer.copyBytes(from: part)
        openingPosition += part.count
        return part.count
    }
}
