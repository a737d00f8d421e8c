/// Whether bytes look like X12, from the first of them.
package enum X12Recognition: Sendable {
    /// An ISA, or the GS or ST of a fragment, begins at this offset.
    case found(Int)
    /// It begins with ISA, but no delimiters can be read from it.
    case damaged
    case somethingElse

    /// `isWhole` when the input has no more bytes than these.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
        let headers = HeaderReader(bytes: bytes, isLast: isWhole)
        var start = 0
        while start < bytes.count {
            if bytes[start].isWhiteSpace {
                start += 1
            } else if headers.matches("\u{FEFF}", at: start) {
                start += 3
            } else {
                break
            }
        }
        if case .header = headers.interchange(at: start) {
            self = .found(start)
        } else if case .header = headers.fragment(at: start) {
            self = .found(start)
        } else if headers.matches("ISA", at: start), start + 3 < bytes.count,
            !bytes[start + 3].isAlphanumeric
        {
            self = .damaged
        } else {
            self = X12Recognition.search(headers, from: start + 1)
        }
    }

    /// Looks for a regular ISA after other text.
    private static func search(_ headers: HeaderReader, from start: Int) -> X12Recognition {
        let bytes = headers.bytes
        var candidate = start
        while candidate < bytes.count {
            if bytes[candidate] == 0x49,
                case .header = headers.regularInterchange(at: candidate)
            {
                return .found(candidate)
            }
            candidate += 1
        }
        return .somethingElse
    }
}
