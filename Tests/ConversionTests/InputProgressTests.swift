import Foundation
import Synchronization
import Testing

@testable import Conversion

/// How far the reading has come is told of files of known size, up to their end.
struct InputProgressTests {
    private final class Watch: ProgressObserver {
        struct Step: Equatable {
            let count: Int
            let total: Int?
        }

        private let state = Mutex<[Step]>([])
        var steps: [Step] { state.withLock { $0 } }

        func advance(to byteCount: Int, of total: Int?) {
            state.withLock { $0.append(Step(count: byteCount, total: total)) }
        }

        func willWrite(to stream: StandardStream) {}
    }

    private func watch(
        _ files: [Data], _ work: ([String], Watch) throws -> Void
    ) throws -> [Watch.Step] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = try files.enumerated().map { index, bytes in
            let file = folder.appending(path: "\(index).834")
            try bytes.write(to: file)
            return file.path
        }
        let watch = Watch()
        try work(paths, watch)
        return watch.steps
    }

    private func expectAll(_ steps: [Watch.Step], of files: [Data]) {
        let total = files.reduce(0) { $0 + $1.count }
        #expect(steps.last == Watch.Step(count: total, total: total))
        #expect(steps.count > files.count)
        #expect(steps.map(\.count) == steps.map(\.count).sorted())
        #expect(steps.allSatisfy { $0.total == total })
    }

    @Test func ofAConversion() throws {
        let files = (1...3).map { ParallelTests.generated(200, seed: $0) }
        let steps = try watch(files) { paths, watch in
            var destinations = Converter.Destinations()
            destinations.report = .text("/dev/null")
            var options = ConversionOptions()
            options.writesRecords = false
            _ = Converter(options: options, destinations: destinations)
                .run(paths, progress: watch)
        }
        expectAll(steps, of: files)
    }

    @Test func ofASplit() throws {
        let files = [ParallelTests.generated(200, defects: 0)]
        let steps = try watch(files) { paths, watch in
            let splitter = Splitter(
                by: try SplitMeasure(["transaction"]), into: paths[0] + ".parts")
            #expect(try splitter.run(paths[0], progress: watch).exitStatus == 0)
        }
        expectAll(steps, of: files)
    }
}
