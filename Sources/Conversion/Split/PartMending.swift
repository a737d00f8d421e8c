import SystemPackage

// Complete parts are mended in place: what follows moves towards the beginning.
extension PartFile {
    /// Replaces bytes of a file that is closed.
    ///
    /// - Parameters:
    ///   - mends: in their order, each of as many bytes as it replaces or fewer.
    ///   - name: what it will be called, for messages.
    static func mend(
        _ path: FilePath, _ mends: [PartMend], for name: FilePath
    ) throws(ConversionFailure) {
        do {
            let file = try FileDescriptor.open(path, .readWrite)
            try file.closeAfter {
                var (read, written) = (0, 0)
                for mend in mends {
                    try file.move(from: &read, upTo: mend.start, to: &written)
                    written += try file.writeAll(
                        toAbsoluteOffset: Int64(written), mend.bytes)
                    read = mend.end
                }
                guard read != written else { return }
                try file.move(from: &read, upTo: Int.max, to: &written)
                try file.resize(to: Int64(written))
            }
        } catch {
            throw .cannotWrite(name.string, (error as? Errno) ?? .ioError)
        }
    }
}

extension FileDescriptor {
    /// Moves bytes towards the beginning of the file, up to an offset or the end.
    fileprivate func move(from read: inout Int, upTo end: Int, to written: inout Int) throws {
        guard read != written else {
            // They stand where they belong.
            (read, written) = (end, end)
            return
        }
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while read < end {
            let wanted = min(piece.count, end - read)
            let count = try piece.withUnsafeMutableBytes { buffer in
                try self.read(
                    fromAbsoluteOffset: Int64(read),
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
            }
            guard count > 0 else { return }
            _ = try writeAll(toAbsoluteOffset: Int64(written), piece[..<count])
            read += count
            written += count
        }
    }
}
