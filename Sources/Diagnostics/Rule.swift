/// A law the input should keep; its id is `area.subject.defect` and is never used for another.
public struct Rule: Sendable {
    /// `area.subject.defect`.
    public let id: StaticString
    /// As shipped; a profile or `--rules` may change it for a run.
    public let severity: Severity
    /// The law in one phrase, without a full stop: "A control number is the same at both ends".
    public let summary: StaticString
    /// What it means and how to mend the input, for `turnpike rule ID`.
    public let help: StaticString
    /// WEDI SNIP type of the check, 1 to 7; `nil` where none applies.
    public let snip: Int?
    /// What a 999 or TA1 says of it; `nil` where the standard has no code.
    public let acknowledgment: AcknowledgmentCode?

    /// A rule; where modules define theirs, they are listed in `RuleCatalog`.
    public init(
        _ id: StaticString, _ severity: Severity, _ summary: StaticString, snip: Int? = nil,
        acknowledgment: AcknowledgmentCode? = nil, help: StaticString = ""
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.help = help
        self.snip = snip
        self.acknowledgment = acknowledgment
    }
}

extension Rule: Hashable, CustomStringConvertible {
    public static func == (left: Rule, right: Rule) -> Bool {
        left.id.utf8Start == right.id.utf8Start || left.description == right.description
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(description) }

    public var description: String { id.description }
}

/// The code with which a standard acknowledgment reports a rule, by the element that carries it.
public enum AcknowledgmentCode: Sendable, Hashable {
    /// TA105, interchange note code.
    case interchange(StaticString)
    /// AK905, functional group syntax error code.
    case group(StaticString)
    /// IK502, transaction set syntax error code.
    case transaction(StaticString)
    /// IK304, segment syntax error code.
    case segment(StaticString)
    /// IK403, data element syntax error code.
    case element(StaticString)

    /// As printed in `Documentation/Rules.md`: `IK403 7`.
    public var description: String {
        switch self {
        case .interchange(let code): "TA105 \(code)"
        case .group(let code): "AK905 \(code)"
        case .transaction(let code): "IK502 \(code)"
        case .segment(let code): "IK304 \(code)"
        case .element(let code): "IK403 \(code)"
        }
    }

    public static func == (left: AcknowledgmentCode, right: AcknowledgmentCode) -> Bool {
        left.description == right.description
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
