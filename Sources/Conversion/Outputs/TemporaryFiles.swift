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
