import Foundation

/// A folder that is there as long as somebody holds it. Its path is short, as tests that convert
/// thousands of times would wait for what is done with paths.
final class TestFolder {
    let url: URL
    var path: String { url.path }

    init() throws {
        let given = FileManager.default.temporaryDirectory.path
        let parent = given.utf8.count <= 16 ? given : "/tmp"
        var template = Array("\(parent)/tXXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        let name = template.dropLast().map { UInt8(truncatingIfNeeded: $0) }
        url = URL(filePath: String(decoding: name, as: UTF8.self), directoryHint: .isDirectory)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func appending(path: String) -> URL { url.appending(path: path) }
}
