import Diagnostics

extension Rule {
    static let documentNone = Rule(
        "xml.document.none", .error, "An XML document begins with a tag",
        help: "The input, or what stands where a document should, is no XML. Look what it is.")
    static let documentCut = Rule(
        "xml.document.cut", .error, "An XML document ends with the end of its first element",
        help: """
            The input ends before the document does: it was cut, or its transfer broke off. What came \
            before is read. Fetch the file again.
            """)
    static let documentTrailing = Rule(
        "xml.document.trailing", .error, "A document is followed by another, or by nothing",
        help: """
            Text stands behind the end of a document. Comments, instructions and white space may, \
            and another document; reading goes on where the next XML declaration is.
            """)
    static let doctypeRefused = Rule(
        "xml.doctype.refused", .error, "A document has no document type declaration",
        help: """
            DOCTYPE can declare entities that read files, ask other computers or grow without end. \
            No format that is read here needs it: remove it, with the entities that it declares.
            """)
    static let entityUndeclared = Rule(
        "xml.entity.undeclared", .error, "An entity is one of the five of XML, or a number",
        help: """
            XML knows &lt; &gt; &amp; &quot; &apos; and numbers. Others, such as \
            &nbsp; of HTML, would be declared in a DOCTYPE, which is refused. Write the character.
            """)
    static let includeIgnored = Rule(
        "xml.include.ignored", .warning, "A document includes no other",
        help: "XInclude is not followed; nothing was read. The element is one like any other.")

    // MARK: Encoding

    static let encodingInvalid = Rule(
        "xml.encoding.invalid", .error, "The bytes of a document are text in its encoding",
        help: """
            A document without a declaration is in UTF-8. These bytes are not: often a file in \
            Windows-1252 lacks encoding="windows-1252" in its first line. What was converted from \
            UTF-16 or to it may still declare what it was.
            """)
    static let encodingRefused = Rule(
        "xml.encoding.refused", .error, "A document is in UTF-8, UTF-16 or an encoding of one byte",
        help: """
            UTF-8, UTF-16, US-ASCII, ISO-8859 and Windows-125x are read. In others, such as UTF-7, \
            markup can hide; UTF-32 and UCS are read by few. Convert the file to UTF-8.
            """)
    static let characterForbidden = Rule(
        "xml.character.forbidden", .error, "A character is one that XML allows",
        help: "Control characters and halves of surrogates have no place in XML, even as numbers.")
}
