#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread that does one work to its end: that of a queue, say.
final class Worker: @unchecked Sendable {
    private let work: @Sendable () -> Void
    private var thread: pthread_t?

    /// `nil` where the system has no thread to give.
    init?(_ work: @escaping @Sendable () -> Void) {
        self.work = work
        let worker = Unmanaged.passRetained(self)
        #if canImport(Darwin)
            let status = pthread_create(
                &thread, nil,
                { raw in
                    Worker.run(raw)
                    return nil
                }, worker.toOpaque())
        #else
            var handle = pthread_t()
            let status = pthread_create(
                &handle, nil,
                { raw in
                    if let raw { Worker.run(raw) }
                    return nil
                }, worker.toOpaque())
            thread = handle
        #endif
        guard status == 0 else {
            worker.release()
            return nil
        }
    }

    private static func run(_ raw: UnsafeMutableRawPointer) {
        let worker = Unmanaged<Worker>.fromOpaque(raw).takeRetainedValue()
        worker.work()
    }

    /// Waits for its end.
    func join() {
        if let thread { pthread_join(thread, nil) }
    }
}
