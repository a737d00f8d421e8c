import Diagnostics
import Synchronization

/// What was noticed at the end of an input; outlives the source that was read.
final class InputEnd: Sendable {
    private let state = Mutex<ConversionFailure?>(nil)
    private let growth = Mutex(false)

    /// Why the input ended before its end, if it did.
    var failure: ConversionFailure? {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }

    /// Whether its file was longer there than when it was opened.
    var hasGrown: Bool {
        get { growth.withLock { $0 } }
        set { growth.withLock { $0 = newValue } }
    }

    /// What there is to say of the input as a whole.
    ///
    /// - Parameter offset: where its reading ended.
    func findings(at offset: Int) -> [Finding] {
        hasGrown ? [Finding(.fileGrown, at: ByteRange(offset, offset))] : []
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

    /// The rules of inputs of any kind.
    package static let inputRules: [Rule] = [.fileGrown]
}
