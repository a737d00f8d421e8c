import Foundation
import Testing

@testable import Conversion
@testable import X12Syntax

/// Converts a file again and again, each time with another number of jobs.
final class JobsTrial {
    private let folder: TestFolder
    /// What is read, in this order.
    let inputs: [URL]
    /// Bytes of a part of documents, where they are read side by side.
    private let partSize: Int
    private let showsValues: Bool
    /// Bytes of a block of X12.
    private let blockSize: Int

    /// What a conversion writes, by name.
    static let outputs = ["records", "rejects", "findings", "summary", "report"]
    /// Fewer than blocks, about as many, and more.
    static let jobs = [1, 2, 3, 8]

    init(
        _ inputs: [Data], partSize: Int = DocumentParts.ordinarySize, showsValues: Bool = true,
        blockSize: Int = Block.ordinarySize
    ) throws {
        self.blockSize = blockSize
        self.partSize = partSize
        self.showsValues = showsValues
        let folder = try TestFolder()
        self.folder = folder
        self.inputs = try inputs.enumerated().map { index, bytes in
            Seeds.keep(Array(bytes))
            let file = folder.appending(path: "input\(index)")
            try bytes.write(to: file)
            return file
        }
    }

    /// Status and all outputs of a conversion.
    func convert(
        jobs: Int, _ errorHandling: ConversionOptions.ErrorHandling = .setAside,
        _ format: ConversionOptions.Format = .ndjson
    ) throws -> [String: Data] {
        var options = ConversionOptions()
        options.jobs = jobs
        options.errorHandling = errorHandling
        options.format = format
        options.showsValues = showsValues
        options.documentPartSize = partSize
        options.blockSize = blockSize
        var destinations = Converter.Destinations()
        destinations.records = path("records")
        destinations.rejects = path("rejects")
        destinations.findings = path("findings")
        destinations.summary = path("summary")
        destinations.report = .text(path("report"))
        for name in JobsTrial.outputs { try? FileManager.default.removeItem(atPath: path(name)) }
        let status = Converter(options: options, destinations: destinations)
            .run(inputs.map(\.path))
        var all = ["status": Data("\(status)".utf8)]
        for name in JobsTrial.outputs {
            all[name] = try? Data(contentsOf: folder.appending(path: name))
        }
        return all
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// The outputs that differ between one job and more: none.
    func differences(
        _ errorHandling: ConversionOptions.ErrorHandling = .setAside,
        _ format: ConversionOptions.Format = .ndjson, jobs: [Int] = JobsTrial.jobs
    ) throws -> [String] {
        let alone = try convert(jobs: 1, errorHandling, format)
        return try jobs.dropFirst().flatMap { jobs in
            let outputs = try convert(jobs: jobs, errorHandling, format)
            return Set(alone.keys).union(outputs.keys).sorted().filter { alone[$0] != outputs[$0] }
                .map { "\($0) with \(jobs) jobs" }
        }
    }
}
