import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the files of a split are called: after the input, with a number before its ending.
struct PartNames: Sendable {
    let folder: FilePath
    private let stem: String
    private let ending: String

    /// Numbers have at least three digits, and as many as the last one needs.
    private static let widths = 3...9

    /// - Parameter name: what the input is called, a path; `nil` for standard input, whose parts are
    ///   `part.001.x12`. Parts are not packed, so the ending that says so is left out.
    init(of name: String?, folder: String) {
        self.folder = FilePath(folder)
        var name = name.flatMap { FilePath($0).lastComponent }
        if name?.extension?.lowercased() == "gz" {
            name = name.flatMap { FilePath.Component($0.stem) }
        }
        stem = name?.stem ?? "part"
        ending = name?.extension ?? "x12"
    }

    /// A part by its number, from 1, and the number of the last.
    func part(_ number: Int, of last: Int) -> FilePath {
        part(number, width: max(PartNames.widths.lowerBound, String(last).utf8.count))
    }

    private func part(_ number: Int, width: Int) -> FilePath {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
        return path("\(stem).\(zeros)\(digits).\(ending)")
    }

    /// What no part holds.
    var rest: FilePath { path("\(stem).rest.\(ending)") }

    /// Where a file is written before it gets its name.
    func temporary(_ name: String) -> FilePath { path(".\(stem).\(name).\(getpid()).partial") }

    private func path(_ name: String) -> FilePath {
        FilePath.Component(name).map { folder.appending($0) } ?? folder
    }

    static func isThere(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withPlatformString { lstat($0, &status) } == 0
    }

    /// A file of an earlier split, if there is one.
    func firstThere() -> FilePath? {
        (PartNames.widths.map { part(1, width: $0) } + [rest]).first(where: PartNames.isThere)
    }

    /// Removes the files of an earlier split, whose parts are numbered without a gap.
    func removeEarlier(keeping kept: Set<FilePath>) {
        if !kept.contains(rest) { PartFile.remove(rest) }
        for width in PartNames.widths {
            var number = 1
            while PartNames.isThere(part(number, width: width)) {
                let path = part(number, width: width)
                if !kept.contains(path), !PartFile.remove(path) { break }
                number += 1
            }
        }
    }
}
