import CLibXML2
import Diagnostics

/// Validates documents while they are read: each callback of the parser is handed on.
final class SchemaValidation {
    let schema: XMLSchema
    /// Made when a document has something to validate.
    private var context: xmlSchemaValidCtxtPtr?
    /// Whom the findings of the document go to.
    private var state: UnsafeMutablePointer<ReaderState>?
    /// libxml2 keeps the addresses of both until it is unplugged.
    private let handler: UnsafeMutablePointer<UnsafeMutablePointer<xmlSAXHandler>?>
    private let data: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    private var plug: xmlSchemaSAXPlugPtr?

    init(_ schema: XMLSchema) {
        self.schema = schema
        handler = .allocate(capacity: 1)
        handler.initialize(to: nil)
        data = .allocate(capacity: 1)
        data.initialize(to: nil)
    }

    deinit {
        end()
        if let context { xmlSchemaFreeValidCtxt(context) }
        handler.deallocate()
        data.deallocate()
    }

    /// A document begins, whose findings go to this state.
    func begin(_ state: UnsafeMutablePointer<ReaderState>) {
        end()
        self.state = state
    }

    /// What the document's first element is told to, and all that comes after it.
    private func plugIn() {
        guard plug == nil, let state else { return }
        if context == nil { context = schema.pointer.flatMap { xmlSchemaNewValidCtxt($0) } }
        guard let context else { return fail(state) }
        handler.pointee = nil
        data.pointee = nil
        xmlSchemaSetValidStructuredErrors(
            context,
            { context, error in
                guard let state = Callbacks.state(context), let error else { return }
                state.pointee.report(SchemaError(error.pointee), of: state.pointee.validation)
            }, state)
        xmlSchemaValidateSetLocator(
            context,
            { context, file, line in
                guard let state = Callbacks.state(context) else { return -1 }
                file?.pointee = nil
                line?.pointee = UInt(truncatingIfNeeded: state.pointee.document.eventLine)
                return 0
            }, state)
        plug = xmlSchemaSAXPlug(context, handler, data)
        if plug == nil { fail(state) }
    }

    /// Ends a document that cannot be validated: as a schema has no problem, there is no memory for it.
    private func fail(_ state: UnsafeMutablePointer<ReaderState>) {
        let (range, line) = (state.pointee.document.range, state.pointee.document.eventLine)
        state.pointee.fail(.limitMemory, at: range, line: line)
    }

    func end() {
        if let plug { xmlSchemaSAXUnplug(plug) }
        plug = nil
        state = nil
    }

    /// Whether a document whose first element is of a namespace is one of the schema's.
    func isFor(_ namespace: UnsafePointer<UInt8>?) -> Bool {
        guard let target = schema.target else { return true }
        return namespace.map { String(cString: $0) == target } ?? false
    }

    /// Tells again what was kept; only lines are asked for, as nothing in it is wrong.
    func tell(_ kept: EventLog.Kept, to state: UnsafeMutablePointer<ReaderState>) {
        let line = state.pointee.document.eventLine
        defer { state.pointee.document.eventLine = line }
        for event in kept.events {
            state.pointee.document.eventLine = Int(event.line)
            switch event.kind {
            case .start: tell(start: event, kept)
            case .end: event.local.map { end($0, event.prefix, event.namespace) }
            case .text:
                text(
                    UnsafeBufferPointer(
                        start: kept.bytes + Int(event.text.start), count: Int(event.text.count)))
            }
        }
    }

    private func tell(start event: EventLog.Event, _ kept: EventLog.Kept) {
        guard let local = event.local else { return }
        var parts: [UnsafePointer<UInt8>?] = []
        for index in 0..<Int(event.attributes.count) {
            let attribute = kept.attributes[Int(event.attributes.first) + index]
            let value = kept.bytes + Int(attribute.start)
            parts += [
                attribute.local, attribute.prefix, attribute.namespace, value,
                value + Int(attribute.count),
            ]
        }
        let first = kept.declarations + Int(event.declarations.first)
        var declarations = Array(
            UnsafeBufferPointer(start: first, count: 2 * Int(event.declarations.count)))
        parts.withUnsafeMutableBufferPointer { parts in
            declarations.withUnsafeMutableBufferPointer { declarations in
                start(
                    local, event.prefix, event.namespace, event.declarations.count,
                    declarations.baseAddress, event.attributes.count, 0, parts.baseAddress)
            }
        }
    }

    @inline(__always)
    func start(
        _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?, _ declarationCount: Int32,
        _ declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ attributeCount: Int32,
        _ defaultedCount: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        if plug == nil { plugIn() }
        handler.pointee?.pointee.startElementNs?(
            data.pointee, local, prefix, namespace, declarationCount, declarations,
            attributeCount, defaultedCount, attributes)
    }

    @inline(__always)
    func text(_ text: UnsafeBufferPointer<UInt8>) {
        handler.pointee?.pointee.characters?(
            data.pointee, text.baseAddress, Int32(clamping: text.count))
    }

    @inline(__always)
    func end(
        _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?
    ) {
        handler.pointee?.pointee.endElementNs?(data.pointee, local, prefix, namespace)
    }

    var comparesElements: Bool { schema.comparesElements }

    func names(_ name: Substring) -> Bool { schema.names(name) }
}
