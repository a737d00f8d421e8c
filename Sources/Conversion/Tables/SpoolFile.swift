import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes that come one after another, as a file without a name that can be read at any place: a
/// workbook within an archive.
///
/// Nobody else can open it, and it is gone when the program ends, however it does.
enum SpoolFile {
    /// More bytes than this are no workbook.
    private static let limit = 16 << 30

    /// A new file without a name.
    ///
    /// - Parameter folder: where there is room for it.
    static func make(in folder: FilePath) throws(ConversionFailure) -> FileDescriptor {
        var name = folder.appending("turnpike-spool-XXXXXX").withPlatformString { start in
            Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        }
        let number = name.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return -1 as CInt }
            let number = mkstemp(start)
            if number >= 0 { unlink(start) }
            return number
        }
        guard number >= 0 else {
            throw .cannotWrite("a temporary file", Errno(rawValue: errno))
        }
        return FileDescriptor(rawValue: number)
    }

    /// What a source gives until its end.
    ///
    /// - Parameter read: fills the start of a buffer; 0 at the end.
    static func hold(
        in folder: FilePath,
        _ read: (UnsafeMutableRawBufferPointer) throws(ConversionFailure) -> Int
    ) throws(ConversionFailure) -> InputFile {
        let file = try make(in: folder)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { memory.deallocate() }
        var total = 0
        while true {
            let count: Int
            do throws(ConversionFailure) {
                count = try read(memory)
            } catch {
                try? file.close()
                throw error
            }
            if count == 0 { break }
            total += count
            do {
                guard total <= limit else { throw Errno.fileTooLarge }
                try file.writeAll(UnsafeRawBufferPointer(rebasing: memory[..<count]))
            } catch {
                try? file.close()
                throw .cannotWrite("a temporary file", (error as? Errno) ?? .ioError)
            }
        }
        return InputFile(owning: file)
    }
}
