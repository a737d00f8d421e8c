import CLibXML2

/// Text that libxml2 has read and not told of when it comes to what breaks it: how much that is
/// depends on the pieces of the input.
extension ReaderState {
    /// Adds it to the text that breaks off, which ends here.
    mutating func takeUntoldText(before here: Mark) {
        guard !document.isOver, let state = document.context?.pointee.instate else { return }
        let isCDATA = state == XML_PARSER_CDATA_SECTION
        guard isCDATA || state == XML_PARSER_CONTENT, let untold = document.untoldBytes() else {
            return
        }
        var rest = untold[...]
        var isContinued = isCDATA && document.isInCDATA
        if document.isInCDATA, rest.starts(with: Self.sectionEnd) {
            rest = rest.dropFirst(Self.sectionEnd.count)
            isContinued = false
        }
        if isCDATA, !isContinued {
            guard rest.starts(with: Self.sectionStart) else { return }
            rest = rest.dropFirst(Self.sectionStart.count)
        }
        if !isCDATA, rest.first == 0x3C || rest.first == 0x26 { return }
        if document.textStart == nil {
            document.textStart = document.last
            queue.beginText()
        }
        if !document.isLettingGo { append(rest, isCDATA: isCDATA) }
        let line = document.last.line
        document.last = here
        // Lines of a section are not counted before it has been told of.
        if isCDATA { document.last.line = line + untold.count { $0 == 0x0A } }
        document.isInCDATA = isCDATA
    }

    /// Passes over the last byte of a text that breaks off: libxml2 does not read a byte that is alone.
    mutating func readLastByte() {
        guard let context = document.context, context.pointee.instate == XML_PARSER_CONTENT,
            let input = context.pointee.input, let cursor = input.pointee.cur,
            let end = input.pointee.end, end - cursor == 1, cursor.pointee < 0x80
        else { return }
        if cursor.pointee == 0x0A { input.pointee.line += 1 }
        input.pointee.cur = end
    }

    private static let sectionStart = Array("<![CDATA[".utf8)
    private static let sectionEnd = Array("]]>".utf8)

    /// Line ends outside sections become those that libxml2 tells.
    private mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, isCDATA: Bool) {
        for index in bytes.indices {
            guard !isCDATA, bytes[index] == 0x0D else {
                queue.append(bytes[index])
                continue
            }
            let next = index + 1
            if next < bytes.endIndex, bytes[next] == 0x0A { continue }
            queue.append(0x0A)
        }
    }
}

extension DocumentProgress {
    /// What libxml2 has read since the last construct, as far as it holds it; `nil` where that is
    /// nothing.
    fileprivate mutating func untoldBytes() -> UnsafeBufferPointer<UInt8>? {
        guard let input = context?.pointee.input, let cursor = input.pointee.cur,
            let start = input.pointee.base
        else { return nil }
        let here = Int(truncatingIfNeeded: input.pointee.consumed) + (cursor - start)
        let count = here - last.utf8
        guard count > 0, count <= cursor - start else { return nil }
        return UnsafeBufferPointer(start: cursor - count, count: count)
    }
}
