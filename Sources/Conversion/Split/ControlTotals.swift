import Diagnostics
import X12Syntax

/// The control totals of a header (QTY of an 834), which count the records of its set, and what each
/// part has of them.
///
/// A part is written before it is known whether the totals are right for the whole, so they are
/// mended when all parts are complete.
struct ControlTotals {
    /// One QTY.
    struct Total {
        let subject: Subject
        /// As sent, where it is a number.
        let sent: Int?
        /// QTY02 among the bytes of the opening.
        let value: Range<Int>
        /// The segment in the input.
        let range: ByteRange
        let line: Int
        let column: Int
    }

    /// What QTY01 says is counted.
    enum Subject: String { case all = "TO", subscribers = "ET", dependents = "DT" }

    struct Counts {
        private var all = 0
        private var subscribers = 0
        private var dependents = 0

        /// Adds a record, of which INS01 tells whether it is the subscriber's.
        mutating func add(_ indicator: [UInt8]) {
            all += 1
            if indicator == [0x59] { subscribers += 1 }
            if indicator == [0x4E] { dependents += 1 }
        }

        subscript(subject: Subject) -> Int {
            switch subject {
            case .all: all
            case .subscribers: subscribers
            case .dependents: dependents
            }
        }
    }

    /// A part that repeats the opening.
    private struct Use {
        let part: Int
        /// Of the opening in the part.
        let offset: Int
        var counts = Counts()
    }

    let totals: [Total]
    private var whole = Counts()
    private var uses: [Use] = []

    /// Where the first of them stands among the bytes of the opening.
    var first: Int? { totals.first?.value.lowerBound }

    /// Those of a header.
    init(_ unit: Unit, _ block: Block) {
        var totals: [Total] = []
        for index in unit.firstSegment..<unit.firstSegment + unit.segmentCount {
            let entry = block.content.segments[index]
            guard entry.id == SegmentID("QTY"), entry.elementCount >= 2,
                let subject = Subject(
                    rawValue: String(decoding: block.element(1, of: entry), as: UTF8.self))
            else { continue }
            let (start, value) =
                block.withView { view in
                    let segment = view.view(entry)
                    return (segment.start, segment.range(2))
                } ?? (0, 0..<0)
            let shift = unit.range.start - block.offset
            let offset = block.offset + start
            let (line, column) = block.locate(offset)
            totals.append(
                Total(
                    subject: subject,
                    sent: Int(String(decoding: block.element(2, of: entry), as: UTF8.self)),
                    value: value.lowerBound - shift..<value.upperBound - shift,
                    range: ByteRange(offset, block.offset + value.upperBound), line: line,
                    column: column))
        }
        self.totals = totals
    }

    /// A part repeats the opening at an offset of its own.
    mutating func open(in part: Int, at offset: Int) {
        guard !totals.isEmpty else { return }
        uses.append(Use(part: part, offset: offset))
    }

    /// The part that opened last has a record more.
    mutating func add(_ indicator: [UInt8]) {
        whole.add(indicator)
        guard let last = uses.indices.last else { return }
        uses[last].counts.add(indicator)
    }

    /// What is to be changed in the parts of a set that is cut; totals that are wrong for the whole
    /// stay, and are told.
    func mends() -> (mends: [PartMend], findings: [Finding]) {
        guard uses.count > 1 else { return ([], []) }
        let wrong = totals.filter { $0.sent != whole[$0.subject] }
        let right = totals.filter { $0.sent == whole[$0.subject] }
        let mends = uses.flatMap { use in
            right.filter { $0.sent != use.counts[$0.subject] }.map { total in
                PartMend(
                    part: use.part, start: use.offset + total.value.lowerBound,
                    end: use.offset + total.value.upperBound,
                    bytes: Array(String(use.counts[total.subject]).utf8))
            }
        }
        let findings = wrong.map { total in
            Finding(
                .splitSetTotals, at: total.range, place: Place(segment: "QTY", element: 2),
                expected: String(whole[total.subject]), line: total.line, column: total.column)
        }
        return (mends, findings)
    }
}

/// Bytes of a complete part that are replaced by as many or fewer.
struct PartMend {
    /// From 0.
    let part: Int
    let start: Int
    let end: Int
    let bytes: [UInt8]
}
