/// A column's name without what senders change: letter case, blanks, underscores, line ends.
package struct HeaderName: Hashable, Sendable {
    private let folded: [UInt8]

    package init(_ name: some Sequence<UInt8>) {
        folded = name.compactMap { byte in
            switch byte {
            case 0...0x20, UInt8(ascii: "_"): nil
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            default: byte
            }
        }
    }

    package init(_ name: String) { self.init(name.utf8) }

    /// Whether nothing is left of it.
    package var isEmpty: Bool { folded.isEmpty }
}
