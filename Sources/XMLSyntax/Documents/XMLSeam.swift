import Diagnostics

/// A spot of an input at which one reader can end and another begin: between documents, or between
/// the children of a root element.
package struct XMLSeam: Hashable, Sendable {
    /// Offset in the input of the next byte.
    package var offset: Int
    /// Its line, from 1.
    package var line: Int
    /// Offset at which that line begins.
    package var lineStart: Int
    /// Documents that have begun.
    package var documentCount: Int
    /// Whether the root element of a document is open.
    package var isInside: Bool

    package init(
        offset: Int, line: Int, lineStart: Int, documentCount: Int, isInside: Bool
    ) {
        self.offset = offset
        self.line = line
        self.lineStart = lineStart
        self.documentCount = documentCount
        self.isInside = isInside
    }
}

extension DocumentStream {
    /// Where another reader could go on now; `nil` where this one alone can.
    var seam: XMLSeam? {
        guard !isFinished else { return nil }
        guard hasParser else {
            guard isBetweenDocuments else { return nil }
            return seam(line: line, isInside: false)
        }
        let here = state.pointee.document.here()
        guard state.pointee.document.isBetweenChildren(), !pending.holdsBytes,
            !state.pointee.document.isValidated
                || state.pointee.validation?.comparesElements != true,
            here.offset == fedCount
        else { return nil }
        return seam(line: here.line, isInside: true)
    }

    private func seam(line: Int, isInside: Bool) -> XMLSeam {
        XMLSeam(
            offset: fedCount, line: line, lineStart: state.pointee.lines.lineStart,
            documentCount: count, isInside: isInside)
    }
}

extension DocumentProgress {
    /// Whether the root is open and the last construct was a tag in it, with nothing in the root
    /// that the schema did not like: what comes next is judged as if nothing had come before.
    fileprivate mutating func isBetweenChildren() -> Bool {
        hasBegun && !isOver && depth == 1 && textStart == nil && !isInCDATA && unitWidth == 0
            && !isTainted && last.offset == here().offset
    }

    /// Notes what the schema finds wrong with the children of the root, and not with what is in one
    /// of them.
    mutating func taint(_ rule: Rule) {
        if isAtEndTag ? depth == 0 : depth <= 1 || depth == 2 && rule == .schemaElement {
            isTainted = true
        }
    }
}
