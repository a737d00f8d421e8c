import CLibXML2

// What comes as it is looked over, before libxml2 sees it; asked for when the state has taken its part.
extension ReaderState {
    /// Whether the element that began last need not be seen by the schema.
    @inline(__always)
    mutating func isSure(start tag: StartTag) -> Bool {
        guard quick.isOn, let event = queue.events.last else {
            return false
        }
        let declared = tag.declarationCount
        let own = queue.attributes.slice(
            Int(event.firstAttribute) + declared, Int(event.attributeCount) - declared)
        return quick.start(
            tag, event.name, own, UnsafePointer(queue.bytes), depth: document.depth,
            line: document.eventLine, isTainted: document.isTainted)
    }

    /// Whether the element that ended last need not be seen by the schema.
    @inline(__always)
    mutating func isSure(
        end local: EventLog.Name, _ prefix: EventLog.Name?, _ namespace: EventLog.Name?
    ) -> Bool {
        quick.end(local, prefix, namespace, depth: document.depth + 1, line: document.eventLine)
    }

    /// Whether a text need not be seen by the schema.
    @inline(__always)
    mutating func isSure(text: UnsafeBufferPointer<UInt8>) -> Bool {
        quick.text(text, depth: document.depth, line: document.eventLine)
    }
}
