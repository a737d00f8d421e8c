import Diagnostics
import Enrollments
import X12Syntax

/// The control totals of a header (QTY of an 834), which count the records of its set, and what each
/// part has of them.
///
/// A part is written before it is known whether the totals are right for the whole, so they are
/// mended when all parts are complete.
struct ControlTotals {
    /// A part that repeats the opening.
    private struct Use {
        let part: Int
        /// Of the opening in the part.
        let offset: Int
        var counts = MemberCounts()
    }

    let totals: [SetTotal]
    /// Of the header in the input: parts repeat it as their opening.
    private let start: Int
    private var whole = MemberCounts()
    private var uses: [Use] = []

    /// Where the first of them stands among the bytes of the opening.
    var first: Int? { totals.first.map { $0.value.start - start } }

    /// Those of a header.
    init(_ unit: Unit, _ block: Block) {
        start = unit.range.start
        totals =
            block.withView { view in
                SetTotal.all(of: unit, in: view) { block.locate($0) }
            } ?? []
    }

    /// A part repeats the opening at an offset of its own.
    mutating func open(in part: Int, at offset: Int) {
        guard !totals.isEmpty else { return }
        uses.append(Use(part: part, offset: offset))
    }

    /// The part that opened last has a record more.
    mutating func add(_ indicator: [UInt8]) {
        let byte = indicator.count == 1 ? indicator[0] : 0
        whole.add(byte)
        guard let last = uses.indices.last else { return }
        uses[last].counts.add(byte)
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
                    part: use.part, start: use.offset + total.value.start - start,
                    end: use.offset + total.value.end - start,
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
