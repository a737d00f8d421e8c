import SystemPackage

/// Bytes that come one after another, as a file that can be read at any place: a workbook within an
/// archive.
enum SpoolFile {
    /// More bytes than this are no workbook.
    private static let limit = 16 << 30

    /// A new file without a name.
    ///
    /// - Parameter folder: where there is room for it.
    static func make(in folder: FilePath) throws(ConversionFailure) -> FileDescriptor {
        do throws(Errno) {
            return try UnnamedFile.make(in: folder)
        } catch {
            throw .cannotWrite("a temporary file", error)
        }
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
