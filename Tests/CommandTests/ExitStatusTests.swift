import Foundation
import Testing

/// The exit status is the first that applies of 74, 66, 65, 1, 0; usage errors are 64.
struct ExitStatusTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(Sample.plain, to: "plain")
        try folder.write(Sample.dirty, to: "dirty")
        try folder.write("hello", to: "text")
        try folder.write("", to: "empty")
    }

    @Test(
        arguments: [
            (["plain"], 0), (["dirty"], 1), (["text"], 65), (["empty"], 65), (["missing"], 66),
            (["."], 65), (["/dev/null"], 65), (["-"], 65), (["plain", "plain"], 0),
            (["plain", "dirty"], 1), (["dirty", "text"], 65), (["text", "dirty", "plain"], 65),
            (["missing", "text", "dirty"], 66), (["plain", "missing"], 66),
        ] as [([String], Int32)])
    func ofInputs(_ inputs: [String], _ status: Int32) throws {
        for command in ["convert", "validate"] {
            let result = try Command.run([command] + inputs, in: folder)
            #expect(result.status == status, "\(command)")
            #expect(!result.isKilled)
        }
    }

    @Test(
        arguments: [
            ["convert"], ["convert", "plain", "--nonsense"], ["convert", "plain", "--to", "csv"],
            ["convert", "plain", "--on-error", "maybe"], ["convert", "plain", "--jobs", "0"],
            ["convert", "plain", "--jobs", "many"], ["convert", "plain", "--output"],
            ["validate"], ["inspect"], ["rule", "no.such.rule"], ["guide", "999"], ["nonsense"],
            ["schema", "nonsense"], ["generate", "837"], ["generate", "834", "--defects", "2"],
            ["generate", "834", "--records", "many"],
            ["generate", "834", "--claims-per-set", "5"], ["generate", "837p", "--shape", "daily"],
            ["generate", "837i", "--members-per-set", "5"],
            ["generate", "837d", "--claims-per-set", "0"],
            ["convert", "plain", "--profile", "elsewhere"], ["validate", "plain", "--profile", ""],
            ["convert", "plain", "--output", "a", "--rejects", "a"],
            ["convert", "plain", "--output", "a", "--findings", "./a"],
            ["convert", "plain", "--rejects", "-"],
            ["convert", "plain", "--output", "plain"],
            ["convert", "plain", "dirty", "--findings", "dirty"],
        ])
    func usage(_ arguments: [String]) throws {
        let result = try Command.run(arguments, in: folder)
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
        #expect(try folder.read("plain") == Sample.plain)
        #expect(try folder.names == ["dirty", "empty", "plain", "text"])
    }

    @Test(
        arguments: [
            ["--output", "no/such/folder/a"], ["--rejects", "no/such/folder/a"],
            ["--findings", "no/such/folder/a"], ["--summary", "no/such/folder/a"],
            ["--output", "."],
        ])
    func anOutputThatCannotBeOpened(_ options: [String]) throws {
        let result = try Command.run(["convert", "plain"] + options, in: folder)
        #expect(result.status == 74)
        #expect(result.output.isEmpty, "nothing is converted for nothing")
        #expect(result.errors.contains(options[1]))
        #expect(try folder.names == ["dirty", "empty", "plain", "text"])
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
        arguments: ["--output", "--rejects", "--findings", "--summary"])
    func aFullDisk(_ option: String) throws {
        let result = try Command.run(
            ["convert", "missing", "dirty", option, "/dev/full"], in: folder)
        #expect(result.status == 74)
        #expect(result.errors.contains("writing /dev/full failed"))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
    func readingFails() throws {
        let result = try Command.run(["convert", "/proc/self/mem", "plain"], in: folder)
        #expect(result.status == 74)
        #expect(result.errors.contains("/proc/self/mem: reading failed"))
        #expect(result.lines.count == 2, "the other input is converted")
    }

    @Test func messagesNameTheInput() throws {
        let result = try Command.run(["convert", "missing", "text", "empty"], in: folder)
        let lines = result.errors.components(separatedBy: "\n").dropLast()
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("missing: cannot be opened"))
        #expect(lines[1].hasPrefix("text: this is text without an ISA segment"))
        #expect(lines[2].hasPrefix("empty: this is an empty file"))
    }
}
