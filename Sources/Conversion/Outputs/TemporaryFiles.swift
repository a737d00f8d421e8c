import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The output files that have no name yet, so that a program that must end leaves none of them.
package enum TemporaryFiles {
    private static let paths = Mutex<Set<FilePath>>([])

    /// Numbers the files whose names are too long for a longer one beside them.
    private static let lastNumber = Mutex(0)

    /// Where a file is written before it gets its name.
    static func place(beside target: FilePath) -> FilePath {
        let parts = PathParts(target)
        guard parts.nameLength > 200 else {
            let name = parts.nameLength > 0 ? Array(parts.name.dropLast()) : chars("output")
            return parts.sibling([0x2E] + name + chars(".\(getpid()).partial") + [0])
        }
        let number = lastNumber.withLock { number in
            number += 1
            return number
        }
        return parts.sibling(chars(".turnpike-\(number).\(getpid()).partial") + [0])
    }

    private static func chars(_ text: String) -> [CChar] { text.utf8.map { CChar($0) } }

    /// Creates a file that belongs to its owner alone.
    static func create(_ path: FilePath) throws -> FileDescriptor {
        try paths.withLock { paths in
            let descriptor = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
            paths.insert(path)
            return descriptor
        }
    }

    static func remove(_ path: FilePath) {
        paths.withLock { paths in
            paths.remove(path)
            _ = path.withPlatformString { unlink($0) }
        }
    }

    /// Gives a file its name; where that fails, removes it.
    static func finish(_ path: FilePath, as target: FilePath) -> Errno? {
        paths.withLock { paths in
            paths.remove(path)
            let status = path.withPlatformString { old in
                target.withPlatformString { rename(old, $0) }
            }
            guard status != 0 else { return nil }
            let error = Errno(rawValue: errno)
            _ = path.withPlatformString { unlink($0) }
            return error
        }
    }

    /// Removes them all and calls `end`, which ends the program; meanwhile no file comes or gets its
    /// name.
    package static func removeAll(andThen end: () -> Void) {
        paths.withLock { paths in
            for path in paths { _ = path.withPlatformString { unlink($0) } }
            paths.removeAll()
            end()
        }
    }
}
