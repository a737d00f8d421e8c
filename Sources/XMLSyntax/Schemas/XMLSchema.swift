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
    private let text: String
    /// What stands in quotation marks in the text, made when it is first asked for.
    private let words = Mutex<Set<Substring>>([])

    /// - Throws: where the first problem of the schema is.
    package init(_ text: String) throws(XMLSchemaProblem) {
        let checked = try Self.check(text)
        target = checked.target
        comparesElements = checked.comparesElements
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
    ///
    /// - Returns: its target namespace, and whether it compares elements.
    private static func check(
        _ text: String
    ) throws(XMLSchemaProblem) -> (target: String?, comparesElements: Bool) {
        var reader = XMLReader(names: XMLNames([XMLNameText("targetNamespace")]))
        Array(text.utf8).withUnsafeBytes { reader.feed($0) }
        var target: String?
        var comparesElements = false
        while let event = reader.next() {
            guard event.kind == .start else { continue }
            if ["unique", "key", "keyref"].contains(reader.name(event.name).local) {
                comparesElements = true
            }
            guard event.depth == 1 else { continue }
            target = reader.value(XMLName(index: 0), of: event).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        reader.finish()
        if let first = reader.takeFindings().first {
            throw XMLSchemaProblem(line: first.line, code: 0)
        }
        return (target, comparesElements)
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
