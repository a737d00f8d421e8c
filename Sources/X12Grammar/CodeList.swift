/// A code list of a dictionary, which elements of guides name with `@`.
public struct CodeList: Sendable, Hashable {
    /// `state`
    public let name: String
    /// `States and provinces (US Postal Service)`
    public let title: String
    /// Whether someone else keeps the list; it has no codes here then.
    public let isExternal: Bool
    /// In the order of the file.
    public let codes: [String]
}
