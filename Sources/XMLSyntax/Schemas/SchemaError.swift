import CLibXML2
import Diagnostics

/// What the schema says is wrong.
struct SchemaError {
    let code: UInt32
    let line: Int
    /// What would be right; it may be the input's own words until `ReaderState` has looked.
    private let wanted: [Substring]
    /// The attribute that is wrong, and the type that its value should have.
    private let attribute: Substring
    private let type: Substring
    /// Whether text is what is wrong: some codes are of elements and of text alike.
    private let isOfText: Bool

    init(_ error: xmlError) {
        code = UInt32(truncatingIfNeeded: error.code)
        line = Int(error.line)
        let message = error.message.map { String(cString: $0) } ?? ""
        wanted = Self.values(in: message) ?? Self.names(in: message)
        attribute = Self.attribute(in: message)
        type = Self.type(in: message)
        isOfText = Self.saysText(message)
    }

    /// Whether it is `Element '{urn:x}a': Character content …`; no name has a quotation mark in it.
    private static func saysText(_ message: String) -> Bool {
        let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "Element "
            && parts[2].hasPrefix(": Character content")
    }

    /// The name in `Element '{urn:x}a', attribute 'b': …`; no name has a quotation mark in it.
    private static func attribute(in message: String) -> Substring {
        let parts = message.split(separator: "'", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "Element ", parts[2] == ", attribute ",
            parts[4].hasPrefix(":")
        else { return "" }
        return parts[3].lastIndex(of: "}").map { parts[3][parts[3].index(after: $0)...] }
            ?? parts[3]
    }

    /// The name at the end of `… is not a valid value of the atomic type '{urn:x}a'.`
    private static func type(in message: String) -> Substring {
        let end = message.lastIndex(of: "'") ?? message.startIndex
        guard let start = message[..<end].lastIndex(of: "'"),
            message[..<start].hasSuffix(" type ")
        else { return "" }
        let name = message[message.index(after: start)..<end]
        return name.lastIndex { $0 == "}" || $0 == ":" }.map { name[name.index(after: $0)...] }
            ?? name
    }

    /// The values at the end of `… is not an element of the set {'a', 'b'}.`
    private static func values(in message: String) -> [Substring]? {
        guard let close = message.lastIndex(of: "}"),
            let open = message[..<close].lastIndex(of: "{"),
            message[message.index(after: close)...].hasPrefix(".")
        else { return nil }
        // Marks and values in turn, a mark at either end.
        let parts = message[message.index(after: open)..<close].split(
            separator: "'", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.count % 2 == 1, parts[0].isEmpty, parts.last == "" else {
            return nil
        }
        let marks = stride(from: 2, to: parts.count - 1, by: 2)
        guard marks.allSatisfy({ parts[$0] == ", " }) else { return nil }
        return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    }

    /// The names at the end of `… Expected is one of ( {urn:x}a, b ).`
    private static func names(in message: String) -> [Substring] {
        guard let close = message.lastIndex(of: ")"),
            let open = message[..<close].lastIndex(of: "(")
        else { return [] }
        return message[message.index(after: open)..<close].split { $0 == "," || $0 == " " }
            .map { name in
                name.lastIndex(of: "}").map { name[name.index(after: $0)...] } ?? name
            }
    }

    /// What would be right, in names of the schema's alone.
    func expected(_ isName: (Substring) -> Bool) -> String? {
        if wanted.isEmpty, rule(atEnd: false) == .schemaValue, isName(type) { return "\(type)" }
        guard !wanted.isEmpty, wanted.count <= 40, wanted.allSatisfy(isName) else { return nil }
        return wanted.joined(separator: ", ")
    }

    /// Where in the element it is, in names of the schema's alone.
    func place(_ isName: (Substring) -> Bool) -> Place {
        Place(loop: isName(attribute) ? "@\(attribute)" : "")
    }

    /// The law that is broken.
    func rule(atEnd: Bool) -> Rule {
        switch xmlParserErrors(code) {
        case XML_SCHEMAV_ELEMENT_CONTENT: atEnd ? .schemaMissing : .schemaElement
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2,
            XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, XML_SCHEMAV_CVC_TYPE_3_1_2:
            isOfText ? .schemaText : .schemaElement
        case XML_SCHEMAV_CVC_WILDCARD: attribute.isEmpty ? .schemaElement : .schemaAttribute
        case XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_CVC_ELT_2, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
            .schemaElement
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2,
            XML_SCHEMAV_CVC_TYPE_3_1_1:
            .schemaAttribute
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: .schemaMissing
        case XML_SCHEMAV_CVC_IDC: .schemaKey
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
            XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3, XML_SCHEMAV_CVC_FACET_VALID,
            XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID,
            XML_SCHEMAV_CVC_MAXLENGTH_VALID, XML_SCHEMAV_CVC_MININCLUSIVE_VALID,
            XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID,
            XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, XML_SCHEMAV_CVC_TOTALDIGITS_VALID,
            XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID, XML_SCHEMAV_CVC_PATTERN_VALID,
            XML_SCHEMAV_CVC_ENUMERATION_VALID, XML_SCHEMAV_CVC_ATTRIBUTE_3, XML_SCHEMAV_CVC_AU:
            .schemaValue
        default: .schemaOther
        }
    }
}

extension ReaderState {
    /// Adds what the schema says of the event that is being reported.
    mutating func report(_ error: SchemaError, of validation: SchemaValidation?) {
        guard !document.isBroken, let validation else { return }
        let rule = error.rule(atEnd: document.isAtEndTag)
        document.taint(rule)
        report(
            rule, at: rule == .schemaValue ? document.valueRange : document.range,
            line: error.line, expected: error.expected { validation.names($0) },
            place: error.place { validation.names($0) })
    }
}
