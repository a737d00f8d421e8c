import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension FilePath {
    func readAll() throws(Failure) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(self, .readOnly)
            return try file.closeAfter { try file.readToEnd() }
        } catch {
            throw Failure(status: 66, message: "\(self): error: cannot be read: \(error)\n")
        }
    }

    func write(_ text: String) throws(Failure) {
        do {
            let file = try FileDescriptor.open(
                self, .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try file.closeAfter { try file.writeAll(text.utf8) }
        } catch {
            throw Failure(status: 74, message: "\(self): error: cannot be written: \(error)\n")
        }
    }
}

extension FileDescriptor {
    fileprivate func readToEnd() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// To a terminal or log; where that fails there is nobody left to tell.
    func print(_ message: String) {
        _ = try? writeAll(message.utf8)
    }
}

func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
        Glibc.exit(status)
    #elseif canImport(Musl)
        Musl.exit(status)
    #else
        Darwin.exit(status)
    #endif
}
