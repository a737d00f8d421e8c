import X12Syntax

/// What an input is: its envelopes, guides and counts, without a look inside records.
public struct Inspection: Sendable {
    /// What the input is called.
    public let name: String
    /// For people, a few lines; empty where nothing was recognised.
    public let text: String
    /// Why there is no more to tell; where there is text, reading broke off after it.
    public let failure: ConversionFailure?

    /// Reads inputs one after another by their envelopes alone.
    ///
    /// - Parameters:
    ///   - inputs: files, folders, archives, or `-` for standard input.
    ///   - progress: is told how far the reading has come.
    ///   - body: is called with each file, those in folders and archives as well.
    /// - Returns: how many hidden and special files were left out.
    /// - Throws: what `body` throws.
    public static func forEach<Failure: Error>(
        _ inputs: [String], progress: (any ProgressObserver)? = nil,
        _ body: (Inspection) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        var queue = InputQueue(InputList(inputs), progress: progress)
        let catalog = GuideCatalog()
        while let input = queue.next() { try body(Inspection(input, catalog)) }
        return queue.skippedCount
    }

    private init(_ input: consuming OpenInput, _ catalog: GuideCatalog) {
        name = input.name
        if let workbook = input.workbook {
            (text, failure) = TableInspection.text(name, workbook)
            return
        }
        guard let source = input.source.take() else {
            text = ""
            failure = input.failure
            return
        }
        if case .xml = input.kind {
            let inspection = DocumentInspection(name, source)
            text = inspection.text
            failure = inspection.failure
            return
        }
        let end = source.end
        if let table = input.table {
            text = TableInspection.text(name, table, source)
            failure = end.failure
            return
        }
        var tree = EnvelopeTree()
        var reader = BlockReader(source) { catalog.plan($0) }
        var block = Block()
        while reader.next(&block) { tree.add(block) }
        text = tree.text(name, bytes: reader.byteCount, guides: GuideCatalog.guides)
        failure = end.failure
    }
}

/// The envelopes of an input, with what each holds.
private struct EnvelopeTree {
    private struct SetCount {
        var identifier: String
        var version: String
        var plan: Int?
        var sets = 0
        var records = 0
    }
    private struct Level {
        var interchange: Interchange
        var groups: [(group: FunctionalGroup, counts: [SetCount])] = []
    }
    private var levels: [Level] = []
    private var segments = 0
    private var outside = 0
    private var lastSerial = 0

    /// As many interchanges and groups are listed; the rest is counted.
    private static let limit = 20

    mutating func add(_ block: Block) {
        segments += block.content.segmentTotal
        // Sets without a guide share the unit of their group, and have only contexts of their own.
        var next = 0
        // Records of one set follow each other: they are counted together.
        var records = 0
        var last = -1
        for unit in block.content.units {
            let isOutside = unit.kind == .outside
            let isLast = unit.context == last && !isOutside
            if !isLast {
                count(records, of: last, in: block)
                records = 0
                last = -1
                while next < unit.context + (isOutside ? 0 : 1) {
                    enter(block.content.contexts[next])
                    next += 1
                }
            }
            if isOutside {
                next = max(next, unit.context + 1)
                outside += unit.byteCount
                continue
            }
            last = unit.context
            if unit.kind == .record { records += 1 }
        }
        count(records, of: last, in: block)
        for context in block.content.contexts[next...] { enter(context) }
    }

    /// Counts records of the set of a context.
    private mutating func count(_ records: Int, of context: Int, in block: Block) {
        guard context >= 0, let transaction = block.content.contexts[context].transaction else {
            return
        }
        count(transaction, records: records)
    }

    private mutating func enter(_ context: EnvelopeContext) {
        if levels.last?.interchange != context.interchange {
            levels.append(Level(interchange: context.interchange))
        }
        guard let group = context.group else { return }
        if levels[levels.count - 1].groups.last?.group != group {
            levels[levels.count - 1].groups.append((group, []))
        }
        if let transaction = context.transaction { count(transaction, records: 0) }
    }

    private mutating func count(_ transaction: TransactionSet, records: Int) {
        let level = levels.count - 1
        let group = levels[level].groups.count - 1
        guard group >= 0 else { return }
        var counts = levels[level].groups[group].counts
        var index = counts.firstIndex {
            $0.identifier == transaction.identifier && $0.version == transaction.version
        }
        if index == nil {
            counts.append(
                SetCount(
                    identifier: transaction.identifier, version: transaction.version,
                    plan: transaction.plan))
            index = counts.count - 1
        }
        if let index {
            if transaction.serial != lastSerial { counts[index].sets += 1 }
            counts[index].records += records
        }
        lastSerial = transaction.serial
        levels[level].groups[group].counts = counts
    }

    func text(_ name: String, bytes: Int, guides: [String]) -> String {
        var text = "\(name): X12, \(bytes) bytes, \(segments) segments, "
        text += "\(levels.count) interchange\(levels.count == 1 ? "" : "s")\n"
        for level in levels.prefix(EnvelopeTree.limit) {
            text += describe(level.interchange)
            for (group, counts) in level.groups.prefix(EnvelopeTree.limit) {
                if !group.isImplied {
                    text += describe(group)
                }
                for count in counts { text += describe(count, guides) }
            }
            text += more(level.groups.count, "group")
        }
        text += more(levels.count, "interchange")
        if outside > 0 { text += "  \(outside) bytes outside interchanges\n" }
        return text
    }

    private func describe(_ group: FunctionalGroup) -> String {
        let what = "group \(group.controlNumber): \(group.identifier) \(group.version)"
        let line = "    \(what), \(group.sender) to \(group.receiver), \(group.date)"
        return line.shownAsName + "\n"
    }

    private func describe(_ interchange: Interchange) -> String {
        guard !interchange.isImplied else { return "  no ISA: delimiters were inferred\n" }
        let delimiters = interchange.delimiters
        let shown = [
            delimiters.element, delimiters.component, delimiters.repetition, delimiters.terminator,
        ].map { $0.map(Self.show) ?? "none" }.joined(separator: " ")
        let who = "\(interchange.sender) to \(interchange.receiver)"
        let when = "\(interchange.date) \(interchange.time)"
        let line =
            "  interchange \(interchange.controlNumber): \(who), \(when), delimiters \(shown)"
        return line.shownAsName + "\n"
    }

    private static func show(_ byte: UInt8) -> String {
        if byte > 0x20, byte < 0x7F { return String(UnicodeScalar(byte)) }
        return "0x" + String(byte, radix: 16, uppercase: true)
    }

    private func describe(_ count: SetCount, _ guides: [String]) -> String {
        let guide = count.plan.map { "guide \(guides[$0])" } ?? "no guide for it"
        let sets = "\(count.sets) set\(count.sets == 1 ? "" : "s")"
        let what = "      \(count.identifier) \(count.version): \(sets)".shownAsName
        return "\(what), \(count.records) records, \(guide)\n"
    }

    private func more(_ count: Int, _ noun: String) -> String {
        guard count > EnvelopeTree.limit else { return "" }
        return "  … and \(count - EnvelopeTree.limit) more \(noun)s\n"
    }
}
