import ArgumentParser
import SystemPackage

/// A file, or standard output, that bytes are written to as they come.
final class FileWriter {
    private let descriptor: FileDescriptor
    private let name: String

    init(path: String?) throws {
        name = path ?? "standard output"
        do {
            descriptor =
                try path.map {
                    try FileDescriptor.open(
                        FilePath($0), .writeOnly, options: [.create, .truncate],
                        permissions: [.ownerReadWrite, .groupRead, .otherRead])
                } ?? .standardOutput
        } catch {
            throw FileWriter.failure(name, error)
        }
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw FileWriter.failure(name, error)
        }
    }

    func finish() throws {
        if descriptor != .standardOutput { try descriptor.close() }
    }

    private static func failure(_ name: String, _ error: any Error) -> any Error {
        if (error as? Errno) != .brokenPipe {
            let line = "turnpike: writing \(name) failed: \(error)\n"
            _ = try? FileDescriptor.standardError.writeAll(Array(line.utf8))
        }
        return ExitCode(74)
    }
}
