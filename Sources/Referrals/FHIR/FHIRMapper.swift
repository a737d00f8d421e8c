import CareModel
import Diagnostics

/// Makes records of the resources that are held; its memory serves one after another.
struct FHIRMapper {
    let tree: FHIRTree
    var builder = RecordBuilder()
    /// The record.
    private(set) var referral = 0
    /// Number of the record, by which what it took is marked.
    private(set) var number: UInt32 = 0
    /// Resources that the record is made of, in the order in which they were first needed.
    private(set) var parts: [Int] = []
    /// The element of each object, in the order in which they were made.
    private var origins: [Origin] = []
    /// Statements that have their place in the record.
    var placed: Set<Int> = []
    /// What names who receives the member.
    var receiver: FHIRElement?
    /// What names who asks for the referral.
    var asker: FHIRElement?
    /// The resource of the member.
    var patient: Int?
    /// What names the member.
    var memberReference: FHIRElement?
    /// References of the referral that lead to another patient, or to what is about one.
    var strangers: [FHIRElement] = []
    /// What should be a day and is none.
    private(set) var oddDays: [FHIRElement] = []
    /// Whether the member's number was known by its form alone.
    var isMemberNumberAssumed = false
    /// Where the texts begin that are this record's alone.
    private var ownTexts: Int?

    /// The element of an object.
    struct Origin {
        let object: Int
        let node: UInt32
        let resource: Int
    }

    init(_ tree: FHIRTree) { self.tree = tree }

    /// Begins a record that a resource is the first part of.
    mutating func begin(at resource: Int) {
        number &+= 1
        parts.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        placed.removeAll(keepingCapacity: true)
        receiver = nil
        asker = nil
        patient = nil
        memberReference = nil
        strangers.removeAll(keepingCapacity: true)
        oddDays.removeAll(keepingCapacity: true)
        isMemberNumberAssumed = false
        ownTexts = tree.texts.count
        builder.start(UnsafePointer(tree.texts.bytes))
        referral = add(ReferralFields.self, from: tree.root(of: resource))
    }

    /// Ends the record: nothing is added to its texts any more.
    mutating func end() {
        var other: [OtherValue] = []
        for part in parts { other += tree.untaken(part, by: number) }
        builder.other = other
        builder.bytes = UnsafePointer(tree.texts.bytes)
    }

    /// Forgets the texts of the record; nobody reads it any more.
    mutating func forget() {
        guard let ownTexts else { return }
        tree.texts.truncate(to: ownTexts)
        self.ownTexts = nil
    }

    var record: RecordObject<ReferralFields> { builder.record(referral, as: ReferralFields.self) }

    // MARK: Resources

    func isPart(_ resource: Int) -> Bool { tree.resources[resource].part == number }

    /// Makes a resource a part of the record, with what it contains; its element.
    mutating func use(_ resource: Int) -> FHIRElement {
        if !isPart(resource) {
            parts.append(resource)
            let number = number
            tree.update(resource) { $0.part = number }
        }
        tree.markUsed(resource)
        return tree.root(of: resource)
    }

    /// What a reference leads to, where it is a resource that is held.
    ///
    /// The reference counts as taken then, and the words beside it where they say no more. A resource of a type that is
    /// not read tells nothing: whoever refers to it is told by the reference itself.
    mutating func follow(_ reference: FHIRElement) -> FHIRElement? {
        guard case .resource(let index) = tree.target(of: reference),
            tree.resources[index].type.isRead
        else { return nil }
        take(reference, .reference)
        takeDisplay(of: reference, named: index)
        return use(index)
    }

    // MARK: Values

    /// The value of an element, which counts as taken now.
    @discardableResult
    func take(_ element: FHIRElement?) -> Slot {
        guard let element else { return .none }
        tree.take(element.node, for: number)
        return element.value
    }

    @discardableResult
    func take(_ element: FHIRElement?, _ name: FHIRName) -> Slot { take(element?.first(name)) }

    /// Text of our own.
    func text(_ text: StaticString) -> Slot { tree.texts.add(text) }

    /// Texts put together, with a blank between them.
    func join(_ slots: [Slot]) -> Slot {
        var rest = slots[...]
        return join { rest.popFirst() }
    }

