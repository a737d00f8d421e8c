import CLibXML2

/// The functions that libxml2 calls; each gets the address of a `ReaderState`.
///
/// They stand outside every type, so that none belongs to an actor. The validation of a schema is
/// called when the state has taken its part, for it comes back to it with what it finds. It is given
/// a text when its end has come: libxml2 tells it in parts that depend on the pieces of the input.
enum Callbacks {
    typealias State = UnsafeMutablePointer<ReaderState>

    @inline(__always)
    static func state(_ pointer: UnsafeMutableRawPointer?) -> State? {
        pointer?.assumingMemoryBound(to: ReaderState.self)
    }

    /// What stands in for libxml2's own handler: it declares no entity and loads nothing.
    static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startDocument = { _ = Callbacks.state($0)?.pointee.begin() }
        handler.internalSubset = { context, _, _, _ in
            Callbacks.state(context)?.pointee.refuseDocumentType()
        }
        handler.startElementNs = { Callbacks.start($0, $1, $3, $4, $5, $6, $7, $8, $2) }
        handler.endElementNs = { Callbacks.end($0, $1, $2, $3) }
        // One function for both, so that the parser does not look which white space could go.
        handler.characters = Callbacks.characters
        handler.ignorableWhitespace = Callbacks.characters
        handler.cdataBlock = Callbacks.section
        handler.comment = { Callbacks.note($0, .comment, $1) }
        handler.processingInstruction = { Callbacks.note($0, .instruction, $2, target: $1) }
        handler.serror = { context, error in
            guard let error else { return }
            Callbacks.state(context)?.pointee.report(ParserError(error.pointee))
        }
        return handler
    }

    private static let characters: charactersSAXFunc = { context, bytes, count in
        Callbacks.text(context, bytes, count, isCDATA: false)
    }

    private static let section: cdataBlockSAXFunc = { context, bytes, count in
        Callbacks.text(context, bytes, count, isCDATA: true)
    }

    @inline(__always)
    private static func text(
        _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int32,
        isCDATA: Bool
    ) {
        guard let state = state(context), let bytes, count > 0 else { return }
        _ = state.pointee.characters(bytes, Int(count), isCDATA: isCDATA)
    }

    private static func note(
        _ context: UnsafeMutableRawPointer?, _ kind: XMLEvent.Kind, _ text: UnsafePointer<UInt8>?,
        target: UnsafePointer<UInt8>? = nil
    ) {
        guard let state = state(context) else { return }
        validateText(state, isTag: false)
        _ = state.pointee.note(kind, text, target: target)
    }

    /// Has the text validated that ends where the construct begins that libxml2 reports.
    @inline(__always)
    private static func validateText(_ state: State, isTag: Bool) {
        guard state.pointee.document.textStart != nil, state.pointee.document.isValidated,
            let text = state.pointee.endedText(isTag: isTag), !state.pointee.isSure(text: text)
        else { return }
        validation(state)?.text(text)
    }

    /// What validates, which has been told of all that came before.
    @inline(__always)
    static func validation(_ state: State) -> SchemaValidation? {
        guard state.pointee.document.isValidated, let validation = state.pointee.validation else {
            return nil
        }
        if state.pointee.quick.holdsEvents {
            validation.tell(state.pointee.quick.kept, to: state)
            state.pointee.quick.forget()
        }
        return validation
    }

    @inline(__always)
    private static func start(
        _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?, _ declarationCount: Int32,
        _ declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ attributeCount: Int32,
        _ defaultedCount: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
        _ prefix: UnsafePointer<UInt8>?
    ) {
        guard let state = state(context), let local, !state.pointee.document.isMuted else {
            return
        }
        let tag = StartTag(
            local: local, prefix: prefix, namespace: namespace,
            declarationCount: Int(declarationCount), declarations: declarations,
            attributeCount: Int(attributeCount), attributes: attributes)
        validateText(state, isTag: true)
        guard state.pointee.start(tag), state.pointee.document.isValidated else { return }
        if state.pointee.document.depth == 1 { endUnlessFor(namespace, state) }
        validate(tag, defaultedCount, state)
    }

    /// Has an element validated that begins, which has been added.
    @inline(__always)
    static func validate(_ tag: StartTag, _ defaultedCount: Int32, _ state: State) {
        if state.pointee.isSure(start: tag) { return }
        validation(state)?.start(
            tag.local, tag.prefix, tag.namespace, Int32(truncatingIfNeeded: tag.declarationCount),
            tag.declarations, Int32(truncatingIfNeeded: tag.attributeCount), defaultedCount,
            tag.attributes)
    }

    /// Has the end of an element validated, which has been added.
    @inline(__always)
    static func validate(
        end local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?, _ state: State
    ) {
        guard !state.pointee.isSure(end: local, prefix, namespace) else { return }
        validation(state)?.end(local, prefix, namespace)
    }

    /// A document whose first element is of another namespace is none of the schema's.
    @inline(never)
    private static func endUnlessFor(_ namespace: UnsafePointer<UInt8>?, _ state: State) {
        guard let validation = state.pointee.validation, !validation.isFor(namespace) else {
            return
        }
        validation.end()
        state.pointee.document.isValidated = false
    }

    @inline(__always)
    private static func end(
        _ context: UnsafeMutableRawPointer?, _ local: UnsafePointer<UInt8>?,
        _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
    ) {
        guard let state = state(context), let local else { return }
        validateText(state, isTag: true)
        guard state.pointee.end(local, namespace) else { return }
        if state.pointee.document.isValidated { validate(end: local, prefix, namespace, state) }
        state.pointee.closeIfRootEnded()
    }
}
