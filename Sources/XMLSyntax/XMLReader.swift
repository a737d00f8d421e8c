import Diagnostics

/// Reads XML documents, one or many after another, that come in pieces of any size.
///
///     reader.feed(piece)
///     while let event = reader.next() { … }
///     reader.finish()
///
/// Bad content never fails: it is a finding. A document that breaks off ends with an event that says
/// so, and the next declaration in the input begins the next document.
@usableFromInline
package struct XMLReader: ~Copyable {
    private let memory: ReaderMemory
    private var documents: DocumentStream
    @usableFromInline var waiting: WaitingEvents

    /// - Parameters:
    ///   - names: those that the program knows, whose numbers are their places.
    ///   - schema: what every document is validated by.
    ///   - keepsBlankText: whether white space between tags is an event; it is a mark of the next
    ///     tag otherwise.
    ///   - encoded: what marks an element whose text is encoded, which may have any length.
    ///   - readsPlain: whether what is plain is read without libxml2; it brings the same.
    package init(
        names: XMLNames = .none, limits: XMLLimits = XMLLimits(), schema: XMLSchema? = nil,
        keepsBlankText: Bool = true, encoded: EncodedMark? = nil, readsPlain: Bool = true
    ) {
        let memory = ReaderMemory(
            ReaderState(
                names, limits: limits, validation: schema.map { SchemaValidation($0) },
                keepsBlankText: keepsBlankText, encoded: encoded, readsPlain: readsPlain))
        self.memory = memory
        documents = DocumentStream(memory)
        waiting = memory.state.pointee.queue.waiting()
    }

    @inline(__always)
    private var state: UnsafeMutablePointer<ReaderState> { memory.state }

    /// Reads a piece of the input; what `next` gave before is gone.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        recycle()
        documents.feed(bytes)
        waiting = state.pointee.queue.waiting()
    }

    /// Forgets the input that was read, to read another; what is known of names is kept.
    package mutating func restart() {
        documents = DocumentStream(memory)
        state.pointee.restart()
        waiting = state.pointee.queue.waiting()
    }

    /// Goes on where another reader has ended; comes before anything is fed.
    ///
    /// - Parameter opening: the document that is open there, up to the end of the root's first tag,
    ///   whose events come again; empty between documents.
    package mutating func resume(at seam: XMLSeam, opening: [UInt8]) {
        documents.resume(at: seam, opening: opening)
        waiting = state.pointee.queue.waiting()
    }

    /// Where another reader could go on; `nil` where this one alone can.
    package var seam: XMLSeam? { documents.seam }

    /// Names that came beside those that the program knows.
    package var foreignNames: ArraySlice<XMLNameText> {
        state.pointee.names.foreign[...]
    }

    /// Takes names as if they had come here.
    package mutating func take(_ names: ArraySlice<XMLNameText>) {
        for name in names { _ = state.pointee.names.index(name) }
    }

    /// Whether so many more names are few enough.
    package func hasRoom(forNames count: Int) -> Bool {
        state.pointee.names.count + count <= state.pointee.limits.names
    }

    /// Ends the input.
    package mutating func finish() {
        recycle()
        documents.finish()
        waiting = state.pointee.queue.waiting()
    }

    private func recycle() {
        state.pointee.queue.recycle(keepsText: state.pointee.document.textStart != nil)
    }

    /// The next event; `nil` where more bytes are needed, or none follow.
    @inlinable @inline(__always)
    package mutating func next() -> XMLEvent? {
        guard waiting.next != waiting.end else { return nil }
        defer { waiting.next += 1 }
        return waiting.next.pointee
    }

    /// Bytes of the input that were fed.
    package var byteCount: Int { documents.fedCount }

    /// Offset up to which all has been read: what follows may be another document's.
    package var settledOffset: Int { documents.settledOffset }

    /// Where the lines of the input end.
    package var lineEnds: LineEnds { state.pointee.lines.ends }

    /// Forgets where lines end before an offset: nobody asks for a column there any more.
    package func forgetLineEnds(before offset: Int) {
        state.pointee.lines.ends.forget(before: offset)
    }

    /// Bytes of the input that were read without libxml2.
    package var plainCount: Int { state.pointee.plain.byteCount }

    /// Documents that have begun.
    package var documentCount: Int { documents.count }

    /// The findings so far, which are forgotten here.
    package mutating func takeFindings() -> [Finding] {
        guard !state.pointee.findings.isEmpty else { return [] }
        defer { state.pointee.findings = [] }
        return state.pointee.findings
    }

    /// The text of an event in UTF-8, until the next piece is read; 16 bytes beyond are readable.
    @inlinable @inline(__always)
    package func text(_ event: XMLEvent) -> UnsafeBufferPointer<UInt8> {
        let start = event.textCount == 0 ? 0 : Int(event.textStart)
        return UnsafeBufferPointer(start: waiting.bytes + start, count: Int(event.textCount))
    }

    /// The value of an attribute, as a text is given.
    @inlinable @inline(__always)
    package func value(_ attribute: XMLAttribute) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: waiting.bytes + Int(attribute.start), count: attribute.count)
    }

    /// The attributes of an element that begins, in the order of the input; those that declare
    /// namespaces come first.
    @inlinable @inline(__always)
    package func attributes(_ event: XMLEvent) -> UnsafeBufferPointer<XMLAttribute> {
        UnsafeBufferPointer(
            start: waiting.attributes + Int(event.firstAttribute),
            count: Int(event.attributeCount))
    }

    /// The value of the attribute of this name; `nil` where there is none.
    @inlinable @inline(__always)
    package func value(_ name: XMLName, of event: XMLEvent) -> UnsafeBufferPointer<UInt8>? {
        for attribute in attributes(event) where attribute.name.index == name.index {
            return value(attribute)
        }
        return nil
    }

    /// The namespace and local part of a name.
    package func name(_ name: XMLName) -> XMLNameText {
        state.pointee.names.text(Int(name.index)) ?? XMLNameText("")
    }
}

extension XMLReader {
    /// Reads from a source where there is no event yet; `nil` at the end of the input.
    ///
    /// - Parameter memory: what pieces are read into; 64 KiB do.
    package mutating func next<Source: ByteSource & ~Copyable>(
        from source: inout Source, by memory: UnsafeMutableRawBufferPointer
    ) throws(Source.Failure) -> XMLEvent? {
        while true {
            if let event = next() { return event }
            if documents.isFinished { return nil }
            let count = try source.read(into: memory)
            if count == 0 {
                finish()
            } else {
                feed(UnsafeRawBufferPointer(rebasing: memory[..<count]))
            }
        }
    }
}
