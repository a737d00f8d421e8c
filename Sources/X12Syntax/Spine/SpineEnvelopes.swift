import Diagnostics

extension SpineWalk {
    /// Gives a segment its role.
    @inline(__always)
    mutating func take(_ entry: SegmentEntry) {
        if spine.phase == .transaction {
            if entry.id == spine.recordOpener, entry.id != .none {
                if findLevel(beforeRecord: entry) { return }
                spine.counts.segments &+= 1
                beginRecord(entry)
                return
            }
            if entry.id == spine.levelOpener, entry.id != .none {
                let values = LevelValues(bytes) { range(entry, $0) }
                if !spine.hierarchy.isNext(values), findLevel(before: Int(entry.start)) { return }
                spine.counts.segments &+= 1
                beginLevel(entry, values)
                return
            }
            if !isEnvelope(entry) {
                spine.counts.segments &+= 1
                extend(entry)
                return
            }
        }
        takeEnvelope(entry)
    }

    @inline(__always)
    private func isEnvelope(_ entry: SegmentEntry) -> Bool {
        switch entry.id {
        case .se, .st, .ge, .gs, .iea: true
        case .isa, .none: startsInterchange(entry)
        default: false
        }
    }

    private mutating func beginRecord(_ entry: SegmentEntry) {
        begin(.record, entry)
        spine.counts.records += 1
        spine.open?.unit.ordinal = spine.counts.records
        spine.open?.unit.isOrphan = spine.hierarchy.isLost
        let level = spine.hierarchy.isLost ? -1 : currentLevel()
        spine.open?.unit.level = level
    }

    private mutating func beginLevel(_ entry: SegmentEntry, _ values: LevelValues) {
        close()
        _ = spine.hierarchy.begin(values)
        begin(.level, entry)
        let level = currentLevel()
        spine.open?.unit.level = level
    }

    private mutating func takeEnvelope(_ entry: SegmentEntry) {
        if spine.phase == .transaction, entry.id != .se, findClosing(before: Int(entry.start)) {
            return
        }
        if spine.isUnterminated { return takeUnterminated(entry) }
        takeWhole(entry)
    }

    private mutating func takeWhole(_ entry: SegmentEntry) {
        // What a terminator among its elements parts from ISA opens nothing, whatever it is called.
        if isInsideHeader(entry) { return takeStray(entry) }
        switch entry.id {
        case .isa where Int(entry.start) == foundInterchange: takeISA(entry)
        case .gs: takeGS(entry)
        case .st: takeST(entry)
        case .se: takeSE(entry)
        case .ge: takeGE(entry)
        case .iea: takeIEA(entry)
        case .ta1 where spine.phase == .interchange: beginEnvelope(entry)
        default:
            guard startsInterchange(entry) else { return takeStray(entry) }
            closeEnvelopes(at: Int(entry.start), through: .interchange)
            leaveInterchange(at: Int(entry.start))
        }
    }

    // MARK: Openings

    private mutating func takeISA(_ entry: SegmentEntry) {
        spine.context.interchange.controlNumber = text(entry, 13)
        spine.context.interchange.sender = text(entry, 6)
        spine.context.interchange.receiver = text(entry, 8)
        spine.context.interchange.date = text(entry, 9)
        spine.context.interchange.time = text(entry, 10)
        spine.context.interchange.usage = text(entry, 15)
        contextChanged()
        beginEnvelope(entry)
        let interchange = spine.context.interchange
        let key = [interchange.sender, interchange.receiver, interchange.controlNumber]
        if !spine.controls.interchanges.insert(key) {
            report(.interchangeDuplicate, at: range(entry, 13), place: place("ISA", 13))
        }
    }

    private mutating func takeGS(_ entry: SegmentEntry) {
        closeEnvelopes(at: Int(entry.start), through: .group)
        spine.context.group = FunctionalGroup(
            identifier: text(entry, 1), sender: text(entry, 2), receiver: text(entry, 3),
            date: text(entry, 4), controlNumber: text(entry, 6), version: text(entry, 8))
        contextChanged()
        spine.phase = .group
        spine.counts.groups += 1
        spine.counts.sets = 0
        spine.controls.sets.removeAll()
        begin(.envelope, entry)
        spine.isInsideGroupStart = true
        if !spine.controls.groups.insert([text(entry, 6)]) {
            report(.groupDuplicate, at: range(entry, 6), place: place("GS", 6))
        }
    }

