import Glibc

@testable import Conversion

/// The whole way of the command, with its files in the memory that Linux offers as a folder.
enum ConversionTarget {
    private static let folder = "/dev/shm/turnpike-fuzz-\(getpid())"

    private static let converter = converter(jobs: 1)
    private static let parallelConverter = converter(jobs: 2)

    private static func converter(jobs: Int) -> Converter {
        mkdir(folder, 0o700)
        var options = ConversionOptions()
        options.jobs = jobs
        options.documentPartSize = 64
        var destinations = Converter.Destinations()
        destinations.records = folder + "/records"
        destinations.rejects = folder + "/rejects"
        destinations.findings = folder + "/findings"
        destinations.summary = folder + "/summary"
        destinations.report = .text(folder + "/report")
        return Converter(options: options, destinations: destinations)
    }

    /// The number of jobs makes no difference, which one input of eight shows.
    static func run(_ bytes: [UInt8]) {
        run(bytes, converter)
        guard Turn(bytes).way(of: 8) == 0 else { return }
        let alone = outputs.map { read($0) }
        run(bytes, parallelConverter)
        for (name, text) in zip(outputs, alone) {
            require(read(name) == text, "\(name) are the same whatever the jobs are")
        }
    }

    private static let outputs = ["records", "rejects", "findings", "summary", "report"]

    private static func run(_ bytes: [UInt8], _ converter: Converter) {
        let input = folder + "/input"
        let descriptor = open(input, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        require(write(descriptor, bytes, bytes.count) == bytes.count, "the input can be written")
        close(descriptor)
        for name in outputs { unlink("\(folder)/\(name)") }
        let status = converter.run([input])
        require([0, 1, 65].contains(status), "the status tells of the input: \(status)")
        require(read("summary").contains("{\"balanced\":true"), "the books balance")
        for name in ["records", "rejects"] {
            let lines = read(name).split(separator: "\n")
            require(
                lines.allSatisfy { $0.hasPrefix("{\"recordType\":\"") && $0.hasSuffix("}") },
                "each line is a record")
        }
    }

    private static func read(_ name: String) -> String {
        let descriptor = open("\(folder)/\(name)", O_RDONLY)
        defer { close(descriptor) }
        let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, size, 0))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            fatalError("\(name) is UTF-8")
        }
        return text
    }
}
