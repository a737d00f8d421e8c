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
        if isNumber, hasWrongForm, found.isEmpty, !value.isBlank { return [form()] }
        if let length = length() { found.append(length) }
        if hasWrongForm, found.isEmpty { found.append(form()) }
        if hasWrongCode, found.isEmpty { found.append((.elementList, CodeSet.expected(codes))) }
        return found
    }

    private func characters() -> [(rule: Rule, expected: String?)] {
        var found: [(rule: Rule, expected: String?)] = []
        if value.bytes.contains(where: { $0 >= 0x80 }), !isUTF8 {
            found.append((.elementEncoding, "UTF-8"))
        }
        if value.bytes.contains(where: \.isControl) {
            found.append(
                (
                    definition.identifies && hasInnerControl ? .elementIdentifier : .elementControl,
                    nil
                )
            )
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
        case .formatted: (.elementDate, nil)
        default: (.elementDate, "CCYYMMDD")
        }
    }
}

extension UInt8 {
    /// Whether it is a control character of ASCII.
    fileprivate var isControl: Bool { self < 0x20 || self == 0x7F }
}
