import Diagnostics
import X12Syntax

extension Rule {
    static let setTotal = Rule(
        "enrollment.set.total", .warning, "The control totals of a set count its members", snip: 4,
        help: """
            QTY in the header gives another number than INS segments came: TO counts all members, ET \
            the subscribers (INS01 is Y), DT the dependents (N), records that were set aside included. \
            Part of the file may be missing; ask the sender.
            """)
}

/// A control total of a header (QTY of an 834), which counts the members of its set.
///
/// Source: 005010X220A1, QTY of the header.
package struct SetTotal: Sendable {
    /// What QTY01 says is counted.
    package enum Subject: String, Sendable {
        case all = "TO", subscribers = "ET", dependents = "DT"
    }

    package let subject: Subject
    /// As sent, where it is a number.
    package let sent: Int?
    /// QTY02 in the input.
    package let value: ByteRange
    /// From the segment's beginning.
    package let range: ByteRange
    package let line: Int
    package let column: Int

    /// Those of a header, in their order.
    package static func all(of unit: Unit, in view: BlockView, _ locate: LineLocator) -> [SetTotal]
    {
        view.segments(of: unit).compactMap { entry in
            guard entry.id == SegmentID("QTY") else { return nil }
            let segment = view.view(entry)
            guard segment.elementCount >= 2,
                let subject = Subject(rawValue: String(decoding: segment.element(1), as: UTF8.self))
            else { return nil }
            let start = view.base + segment.start
            let value = ByteRange(
                view.base + segment.range(2).lowerBound, view.base + segment.range(2).upperBound)
            let (line, column) = locate(start)
            return SetTotal(
                subject: subject,
                sent: Int(String(decoding: segment.element(2), as: UTF8.self)), value: value,
                range: ByteRange(start, value.end), line: line, column: column)
        }
    }
}

/// The members of a set or of part of one.
package struct MemberCounts: Sendable {
    private var all = 0
    private var subscribers = 0
    private var dependents = 0

    package init() {}

    /// Adds a member.
    ///
    /// - Parameter indicator: INS01, which tells whether it is the subscriber; 0 where it is longer or
    ///   lacks.
    package mutating func add(_ indicator: UInt8) {
        all += 1
        if indicator == 0x59 { subscribers += 1 }
        if indicator == 0x4E { dependents += 1 }
    }

    package subscript(subject: SetTotal.Subject) -> Int {
        switch subject {
        case .all: all
        case .subscribers: subscribers
        case .dependents: dependents
        }
    }
}

/// Compares the totals of one set after another with the members that came.
struct SetTotals: Sendable {
    private var totals: [SetTotal] = []
    private var counts = MemberCounts()

    /// Whether the set at hand has any.
    var hasTotals: Bool { !totals.isEmpty }

    mutating func begin(_ totals: [SetTotal]) {
        self.totals = totals
        counts = MemberCounts()
    }

    mutating func add(_ facts: EnrollmentFacts) { counts.add(facts.indicator) }

    /// Ends the set; what of its totals is not right.
    mutating func end(_ found: inout [Finding]) {
        for total in totals {
            guard let sent = total.sent, sent != counts[total.subject] else { continue }
            found.append(
                Finding(
                    .setTotal, at: total.range, place: Place(segment: "QTY", element: 2),
                    expected: String(counts[total.subject]), line: total.line,
                    column: total.column))
        }
        totals = []
    }
}
