import CLibXML2
import Diagnostics

/// What each of libxml2's callbacks adds; `false` where the document is over.
extension ReaderState {
    mutating func begin() -> Bool {
        guard !document.isOver, let context = document.context else { return false }
        let declared = context.pointee.encoding ?? context.pointee.input?.pointee.encoding
        document.hasBegun = true
        let converts = context.pointee.input?.pointee.buf?.pointee.encoder != nil
        let start = Mark(utf8: 0, offset: document.base, line: document.last.line)
        if let declared, !LibXML2.reads(encoding: String(cString: declared)) {
            // How far libxml2 has read by now depends on the pieces it was given.
            fail(.encodingRefused, from: start, to: start)
            return false
        }
        // What is in UTF-16 may declare UTF-8, as it does where somebody has converted it.
        if declaresOtherUnits {
            fail(.encodingInvalid, from: start, to: start)
            return false
        }
        document.unitWidth = converts ? lines.ends.unit.size : 0
        // The bytes so far may have been read before they were converted.
        var here = document.here()
        if converts { here.offset = document.exactOffset() }
        document.last = here
        queue.add(
            XMLEvent(
                .documentStart, at: ByteRange(start.offset, start.offset), line: start.line,
                depth: 0))
        return true
    }

    mutating func characters(_ bytes: UnsafePointer<UInt8>, _ count: Int, isCDATA: Bool) -> Bool {
        guard !document.isOver else { return false }
        if document.textStart == nil {
            document.textStart = document.last
            queue.beginText()
        }
        if queue.textCount + count > limits.textBytes, document.encodedDepth == document.depth,
            document.depth > 0
        {
            document.isLettingGo = true
            queue.dropText()
        }
        if !document.isLettingGo {
            queue.append(bytes, count, readable: document.readableCount(from: bytes))
        }
        document.last = textEnd(bytes, count, isCDATA: isCDATA)
        document.isInCDATA = isCDATA
        if queue.textCount > limits.textBytes {
            fail(.limitText, from: document.textStart ?? document.last, to: document.last)
            return false
        }
        return true
    }

    /// The text that ends where the construct begins that libxml2 reports, whose range is noted.
    ///
    /// A text whose end does not come is not judged; of one that is not held a letter stands for it.
    @inline(__always)
    mutating func endedText(isTag: Bool) -> UnsafeBufferPointer<UInt8>? {
        guard let start = document.textStart, !document.isOver, !document.isAtEnd else {
            return nil
        }
        let end = document.constructStart(isTag: isTag)
        document.report(
            at: ByteRange(start.offset, max(start.offset, end.offset)), line: start.line)
        if document.isLettingGo, queue.textCount == 0 { queue.append(0x78) }
        return UnsafeBufferPointer(start: queue.bytes + queue.textStart, count: queue.textCount)
    }

    /// Where a text ends, of which libxml2 may not have counted what it reports.
    @inline(__always)
    private mutating func textEnd(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, isCDATA: Bool
    ) -> Mark {
        guard let input = document.context?.pointee.input, input.pointee.cur == bytes else {
            return document.here()
        }
        // Of a section, and of a part of one, libxml2 counts the lines after it has reported it.
        let lines =
            isCDATA ? UnsafeBufferPointer(start: bytes, count: count).count { $0 == 0x0A } : 0
        return document.mark(at: bytes + count, line: Int(input.pointee.line) + lines)
    }

    /// Adds the text that ends where the next construct begins, which bears its mark if it is a tag.
    @inline(__always)
    mutating func flushText(before mark: Mark, isTag: Bool = true) {
        guard let start = document.textStart else { return }
        document.textStart = nil
        let isLettingGo = document.isLettingGo
        document.isLettingGo = false
        let isBlank =
            !isLettingGo && PlainText.isBlank(queue.bytes + queue.textStart, queue.textCount)
        if drops(isBlank: isBlank && isTag) { return }
        queue.add(
            XMLEvent(
                .text, at: ByteRange(start.offset, max(start.offset, mark.offset)),
                line: start.line, depth: document.depth,
                text: isLettingGo ? (Int(XMLEvent.letGo), 0) : (queue.textStart, queue.textCount),
                isMarked: isBlank))
    }

    /// Adds a comment, or an instruction with the name of its target.
    mutating func note(
        _ kind: XMLEvent.Kind, _ text: UnsafePointer<UInt8>?, target: UnsafePointer<UInt8>? = nil
    ) -> Bool {
        guard !document.isOver else { return false }
        let start = document.constructStart(isTag: false)
        let here = document.here()
        flushText(before: start, isTag: false)
        let textStart = queue.byteCount
        if let text {
            var count = 0
            while text[count] != 0 { count += 1 }
            queue.append(text, count)
        }
        let range = ByteRange(start.offset, here.offset)
        document.last = here
        if range.count > limits.tokenBytes {
            fail(.limitToken, from: start, to: here)
            return false
        }
        document.isInCDATA = false
        document.report(at: range, line: start.line)
        var name = XMLName.none
        if let target {
            guard let known = self.name(target, nil, start, here) else { return false }
            name = known
        }
        queue.add(
            XMLEvent(
                kind, at: range, line: start.line, depth: document.depth, name: name,
                text: (textStart, queue.byteCount - textStart)))
        return true
    }

    /// A document type declaration begins.
    mutating func refuseDocumentType() {
        fail(.doctypeRefused, from: document.constructStart(isTag: false), to: document.here())
    }
}
