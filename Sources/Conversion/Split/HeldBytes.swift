import SystemPackage

/// Bytes that are kept until it is known where they go: in memory while they are few, then in a file.
struct HeldBytes: ~Copyable {
    private let path: FilePath
    private var bytes: [UInt8] = []
    private var file: FileDescriptor?
    /// How many of the file's bytes have been given out; `nil` while more are added.
    private var position: Int64?

    /// More are not kept in memory.
    private static let memoryLimit = 4 << 20
    private static let pieceSize = 1 << 18

    /// - Parameter path: of the file, which is there only while it is needed.
    init(_ path: FilePath) { self.path = path }

    deinit { try? file?.close() }

    mutating func add(_ more: ArraySlice<UInt8>) throws(ConversionFailure) {
        bytes += more
        guard bytes.count > HeldBytes.memoryLimit else { return }
        do {
            if file == nil {
                file = try FileDescriptor.open(
                    path, .readWrite, options: [.create, .truncate], permissions: .ownerReadWrite)
                // Without a name it is gone with the process, however that ends.
                PartFile.remove(path)
            }
            try file?.writeAll(bytes)
        } catch {
            throw .cannotWrite(path.string, (error as? Errno) ?? .ioError)
        }
        bytes.removeAll(keepingCapacity: true)
    }

    /// The next of them, in order; `nil` when all were given out, and are forgotten.
    mutating func next() throws(ConversionFailure) -> ArraySlice<UInt8>? {
        if let file {
            var piece = [UInt8](repeating: 0, count: HeldBytes.pieceSize)
            let start = position ?? 0
            var count = 0
            do {
                count = try piece.withUnsafeMutableBytes {
                    try file.read(fromAbsoluteOffset: start, into: $0)
                }
                if count == 0 { try file.close() }
            } catch {
                throw .cannotRead((error as? Errno) ?? .ioError)
            }
            position = start + Int64(count)
            if count > 0 { return piece[..<count] }
            self.file = nil
            position = nil
        }
        guard !bytes.isEmpty else { return nil }
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes[...]
    }
}
