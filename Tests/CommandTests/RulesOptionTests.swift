import Testing

/// `--rules PATH`: settings in a file, and what is told of a wrong one.
struct RulesOptionTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(Sample.dirty, to: "dirty")
        try folder.write("x12.segment.unknown warning  # a segment of their own\n", to: "lower")
        try folder.write("x12.segment.unknown off\n", to: "off")
        try folder.write("\nx12.segment.unknwon off\n", to: "unknown")
        try folder.write("x12.segment.unknown\n", to: "short")
    }

    @Test(
        arguments: [
            ([], 1, "error: A segment id"), (["--rules", "lower"], 0, "warning: A segment id"),
            (["--rules", "off"], 0, "2 records accepted, 0 set aside; 0 errors, 0 warnings"),
            (
                ["--rules", "unknown"], 64,
                "turnpike: unknown:2: no rule has the id x12.segment.unknwon"
            ),
            (["--rules", "short"], 64, "turnpike: short:1: a line is a rule's id, and off, note"),
            (["--rules", "missing"], 66, "turnpike: missing: cannot be opened: "),
            (["--rules", "."], 74, "turnpike: .: reading failed: "),
            (["--rules", "/dev/zero"], 64, "turnpike: /dev/zero: rule settings are UTF-8 text"),
        ] as [([String], Int32, String)])
    func rules(_ options: [String], _ status: Int32, _ message: String) throws {
        let convert = try Command.run(
            ["convert", "dirty", "--output", "out"] + options, in: folder)
        #expect(convert.status == status)
        #expect(convert.errors.contains(message), "\(convert.errors)")
        let validate = try Command.run(["validate", "dirty"] + options, in: folder)
        #expect(validate.status == status)
        let report = validate.errors + validate.lines.joined(separator: "\n")
        #expect(report.contains(message), "\(report)")
    }
}
