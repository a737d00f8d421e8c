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

    /// The partner whose profile holds inside an envelope: it says something of the guide there.
    func partner(of envelope: EnvelopeContext) -> Partner? {
        if choice == .none { return nil }
        let guides = Partners.guides(in: envelope)
        return Partner.shipped.first { partner in
            guard partner.isOf(guides) else { return false }
            switch choice {
            case .none: return false
            case .named(let name): return partner.name == name
            case .automatic: return partner.isChosen(in: envelope)
            }
        }
    }

    /// The same for a unit of a block. What an interchange holds is not known where it opens: there
    /// the first group that follows tells.
    func partner(of context: Int, in block: Block) -> Partner? {
        let contexts = block.content.contexts
        let own = contexts[context]
        if choice == .none || own.group != nil { return partner(of: own) }
        let inner = contexts[context...].first {
            $0.group != nil && $0.interchange == own.interchange
        }
        return partner(of: inner ?? own)
    }

    /// The guides that may be meant inside an envelope; `nil` where nothing is known of it.
    private static func guides(in envelope: EnvelopeContext) -> [String]? {
        if let plan = envelope.transaction?.plan, GuideCatalog.guides.indices.contains(plan) {
            return [GuideCatalog.guides[plan]]
        }
        switch envelope.group?.identifier ?? "" {
        case "": return envelope.transaction == nil ? nil : []
        case "BE": return GuideCatalog.enrollmentGuides
        case "HC": return GuideCatalog.claimGuides
        default: return []
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
        let units = block.content.units
        var low = 0
        var high = units.count
        while low < high {
            let middle = low + (high - low) / 2
            if units[middle].range.end > offset { high = middle } else { low = middle + 1 }
        }
        guard low < units.count || !units.isEmpty else { return nil }
        return partner(of: units[min(low, units.count - 1)].context, in: block)
    }
}
