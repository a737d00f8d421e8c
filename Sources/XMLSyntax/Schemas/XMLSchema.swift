import CLibXML2
import Diagnostics
import Synchronization

/// A W3C schema, compiled from memory: what it imports or includes is not read, and breaks it.
///
/// Any number of readers use one at a time, on any threads. What is made of it is made when it is first
/// asked for, as most documents are of no schema, and most others are surely right by its tables.
package final class XMLSchema: Sendable {
    /// The namespace of what it describes; `nil` where it has none.
    package let target: String?
    private let text: String
    private let made = Mutex(Made())
    /// What stands in quotation marks in the text, made when it is first asked for.
    private let words = Mutex<Set<Substring>>([])

    /// What was made of it so far; nothing in it changes any more.
    private struct Made: @unchecked Sendable {
        var facts: Facts?
        var pointer: xmlSchemaPtr?
        var isCompiled = false
    }

    /// What its own elements say.
    private struct Facts {
        let comparesElements: Bool
        let tables: QuickSchema?
    }

    /// - Throws: where the first problem of the schema is.
    package convenience init(_ text: String) throws(XMLSchemaProblem) {
        let elements = try Self.elements(of: text)
        try self.init(text, elements, QuickSchemaMaker.tables(of: elements))
    }

    /// The same with tables of somebody else.
    convenience init(_ text: String, tables: QuickSchema?) throws(XMLSchemaProblem) {
        try self.init(text, try Self.elements(of: text), tables)
    }

    /// A schema without a problem, which is compiled when it is needed.
    ///
    /// - Parameter target: the namespace that it says it describes.
    package init(checked text: String, target: String?) {
        self.text = text
        self.target = target
    }

    private init(
        _ text: String, _ elements: SchemaElements, _ tables: QuickSchema?
    ) throws(XMLSchemaProblem) {
        target = elements.elements.first?["targetNamespace"]
        self.text = text
        let compiled = try Self.compiled(text)
        let made = Made(
            facts: Self.facts(elements, tables), pointer: compiled.pointer, isCompiled: true)
        self.made.withLock { $0 = made }
    }

    deinit { made.withLock { $0.pointer.map { xmlSchemaFree($0) } } }

    /// Whether it compares elements with one another, so that it must see all of a document.
    var comparesElements: Bool { facts.comparesElements }

    /// What tells what is surely right by it; `nil` where it says more than tables can tell.
    var tables: QuickSchema? { facts.tables }

    /// libxml2's own; `nil` where it has a problem.
    var pointer: xmlSchemaPtr? {
        let made = made.withLock { made in
            if !made.isCompiled {
                made.pointer = (try? Self.compiled(text))?.pointer
                made.isCompiled = true
            }
            return made
        }
        return made.pointer
    }

    private var facts: Facts {
        let made = made.withLock { made in
            if made.facts == nil {
                let elements = (try? Self.elements(of: text)) ?? SchemaElements()
                made.facts = Self.facts(elements, QuickSchemaMaker.tables(of: elements))
            }
            return made
        }
        return made.facts ?? Facts(comparesElements: true, tables: nil)
    }

    private static func facts(_ elements: SchemaElements, _ tables: QuickSchema?) -> Facts {
        let comparesElements = elements.elements.contains {
            ["unique", "key", "keyref"].contains($0.name)
        }
        return Facts(comparesElements: comparesElements, tables: tables)
    }

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

    private static func compiled(_ text: String) throws(XMLSchemaProblem) -> Made {
        var problem = XMLSchemaProblem(line: 0, code: 0)
        guard LibXML2.prepare() else { throw problem }
        var bytes = Array(text.utf8)
        let schema = bytes.withUnsafeMutableBytes { raw in
            withUnsafeMutablePointer(to: &problem) { Self.compile(raw, $0) }
        }
        guard let schema else { throw problem }
        guard problem.code == 0 else {
            xmlSchemaFree(schema)
            throw problem
        }
        return Made(pointer: schema)
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
