import CareModel
import XMLSyntax

extension ReferralTree {
    /// An element, or a text between two tags.
    struct Node {
        /// -1 of a text.
        var name: XMLName
        var parent: Int32
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var next: Int32 = -1
        /// Of a text its slot, of an element its first attribute and how many it has: a long
        /// document has very many nodes.
        private var content: (UInt32, UInt32) = (0, 0)
        var line: Int32
        private var byteCount: UInt32
        /// Of a text: whether somebody took it.
        var isRead = false
        /// Of a text: whether white space came before it, and after it.
        var isAfterBlank = false
        var isBeforeBlank = false
        let start: Int

        init(_ event: XMLEvent, parent: Int32, firstAttribute: Int, attributeCount: Int) {
            self.init(event, event.name, parent)
            content.0 = UInt32(truncatingIfNeeded: firstAttribute)
            content.1 = UInt32(truncatingIfNeeded: attributeCount)
        }

        init(_ event: XMLEvent, parent: Int32, text: Slot) {
            self.init(event, .none, parent)
            content = (text.start, text.extent)
        }

        private init(_ event: XMLEvent, _ name: XMLName, _ parent: Int32) {
            self.name = name
            self.parent = parent
            line = Int32(truncatingIfNeeded: event.line)
            start = event.range.start
            byteCount = UInt32(clamping: event.range.count)
        }

        @inline(__always)
        var isText: Bool { name.index < 0 }

        /// Its bytes without white space at either end.
        var text: Slot {
            get { isText ? Slot(start: content.0, extent: content.1) : .none }
            set { content = (newValue.start, newValue.extent) }
        }

        /// Indices of its attributes.
        @inline(__always)
        var attributes: Range<Int> {
            let first = isText ? 0 : Int(content.0)
            return first..<first + (isText ? 0 : Int(content.1))
        }

        var end: Int {
            get { start + Int(byteCount) }
            set { byteCount = UInt32(clamping: newValue - start) }
        }
    }

    /// An attribute of an element.
    struct Attribute {
        /// Of its name, with a mark where somebody took it: a long document has very many.
        private var number: Int32
        let value: Slot
        private static let readMark: Int32 = 1 << 30

        init(name: XMLName, value: Slot) {
            number = name.index & ~Self.readMark
            self.value = value
        }

        var name: XMLName { XMLName(index: number & ~Self.readMark) }

        var isRead: Bool {
            get { number & Self.readMark != 0 }
            set { number = newValue ? number | Self.readMark : number & ~Self.readMark }
        }
    }
}
