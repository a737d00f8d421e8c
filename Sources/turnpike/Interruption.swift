import Conversion

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ends the command as its user or system asks, and leaves no half file.
///
/// The signals are blocked everywhere and waited for by a thread of its own, which may do what a
/// signal handler must not: take locks, remove files.
enum Interruption {
    /// Begins to wait; called before there are other threads, which inherit what is blocked.
    static func watch() {
        var signals = awaited
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        #if canImport(Darwin)
            var thread: pthread_t?
            pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
        #else
            var thread = pthread_t()
            pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
        #endif
    }

    /// Ctrl-C, a request to end, a terminal that is gone; none that whoever started the command
    /// wants ignored, as nohup does.
    private static let awaited: sigset_t = {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let handler = signal(number, SIG_DFL)
            if unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            } else {
                sigaddset(&signals, number)
            }
        }
        return signals
    }()

    private static func wait() -> UnsafeMutableRawPointer? {
        var signals = awaited
        var number: Int32 = 0
        guard sigwait(&signals, &number) == 0 else { return nil }
        Console.progress?.erase()
        TemporaryFiles.removeAll {
            // As the signal would have ended it, so that a shell sees what happened.
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            raise(number)
            _exit(128 + number)
        }
        return nil
    }
}
