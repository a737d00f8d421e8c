import Synchronization
import SystemPackage

/// Is told how far the reading of a run's inputs has come; for a progress bar.
///
/// Calls come often, and need not come from one thread.
public protocol ProgressObserver: Sendable {
    /// - Parameters:
    ///   - byteCount: bytes read of the inputs, as they are stored.
    ///   - total: of all inputs; `nil` where one of them has no known size.
    func advance(to byteCount: Int, of total: Int?)

    /// Comes before each writing to a standard stream.
    func willWrite(to stream: StandardStream)
}

/// Where messages and output go when no file is named.
public enum StandardStream: Sendable {
    /// Standard output.
    case output
    /// Standard error.
    case error
}

/// Adds up what has been read of the inputs of a run.
final class InputProgress: Sendable {
    private struct State {
        var done = 0
        /// Where `done` stands when the file that is being read has been read.
        var fileEnd = 0
        var sizes: ArraySlice<Int?>
    }

    private let state: Mutex<State>
    private let total: Int?
    private let observer: any ProgressObserver

    init(of list: InputList, _ observer: any ProgressObserver) {
        let sizes = list.places.map { $0.path.flatMap { FileIdentity.regularSize(of: $0) } }
        total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
        state = Mutex(State(sizes: sizes[...]))
        self.observer = observer
    }

    func beginFile() {
        state.withLock { $0.fileEnd = $0.done + (($0.sizes.popFirst() ?? nil) ?? 0) }
    }

    /// What was not read of a file, as it did not have to be, is behind us as well.
    func finishFile() {
        if total != nil { state.withLock { $0.done = $0.fileEnd } }
    }

    func add(_ byteCount: Int) {
        let done = state.withLock { state in
            state.done += byteCount
            return state.done
        }
        observer.advance(to: done, of: total)
    }
}

/// Reckons how far the writing of a file of so many records has come.
///
/// How long the file will be nobody knows before: as much longer than now as more records are to come.
package final class OutputProgress: Sendable {
    private struct State {
        var byteCount = 0
        var records = 0
    }

    private let state = Mutex(State())
    private let records: Int
    private let observer: any ProgressObserver

    /// - Parameters:
    ///   - records: how many the file will have.
    ///   - observer: is told.
    package init(of records: Int, _ observer: any ProgressObserver) {
        self.records = records
        self.observer = observer
    }

    /// Says that what is written next ends behind so many records.
    package func reach(_ records: Int) { state.withLock { $0.records = records } }

    /// Adds bytes that were written.
    package func add(_ byteCount: Int) {
        let state = state.withLock { state in
            state.byteCount += byteCount
            return state
        }
        observer.advance(to: state.byteCount, of: total(state))
    }

    private func total(_ state: State) -> Int? {
        guard state.records > 0 else { return nil }
        let share = Double(records) / Double(state.records)
        return max(state.byteCount, Int(Double(state.byteCount) * share))
    }
}
