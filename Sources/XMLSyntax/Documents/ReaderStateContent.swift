import CLibXML2
import Diagnostics

/// What each of libxml2's callbacks adds; `false` where the document is over.
extension ReaderState {
    mutating func begin() -> Bool {
        let begun = document
        guard !begun.isOver, let context = begun.context else { return false }
        let declared = context.pointee.encoding ?? context.pointee.input?.pointee.encoding
        document.hasBegun = true
        let converts = context.pointee.input?.pointee.buf?.pointee.encoder != nil
        let start = Mark(utf8: 0, offset: begun.base, line: begun.last.line)
        if let declared {
            guard let width = LibXML2.unitWidth(ofEncoding: String(cString: declared)) else {
                let here = Mark(utf8: 0, offset: begun.exactOffset(), line: begun.last.line)
                fail(.encodingRefused, from: start, to: here)
                return false
            }
            document.unitWidth = converts ? width : 0
        } else if converts {
            document.unitWidth = 2
        }
        // The bytes so far may have been read before they were converted.
        var here = document.here()
        if converts { here.offset = begun.exactOffset() }
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
        queue.append(bytes, count)
        document.last = document.here()
        document.isInCDATA = isCDATA
        let start = document.textStart ?? document.last
        document.report(
            at: ByteRange(start.offset, document.last.offset), line: start.line)
        if queue.textCount > limits.textBytes {
            fail(.limitText, from: start, to: document.last)
            return false
        }
        return true
    }

    /// Adds the text that ends where the next construct begins.
    @inline(__always)
    mutating func flushText(before mark: Mark) {
        guard let start = document.textStart else { return }
        document.textStart = nil
        let text = UnsafeBufferPointer(
            start: queue.bytes + queue.textStart, count: queue.textCount)
        queue.add(
            XMLEvent(
                .text, at: ByteRange(start.offset, max(start.offset, mark.offset)),
                line: start.line, depth: document.depth,
                text: (queue.textStart, queue.textCount),
                isMarked: text.allSatisfy { $0 <= 0x20 }))
    }

    /// Adds an instruction or a comment.
    mutating func note(_ kind: XMLEvent.Kind, _ parts: [UnsafePointer<UInt8>?]) -> Bool {
        guard !document.isOver else { return false }
        let start = document.constructStart(isTag: false)
        let here = document.here()
        flushText(before: start)
        let textStart = queue.byteCount
        for (index, part) in parts.enumerated() {
            guard let part else { continue }
            if index > 0 { queue.append(0x20) }
            var count = 0
            while part[count] != 0 { count += 1 }
            queue.append(part, count)
        }
        let range = ByteRange(start.offset, here.offset)
        document.last = here
        document.isInCDATA = false
        document.report(at: range, line: start.line)
        queue.add(
            XMLEvent(
                kind, at: range, line: start.line, depth: document.depth,
                text: (textStart, queue.byteCount - textStart)))
        return true
    }

    /// A document type declaration begins.
    mutating func refuseDocumentType() {
        fail(.doctypeRefused, from: document.constructStart(isTag: false), to: document.here())
    }
}
