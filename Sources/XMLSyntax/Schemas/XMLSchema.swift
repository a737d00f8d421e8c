import CLibXML2
import Diagnostics
import Synchronization

/// A W3C schema, compiled from memory: what it imports or includes is not read, and breaks it.
///
/// Any number of readers use one at a time, on any threads: nothing in it changes any more.
package final class XMLSchema: @unchecked Sendable {
    let pointer: xmlSchemaPtr
    /// The namespace of what it describes; `nil` where it has none.
    let target: String?
    /// Whether it compares elements with one another, so that it must see all of a document.
    let comparesElements: Bool
    /// What tells what is surely right by it; `nil` where it says more than tables can tell.
    let tables: QuickSchema?
    private let text: String
    /// What stands in quotation marks in the text, made when it is first asked for.
    private let words = Mutex<Set<Substring>>([])

    /// - Throws: where the first problem of the schema is.
    package convenience init(_ text: String) throws(XMLSchemaProblem) {
        let elements = try Self.elements(of: text)
        try self.init(text, elements, QuickSchemaMaker.tables(of: elements))
    }

    /// The same with tables of somebody else.
    convenience init(_ text: String, tables: QuickSchema?) throws(XMLSchemaProblem) {
        try self.init(text, try Self.elements(of: text), tables)
    }

    private init(
        _ text: String, _ elements: SchemaElements, _ tables: QuickSchema?
    ) throws(XMLSchemaProblem) {
        target = elements.elements.first?["targetNamespace"]
        comparesElements = elements.elements.contains {
            ["unique", "key", "keyref"].contains($0.name)
        }
        self.tables = tables
        guard LibXML2.prepare() else { throw XMLSchemaProblem(line: 0, code: 0) }
        var problem = XMLSchemaProblem(line: 0, code: 0)
        var bytes = Array(text.utf8)
        let schema = bytes.withUnsafeMutableBytes { raw in
            withUnsafeMutablePointer(to: &problem) { Self.compile(raw, $0) }
        }
        guard let schema else { throw problem }
        guard problem.code == 0 else {
            xmlSchemaFree(schema)
            throw problem
        }
        pointer = schema
        self.text = text
    }

    deinit { xmlSchemaFree(pointer) }

    /// Reads it as any document first, so that nothing in it is declared, expanded or loaded.
    private static func elements(
        of text: String
    ) throws(XMLSchemaProblem) -> SchemaElements {
        var reader = XMLReader()
        Array(text.utf8).withUnsafeBytes { reader.feed($0) }
        var elements = SchemaElements()
        while let event = reader.next() { elements.take(event, reader) }
        reader.finish()
        if let first = reader.takeFindings().first {
            throw XMLSchemaProblem(line: first.line, code: 0)
        }
        return elements
    }

    private static func compile(
        _ bytes: UnsafeMutableRawBufferPointer, _ problem: UnsafeMutablePointer<XMLSchemaProblem>
    ) -> xmlSchemaPtr? {
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let parser = xmlSchemaNewMemParserCtxt(start, Int32(clamping: bytes.count)) else {
            return nil
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        let report: xmlStructuredErrorFunc = { context, error in
            let problem = context?.assumingMemoryBound(to: XMLSchemaProblem.self)
            guard let problem, let error, problem.pointee.code == 0 else { return }
            problem.pointee = XMLSchemaProblem(
                line: Int(error.pointee.line), code: Int(error.pointee.code))
        }
        xmlSchemaSetParserStructuredErrors(parser, report, problem)
        return xmlSchemaParse(parser)
    }

    /// Whether the schema writes a name somewhere, so that it is the schema's own and no input's.
    func names(_ name: Substring) -> Bool {
        words.withLock { words in
            if words.isEmpty { words = Self.words(in: text) }
            return words.contains(name)
        }
    }

    /// What stands between two quotation marks, with and without its prefix; what stands between two
    /// attributes is no name.
    private static func words(in text: String) -> Set<Substring> {
        var words: Set<Substring> = []
        for word in text.split(separator: "\"") {
            words.insert(word)
            if let colon = word.lastIndex(of: ":") {
                words.insert(word[word.index(after: colon)...])
            }
        }
        return words
    }
}

/// Why a schema cannot be used.
package struct XMLSchemaProblem: Error, Hashable {
    /// From 1; 0 where none is to blame.
    package let line: Int
    /// libxml2's number of the problem; 0 where it is no document that is read here.
    package let code: Int
}
