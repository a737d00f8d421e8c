import SystemPackage
import X12Syntax

/// An open input: a file, or standard input as `-`.
///
/// Files are read into blocks rather than mapped: a file that shrinks while it is mapped would end
/// the program, and reading is as fast (Documentation/Decisions/0002-files-are-read.md).
struct InputSource: ByteSource, ~Copyable {
    private let descriptor: FileDescriptor
    private let closes: Bool
    /// Bytes that were looked at before the reading began.
    private var prefix: [UInt8] = []
    private var prefixPosition = 0
    /// Whether the prefix is all there is.
    private(set) var isPrefixWhole = false

    /// How many bytes are looked at to recognise an input.
    static let prefixLength = 64 * 1024
    /// How much white space may come first.
    private static let blankLimit = 8 * 1024 * 1024

    /// What an input is called in what is written of it.
    static func name(of path: String) -> String { path == "-" ? "(standard input)" : path }

    /// Opens a file, or standard input for `-`, and looks at its first bytes.
    static func open(_ path: String) throws(ConversionFailure) -> InputSource {
        let isStandardInput = path == "-"
        var source = InputSource(
            isStandardInput ? .standardInput : try openFile(path), closes: !isStandardInput)
        try source.readPrefix()
        return source
    }

    private init(_ descriptor: FileDescriptor, closes: Bool) {
        self.descriptor = descriptor
        self.closes = closes
    }

    private static func openFile(_ path: String) throws(ConversionFailure) -> FileDescriptor {
        do {
            return try FileDescriptor.open(FilePath(path), .readOnly)
        } catch {
            throw .cannotOpen((error as? Errno) ?? .ioError)
        }
    }

    deinit { if closes { try? descriptor.close() } }

    private mutating func readPrefix() throws(ConversionFailure) {
        var bytes = [UInt8](repeating: 0, count: InputSource.prefixLength)
        var count = 0
        while true {
            if count == bytes.count {
                // White space says nothing of what follows it.
                guard count < InputSource.blankLimit, bytes.allSatisfy(\.isWhiteSpace) else {
                    break
                }
                bytes.append(contentsOf: repeatElement(0, count: count))
            }
            let descriptor = descriptor
            var result: Result<Int, Errno> = .success(0)
            bytes.withUnsafeMutableBytes { raw in
                result = InputSource.read(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: raw[count...]))
            }
            switch result {
            case .failure(.isDirectory): throw .cannotOpen(.isDirectory)
            case .failure(let error): throw .cannotRead(error)
            case .success(0):
                isPrefixWhole = true
                prefix = Array(bytes[..<count])
                return
            case .success(let more): count += more
            }
        }
        prefix = bytes
    }

    private static func read(
        _ descriptor: FileDescriptor, _ buffer: UnsafeMutableRawBufferPointer
    ) -> Result<Int, Errno> {
        do {
            return .success(try descriptor.read(into: buffer, retryOnInterrupt: true))
        } catch {
            return .failure((error as? Errno) ?? .ioError)
        }
    }

    /// Calls `body` with the first bytes.
    func withPrefix<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        prefix.withUnsafeBufferPointer(body)
    }

    mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ConversionFailure) -> Int {
        if prefixPosition < prefix.count {
            let count = min(buffer.count, prefix.count - prefixPosition)
            buffer.copyBytes(from: prefix[prefixPosition..<prefixPosition + count])
            prefixPosition += count
            if prefixPosition == prefix.count {
                prefix = []
                prefixPosition = 0
            }
            return count
        }
        if isPrefixWhole { return 0 }
        switch InputSource.read(descriptor, buffer) {
        case .success(let count): return count
        case .failure(let error): throw .cannotRead(error)
        }
    }
}
