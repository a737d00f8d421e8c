import Foundation

/// What the package manifest says of its modules.
struct Manifest: Decodable {
    struct Module: Decodable {
        let name: String
        /// `regular`, `executable`, `system`, `test` or `plugin`.
        let type: String
        let dependencies: [Dependency]
    }

    /// `{"byName":["X12Syntax",null]}` or `{"product":["SystemPackage","swift-system",null,null]}`.
    struct Dependency: Decodable {
        let name: String

        init(from decoder: any Decoder) throws {
            let forms = try decoder.singleValueContainer().decode([String: [Part]].self)
            name = forms.values.first?.first?.text ?? ""
        }

        private struct Part: Decodable {
            let text: String?

            init(from decoder: any Decoder) throws {
                text = try? decoder.singleValueContainer().decode(String.self)
            }
        }
    }

    let targets: [Module]

    /// The modules that are built or linked into products, with what each may import.
    var imports: [String: Set<String>] {
        let modules = targets.filter { ["regular", "executable", "system"].contains($0.type) }
        return Dictionary(
            uniqueKeysWithValues: modules.map { ($0.name, Set($0.dependencies.map(\.name))) })
    }

    static let loaded = Result { try load() }

    /// Asks the package manager, in a scratch folder of its own: the usual one is locked by
    /// `swift test`, and waiting for it would never end.
    private static func load() throws -> Manifest {
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "turnpike-manifest-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", Repository.root.path,
            "--scratch-path", scratch.path, "dump-package",
        ]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let json = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Manifest.self, from: json)
    }
}
