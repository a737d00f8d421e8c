import Archives
import Diagnostics
import Synchronization

/// What was noticed at the end of an input; outlives the source that was read.
final class InputEnd: Sendable {
    private let state = Mutex<ConversionFailure?>(nil)
    private let changes = Mutex((grew: false, shrank: false))
    /// Bytes in no member of the archive of which it is the first.
    let surplus: ZipSurplus

    init(_ surplus: ZipSurplus = ZipSurplus()) { self.surplus = surplus }

    /// Why the input ended before its end, if it did.
    var failure: ConversionFailure? {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }

    /// Notes what became of the file since it was opened.
    func note(_ file: InputFile?) {
        guard let file else { return }
        changes.withLock { $0 = (file.hasGrown, file.hasShrunk) }
    }

    /// What there is to say of the input as a whole.
    ///
    /// - Parameter offset: where its reading ended.
    func findings(at offset: Int) -> [Finding] {
        var found: [Finding] = []
        if surplus.trailingCount > 0 {
            found.append(
                Finding(
                    .archiveTrailing, at: ByteRange(offset, offset),
                    expected: "nothing, where \(surplus.trailingCount) bytes follow"))
        }
        if surplus.unlistedCount > 0 {
            found.append(
                Finding(
                    .archiveUnlisted, at: ByteRange(offset, offset),
                    expected: "nothing else, where \(surplus.unlistedCount) bytes are"))
        }
        let (grew, shrank) = changes.withLock { $0 }
        if grew { found.append(Finding(.fileGrown, at: ByteRange(offset, offset))) }
        if shrank { found.append(Finding(.fileShrunk, at: ByteRange(offset, offset))) }
        return found
    }
}

extension Rule {
    static let fileGrown = Rule(
        "input.file.grown", .note, "A file is complete when it is opened",
        help: """
            It was longer when its end was read than when it was opened: something still wrote to it. \
            All up to that end was read. Whether more came later is not known; convert it again when \
            it is complete.
            """)

    static let fileShrunk = Rule(
        "input.file.shrunk", .error, "A file keeps its bytes while it is read",
        help: """
            It was shorter when its end was read than when it was opened: something cut it or wrote it \
            anew. What is missing is in no record, and nobody knows what it was. Convert it again when it \
            is complete.
            """)

    static let archiveTrailing = Rule(
        "input.archive.trailing", .warning, "Nothing follows the end of an archive",
        help: """
            Bytes follow the zip archive that this is the first member of: zeros up to a full record, or \
            the end of a line, as some programs that pass files on add them. They are in no member, \
            and all members were read; other programs may call the archive damaged.
            """)

    static let archiveUnlisted = Rule(
        "input.archive.unlisted", .warning, "The directory of an archive names all that is in it",
        help: """
            In the zip archive that this is the first member of stand bytes that are in no member which \
            its directory names: often a member of an earlier state. They were not read, as other \
            programs may take them for a file and most do not see them. Pack the files anew.
            """)

    /// The rules of inputs of any kind.
    package static let inputRules: [Rule] = [
        .fileGrown, .fileShrunk, .archiveTrailing, .archiveUnlisted,
    ]
}
