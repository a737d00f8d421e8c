/// A code list of a dictionary, which elements of guides name with `@`.
public struct CodeList: Sendable, Hashable {
    /// `state`
    public let name: String
    /// `States and provinces (US Postal Service)`
    public let title: String
    /// Whether someone else keeps the list; it has no codes here, or a copy of them.
    public let isExternal: Bool
    /// Whether the codes are a copy of a list that someone else keeps, who may have added to it
    /// since.
    public var isCopied: Bool { isExternal && !codes.isEmpty }
    /// In the order of the file.
    public let codes: [String]
}