    private mutating func takeST(_ entry: SegmentEntry) {
        closeEnvelopes(at: Int(entry.start), through: .transaction)
        if spine.context.group == nil { implyGroup(entry) }
        spine.phase = .transaction
        spine.counts.segments = 1
        spine.counts.records = 0
        spine.counts.sets += 1
        spine.counts.serial += 1
        spine.context.transaction = TransactionSet(
            identifier: text(entry, 1), controlNumber: text(entry, 2), version: text(entry, 3),
            serial: spine.counts.serial)
        choosePlan(entry)
        contextChanged()
        beginSet(entry)
        if !spine.controls.sets.insert([text(entry, 2)]) {
            report(.setDuplicate, at: range(entry, 2), place: place("ST", 2))
        }
    }

    /// A set without a group around it: one finding, and the interchange counts it as a group.
    private mutating func implyGroup(_ entry: SegmentEntry) {
        spine.context.group = FunctionalGroup(isImplied: true)
        guard !spine.context.interchange.isImplied else { return }
        spine.counts.groups += 1
        report(.groupMissing, at: range(entry, 0), place: Place(segment: "GS"), expected: "GS")
    }

    private mutating func choosePlan(_ entry: SegmentEntry) {
        let group = spine.context.group
        let identity = TransactionIdentity(
            group: group?.identifier ?? "", groupVersion: group?.version ?? "",
            transaction: text(entry, 1), version: text(entry, 3))
        spine.plan = spine.catalog(identity)
        spine.hierarchy.start(spine.plan?.levels ?? [])
        spine.context.transaction?.plan = spine.plan?.number
        let element = entry.elementCount >= 3 ? 3 : 1
        guard let plan = spine.plan else {
            report(.guideUnknown, at: range(entry, element), place: place("ST", element))
            return
        }
        for remark in plan.remarks {
            report(
                remark.rule, at: range(entry, element), place: place("ST", element),
                expected: remark.expected)
        }
    }

    /// Begins a set; one without a guide takes its whole group with it when it is the first.
    private mutating func beginSet(_ entry: SegmentEntry) {
        if spine.open?.unit.kind == .unknownGroup {
            if spine.plan == nil {
                extend(entry)
                return
            }
            close()
        } else if spine.plan == nil, spine.isInsideGroupStart {
            spine.isInsideGroupStart = false
            _ = currentContext()  // tells the set's kind, though no unit of its own has it
            spine.open?.unit.kind = .unknownGroup
            spine.open?.isDivisible = true
            extend(entry)
            return
        }
        spine.isInsideGroupStart = false
        if spine.plan == nil {
            begin(.unknownTransaction, entry, isDivisible: true)
        } else {
            begin(.header, entry, isDivisible: spine.recordOpener == .none)
        }
    }

    // MARK: Closings

    private mutating func takeSE(_ entry: SegmentEntry) {
        guard spine.phase == .transaction else { return takeMisplaced(entry, "SE") }
        spine.counts.segments += 1
        let control = spine.context.transaction?.controlNumber ?? ""
        check(entry, "SE", count: spine.counts.segments, .setCount, control: control, .setControl)
        if spine.counts.records == 0, spine.plan.map({ $0.recordOpener != .none }) == true {
            report(.setEmpty, at: range(entry, 0), place: Place(segment: "SE"))
        }
        if spine.open?.unit.kind == .level { close() }
        for level in spine.hierarchy.waiting.all {
            report(
                .levelChild, at: range(entry, 0), place: Place(segment: "SE"),
                expected: "HL04 at \(level.line):\(level.column) is 0")
        }
        closeWith(entry)
        leaveTransaction()
    }

    private mutating func takeGE(_ entry: SegmentEntry) {
        let isOpen = spine.phase == .group || spine.phase == .transaction
        guard isOpen, hasGroup || !spine.context.interchange.isImplied else {
            return takeMisplaced(entry, "GE")
        }
        closeEnvelopes(at: Int(entry.start), through: .transaction)
        guard hasGroup else {
            beginEnvelope(entry)
            return leaveGroup()
        }
        let control = spine.context.group?.controlNumber ?? ""
        check(entry, "GE", count: spine.counts.sets, .groupCount, control: control, .groupControl)
        closeWith(entry)
        close()
        leaveGroup()
    }

    private mutating func takeIEA(_ entry: SegmentEntry) {
        guard !spine.context.interchange.isImplied else { return takeMisplaced(entry, "IEA") }
        closeEnvelopes(at: Int(entry.start), through: .group)
        let control = spine.context.interchange.controlNumber
        check(
            entry, "IEA", count: spine.counts.groups, .interchangeCount, control: control,
            .interchangeControl)
        beginEnvelope(entry)
        leaveInterchange(at: position)
    }

    private var hasGroup: Bool { spine.context.group?.isImplied == false }

    /// An empty range at the end of the input.
    var cut: Range<Int> { count..<count }

