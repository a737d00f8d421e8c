import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What tells whether two paths are one file: its device and inode, or for a file that is not there
/// yet those of its folder and its name.
struct FileIdentity: Hashable {
    private let device: UInt64
    private let inode: UInt64
    /// Its bytes.
    private let name: [CChar]?
    /// Whether who reads it gets what is written to it: files and pipes, and no sockets.
    let returnsWrites: Bool

    /// Of the file at a path, links followed; `nil` for devices, which any number may write to.
    init?(path: FilePath) {
        let target = FileIdentity.resolved(path)
        var status = stat()
        if target.withPlatformString({ stat($0, &status) }) == 0 {
            self.init(status)
            return
        }
        let parts = PathParts(target)
        guard stat(parts.folderOrHere, &status) == 0 else { return nil }
        self.init(status, name: parts.nameLength > 0 ? parts.name : nil)
    }

    /// Of an open file or pipe; `nil` for devices.
    init?(descriptor: FileDescriptor) {
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0 else { return nil }
        self.init(status)
    }

    private init?(_ status: stat, name: [CChar]? = nil) {
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFCHR else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        self.name = name
        returnsWrites = kind == S_IFREG || kind == S_IFIFO || name != nil
    }

    /// The path that a symbolic link stands for in the end, whether or not there is a file.
    static func resolved(_ path: FilePath) -> FilePath {
        var target = path
        var status = stat()
        // A pipe that is open has a name in /dev/fd, which leads to no path.
        if target.withPlatformString({ stat($0, &status) }) == 0,
            status.st_mode & S_IFMT != S_IFREG
        {
            return path
        }
        for _ in 0..<40 {
            guard target.withPlatformString({ lstat($0, &status) }) == 0,
                status.st_mode & S_IFMT == S_IFLNK, let link = link(at: target)
            else { break }
            target = target.removingLastComponent().pushing(link)
        }
        return target
    }

    /// Bytes of the regular file at a path; `nil` where there is none.
    static func regularSize(of path: FilePath) -> Int? {
        var status = stat()
        guard path.withPlatformString({ stat($0, &status) }) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return Int(status.st_size)
    }

    private static func link(at path: FilePath) -> FilePath? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = path.withPlatformString { readlink($0, &bytes, bytes.count - 1) }
        guard count > 0 else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { FilePath(platformString: $0) }
        }
    }
}
