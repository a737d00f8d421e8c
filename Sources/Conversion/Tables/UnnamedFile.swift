import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files without a name: nobody else can open one, and it is gone when the program ends, however it
/// does.
enum UnnamedFile {
    /// - Parameter folder: where there is room for it.
    static func make(in folder: FilePath) throws(Errno) -> FileDescriptor {
        var name = folder.appending("turnpike-XXXXXX").withPlatformString { start in
            Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        }
        let number = name.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return -1 as CInt }
            let number = mkstemp(start)
            if number >= 0 { unlink(start) }
            return number
        }
        guard number >= 0 else { throw Errno(rawValue: errno) }
        return FileDescriptor(rawValue: number)
    }
}
