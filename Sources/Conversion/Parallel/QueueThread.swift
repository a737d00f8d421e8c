#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread of the system that does one work to its end: that of a queue, say.
final class QueueThread: @unchecked Sendable {
    private let body: @Sendable () -> Void
    private var thread: pthread_t?

    /// `nil` where the system has no thread to give.
    init?(_ body: @escaping @Sendable () -> Void) {
        self.body = body
        let retained = Unmanaged.passRetained(self)
        #if canImport(Darwin)
            let status = pthread_create(
                &thread, nil,
                { raw in
                    QueueThread.run(raw)
                    return nil
                }, retained.toOpaque())
        #else
            var handle = pthread_t()
            let status = pthread_create(
                &handle, nil,
                { raw in
                    if let raw { QueueThread.run(raw) }
                    return nil
                }, retained.toOpaque())
            thread = handle
        #endif
        guard status == 0 else {
            retained.release()
            return nil
        }
    }

    private static func run(_ raw: UnsafeMutableRawPointer) {
        Unmanaged<QueueThread>.fromOpaque(raw).takeRetainedValue().body()
    }

    /// Waits for its end.
    func join() {
        if let thread { pthread_join(thread, nil) }
    }
}
