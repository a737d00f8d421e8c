import Diagnostics
import ShippedGrammars
import Synchronization
import X12Grammar
import X12Structure
import X12Syntax

extension Rule {
    static let guideNearest = Rule(
        "x12.guide.nearest", .warning, "ST03 names a guide with its errata", snip: 1,
        help: """
            The version sent differs from a shipped guide in its errata only, or is missing; the \
            nearest guide was used. Its name stands in the finding.
            """)
    static let guideDisagree = Rule(
        "x12.guide.disagree", .warning, "GS08 and ST03 name the same guide", snip: 1,
        help: "The two differ; ST03 decides, as it is nearer to the records.")
    static let groupTransaction = Rule(
        "x12.group.transaction", .error, "GS01 is the group of the guide", snip: 1,
        acknowledgment: .group("1"),
        help: """
            GS01 is BE for a group of 834, HC for one of 837; it says what the sets inside are \
            before they are opened, and receivers refuse a group that holds others.
            """)

    /// The rules of this module, in the order of the documentation.
    package static let conversionRules: [Rule] = [
        .guideNearest, .guideDisagree, .groupTransaction,
    ]
}

/// The guides that records are read by, each compiled when it is first asked for.
final class GuideCatalog: Sendable {
    private let library: GrammarLibrary
    private let compiled = Mutex<[String: CompiledGuide]>([:])
    /// For readings of which a program has many: guides are compiled once.
    static let shipped = GuideCatalog()
    /// Guides that a meaning module reads, by number: those of enrollments first.
    static let guides = enrollmentGuides + claimGuides
    static let enrollmentGuides = ["005010X220A1"]
    static let claimGuides = ["005010X222A1", "005010X223A2", "005010X224A2"]
    static let envelopeName = "00501"

    init(_ library: GrammarLibrary = .shipped) { self.library = library }

    /// A guide that the build has checked; `nil` where there is none of the name.
    func guide(_ name: String) -> CompiledGuide? {
        compiled.withLock { known in
            if let guide = known[name] { return guide }
            guard let read = try? library.guide(named: name) else { return nil }
            let guide = CompiledGuide(read)
            known[name] = guide
            return guide
        }
    }

    /// The envelope's own grammar.
    var envelope: CompiledGuide? { guide(GuideCatalog.envelopeName) }

    /// By which guide a transaction set is read: ST03 decides, GS08 where there is none.
    func plan(_ identity: TransactionIdentity) -> TransactionPlan? {
        let sent = identity.version.isEmpty ? identity.groupVersion : identity.version
        guard let name = name(for: sent, identity.transaction),
            let number = GuideCatalog.guides.firstIndex(of: name), let guide = guide(name)
        else { return nil }
        var remarks: [(rule: Rule, expected: String?)] = []
        if sent != name, !guide.guide.variants.contains(sent) {
            remarks.append((.guideNearest, name))
        }
        if !identity.version.isEmpty, !identity.groupVersion.isEmpty,
            identity.version != identity.groupVersion
        {
            remarks.append((.guideDisagree, name))
        }
        // What GS08 names as well is told where GS stands.
        if !identity.group.isEmpty, identity.group != guide.guide.group,
            self.group(ofVersion: identity.groupVersion) == nil
        {
            remarks.append((.groupTransaction, guide.guide.group))
        }
        return TransactionPlan(
            number: number, recordOpener: guide.recordOpener, levels: guide.levels,
            levelSegments: guide.levelSegments, headerSegment: guide.headerSegment,
            firstSegment: guide.firstSegment, remarks: remarks)
    }

    /// GS01 of the guide that GS08 names; `nil` where it names none that is read.
    func group(ofVersion version: String) -> String? {
        guard !version.isEmpty, let name = library.nearestGuide(to: version),
            GuideCatalog.guides.contains(name)
        else { return nil }
        return guide(name)?.guide.group
    }

    /// The guide that reads this version; the transaction's own where no version was sent.
    private func name(for version: String, _ transaction: String) -> String? {
        guard version.isEmpty else {
            return library.nearestGuide(to: version, transaction: transaction)
        }
        return GuideCatalog.guides.first { guide($0)?.guide.transaction == transaction }
    }
}
