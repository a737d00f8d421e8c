import CLibXML2
import Diagnostics

/// UTF-32, which libxml2 takes by its first four bytes, and then for the other order of bytes, or
/// not at all.
extension ReaderState {
    /// Ends a document of four bytes a unit at its first; whether it has.
    mutating func refusesWideUnits() -> Bool {
        guard !document.hasBegun, !document.isOver, document.isInWideUnits else { return false }
        fail(
            .encodingRefused, at: ByteRange(document.base, document.base),
            line: document.last.line)
        return true
    }
}

extension DocumentProgress {
    fileprivate var isInWideUnits: Bool {
        guard let input = context?.pointee.input else { return false }
        if let name = input.pointee.buf?.pointee.encoder?.pointee.name {
            return String(cString: name).contains("UCS-4")
        }
        guard let start = input.pointee.base, let end = input.pointee.end else { return false }
        let first = UnsafeBufferPointer(start: start, count: min(4, end - start))
        return first.elementsEqual([0x3C, 0, 0, 0]) || first.elementsEqual([0, 0, 0, 0x3C])
    }
}
