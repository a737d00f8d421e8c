import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Parts as files of a folder, which get their names when all are complete: `members.001.834`.
///
/// New files are the owner's alone, as they hold what the input holds.
struct PartFolder: PartStore, ~Copyable {
    private let names: PartNames
    private let replaces: Bool
    private var part: PartFile?
    private var partCount = 0
    private var rest: PartFile?
    private var held: HeldBytes
    private var isFinished = false
    private let isNew: Bool

    private init(_ names: PartNames, replaces: Bool, isNew: Bool) {
        self.names = names
        self.replaces = replaces
        self.isNew = isNew
        held = HeldBytes(names.temporary("held"))
    }

    /// Makes the folder where it is missing.
    ///
    /// - Parameter replaces: whether the parts of an earlier split may be replaced.
    static func open(_ names: PartNames, replaces: Bool) throws(ConversionFailure) -> PartFolder {
        let isNew = try create(names.folder)
        if !replaces, let path = names.firstThere() {
            throw .wrongUsage("\(path) is there already; --overwrite replaces it")
        }
        return PartFolder(names, replaces: replaces, isNew: isNew)
    }

    /// Whether the folder was not there.
    private static func create(_ folder: FilePath) throws(ConversionFailure) -> Bool {
        if folder.isEmpty || folder.withPlatformString({ mkdir($0, 0o700) }) == 0 {
            return !folder.isEmpty
        }
        let error = Errno(rawValue: errno)
        if error == .fileExists { return false }
        throw .cannotWrite(folder.string, error)
    }

    deinit {
        guard !isFinished else { return }
        for number in stride(from: 1, through: partCount, by: 1) {
            TemporaryFiles.remove(names.temporary(String(number)))
        }
        TemporaryFiles.remove(names.temporary("rest"))
        if isNew { _ = names.folder.withPlatformString { rmdir($0) } }
    }

    // MARK: Parts

    mutating func beginPart() throws(ConversionFailure) {
        partCount += 1
        part = try PartFile(names.temporary(String(partCount)), for: names.part(partCount, of: 1))
    }

    mutating func write(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure) {
        try part?.write(bytes)
    }

    mutating func endPart() throws(ConversionFailure) {
        try part?.close()
        part = nil
    }

    mutating func mend(_ mends: [PartMend]) throws(ConversionFailure) {
        var rest = mends[...]
        while let number = rest.first?.part {
            let own = rest.prefix { $0.part == number }
            rest = rest[own.endIndex...]
            try PartFile.mend(
                names.temporary(String(number + 1)), Array(own),
                for: names.part(number + 1, of: partCount))
        }
    }

    mutating func writeRest(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure) {
        if rest == nil { rest = try PartFile(names.temporary("rest"), for: names.rest) }
        try rest?.write(bytes)
    }

    mutating func hold(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure) {
        try held.add(bytes)
    }

    mutating func releaseToPart() throws(ConversionFailure) {
        while let bytes = try held.next() { try part?.write(bytes) }
    }

    mutating func releaseToRest(leavingOut offsets: [Int]) throws(ConversionFailure) {
        var position = 0
        while let bytes = try held.next() {
            try writeRest(bytes.leavingOut(offsets, from: position))
            position += bytes.count
        }
    }

    // MARK: The end

    /// Gives all files their names; those of the parts, and of what no part holds.
    mutating func finish() throws(ConversionFailure) -> (parts: [String], rest: String?) {
        try endPart()
        try rest?.close()
        let hasRest = rest != nil
        rest = nil
        var moves = stride(from: 1, through: partCount, by: 1).map {
            (names.temporary(String($0)), names.part($0, of: partCount))
        }
        if hasRest { moves.append((names.temporary("rest"), names.rest)) }
        if !replaces, let there = moves.first(where: { PartNames.isThere($0.1) }) {
            throw .cannotWrite(there.1.string, .fileExists)
        }
        for (temporary, path) in moves {
            if let error = TemporaryFiles.finish(temporary, as: path) {
                throw .cannotWrite(path.string, error)
            }
        }
        isFinished = true
        if replaces { names.removeEarlier(keeping: Set(moves.map(\.1))) }
        return (moves.prefix(partCount).map(\.1.string), hasRest ? names.rest.string : nil)
    }
}
