@testable import Diagnostics

@testable import X12Syntax

/// What the block reader makes of bytes, block by block, as text that tests can compare.
struct Reading: Equatable {
    /// `ISA GS [ST BGN] {INS REF} {INS} SE GE IEA`: `[]` a header, `{}` a record, `?` before a stray
    /// segment, `<>` a group and `<<>>` a set without a guide, `""` other bytes, `!` where the input is cut.
    var outline: [String] = []
    /// Rule, bytes, line and column of each finding.
    var findings: [String] = []
    /// The rules alone.
    var rules: [String] = []
    /// First segment number, ordinal, bytes and context of each unit.
    var units: [String] = []
    /// What units and trivia account for.
    var accounted = 0
    var triviaCount = 0
    /// Of each level and record the levels it is or stands beneath, with their problems.
    var levels: [String] = []
    /// What is wrong with the tables themselves.
    var faults: [String] = []

    /// Bytes that the block had in the end.
    var greatestCapacity = 0

    init(
        _ bytes: [UInt8], pieces: Pieces = .whole, blockSize: Int = Block.ordinarySize,
        greatestSize: Int = Block.greatestSize, isSeed: Bool = true
    ) {
        if isSeed { Seeds.keep(bytes, for: .x12) }
        var reader = BlockReader(
            PieceSource(bytes, pieces), blockSize: blockSize, greatestSize: greatestSize,
            catalog: Reading.catalog)
        var block = Block(capacity: blockSize)
        var total = 0
        while reader.next(&block) {
            greatestCapacity = max(greatestCapacity, block.capacity)
            if block.offset != total { faults.append("block at \(block.offset), not \(total)") }
            total += block.consumed
            add(block)
        }
        if total != bytes.count { faults.append("\(total) of \(bytes.count) bytes consumed") }
        if accounted != bytes.count {
            faults.append("\(accounted) of \(bytes.count) bytes accounted for")
        }
    }

    /// Transaction sets 834 have records that begin with INS, those of 837 beneath levels with CLM; no
    /// other set has a guide.
    @Sendable static func catalog(_ identity: TransactionIdentity) -> TransactionPlan? {
        switch identity.transaction {
        case "834":
            return TransactionPlan(
                number: 0, recordOpener: SegmentID("INS"), firstSegment: SegmentID("BGN"))
        case "837":
            return TransactionPlan(
                number: 1, recordOpener: SegmentID("CLM"),
                levels: [
                    LevelPlan(code: "20", parent: -1), LevelPlan(code: "22", parent: 0),
                    LevelPlan(code: "23", parent: 1),
                ], firstSegment: SegmentID("BHT"))
        default: return nil
        }
    }

    var text: String { outline.joined(separator: " ") }

    /// The first thing in which two differ, with no more of them than that.
    func difference(from other: Reading) -> String? {
        let lists = [
            (outline, other.outline), (findings, other.findings), (units, other.units),
            (levels, other.levels), (faults, other.faults),
            (["\(triviaCount)"], ["\(other.triviaCount)"]),
        ]
        for (mine, theirs) in lists where mine != theirs {
            let index = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset
            let place = index ?? min(mine.count, theirs.count)
            return "item \(place): \(mine.dropFirst(place).first ?? "none"), not "
                + "\(theirs.dropFirst(place).first ?? "none")"
        }
        return nil
    }

    /// Without what depends on where blocks end: long text outside interchanges comes in pieces, and
    /// white space between them is trivia.
    var regardlessOfBlocks: Reading {
        guard outline.contains(where: { $0.hasPrefix("\"") }) else { return self }
        var reading = self
        reading.triviaCount = 0
        reading.findings = findings.map { finding in
            let words = finding.split(separator: " ", omittingEmptySubsequences: false)
            guard finding.hasPrefix("x12.bytes.outside") else { return finding }
            return (words[..<2] + words[3...]).joined(separator: " ")
        }
        return reading
    }

    private mutating func add(_ block: Block) {
        triviaCount += block.content.triviaCount
        accounted += block.content.triviaCount
        for unit in block.content.units {
            accounted += unit.byteCount
            add(unit, of: block)
        }
        for finding in block.content.findings {
            rules.append(finding.rule.description)
            findings.append(
                "\(finding.rule) \(finding.place) \(finding.range.start)..<\(finding.range.end) "
                    + "\(finding.line):\(finding.column) \(finding.expected ?? "")")
        }
    }

