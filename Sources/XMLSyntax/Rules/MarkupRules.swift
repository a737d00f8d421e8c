import Diagnostics

extension Rule {
    static let markupMalformed = Rule(
        "xml.markup.malformed", .error, "Markup is well formed",
        help: """
            A tag, a comment, an instruction or a section is not written as XML has it. The \
            document is read up to there.
            """)
    static let elementMismatch = Rule(
        "xml.element.mismatch", .error, "An element ends with the name that it begins with",
        help:
            "An end tag names another element than the one that is open: one of the two is missing."
    )
    static let attributeMalformed = Rule(
        "xml.attribute.malformed", .error, "An attribute has a value in quotation marks",
        help: "A value lacks its quotation marks or its end, or holds a < that is not written &lt;."
    )
    static let attributeRepeated = Rule(
        "xml.attribute.repeated", .error, "An attribute comes once in a tag",
        help: "Two attributes of one tag have the same name; which of them counts cannot be known.")
    static let namespaceUndeclared = Rule(
        "xml.namespace.undeclared", .error, "The prefix of a name is declared",
        help: "A prefix stands for a namespace that xmlns:prefix declares, in the tag or around it."
    )
}

extension Rule {
    // MARK: Schemas

    static let schemaElement = Rule(
        "xml.schema.element", .error, "An element stands where the schema has it",
        help: "The schema has no such element here, or another before it.")
    static let schemaMissing = Rule(
        "xml.schema.missing", .error, "What the schema requires is there",
        help: "An element ends without one that it must hold, or lacks an attribute.")
    static let schemaAttribute = Rule(
        "xml.schema.attribute", .error, "An attribute is one that the schema has",
        help: "The schema has no such attribute of the element.")
    package static let schemaValue = Rule(
        "xml.schema.value", .error, "A value is of the type that the schema gives it",
        help: "The text or the attribute is no value of its type, or breaks a limit or a pattern.")
    static let schemaText = Rule(
        "xml.schema.text", .error, "Text stands where the schema allows it",
        help: "The element holds other elements alone, or nothing.")
    static let schemaKey = Rule(
        "xml.schema.key", .error, "Keys are unique, and references name one",
        help:
            "A value that must be unique comes twice, or a reference names a key that is not there."
    )
    static let schemaOther = Rule(
        "xml.schema.other", .error, "A document keeps its schema",
        help: "The schema allows something else here.")
}
