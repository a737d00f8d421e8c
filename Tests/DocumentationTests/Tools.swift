import Foundation
import Testing

/// The compiler's own tools, run against the modules that were built for these tests.
enum Tools {
    static func run(_ words: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    /// Where the modules are: their interfaces, and the maps of those in C, which were made for the
    /// build or stand beside their headers.
    static func modules() throws -> [String] {
        let tests = try #require(Bundle.main.executableURL)
        let built = tests.deletingLastPathComponent()
        let root = Documents.root
        let checkouts = root.appending(path: ".build/checkouts/swift-system/Sources")
        let maps =
            Self.maps(in: built, at: "module.modulemap")
            + Self.maps(in: root.appending(path: "Sources"), at: "module.modulemap")
            + Self.maps(in: checkouts, at: "include/module.modulemap")
        // Where Debian has the headers of libxml2; the package asks pkg-config.
        return ["-I", built.appending(path: "Modules").path, "-Xcc", "-I/usr/include/libxml2"]
            + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    }

    private static func maps(in folder: URL, at place: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: "\($0)/\(place)").path }
            .filter { FileManager.default.fileExists(atPath: $0) }
    }

    /// A folder for as long as `body` runs.
    static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// Writes what a module shows to its users as `MODULE.symbols.json`.
    static func extractSymbols(of module: String, into folder: URL) throws {
        #if arch(arm64)
            let machine = "aarch64"
        #else
            let machine = "x86_64"
        #endif
        let (status, output) = try run(
            ["swift", "symbolgraph-extract", "-module-name", module]
                + ["-target", "\(machine)-unknown-linux-gnu"] + modules()
                + ["-minimum-access-level", "public", "-skip-synthesized-members"]
                + ["-output-dir", folder.path])
        try #require(status == 0, "\(output)")
    }
}
