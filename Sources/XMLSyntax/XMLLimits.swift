/// How much of one thing an XML document may have before it is a finding and reading it ends.
package struct XMLLimits: Sendable {
    /// Elements inside one another.
    package var depth = 256
    /// Attributes of an element, declarations of namespaces among them.
    package var attributes = 1000
    /// Declarations of namespaces that hold at one place.
    package var namespaces = 256
    /// Bytes of text between two tags, and of an attribute's value.
    package var textBytes = 10_000_000
    /// Bytes of a name without its prefix.
    package var nameBytes = 1000
    /// Different names of elements and attributes in an input.
    package var names = 50_000
    /// Bytes of a tag, a comment or an instruction, which is read whole.
    package var tokenBytes = 16 << 20
    /// Bytes of a document.
    package var documentBytes = 256 << 30
    /// Findings of a child of the root that are listed; one more stands for the rest.
    package var findings = 1000

    package init() {}
}
