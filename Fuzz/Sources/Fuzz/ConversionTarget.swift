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

    /// The number of jobs makes no difference, which one input of 32 shows, as threads cost much.
    static func run(_ bytes: [UInt8]) {
        let alone = run(bytes, converter)
        guard Turn(bytes).way(of: 32) == 0 else { return }
        let parallel = run(bytes, parallelConverter)
        for ((name, one), other) in zip(zip(outputs, alone), parallel) {
            require(one == other, "\(name) are the same whatever the jobs are")
        }
    }

    private static let outputs = ["records", "rejects", "findings", "summary", "report"]

    /// What was written, in the order of `outputs`.
    private static func run(_ bytes: [UInt8], _ converter: Converter) -> [[UInt8]] {
        let input = folder + "/input"
        let descriptor = open(input, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        require(write(descriptor, bytes, bytes.count) == bytes.count, "the input can be written")
        close(descriptor)
        for name in outputs { unlink("\(folder)/\(name)") }
        let status = converter.run([input])
        require([0, 1, 65].contains(status), "the status tells of the input: \(status)")
        let texts = outputs.map(read)
        require(Self.isBalanced(texts[3]), "the books balance")
        require(texts[..<2].allSatisfy(areRecords), "each line is a record")
        return texts
    }

    private static func isBalanced(_ summary: [UInt8]) -> Bool {
        summary.withUnsafeBytes { text in
            guard let start = text.baseAddress else { return false }
            return text.indices.dropLast(balanced.count - 1).contains {
                memcmp(start + $0, balanced, balanced.count) == 0
            }
        }
    }

    private static let balanced = Array("{\"balanced\":true".utf8)

    /// Whether each line is an object that begins with its type.
    private static func areRecords(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count {
                let end = text[start...].firstIndex(of: 0x0A) ?? text.count
                if end > start {
                    let line = text[start..<end]
                    guard line.starts(with: opening), line.last == UInt8(ascii: "}") else {
                        return false
                    }
                }
                start = end + 1
            }
            return true
        }
    }

    private static let opening = Array("{\"recordType\":\"".utf8)

    private static func read(_ name: String) -> [UInt8] {
        let descriptor = open("\(folder)/\(name)", O_RDONLY)
        defer { close(descriptor) }
        let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, size, 0))
        }
        require(String(validating: bytes, as: UTF8.self) != nil, "\(name) is UTF-8")
        return bytes
    }
}
