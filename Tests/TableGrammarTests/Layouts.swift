import Foundation

@testable import TableGrammar

/// The layout files beside the tests.
enum Layouts {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static func file(_ path: String) throws -> LayoutFile {
        let data = try Data(contentsOf: folder.appending(path: path))
        return LayoutFile(path: path, bytes: [UInt8](data))
    }

    /// Fields and a layout without a problem, and whatever a test adds.
    static func library(adding files: LayoutFile...) throws -> LayoutLibrary {
        LayoutLibrary(try [file("Sound/fields.layout"), file("Sound/items.layout")] + files)
    }

    static func items() throws -> Layout {
        guard let layout = try library().layout(named: "items") else { throw Missing() }
        return layout
    }

    struct Missing: Error {}
}
