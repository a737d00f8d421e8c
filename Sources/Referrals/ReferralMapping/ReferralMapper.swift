import CareModel
import Diagnostics
import XMLSyntax

/// Makes a record of the elements of one referral; its memory serves one after another.
struct ReferralMapper: ~Copyable {
    var tree: ReferralTree
    var builder = RecordBuilder()
    /// The record.
    var referral = Draft<ReferralFields>(index: 0)
    /// The element of each object, in the order in which they were made.
    private(set) var origins: [(object: Int, node: Int)] = []
    /// What the rules of a C-CDA document ask for.
    var facts = CDAFacts()

    let arena: RecordArena

    init() {
        arena = RecordArena()
        tree = ReferralTree(arena)
    }

    /// Forgets the referral before.
    mutating func clear() {
        tree.clear()
        origins.removeAll(keepingCapacity: true)
        facts = CDAFacts()
    }

    /// Begins the record.
    mutating func beginRecord() {
        builder.start(arena.base)
        referral = add(ReferralFields.self, from: 0)
    }

    /// Ends the record: nothing is added to its texts any more.
    mutating func endRecord() {
        builder.other = tree.unread()
        builder.bytes = UnsafePointer(arena.base)
    }

    var record: RecordObject<ReferralFields> { builder.record(referral) }

    // MARK: Objects

    /// Adds an object that is made of an element.
    mutating func add<Fields: RecordFields>(
        _ fields: Fields.Type, from node: Int
    ) -> Draft<Fields> {
        let object = builder.draft(fields)
        origins.append((object.index, node))
        return object
    }

    /// Forgets an object that has nothing to say, with those that were made after it: what was
    /// taken for it belongs to whoever else was made of its element.
    mutating func discard<Fields: RecordFields>(_ object: Draft<Fields>) {
        while let last = origins.last, last.object >= object.index { origins.removeLast() }
    }

    @inline(__always)
    mutating func set<Fields: RecordFields>(_ object: Draft<Fields>, _ field: Fields, _ slot: Slot)
    {
        builder.set(object, field, slot)
    }

    /// The value of an attribute into a field.
    @inline(__always)
    mutating func set<Fields: RecordFields>(
        _ object: Draft<Fields>, _ field: Fields, _ node: Int, _ attribute: AttributeName
    ) {
        set(object, field, tree.take(node, attribute))
    }

    mutating func take(_ node: Int, _ attribute: AttributeName) -> Slot {
        tree.take(node, attribute)
    }

    /// Adds a text to a list.
    mutating func append<Fields: RecordFields>(
        text: Slot, to object: Draft<Fields>, _ field: Fields
    ) {
        guard !text.isEmpty else { return }
        let inner = builder.draft(TextFields.self)
        builder.set(inner, .value, text)
        builder.append(inner, to: object, field)
    }
}

extension ReferralMapper: ReferralSpots {
    func spot(_ object: Int) -> ReferralSpot {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = low + (high - low) / 2
            if origins[middle].object <= object { low = middle + 1 } else { high = middle }
        }
        let node = low > 0 ? origins[low - 1].node : 0
        return spot(node: node)
    }

    func spot(node: Int) -> ReferralSpot {
        guard tree.nodes.indices.contains(node) else {
            return ReferralSpot(ByteRange(0, 0), line: 0, place: "")
        }
        return ReferralSpot(
            tree.range(node), line: Int(tree.nodes[node].line), place: tree.place(node))
    }
}
