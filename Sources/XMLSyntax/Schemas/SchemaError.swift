import CLibXML2
import Diagnostics

/// What the schema says is wrong.
struct SchemaError {
    let code: UInt32
    let line: Int
    /// What would be right; it may be the input's own words until `ReaderState` has looked.
    private let wanted: [Substring]

    init(_ error: xmlError) {
        code = UInt32(truncatingIfNeeded: error.code)
        line = Int(error.line)
        wanted = error.message.map { Self.names(in: String(cString: $0)) } ?? []
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
        guard !wanted.isEmpty, wanted.count <= 40, wanted.allSatisfy(isName) else { return nil }
        return wanted.joined(separator: ", ")
    }

    /// The law that is broken.
    func rule(atEnd: Bool) -> Rule {
        switch xmlParserErrors(code) {
        case XML_SCHEMAV_ELEMENT_CONTENT: atEnd ? .schemaMissing : .schemaElement
        case XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_CVC_ELT_2, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1,
            XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4, XML_SCHEMAV_CVC_TYPE_3_1_2,
            XML_SCHEMAV_CVC_WILDCARD:
            .schemaElement
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2,
            XML_SCHEMAV_CVC_TYPE_3_1_1:
            .schemaAttribute
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: .schemaMissing
        case XML_SCHEMAV_CVC_IDC: .schemaKey
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: .schemaText
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
            line: error.line, expected: error.expected { validation.names($0) })
    }
}
