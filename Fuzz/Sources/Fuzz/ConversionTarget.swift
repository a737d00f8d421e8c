import Conversion
import Foundation

/// The whole way of the command, with its files in the memory that Linux offers as a folder.
enum ConversionTarget {
    private static let folder = URL(filePath: "/dev/shm/turnpike-fuzz-\(getpid())")
    private static let input = folder.appending(path: "input").path

    private static let converter: Converter = {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var destinations = Converter.Destinations()
        destinations.records = folder.appending(path: "records").path
        destinations.rejects = folder.appending(path: "rejects").path
        destinations.findings = folder.appending(path: "findings").path
        destinations.summary = folder.appending(path: "summary").path
        destinations.report = .text(folder.appending(path: "report").path)
        return Converter(options: ConversionOptions(), destinations: destinations)
    }()

    static func run(_ bytes: [UInt8]) {
        let converter = converter
        guard FileManager.default.createFile(atPath: input, contents: Data(bytes)) else {
            fatalError("the input can be written")
        }
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
        let bytes = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            fatalError("\(name) is UTF-8")
        }
        return text
    }
}
