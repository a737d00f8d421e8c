import Foundation
import Testing

/// What users of the library see is explained, and the pages can be built.
struct CatalogTests {
    private struct Graph: Decodable {
        let symbols: [Symbol]

        struct Symbol: Decodable {
            let pathComponents: [String]
            let docComment: Comment?
        }
        struct Comment: Decodable {}
    }

    @Test(arguments: ["Conversion", "Diagnostics"])
    func everythingIsExplained(_ module: String) throws {
        let graph = try Tools.withFolder { folder in
            try Tools.extractSymbols(of: module, into: folder)
            let json = try Data(contentsOf: folder.appending(path: "\(module).symbols.json"))
            return try JSONDecoder().decode(Graph.self, from: json)
        }
        #expect(graph.symbols.count > 50)
        for symbol in graph.symbols where symbol.docComment == nil {
            Issue.record(
                "\(module): \(symbol.pathComponents.joined(separator: ".")) is not explained")
        }
    }

    /// No link leads nowhere, and no parameter is left out.
    @Test func thePagesAreBuiltWithoutWarnings() throws {
        try Tools.withFolder { folder in
            let graphs = folder.appending(path: "graphs")
            try FileManager.default.createDirectory(at: graphs, withIntermediateDirectories: true)
            try Tools.extractSymbols(of: "Conversion", into: graphs)
            let (status, output) = try Tools.run([
                "docc", "convert", Documents.catalog.path,
                "--additional-symbol-graph-dir", graphs.path, "--warnings-as-errors",
                "--fallback-display-name", "Conversion",
                "--fallback-bundle-identifier", "turnpike.Conversion",
                "--output-path", folder.appending(path: "pages").path,
            ])
            #expect(status == 0, "\(output)")
        }
    }
}
