import Diagnostics

extension Rule {
    static let limitDepth = Rule(
        "xml.limit.depth", .error, "Elements stand a few inside one another, not hundreds",
        help: "A document as deep as this one seems made to exhaust who reads it.")
    static let limitAttributes = Rule(
        "xml.limit.attributes", .error, "An element has a few attributes, not thousands",
        help: "A tag with as many seems made to exhaust who reads it.")
    static let limitNamespaces = Rule(
        "xml.limit.namespaces", .error, "A few namespaces are declared at one place, not hundreds",
        help: "As many seem made to exhaust who reads the document.")
    static let limitText = Rule(
        "xml.limit.text", .error, "A text is of a size that can be held",
        help: """
            The text between two tags, or the value of an attribute, is held in memory whole: it \
            has at most ten million bytes. A document that is embedded in base64 and says so is \
            not held, and may have any length.
            """)
    static let limitName = Rule(
        "xml.limit.name", .error, "A name is of a length that a person could write",
        help: "The name of an element or attribute is longer than any format has.")
    static let limitNames = Rule(
        "xml.limit.names", .error, "A format has a limited number of names",
        help: "The input has more different names of elements and attributes than any format.")
    static let limitToken = Rule(
        "xml.limit.token", .error,
        "A tag, a comment or an instruction is of a size that can be held",
        help: "Each is held in memory whole. Often its end is missing.")
    static let limitDocument = Rule(
        "xml.limit.document", .error, "A document is of a size that a sender could mean",
        help: "The document is longer than any that is read here. Send it in parts.")
    static let limitMemory = Rule(
        "xml.limit.memory", .error, "There is memory for a document",
        help: "The machine has no memory left for what the document needs.")
    static let limitFindings = Rule(
        "xml.limit.findings", .error, "A document has few enough findings to list them",
        help: "Only the first are listed; this one stands for all others of the document.")
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let xmlRules: [Rule] = [
        .documentNone, .documentCut, .documentTrailing, .doctypeRefused, .entityUndeclared,
        .includeIgnored, .encodingInvalid, .encodingRefused, .characterForbidden,
        .markupMalformed, .elementMismatch, .attributeMalformed, .attributeRepeated,
        .namespaceUndeclared, .schemaElement, .schemaMissing, .schemaAttribute, .schemaValue,
        .schemaText, .schemaKey, .schemaOther, .limitDepth, .limitAttributes, .limitNamespaces,
        .limitText, .limitName, .limitNames, .limitToken, .limitDocument, .limitMemory,
        .limitFindings,
    ]
}
