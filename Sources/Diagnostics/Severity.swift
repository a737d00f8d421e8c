/// How much a finding matters: only an error sets a record aside.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing is wrong.
    case note
    /// May be wrong.
    case warning
    /// Wrong: sets a record aside, or belongs to the file.
    case error

    public static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }

    /// As printed and as written in JSON.
    public var name: StaticString {
        switch self {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