    private mutating func add(_ unit: Unit, of block: Block) {
        let start = unit.range.start - block.offset
        let end = unit.range.end - block.offset
        guard 0 <= start, start < end, end <= block.consumed else {
            faults.append("unit \(unit.kind) at \(start)..<\(end) of a block of \(block.consumed)")
            return
        }
        check(unit, of: block)
        if unit.kind == .outside {
            appendOutside(text(block.bytes[start..<end].filter { !$0.isWhiteSpace }))
            return
        }
        let ids = names(unit, of: block)
        if unit.isContinued, !outline.isEmpty {
            let last = outline.count - 1
            let closing = outline[last].hasSuffix(">>") ? 2 : outline[last].hasSuffix(">") ? 1 : 0
            outline[last].removeLast(closing)
            for id in ids { outline[last] += (unit.kind == .stray ? " ?" : " ") + id }
            outline[last] += String(repeating: ">", count: closing)
            return
        }
        outline.append(framed(unit, ids))
        if unit.kind == .level || unit.kind == .record,
            block.content.contexts[unit.context].transaction?.plan == 1
        {
            addLevels(unit, of: block)
        }
        let context = block.content.contexts[unit.context]
        units.append(
            "\(unit.kind) \(unit.segmentNumber) \(unit.ordinal) \(unit.range.start) "
                + "\(context.interchange.controlNumber)/\(context.group?.controlNumber ?? "-")/"
                + (context.transaction?.controlNumber ?? "-"))
    }

    /// `20-22`: kinds of the levels, the outermost first, each with its number in the input; problems
    /// as a number in brackets.
    private mutating func addLevels(_ unit: Unit, of block: Block) {
        var level = unit.level < 0 ? nil : block.content.levels[Int(unit.level)]
        var names: [String] = []
        while let one = level {
            let problems = one.problems.isEmpty ? "" : "[\(one.problems.rawValue)]"
            names.append("\(20 + [0, 2, 3][one.kind]):\(one.serial)\(problems)")
            let kept = text(one.bytes.dropLast(Block.padding).prefix(2))
            if kept != "HL" { faults.append("level \(one.serial) keeps \(kept)") }
            level = one.parent
        }
        let chain = names.reversed().joined(separator: " ")
        levels.append(unit.kind == .level ? chain : "{\(chain)}")
    }

    private mutating func appendOutside(_ text: String) {
        if outline.last?.hasPrefix("\"") == true {
            outline[outline.count - 1].removeLast()
            outline[outline.count - 1] += text + "\""
        } else {
            outline.append("\"\(text)\"")
        }
    }

    /// In ASCII, so that each byte is one character; `>` is a mark of the outline.
    private func text(_ bytes: some Sequence<UInt8>) -> String {
        let shown = bytes.map { 0x20..<0x7F ~= $0 && $0 != 0x3E ? $0 : UInt8(ascii: ".") }
        return String(decoding: shown, as: UTF8.self)
    }

    private func names(_ unit: Unit, of block: Block) -> [String] {
        entries(unit, of: block).map { entry in
            let end = Int(block.content.ends[Int(entry.firstEnd)])
            return text(Array(block.bytes[Int(entry.start)..<end]))
        }
    }

    private func entries(_ unit: Unit, of block: Block) -> Slice<SegmentTable> {
        block.content.segments[unit.firstSegment..<unit.firstSegment + unit.segmentCount]
    }

    private func framed(_ unit: Unit, _ names: [String]) -> String {
        let text = names.joined(separator: " ")
        let cut = unit.isCut ? "!" : ""
        return switch unit.kind {
        case .header: "[\(text)\(cut)]"
        case .record: "{\(text)\(cut)}"
        case .level: "(\(text)\(cut))"
        case .stray: names.map { "?" + $0 }.joined(separator: " ")
        case .unknownGroup: "<\(text)>"
        case .unknownTransaction: "<<\(text)>>"
        case .envelope, .outside: text
        }
    }

    /// The tables of a unit agree with each other and with its bytes.
    private mutating func check(_ unit: Unit, of block: Block) {
        guard unit.kind != .outside else {
            if unit.byteCount != unit.range.count { faults.append("bytes outside") }
            return
        }
        // A part of a segment that is too long for a block.
        guard unit.segmentCount > 0 || !unit.isContinued && !unit.continues else { return }
        var position = unit.range.start - block.offset
        var bytes = 0
        for entry in entries(unit, of: block) {
            let last = block.content.end(of: entry)
            // Where a terminator was lost, the next segment may follow at once.
            let length = block.bytes[last].isAlphanumeric ? 0 : 1
            let end = min(last + length, block.byteCount)
            if Int(entry.start) < position { faults.append("segment overlaps at \(position)") }
            bytes += end - Int(entry.start)
            position = end
        }
        if bytes != unit.byteCount {
            faults.append("\(unit.kind) of \(unit.byteCount), not \(bytes)")
        }
        if position != unit.range.end - block.offset { faults.append("unit ends at \(position)") }
    }
}
