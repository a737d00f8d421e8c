import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder of a path and the name in it, found once by bytes: `FilePath` reads a path from its first
/// component on for each question, so that its time grows with the square of the length.
struct PathParts {
    /// Bytes with 0 at their end: `/a` of `/a/b`, `/` of `/a`; of `a` nothing.
    let folder: [CChar]
    /// The same of the last component; nothing of a root.
    let name: [CChar]

    init(_ path: FilePath) {
        (folder, name) = path.withPlatformString { start -> ([CChar], [CChar]) in
            let bytes = UnsafeBufferPointer(start: start, count: strlen(start))
            // A path has no slash at its end but a root's, and no two of them together.
            let slash = bytes.lastIndex(of: 0x2F)
            let nameStart = slash.map { $0 + 1 } ?? 0
            let folder = bytes[..<(slash == 0 ? 1 : slash ?? 0)]
            return (Array(folder) + [0], Array(bytes[nameStart...]) + [0])
        }
    }

    /// How many bytes the name has.
    var nameLength: Int { name.count - 1 }

    /// The folder, for functions of the system; `.` where the path has none.
    var folderOrHere: [CChar] { folder.count > 1 ? folder : [0x2E, 0] }

    /// The path of another file in the folder, by its name with 0 at the end.
    func sibling(_ name: [CChar]) -> FilePath {
        var bytes = Array(folder.dropLast())
        if let last = bytes.last, last != 0x2F { bytes.append(0x2F) }
        bytes += name
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
        }
    }
}
