import CareModel
import Diagnostics
import XMLSyntax

/// Reads FHIR R4 in XML: a Bundle, or a ServiceRequest or Task alone.
///
/// A Bundle is held until it ends, for any entry may refer to any other. One that is larger than
/// `heldSize` is read in parts: a referral is made when half of what is held came behind it. Then
/// its resources are let go, but those that others still refer to and the people and organizations
/// that referrals share; so references reach at least half of that far, and memory does not grow.
package struct FHIRReader {
    /// Bytes that the resources which are held may take before the first are let go.
    package static let heldSize = 8 << 20

    private var builder: FHIRBuilder
    private var mapper: FHIRMapper
    private let heldSize: Int
    /// When what is held is looked through next.
    private var limit: Int
    private var pending: ArraySlice<FHIRUnit> = []
    /// Statements that nothing refers to but that say themselves which patient they are about.
    private var statements = FHIRStatementsOfPatients()
    /// Resources before it are let go when the referrals among them are made.
    private var horizon = 0
    private var isEnding = false
    /// Whether the document is over, and all of it was taken.
    package private(set) var isOver = false
    /// Offset before which every byte is a referral's that came, or none's.
    package private(set) var settledOffset = 0

    /// - Parameters:
    ///   - names: those of the reader of XML, FHIR's among them.
    package init(_ names: XMLNames, heldSize: Int = FHIRReader.heldSize) {
        builder = FHIRBuilder(names)
        mapper = FHIRMapper(builder.tree)
        self.heldSize = heldSize
        limit = heldSize
    }

    private var tree: FHIRTree { builder.tree }

    /// Begins a document.
    package mutating func begin() {
        mapper.forget()
        builder.reset()
        pending = []
        statements = FHIRStatementsOfPatients()
        limit = heldSize
        isEnding = false
        isOver = false
        settledOffset = 0
    }

    /// The name of the document's resource where it is one of R4; of another, nothing.
    package var rootName: String? {
        builder.rootType == .unknown ? nil : builder.rootType.rawValue
    }

    /// Whether referrals may be in the document.
    package var isReferral: Bool { builder.rootType == .bundle || builder.rootType.isReferral }

    /// The record that was read last.
    package var record: RecordObject<ReferralFields> { mapper.record }
    /// Where the resource stands that it was read from.
    var spot: ReferralSpot { mapper.spots.spot(mapper.record.index) }
    /// Values of it that no field holds.
    package var other: [OtherValue] { mapper.builder.other }

    /// Takes what comes next in the document; whether there are referrals to be taken.
    package mutating func take(_ event: XMLEvent, of reader: inout XMLReader) -> Bool {
        builder.take(event, of: &reader)
        guard builder.isBetweenEntries, tree.isBundle, tree.size > limit else { return false }
        plan(all: false)
        return true
    }

    /// Ends the document; the referrals that are left are to be taken.
    package mutating func end() {
        builder.abandon()
        isEnding = true
        plan(all: true)
    }

    private mutating func plan(all: Bool) {
        mapper.forget()
        horizon = all ? tree.resources.count : tree.resources.count / 2
        let units = FHIRUnits(tree).units()
        pending = units.filter { $0.main < horizon }[...]
        statements = FHIRStatementsOfPatients(tree, pending)
    }

    /// The next referral; `nil` where more of the document is needed, or none follows.
    ///
    /// `record` is its, until the next is asked for.
    package mutating func next(_ findings: inout ReferralFindings) -> FHIRReading? {
        mapper.forget()
        guard let unit = pending.popFirst() else {
            letGo(&findings)
            return nil
        }
        mapper.read(unit, statements)
        // A Task of two requests is the first's alone, and beside the second.
        let own = Set(unit.all.filter { !tree.resources[$0].isDone }.map { tree.outermost($0) })
        for resource in unit.all { tree.update(resource) { $0.isDone = true } }
        FHIRRules.check(unit, mapper, &findings)
        return reading(of: unit, own)
    }

    private func reading(of unit: FHIRUnit, _ own: Set<Int>) -> FHIRReading {
        let ranges = own.map { tree.resources[$0].range }.sorted { $0.start < $1.start }
        let context = mapper.parts.filter { !own.contains($0) && tree.resources[$0].container < 0 }
            .map { tree.resources[$0].range }.sorted { $0.start < $1.start }
        let main = tree.resources[tree.outermost(unit.main)]
        return FHIRReading(
            bytes: main.range, own: ranges, context: context, path: tree.path(of: unit.main))
    }

    // MARK: Between referrals

    /// Tells of what no referral needed, and lets it go.
    private mutating func letGo(_ findings: inout ReferralFindings) {
        guard isEnding || horizon > 0 else { return }
        FHIRStatementsShared.check(statements.crowded, tree, &findings)
        FHIRResourceRepeated.check(builder.twins, tree, &findings)
        builder.forgetTwins()
        if isEnding {
            FHIRResourceUnused.check(tree.resources.indices, tree, &findings)
            if tree.isBundle { FHIRBundleRules.check(builder.bundle, &findings) }
            isEnding = false
            isOver = true
            settledOffset = builder.completeOffset
        } else {
            let kept = tree.reachable(from: horizon)
            FHIRResourceUnused.check(
                tree.resources.indices.filter { !kept.contains($0) }, tree, &findings)
            tree.keep { kept.contains($0) }
            settledOffset = tree.firstUndone ?? builder.completeOffset
            limit = max(heldSize, tree.size + heldSize / 2)
        }
        horizon = 0
        statements = FHIRStatementsOfPatients()
    }
}

/// Where one referral stands.
package struct FHIRReading {
    /// The entry of its ServiceRequest, or of its Task where it has none.
    package let bytes: ByteRange
    /// The entries that are this referral's alone: request and tasks.
    package let own: [ByteRange]
    /// The entries of what it refers to, which others may share.
    package let context: [ByteRange]
    /// `/Bundle/entry[2]/resource/ServiceRequest`
    package let path: String
}
