/// Keeps a part that few records have elsewhere in memory, so that to copy a record is not to copy
/// the room of all that it lacks.
///
/// A value like any other: copies do not see each other's changes.
@propertyWrapper
public struct Indirect<Value: Sendable & Hashable>: Sendable, Hashable {
    private indirect enum Storage: Sendable, Hashable {
        case none
        case some(Value)
    }
    private var storage = Storage.none

    /// Nothing.
    public init() {}

    /// - Parameter wrappedValue: the part; `nil` where there is none.
    public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    /// The part; `nil` where there is none.
    public var wrappedValue: Value? {
        get {
            switch storage {
            case .none: nil
            case .some(let value): value
            }
        }
        set { storage = newValue.map { .some($0) } ?? .none }
    }
}
