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

    /// The same for findings that are counted only.
    func settle(
        _ unlisted: UnlistedFindings, _ partner: Partner?,
        hasSent: (PartnerProfile.When) -> Bool = { _ in false }
    ) -> [(finding: Finding, count: Int)] {
        unlisted.all.compactMap { first, count in
            settle([first], partner, hasSent: hasSent).first.map { ($0, count) }
        }
    }

    /// The same for findings that are counted only and that no mapping made.
    func settle(
        _ unlisted: UnlistedFindings, of block: Block
    ) -> [(finding: Finding, count: Int)] {
        unlisted.all.compactMap { first, count in
            settle([first], of: block).first.map { ($0, count) }
        }
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
        block.envelope(at: offset).flatMap { partner(of: $0) }
    }
}
