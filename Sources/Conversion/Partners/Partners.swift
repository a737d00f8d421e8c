import Diagnostics
import X12Grammar
import X12Syntax

/// Which profile is applied where, and how much each finding matters in the end.
struct Partners: Sendable {
    private let choice: ProfileChoice
    private let settings: RuleSettings

    init(_ choice: ProfileChoice, _ settings: RuleSettings) {
        self.choice = choice
        self.settings = settings
    }

    init(_ options: ConversionOptions) { self.init(options.profile, options.rules) }

    /// The partner whose profile holds inside an envelope.
    func partner(of envelope: EnvelopeContext) -> Partner? {
        switch choice {
        case .none: nil
        case .named(let name): Partner.shipped.first { $0.profile.name == name }
        case .automatic:
            Partner.shipped.first { partner in
                partner.profile.senders.contains {
                    $0 == envelope.interchange.sender || $0 == envelope.group?.sender
                }
            }
        }
    }

    // MARK: Findings

    /// Gives findings their severity, and takes away those of rules that are off.
    ///
    /// - Parameter hasSent: whether the record has sent one of the codes at a place.
    @inline(__always)
    func settle(
        _ findings: [Finding], _ partner: Partner?,
        hasSent: (PartnerProfile.When) -> Bool = { _ in false }
    ) -> [Finding] {
        if findings.isEmpty || partner == nil && settings.isEmpty { return findings }
        return settled(findings, partner, hasSent: hasSent)
    }

    @inline(never)
    private func settled(
        _ findings: [Finding], _ partner: Partner?, hasSent: (PartnerProfile.When) -> Bool
    ) -> [Finding] {
        findings.compactMap { finding in
            let severity =
                settings.severity(of: finding.rule)
                ?? partner?.severity(of: finding, hasSent: hasSent)
            guard let severity else { return finding }
            guard let severity else { return nil }
            var changed = finding
            changed.severity = severity
            return changed
        }
    }

    /// The same for findings that no mapping made: each belongs to the unit in which it begins.
    func settle(_ findings: [Finding], of block: Block) -> [Finding] {
        if findings.isEmpty || choice == .none && settings.isEmpty { return findings }
        return findings.flatMap { finding in
            settle([finding], partner(at: finding.range.start, of: block))
        }
    }

    /// The partner in whose envelope an offset of the input lies.
    private func partner(at offset: Int, of block: Block) -> Partner? {
        let units = block.content.units
        var low = 0
        var high = units.count
        while low < high {
            let middle = low + (high - low) / 2
            if units[middle].range.end > offset { high = middle } else { low = middle + 1 }
        }
        guard low < units.count || !units.isEmpty else { return nil }
        return partner(of: block.content.contexts[units[min(low, units.count - 1)].context])
    }
}
