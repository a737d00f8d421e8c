import Conversion
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Shows on the terminal how far long work has come, and leaves no trace of it.
final class ProgressBar: ProgressObserver {
    private struct State {
        var isDrawn = false
        /// When it may be drawn next.
        var next: ContinuousClock.Instant
    }

    private let start = ContinuousClock.now
    private let state: Mutex<State>
    private let isOutputShared: Bool

    /// Work that is shorter needs no bar.
    private static let patience = Duration.seconds(2)
    private static let interval = Duration.milliseconds(200)

    /// `nil` where standard error is no terminal, or one that cannot erase a line.
    static func start() -> ProgressBar? {
        Console.isScreen(STDERR_FILENO) ? ProgressBar() : nil
    }

    private init() {
        state = Mutex(State(next: start + ProgressBar.patience))
        isOutputShared = Console.isOutputTerminal
    }

    func advance(to byteCount: Int, of total: Int?) {
        let now = ContinuousClock.now
        state.withLock { state in
            guard now >= state.next else { return }
            state.next = now + ProgressBar.interval
            state.isDrawn = true
            let line = ProgressLine(byteCount: byteCount, total: total, elapsed: now - start)
            ProgressBar.write("\r\(line.text(width: ProgressBar.width - 1))\u{1B}[K")
        }
    }

    func willWrite(to stream: StandardStream) {
        switch stream {
        case .error: erase()
        case .output: if isOutputShared { erase() }
        }
    }

    /// Takes the bar away; the next advance may draw it again.
    func erase() {
        state.withLock { state in
            guard state.isDrawn else { return }
            state.isDrawn = false
            ProgressBar.write("\r\u{1B}[K")
        }
    }

    private static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return Int(size.ws_col)
    }

    private static func write(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll(Array(text.utf8))
    }
}
