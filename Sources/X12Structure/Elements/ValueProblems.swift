import Diagnostics
import X12Grammar
import X12Syntax

/// What is wrong with a value that is not as it should be.
struct ValueProblems {
    let value: ElementValue
    let definition: CompiledElement
    let delimiters: Delimiters
    let ignoresLengths: Bool
    var hasWrongForm = false
    /// The same of what is left where blanks and control characters around it are cut, as in a record.
    var isMisread = false
    /// The date format qualifier that precedes it; 0 where none does.
    var format: UInt64 = 0
    var hasWrongCode = false

    /// Whether a part of it has no place of its own: a repetition or component too many.
    var isStray: Bool { hasRepetition }

    private var hasRepetition: Bool {
        guard let separator = delimiters.repetition else { return false }
        return value.bytes.contains(separator)
    }

    private var hasComponents: Bool {
        guard let separator = delimiters.component else { return false }
        return value.bytes.contains(separator)
    }

    /// The rules broken, with what would be right; one of form or code, and those of characters.
    func list(codes: [String]) -> [(rule: Rule, expected: String?)] {
        var found = characters()
        if hasWrongCode, !definition.hasListCodes {
            found.append((.elementCode, CodeSet.expected(codes)))
            return found
        }
        let isNumber = definition.kind == .decimal || definition.kind == .numeric
        // A warning about characters leaves the value in the record; one of wrong form is not there.
        let hasForm = hasWrongForm && (found.isEmpty || isMisread)
        if isNumber, hasForm, !value.isBlank, !found.contains(where: { $0.rule.isError }) {
            return found + [form()]
        }
        if let length = length() { found.append(length) }
        if hasForm, !found.contains(where: { $0.rule.isError }) { found.append(form()) }
        if hasWrongCode, found.isEmpty { found.append((.elementList, CodeSet.expected(codes))) }
        return found
    }

    private func characters() -> [(rule: Rule, expected: String?)] {
        var found: [(rule: Rule, expected: String?)] = []
        if value.bytes.contains(where: { $0 >= 0x80 }), !isUTF8 {
            found.append((.elementEncoding, "UTF-8"))
        } else if hasLostLetter {
            found.append((.elementEncoding, "a letter that another program did not lose"))
        }
        let hasControl = value.bytes.contains(where: \.isControl) || hasLateControl
        if definition.identifies, hasInvisible || hasControl && hasInnerControl {
            found.append((.elementIdentifier, nil))
        } else if hasControl {
            found.append((.elementControl, nil))
        }
        if hasRepetition {
            found.append((.elementRepeat, "at most 1"))
        } else if hasComponents {
            found.append((.elementComposite, nil))
        }
        return found
    }

    /// Whether a control character is left where blanks and line breaks around the value are cut.
    private var hasInnerControl: Bool {
        let end = value.bytes.lastIndex { $0 > 0x20 } ?? value.bytes.startIndex
        return value.bytes[..<end].drop { $0 <= 0x20 }.contains(where: \.isControl)
            || value.bytes[end...].first == 0x7F
    }

    /// Whether it has a character beyond ASCII that nobody sees, such as a blank that does not break.
    private var hasInvisible: Bool {
        guard value.bytes.contains(where: { $0 >= 0x80 }) else { return false }
        guard let text = String(validating: value.bytes, as: UTF8.self) else {
            // Of ISO 8859-1; what is less may be punctuation of Windows.
            return value.bytes.contains { $0 == 0xA0 || $0 == 0xAD }
        }
        return text.unicodeScalars.contains { $0.value >= 0x80 && $0.isInvisible }
    }

    /// Whether U+FFFD stands in it for a letter.
    private var hasLostLetter: Bool {
        let bytes = value.bytes
        return bytes.indices.contains { bytes[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
    }

    /// Whether it has one of the control characters U+0080 to U+009F.
    private var hasLateControl: Bool {
        zip(value.bytes, value.bytes.dropFirst()).contains { $0 == 0xC2 && 0x80...0x9F ~= $1 }
    }

    private var isUTF8: Bool { String(validating: value.bytes, as: UTF8.self) != nil }

    private func length() -> (rule: Rule, expected: String?)? {
        guard !ignoresLengths else { return nil }
        let count = length(of: value)
        if value.isNothing(as: definition) {
            return definition.usage == .required ? (.elementMissing, nil) : nil
        }
        if count < Int(definition.minimum) {
            return (.elementShort, "at least \(definition.minimum)")
        }
        if count > Int(definition.maximum) {
            return (.elementLong, "at most \(definition.maximum)")
        }
        return nil
    }

    /// Characters, or for numbers digits without sign and point.
    private func length(of value: ElementValue) -> Int {
        switch definition.kind {
        case .decimal, .numeric: value.bytes.count { 0x30...0x39 ~= $0 }
        default: value.characterCount
        }
    }

    private func form() -> (rule: Rule, expected: String?) {
        switch definition.kind {
        case .date where definition.maximum == 6: (.elementDate, "YYMMDD")
        case .time: (.elementTime, "HHMM")
        case .decimal, .numeric: (.elementNumber, nil)
        case .formatted: periodForm()
        default: (.elementDate, "CCYYMMDD")
        }
    }

    /// Of a date, time or period, as the qualifier before it says.
    private func periodForm() -> (rule: Rule, expected: String?) {
        switch format {
        case ElementValue.tm: (.elementTime, "HHMM")
        case ElementValue.dt:
            (value.beginsWithDay ? .elementTime : .elementDate, "CCYYMMDDHHMM")
        case ElementValue.rd8: (.elementDate, "CCYYMMDD-CCYYMMDD")
        case ElementValue.d6: (.elementDate, "YYMMDD")
        default: (.elementDate, "CCYYMMDD")
        }
    }
}

extension Rule {
    fileprivate var isError: Bool { severity == .error }
}

extension UInt8 {
    /// Whether it is a control character of ASCII.
    fileprivate var isControl: Bool { self < 0x20 || self == 0x7F }
}

extension Unicode.Scalar {
    fileprivate var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: true
        default: false
        }
    }
}
