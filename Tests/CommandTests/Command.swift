import Foundation
import Testing

/// The command as its users run it: a process of its own.
enum Command {
    struct Result {
        let status: Int32
        /// Whether a signal ended it.
        let isKilled: Bool
        let output: Data
        let errors: String

        var lines: [String] {
            String(decoding: output, as: UTF8.self).components(separatedBy: "\n").dropLast()
        }
    }

    /// It stands beside the tests in the build folder.
    static var executable: URL {
        get throws {
            let tests = try #require(Bundle.main.executableURL)
            return tests.deletingLastPathComponent().appending(path: "turnpike")
        }
    }

    /// Runs it in a folder; `input` comes through a pipe, in pieces of this size.
    @discardableResult
    static func run(
        _ arguments: [String], in folder: Folder? = nil, input: Data? = nil, pieces: Int = 1 << 16
    ) throws -> Result {
        let scratch = try Folder()
        let output = scratch["output"]
        let errors = scratch["errors"]
        let process = Process()
        process.executableURL = try executable
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder.url }
        process.standardOutput = try create(output)
        process.standardError = try create(errors)
        let pipe = Pipe()
        process.standardInput = input == nil ? FileHandle.nullDevice : pipe
        try process.run()
        if let input { try feed(input, pieces, to: pipe.fileHandleForWriting) }
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            isKilled: process.terminationReason == .uncaughtSignal,
            output: try Data(contentsOf: output),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    private static func create(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    private static func feed(_ input: Data, _ size: Int, to handle: FileHandle) throws {
        var rest = input
        while !rest.isEmpty {
            try handle.write(contentsOf: rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        try handle.close()
    }
}

/// A temporary folder, gone with its owner.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    subscript(name: String) -> URL { url.appending(path: name) }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    func write(_ bytes: Data, to name: String) throws {
        Seeds.keep(Array(bytes))
        try bytes.write(to: self[name])
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: self[name]), as: UTF8.self)
    }

    /// The names in it, hidden ones as well.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
    }
}

/// Inputs for the command.
enum Sample {
    static let clean = try? Command.run(["generate", "834", "--records", "3"]).output
    /// The first of two members has an unknown segment.
    static let dirty = text(["ZZZ*1~", ""])
    static let plain = text(["", ""])

    private static func text(_ additions: [String]) -> String {
        let members = additions.enumerated().map { index, addition in
            "INS*Y*18*021*20*A***FT~REF*0F*100\(index)~DTP*356*D8*20250601~"
                + "NM1*IL*1*DOE*JOHN~\(addition)DMG*D8*19800101*M~HD*021**HLT*PLAN~"
                + "DTP*348*D8*20250601~"
        }.joined()
        let count = 5 + members.filter { $0 == "~" }.count
        return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *250701*2149*^"
            + "*00501*000000001*0*T*:~GS*BE*SENDER*RECEIVER*20250701*2149*1*X*005010X220A1~"
            + "ST*834*0001*005010X220A1~BGN*00*1*20250701*2149****2~N1*P5*SPONSOR*FI*987654321~"
            + "N1*IN*PAYER*FI*123456789~\(members)SE*\(count)*0001~GE*1*1~IEA*1*000000001~"
    }
}
