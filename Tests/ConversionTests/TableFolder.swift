import Foundation

@testable import Conversion

/// Tables in files of a folder of their own.
final class TableFolder {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// Writes a file; its path.
    func path(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
        Seeds.keep(Array(bytes))
        let file = folder.appending(path: name)
        try? Data(bytes).write(to: file)
        return file.path
    }

    /// What an inspection says of a file.
    func inspections(_ path: String) -> [Inspection] {
        var all: [Inspection] = []
        _ = Inspection.forEach([path]) { all.append($0) }
        return all
    }
}
