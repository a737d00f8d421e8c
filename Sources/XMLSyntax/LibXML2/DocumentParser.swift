import CLibXML2

/// Owns libxml2's parser of one document.
struct DocumentParser: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let memory: ReaderMemory

    private var state: UnsafeMutablePointer<ReaderState> { memory.state }

    /// `nil` where there is no memory for it.
    init?(_ memory: ReaderMemory, base: Int, line: Int) {
        let state = memory.state
        var handler = Callbacks.handler()
        guard LibXML2.prepare(),
            let context = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil)
        else { return nil }
        self.context = context
        self.memory = memory
        // Our own limits hold instead of libxml2's, each by its name.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
        xmlCtxtUseOptions(context, Int32(bitPattern: options))
        if !memory.names.use(in: context) {
            state.pointee.names.beginDocument()
            state.pointee.plain.names.removeAll()
        }
        context.pointee.input?.pointee.line = Int32(clamping: line)
        state.pointee.document = DocumentProgress(context, base: base, line: line)
        state.pointee.quick.begin()
        guard let validation = state.pointee.validation else { return }
        state.pointee.document.isValidated = true
        validation.begin(state)
    }

    deinit {
        state.pointee.validation?.end()
        state.pointee.document.detach()
        xmlFreeParserCtxt(context)
    }

    /// Reads a piece; the callbacks have been called for all in it that is complete.
    func feed(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        // How much libxml2 gets before what is plain is looked for again.
        var stride = 1
        while let start = rest.baseAddress, !rest.isEmpty, !state.pointee.document.isOver {
            breakUnlessConvertible(rest)
            guard !state.pointee.document.isOver else { return }
            let plainCount = readPlain(rest)
            stride = plainCount > Self.worthwhileCount ? 1 : min(2 * stride, 1 << 20)
            let behind = UnsafeRawBufferPointer(rebasing: rest.dropFirst(plainCount))
            var count = min(convertibleCount(behind), 1 << 24)
            if mayStopEarly(behind) {
                // What is held is looked through again each time: what comes grows with it.
                count = Self.tagEnd(behind.prefix(count), max(stride, heldCount))
            }
            let next = (start + plainCount).assumingMemoryBound(to: CChar.self)
            if count > 0 { xmlParseChunk(context, next, Int32(count), 0) }
            rest = UnsafeRawBufferPointer(rebasing: behind.dropFirst(count))
        }
    }

    /// Bytes of plain content that pay for its beginning and end.
    private static let worthwhileCount = 512

    /// Bytes that libxml2 was given and has not read.
    private var heldCount: Int {
        guard let input = context.pointee.input?.pointee else { return 0 }
        return input.end - input.cur
    }

    /// Whether libxml2 may be given fewer bytes than are at hand, so that what is plain is seen behind them.
    ///
    /// Before the first element it must not: it misses the end of a comment that it has not whole.
    private func mayStopEarly(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard state.pointee.readsPlain, state.pointee.document.hasBegun,
            state.pointee.document.unitWidth == 0
        else { return false }
        if state.pointee.document.depth > 0 { return true }
        let held = UnsafeRawBufferPointer(
            start: context.pointee.input?.pointee.cur, count: heldCount)
        return PendingBytes.opensPlainly(
            Array(held.prefix(Self.openingSize)) + Array(bytes.prefix(Self.openingSize)))
    }

    /// Bytes in which the first element is looked for.
    private static let openingSize = 1 << 10

    /// How many bytes end with a tag and are no fewer than so many; all where what is left is not worth the
    /// trying or ends no tag, as libxml2 does not look at that.
    private static func tagEnd(_ bytes: Slice<UnsafeRawBufferPointer>, _ least: Int) -> Int {
        guard let end = bytes.dropFirst(least - 1).firstIndex(of: 0x3E) else { return bytes.count }
        let left = bytes[(end + 1)...]
        guard PlainContent.takes(left.count), left.contains(0x3E) else { return bytes.count }
        return end - bytes.startIndex + 1
    }

    /// Reads what is plain where libxml2 stands behind a tag; the number of bytes.
    private func readPlain(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard state.pointee.readsPlain, PlainContent.takes(bytes.count),
            state.pointee.document.isBehindTag, let first = bytes.baseAddress
        else { return 0 }
        var content = PlainContent(
            state, bytes, first.assumingMemoryBound(to: UInt8.self),
            at: state.pointee.document.last)
        let (count, line) = content.read()
        guard count > 0 else { return 0 }
        state.pointee.plain.byteCount += count
        state.pointee.document.skip(count, to: line)
        openElements()
        return count
    }

    /// Has libxml2 open the elements that it knows nothing of.
    private func openElements() {
        guard state.pointee.plain.last >= 0 else { return }
        let tags = state.pointee.plain.takeTags()
        let line = state.pointee.document.last.line
        state.pointee.document.isMuted = true
        tags.withUnsafeBytes {
            _ = xmlParseChunk(
                context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), 0)
        }
        state.pointee.document.isMuted = false
        state.pointee.document.skip(-tags.count, to: line)
    }

    /// Ends the document: what is open is not closed any more.
    func finish() {
        breakUnlessConvertible(UnsafeRawBufferPointer(start: nil, count: 0))
        readToEnd()
    }

    private func readToEnd() {
        readSection()
        guard !state.pointee.document.isOver else { return }
        state.pointee.document.isEnding = true
        xmlParseChunk(context, nil, 0, 1)
    }

    /// Ends the document where bytes come that are no characters of its encoding.
    ///
    /// libxml2 converts a piece before it reads it, and where it cannot, it forgets what it has not
    /// read, so that what is found would depend on the pieces. It is not given such bytes, and reads
    /// all that comes before them.
    private func breakUnlessConvertible(_ bytes: UnsafeRawBufferPointer) {
        guard !state.pointee.document.isOver, let buffer = context.pointee.input?.pointee.buf,
            let encoder = buffer.pointee.encoder, let raw = buffer.pointee.raw
        else { return }
        let count = xmlBufUse(raw)
        let held = UnsafeRawBufferPointer(start: xmlBufContent(raw), count: count)
        guard Self.fails(encoder, held, bytes) else { return }
        xmlBufShrink(raw, count)
        state.pointee.document.isUnconvertible = true
        readToEnd()
        state.pointee.cut()
    }

    /// Bytes of a piece up to the first that are no characters of UTF-16; of another encoding all.
    ///
    /// Where the first of the piece are none, and what libxml2 has not converted before them is, all of it.
    private func convertibleCount(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let buffer = context.pointee.input?.pointee.buf,
            let name = buffer.pointee.encoder?.pointee.name.map({ String(cString: $0) }),
            name.hasPrefix("UTF-16"), let raw = buffer.pointee.raw
        else { return bytes.count }
        let held = UnsafeRawBufferPointer(start: xmlBufContent(raw), count: xmlBufUse(raw))
        var units = UTF16Units(isBigEndian: name.hasSuffix("BE"))
        guard units.flaw(in: held) == nil, let flaw = units.flaw(in: bytes) else {
            return bytes.count
        }
        let count = flaw - held.count
        return count > 0 ? count : bytes.count
    }

    /// Whether an encoding has no character that begins with these bytes.
    private static func fails(
        _ encoder: xmlCharEncodingHandlerPtr, _ held: UnsafeRawBufferPointer,
        _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        guard let input = xmlBufferCreateSize(2 * longestCharacter) else { return false }
        defer { xmlBufferFree(input) }
        guard let output = xmlBufferCreateSize(8 * longestCharacter) else { return false }
        defer { xmlBufferFree(output) }
        var room = longestCharacter
        for part in [held, bytes] {
            let count = min(part.count, room)
            guard count > 0, let start = part.baseAddress else { continue }
            xmlBufferAdd(input, start.assumingMemoryBound(to: UInt8.self), Int32(count))
            room -= count
        }
        return room < longestCharacter && xmlCharEncInFunc(encoder, output, input) < 0
    }

    /// Bytes of a character in any encoding that is read.
    private static let longestCharacter = 4

    /// Has libxml2 read on in a section of CDATA without an end: it reads some of it with each piece, so
    /// that what is found would depend on their number. Each time it looks through all that it holds.
    private func readSection() {
        var before = -1
        while !state.pointee.document.isOver, let input = context.pointee.input,
            context.pointee.instate == XML_PARSER_CDATA_SECTION,
            input.pointee.end - input.pointee.cur <= Self.longestSection, offset != before
        {
            before = offset
            xmlParseChunk(context, "", 0, 0)
        }
    }

    /// Bytes of a section that are worth the looking.
    private static let longestSection = 64 << 10

    /// Offset in the input up to which libxml2 has read.
    var offset: Int { state.pointee.document.here().offset }
}