    private mutating func takeMisplaced(_ entry: SegmentEntry, _ id: StaticString) {
        closeEnvelopes(at: Int(entry.start), through: .transaction)
        report(.envelopeOrder, at: range(entry, 0), place: Place(segment: id.description))
        beginEnvelope(entry)
        close()
    }

    private mutating func takeStray(_ entry: SegmentEntry) {
        if spine.open?.unit.kind == .stray || spine.open?.unit.kind == .unknownGroup {
            extend(entry)
            return
        }
        spine.isInsideGroupStart = false
        report(.segmentStray, at: range(entry, 0), expected: expectedHere)
        begin(.stray, entry, isDivisible: true)
    }

    private var expectedHere: String {
        spine.phase == .interchange ? "GS, TA1 or IEA" : "ST or GE"
    }

    /// Checks the count and the control number of a closing segment.
    private mutating func check(
        _ entry: SegmentEntry, _ id: StaticString, count: Int, _ countRule: Rule, control: String,
        _ controlRule: Rule
    ) {
        let sent = text(entry, 1)
        if Int(sent) != count {
            report(countRule, at: range(entry, 1), place: place(id, 1), expected: String(count))
        }
        if text(entry, 2) != control {
            report(controlRule, at: range(entry, 2), place: place(id, 2))
        }
    }

    // MARK: The last segment, when it has no terminator

    /// A closing segment that is all there is taken as one; any other was cut, and is not checked:
    /// that the file is cut is said at its end.
    private mutating func takeUnterminated(_ entry: SegmentEntry) {
        if isComplete(entry) {
            let isLastOfAll = entry.id == .iea || spine.context.interchange.isImplied
            takeWhole(entry)
            guard isLastOfAll else { return }
            report(.segmentUnterminated, at: cut)
            spine.isUnterminated = false
            return
        }
        switch spine.open?.unit.kind {
        case .unknownGroup, .unknownTransaction, .stray:
            extend(entry)
        default:
            // Not even of a GS is it known where it ends: it may hold all that follows.
            begin(.stray, entry)
            spine.open?.unit.isCut = true
            close()
        }
    }

    /// Whether a closing segment has the count and the control number that belong there.
    private func isComplete(_ entry: SegmentEntry) -> Bool {
        let (count, control): (Int, String)
        switch entry.id {
        case .se where spine.phase == .transaction:
            count = spine.counts.segments + 1
            control = spine.context.transaction?.controlNumber ?? ""
        case .ge where spine.phase == .group && hasGroup:
            count = spine.counts.sets
            control = spine.context.group?.controlNumber ?? ""
        case .iea where !spine.context.interchange.isImplied:
            count = spine.counts.groups
            control = spine.context.interchange.controlNumber
        default:
            return false
        }
        return Int(text(entry, 1)) == count && text(entry, 2) == control
    }

    // MARK: Levels

    /// Ends what is open inside the level that begins or ends here, with a finding for each.
    ///
    /// - Parameter isCut: whether a segment that has no end stands here, so that the last record is
    ///   not whole.
    mutating func closeEnvelopes(
        at start: Int, through level: Spine.Phase, isCut: Bool = false
    ) {
        if spine.phase == .transaction {
            report(.setUnclosed, at: start..<start, place: Place(segment: "SE"))
            if isCut { cutOpenUnit() }
            if spine.open?.unit.kind != .unknownGroup { close() }
            leaveTransaction()
        }
        guard level != .transaction else { return }
        if spine.phase == .group {
            if hasGroup { report(.groupUnclosed, at: start..<start, place: Place(segment: "GE")) }
            close()
            leaveGroup()
        }
        guard level != .group else { return }
        if spine.phase == .interchange, !spine.context.interchange.isImplied {
            report(.interchangeUnclosed, at: start..<start, place: Place(segment: "IEA"))
        }
        close()
    }

    private mutating func closeWith(_ entry: SegmentEntry) {
        switch spine.open?.unit.kind {
        case .unknownGroup, .unknownTransaction:
            extend(entry)
            if spine.open?.unit.kind == .unknownTransaction { close() }
        default: beginEnvelope(entry)
        }
    }

    private mutating func beginEnvelope(_ entry: SegmentEntry) {
        spine.isInsideGroupStart = false
        begin(.envelope, entry)
        close()
    }

    private mutating func leaveTransaction() {
        spine.phase = .group
        spine.plan = nil
        spine.context.transaction = nil
        spine.hierarchy.start([])
        contextChanged()
    }

    private mutating func leaveGroup() {
        spine.phase = .interchange
        spine.context.group = nil
        spine.isInsideGroupStart = false
        contextChanged()
    }
}
