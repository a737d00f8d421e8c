import Archives
import SystemPackage
import TableSyntax

/// Strings of a workbook on disk, in a file that is made when the first of them come.
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
        let file = try UnnamedFile.make(in: folder)
        self.file = file
        return file
    }
}
