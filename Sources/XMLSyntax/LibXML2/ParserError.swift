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
        // It waits for no whole letter where the first element should be.
        if error.code == XML_ERR_DOCUMENT_EMPTY.rawValue, document.standsBeforeLetter {
            return .documentNone
        }
        // What libxml2 says of a byte depends on how many follow it; it tells what is wrong with a
        // reference and with the name of an end tag when it has read all of it.
        let isRead =
            error.code == XML_ERR_TAG_NAME_MISMATCH.rawValue
            || error.code == XML_ERR_UNDECLARED_ENTITY.rawValue
            || error.code == XML_ERR_INVALID_CHAR.rawValue && document.standsBehindReference
        if !isRead, let rule = document.ruleOfNextByte { return rule }
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
        // How far libxml2 has read what it takes for other letters depends on the pieces.
        if !document.hasBegun, declaresOtherUnits, document.opensAsMarkup {
            return fail(.encodingInvalid, from: document.last, to: document.last)
        }
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
        fail(ruleOfCut, at: ByteRange(last.offset, last.offset), line: last.line)
    }

    private var ruleOfCut: Rule {
        if !document.opensAsMarkup { return .documentNone }
        if document.hasBegun { return document.ruleOfEnd }
        if document.declaresUnreadEncoding { return .encodingRefused }
        return declaresOtherUnits ? .encodingInvalid : document.ruleOfEnd
    }

    /// Whether the declaration names an encoding whose units are not those of the first bytes:
    /// libxml2 goes on in that.
    var declaresOtherUnits: Bool {
        guard let encoder = document.context?.pointee.input?.pointee.buf?.pointee.encoder,
            let name = encoder.pointee.name
        else { return false }
        return TextUnit(encoding: String(cString: name)) != lines.ends.unit
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
        return !LibXML2.reads(encoding: String(cString: name))
    }

    /// What is broken where nothing follows that can be read.
    fileprivate var ruleOfEnd: Rule { isUnconvertible ? .encodingInvalid : .documentCut }

    /// Whether a letter follows that is none of ASCII, or the first byte of one.
    fileprivate var standsBeforeLetter: Bool {
        guard let input = context?.pointee.input, let cursor = input.pointee.cur,
            let end = input.pointee.end, cursor < end
        else { return false }
        return cursor.pointee >= 0x80
    }

    /// Whether a letter by its number was read last.
    fileprivate var standsBehindReference: Bool {
        guard let input = context?.pointee.input, let cursor = input.pointee.cur,
            let start = input.pointee.base
        else { return false }
        let read = UnsafeBufferPointer(start: start, count: cursor - start)
        guard read.last == UInt8(ascii: ";"),
            let number = read.lastIndex(where: { $0 == UInt8(ascii: "#") }), number > 0
        else { return false }
        let digits = read[(number + 1)...].dropLast()
        return read[number - 1] == UInt8(ascii: "&") && digits.allSatisfy(Self.isOfNumber)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        byte == 0x78 || 0x30...0x39 ~= byte || 0x61...0x66 ~= byte | 0x20
    }

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
