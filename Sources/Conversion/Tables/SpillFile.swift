import Archives
import SystemPackage
import TableSyntax

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Strings of a workbook on disk: a file without a name that nobody else can open, and that is gone
/// when the program ends, however it does.
///
/// It is made when the first strings come.
package final class SpillFile: StringSpill {
    private let folder: FilePath
    private var file: FileDescriptor?
    private var byteCount = 0

    /// - Parameter folder: where there is room for it.
    package init(in folder: FilePath) { self.folder = folder }

    deinit { try? file?.close() }

    package func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveFailure) {
        do {
            let file = try opened()
            byteCount += try file.writeAll(toAbsoluteOffset: Int64(byteCount), bytes)
        } catch {
            throw .source((error as? Errno ?? .ioError).rawValue)
        }
    }

    package func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(ArchiveFailure) -> Int {
        guard let file else { return 0 }
        do {
            return try file.read(fromAbsoluteOffset: Int64(offset), into: buffer)
        } catch {
            throw .source((error as? Errno ?? .ioError).rawValue)
        }
    }

    private func opened() throws -> FileDescriptor {
        if let file { return file }
        var name = folder.appending("turnpike-spill-XXXXXX").withPlatformString { start in
            Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        }
        let number = name.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return -1 as CInt }
            let number = mkstemp(start)
            // Without a name nobody finds it, and it cannot outlive the program.
            if number >= 0 { unlink(start) }
            return number
        }
        guard number >= 0 else { throw Errno(rawValue: errno) }
        let file = FileDescriptor(rawValue: number)
        self.file = file
        return file
    }
}
