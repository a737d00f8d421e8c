import CLibXML2
import Diagnostics

/// Attributes and declarations as libxml2 gives them: addresses, five and two to one.
struct StartTag {
    let local: UnsafePointer<UInt8>
    let prefix: UnsafePointer<UInt8>?
    let namespace: UnsafePointer<UInt8>?
    let declarationCount: Int
    let declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let attributeCount: Int
    let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
}

extension ReaderState {
    /// An element begins; libxml2 stands before the end of its tag.
    mutating func start(_ tag: StartTag) -> Bool {
        guard !document.isOver, !document.isAtEnd else { return false }
        let start = document.constructStart(isTag: true)
        var here = document.here()
        flushText(before: start)
        let isEmpty = document.context?.pointee.input?.pointee.cur?.pointee == 0x2F
        here.utf8 += isEmpty ? 2 : 1
        here.offset += (isEmpty ? 2 : 1) * max(1, document.unitWidth)
        let range = ByteRange(start.offset, here.offset)
        document.last = here
        document.isInCDATA = false
        document.report(at: range, line: start.line)
        let depth = document.depth + 1
        document.depth = depth
        if depth <= 2 { document.findingCount = 0 }
        guard isWithinLimits(tag, depth, start, here) else { return false }
        let first = queue.attributes.count
        guard addAttributes(tag, start, here),
            let name = name(tag.local, tag.namespace, start, here)
        else { return false }
        if let encoded { noteEncoding(encoded, depth, first) }
        queue.add(
            XMLEvent(
                .start, at: range, line: start.line, depth: depth, name: name,
                attributes: (first, queue.attributes.count - first), isMarked: takeBlank()))
        return true
    }

    /// Notes whether the element that begins says that its text is encoded.
    @inline(__always)
    mutating func noteEncoding(_ mark: EncodedMark, _ depth: Int, _ first: Int) {
        if document.encodedDepth >= depth { document.encodedDepth = 0 }
        let own = queue.attributes.slice(first, queue.attributes.count - first)
        for attribute in own where attribute.name == mark.name {
            let value = UnsafeBufferPointer(
                start: queue.bytes + Int(attribute.start), count: Int(attribute.count))
            if value.elementsEqual(mark.value) { document.encodedDepth = depth }
        }
    }

    @inline(__always)
    private mutating func isWithinLimits(
        _ tag: StartTag, _ depth: Int, _ start: Mark, _ end: Mark
    ) -> Bool {
        if end.offset - start.offset > limits.tokenBytes {
            fail(.limitToken, from: start, to: end)
            return false
        }
        if depth > limits.depth {
            fail(.limitDepth, from: start, to: end)
            return false
        }
        let count = tag.attributeCount + tag.declarationCount
        if count == 0 { return true }
        if count > limits.attributes {
            fail(.limitAttributes, from: start, to: end)
            return false
        }
        if tag.declarationCount == 0 { return true }
        document.namespaceLevels.append(
            NamespaceLevel(
                depth: depth, count: tag.declarationCount, outerDefault: document.defaultNamespace))
        document.namespaceCount += tag.declarationCount
        if document.namespaceCount > limits.namespaces {
            fail(.limitNamespaces, from: start, to: end)
            return false
        }
        return true
    }

    @inline(__always)
    private mutating func addAttributes(_ tag: StartTag, _ start: Mark, _ end: Mark) -> Bool {
        if tag.declarationCount > 0, !addDeclarations(tag, start, end) { return false }
        guard let attributes = tag.attributes else { return true }
        for index in 0..<tag.attributeCount {
            let parts = attributes + index &* 5
            guard let local = parts[0], let value = parts[3], let valueEnd = parts[4],
                let name = name(local, parts[2], start, end)
            else { return !document.isOver }
            let count = valueEnd - value
            if count > limits.textBytes {
                fail(.limitText, from: start, to: end)
                return false
            }
            queue.add(name, value, count, readable: document.readableCount(from: value))
        }
        return true
    }

    @inline(never)
    private mutating func addDeclarations(_ tag: StartTag, _ start: Mark, _ end: Mark) -> Bool {
        guard let declarations = tag.declarations else { return true }
        for index in 0..<tag.declarationCount {
            let prefix = declarations[2 * index].map { String(cString: $0) } ?? ""
            let value = declarations[2 * index + 1]
            var count = 0
            if let value { while value[count] != 0 { count += 1 } }
            if prefix.isEmpty { document.defaultNamespace = count > 0 ? value : nil }
            let name = names.index(XMLNameText(prefix, in: XMLNameText.declarations))
            queue.add(XMLName(index: name), value, count)
        }
        if names.count > limits.names { fail(.limitNames, from: start, to: end) }
        return !document.isOver
    }

    /// The number of a name; `nil` where it ends the document.
    @inline(__always)
    mutating func name(
        _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, _ start: Mark,
        _ end: Mark
    ) -> XMLName? {
        let known = names.seen(local, namespace)
        return known >= 0 ? XMLName(index: known) : newName(local, namespace, start, end)
    }

    /// The number of a name that has not been seen at these addresses.
    @inline(never)
    private mutating func newName(
        _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, _ start: Mark,
        _ end: Mark
    ) -> XMLName? {
        let before = names.count
        let index = names.index(local, namespace)
        guard let text = names.text(before) else { return XMLName(index: index) }
        if names.count > limits.names { fail(.limitNames, from: start, to: end) }
        if text.local.utf8.count > limits.nameBytes { fail(.limitName, from: start, to: end) }
        if text == XMLNameText("include", in: Self.inclusions) {
            report(.includeIgnored, at: ByteRange(start.offset, end.offset), line: start.line)
        }
        return document.isOver ? nil : XMLName(index: index)
    }

    private static let inclusions = "http://www.w3.org/2001/XInclude"

    /// An element ends; libxml2 stands behind the end of its tag.
    mutating func end(_ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> Bool {
        guard !document.isOver else { return false }
        let here = document.here()
        var start = document.last
        if here.utf8 != start.utf8 {
            start = document.constructStart(isTag: true)
            flushText(before: start)
        }
        let range = ByteRange(start.offset, here.offset)
        document.last = here
        document.isInCDATA = false
        document.report(at: range, line: start.line, isEndTag: true)
        let depth = document.depth
        queue.add(
            XMLEvent(
                .end, at: range, line: start.line, depth: depth,
                name: XMLName(index: names.index(local, namespace)), isMarked: takeBlank()))
        closeElement(depth)
        return true
    }

    @inline(__always)
    private mutating func closeElement(_ depth: Int) {
        document.depth = depth - 1
        if let level = document.namespaceLevels.last, level.depth == depth {
            document.namespaceLevels.removeLast()
            document.namespaceCount -= level.count
            document.defaultNamespace = level.outerDefault
        }
    }

    /// Ends the document where its root ended; called when all else has seen the end.
    mutating func closeIfRootEnded() {
        guard document.depth == 0, !document.isOver, let context = document.context else { return }
        document.isClosed = true
        xmlStopParser(context)
    }
}
