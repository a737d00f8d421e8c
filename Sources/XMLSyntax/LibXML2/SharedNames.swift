import CLibXML2

/// The strings of names, kept from one document to the next, so that the same name has the same
/// address in all of an input.
struct SharedNames: ~Copyable {
    private var dictionary: xmlDictPtr?

    /// As many strings are kept, prefixes and namespaces among them.
    private static let limit = 60_000

    init() {}

    deinit {
        if let dictionary { xmlDictFree(dictionary) }
    }

    /// Has a parser that has read nothing use them.
    ///
    /// - Returns: whether they are those of the document before.
    mutating func use(in context: xmlParserCtxtPtr) -> Bool {
        if let old = dictionary, Int(xmlDictSize(old)) > Self.limit {
            xmlDictFree(old)
            dictionary = nil
        }
        guard let dictionary else {
            // Those of this document are the first.
            if let first = context.pointee.dict, xmlDictReference(first) == 0 {
                self.dictionary = first
            }
            return false
        }
        guard xmlDictReference(dictionary) == 0 else { return false }
        xmlDictFree(context.pointee.dict)
        context.pointee.dict = dictionary
        // What the parser compares with is looked for by address.
        context.pointee.str_xml = xmlDictLookup(dictionary, "xml", 3)
        context.pointee.str_xmlns = xmlDictLookup(dictionary, "xmlns", 5)
        context.pointee.str_xml_ns = xmlDictLookup(
            dictionary, "http://www.w3.org/XML/1998/namespace", 36)
        return true
    }
}
