import CLibXML2
import Diagnostics

/// What libxml2 says is wrong: numbers alone, as its words hold values of the input.
struct ParserError {
    let code: UInt32
    let isWarning: Bool
    let isFatal: Bool

    init(_ error: xmlError) {
        code = UInt32(truncatingIfNeeded: error.code)
        isWarning = error.level == XML_ERR_WARNING
        isFatal = error.level == XML_ERR_FATAL
    }

    /// The law that is broken.
    var rule: Rule {
        switch xmlParserErrors(code) {
        case XML_ERR_NO_MEMORY: .limitMemory
        case XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED: .encodingInvalid
        case XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_ENCODING_NAME,
            XML_I18N_NO_HANDLER, XML_I18N_NO_NAME:
            .encodingRefused
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF,
            XML_ERR_INVALID_DEC_CHARREF:
            .characterForbidden
        case XML_ERR_UNDECLARED_ENTITY, XML_ERR_ENTITYREF_NO_NAME,
            XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITY_IS_EXTERNAL,
            XML_ERR_ENTITY_IS_PARAMETER, XML_ERR_UNPARSED_ENTITY, XML_ERR_ENTITY_LOOP:
            .entityUndeclared
        case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_NOT_WELL_BALANCED: .elementMismatch
        case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED: .attributeRepeated
        case XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_ATTRIBUTE_NOT_STARTED,
            XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
            .attributeMalformed
        case XML_NS_ERR_UNDEFINED_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_COLON, XML_NS_ERR_EMPTY,
            XML_NS_ERR_XML_NAMESPACE:
            .namespaceUndeclared
        case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START: .documentNone
        case XML_ERR_NAME_TOO_LONG: .limitName
        default: .markupMalformed
        }
    }
}

extension ReaderState {
    /// The rule that is broken where reading cannot go on.
    private func rule(of error: ParserError) -> Rule {
        if !document.opensAsMarkup { return .documentNone }
        if !document.hasBegun, document.declaresUnreadEncoding {
            return .encodingRefused
        }
        // What libxml2 says of a byte depends on how many follow it; it tells what is wrong with the
        // name of an end tag when it has read all of it.
        if error.code != XML_ERR_TAG_NAME_MISMATCH.rawValue, let rule = document.ruleOfNextByte {
            return rule
        }
        let isOfTag = error.code != XML_ERR_DOCUMENT_END.rawValue && document.standsBeforeTagEnd
        if document.isEnding, !isOfTag, error.code != XML_ERR_LT_IN_ATTRIBUTE.rawValue {
            return document.ruleOfEnd  // whatever it is, the rest is missing
        }
        return error.rule
    }

    /// Adds what libxml2 says of the construct that it is at.
    mutating func report(_ error: ParserError) {
        guard !document.isOver, !error.isWarning else { return }
        if document.isEnding, error.code == XML_ERR_DOCUMENT_END.rawValue { readLastByte() }
        let here = document.here()
        takeUntoldText(before: here)
        let start = document.last
        let range = ByteRange(start.offset, max(start.offset, here.offset))
        let rule = error.isFatal ? rule(of: error) : error.rule
        // Names whose prefix means nothing are no names: what they stand for cannot be known.
        if error.isFatal || rule == .namespaceUndeclared {
            fail(rule, at: range, line: start.line)
        } else {
            report(rule, at: range, line: start.line)
        }
    }
}

extension ReaderState {
    /// Ends a document whose end has not come, where the input is over.
    mutating func cut() {
        guard !document.isOver else { return }
        let last = document.last
        let isUnread = !document.hasBegun && document.declaresUnreadEncoding
        let rule = isUnread ? Rule.encodingRefused : document.ruleOfEnd
        fail(
            document.opensAsMarkup ? rule : .documentNone,
            at: ByteRange(last.offset, last.offset), line: last.line)
    }

    /// Adds the end of a document that is over.
    mutating func endDocument() {
        flushText(before: document.last, isTag: false)
        let offset = document.last.offset
        queue.add(
            XMLEvent(
                .documentEnd, at: ByteRange(offset, offset), line: document.last.line,
                depth: document.depth, isMarked: document.isBroken))
    }
}

extension DocumentProgress {
    /// Whether the declaration names an encoding that is not read.
    fileprivate var declaresUnreadEncoding: Bool {
        guard let context,
            let name = context.pointee.encoding ?? context.pointee.input?.pointee.encoding
        else { return false }
        return LibXML2.unitWidth(ofEncoding: String(cString: name)) == nil
    }

    /// What is broken where nothing follows that can be read.
    fileprivate var ruleOfEnd: Rule { isUnconvertible ? .encodingInvalid : .documentCut }

    /// Whether a `>` follows: libxml2 reads a tag as soon as it sees one, even within quotes.
    fileprivate var standsBeforeTagEnd: Bool {
        guard let input = context?.pointee.input, let cursor = input.pointee.cur,
            let end = input.pointee.end, cursor < end
        else { return false }
        return UnsafeBufferPointer(start: cursor, count: end - cursor).contains(UInt8(ascii: ">"))
    }

    /// What the byte breaks that libxml2 stands before, if it is one to break something.
    fileprivate var ruleOfNextByte: Rule? {
        guard let input = context?.pointee.input, let cursor = input.pointee.cur,
            let end = input.pointee.end, cursor < end
        else { return nil }
        let byte = cursor.pointee
        if byte < 0x20 {
            return byte == 0x09 || byte == 0x0A || byte == 0x0D ? nil : .characterForbidden
        }
        guard byte >= 0x80 else { return nil }
        let rest = UnsafeBufferPointer(start: cursor, count: min(4, end - cursor))
        var decoder = UTF8()
        var iterator = rest.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
            return isEnding && rest.count < 4 ? .documentCut : .encodingInvalid
        }
        return scalar == "\u{FFFE}" || scalar == "\u{FFFF}" ? .characterForbidden : nil
    }
}