    /// The same of values of elements, which count as taken now.
    func join(_ elements: FHIRChildren) -> Slot {
        var rest = elements
        return join { rest.next().map { take($0) } }
    }

    func join(_ next: () -> Slot?) -> Slot {
        var only = Slot.none
        var start: Int?
        while let slot = next() {
            guard !slot.isEmpty else { continue }
            if only.isEmpty {
                only = slot
                continue
            }
            if start == nil {
                start = tree.texts.count
                tree.texts.append(only)
            }
            tree.texts.append(0x20)
            tree.texts.append(slot)
        }
        return start.map { tree.texts.slot(from: $0) } ?? only
    }

    /// Adds an object that is made of an element.
    mutating func add<Fields: RecordFields>(_ fields: Fields.Type, from element: FHIRElement) -> Int
    {
        let object = builder.add(fields)
        origins.append(
            Origin(object: object, node: element.node, resource: element.resource))
        return object
    }

    @inline(__always)
    mutating func set<Fields: RecordFields>(_ object: Int, _ field: Fields, _ slot: Slot) {
        if !slot.isEmpty { builder.set(object, field, slot) }
    }

    /// The value of a child into a field, unless that has one.
    mutating func set<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ element: FHIRElement?, _ name: FHIRName
    ) {
        guard builder.slot(object, field).isEmpty, let child = element?.first(name),
            !child.value.isEmpty
        else { return }
        builder.set(object, field, take(child))
    }

    /// `true` as Y, `false` as N; anything else is nobody's.
    mutating func setFlag<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ element: FHIRElement?, _ name: FHIRName
    ) {
        guard let child = element?.first(name) else { return }
        if child.has("true") { set(object, field, text("Y")) }
        if child.has("false") { set(object, field, text("N")) }
        if !builder.slot(object, field).isEmpty { take(child) }
    }

    mutating func append<Fields: RecordFields>(text: Slot, to object: Int, _ field: Fields) {
        guard !text.isEmpty else { return }
        let inner = builder.add(TextFields.self)
        builder.set(inner, TextFields.value, text)
        builder.append(inner, to: object, field)
    }

    // MARK: Times

    /// A day and, where there is one, its time, unless the field has one.
    ///
    /// What is no day, or less than one, is kept as sent. A time that has no field is nobody's.
    mutating func setMoment<Fields: RecordFields>(
        _ object: Int, _ day: Fields, _ time: Fields?, _ element: FHIRElement?, _ name: FHIRName
    ) {
        guard builder.slot(object, day).isEmpty, let child = element?.first(name),
            !child.value.isEmpty
        else { return }
        let sent = child.value
        guard let moment = Moment(tree.texts.bytes(sent)) else {
            let isKnown = oddDays.contains { $0.node == child.node }
            if !isKnown, !Moment.isPart(tree.texts.bytes(sent)) { oddDays.append(child) }
            return set(object, day, take(child))
        }
        set(object, day, moment.withDigits { tree.texts.add($0) })
        if time != nil || moment.timeOffset == 0 { take(child) }
        guard moment.timeOffset > 0 else { return }
        if !Moment.isTimeOfDay(tree.texts.bytes(sent)[moment.timeOffset...]),
            !oddDays.contains(where: { $0.node == child.node })
        {
            oddDays.append(child)
        }
        guard let time else { return }
        let skipped = UInt32(truncatingIfNeeded: moment.timeOffset)
        set(object, time, Slot(start: sent.start &+ skipped, extent: sent.extent &- skipped))
    }
}

/// Where the objects of a record stand, of the elements that they were made of.
///
/// Its own, as rules are many, and handing the mapper to each would copy all that it holds.
struct FHIRSpots: ReferralSpots {
    fileprivate let tree: FHIRTree
    fileprivate let origins: [FHIRMapper.Origin]

    func spot(_ object: Int) -> ReferralSpot {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = low + (high - low) / 2
            if origins[middle].object <= object { low = middle + 1 } else { high = middle }
        }
        let origin = origins[max(0, low - 1)]
        return tree.spot(tree.element(origin.node, of: origin.resource))
    }
}

extension FHIRMapper {
    /// Where its objects stand.
    var spots: FHIRSpots { FHIRSpots(tree: tree, origins: origins) }
}
