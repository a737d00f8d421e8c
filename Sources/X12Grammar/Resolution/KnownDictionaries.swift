import Synchronization

/// The dictionaries of a library whose files are known to be right, each read once.
final class KnownDictionaries: Sendable {
    /// Few: looking through them all is quicker than a hash table is made.
    private let known = Mutex<[X12Dictionary]>([])

    /// The one of that name, made where nobody has asked for it before.
    func dictionary(_ name: String, make: () -> X12Dictionary?) -> X12Dictionary? {
        known.withLock { known in
            if let dictionary = known.first(where: { $0.name == name }) { return dictionary }
            guard let dictionary = make() else { return nil }
            known.append(dictionary)
            return dictionary
        }
    }
}
