import CareModel
import Diagnostics
import X12Syntax

extension Rule {
    static let massHealthNameDay = Rule(
        "masshealth.name.day", .note,
        "The last number in a file's name is the day of the year of its envelope", snip: 7,
        help: """
            MassHealth names files after their receiver, kind and day, and ISA09 is another day. \
            The file may be a copy under the name of another.
            """)
}

/// Names with another day than ISA09, which has two digits for the year: 2000 to 2099.
enum NameDay {
    static func check(
        _ envelope: MassHealthRules.Envelope, _ collector: inout FindingCollector
    ) {
        guard envelope.view.entry.id == SegmentID("ISA"), let name = envelope.name,
            let date = date(envelope.view), dayOfYear(date) != name.day
        else { return }
        collector.add(
            .massHealthNameDay, at: envelope.view.range(9),
            place: Place(segment: "ISA", element: 9))
    }

    private static func date(_ view: SegmentView) -> CalendarDate? {
        let digits = view.element(9)
        guard digits.count == 6 else { return nil }
        return (Array("20".utf8) + Array(digits)).withUnsafeBufferPointer { CalendarDate($0) }
    }

    static func dayOfYear(_ date: CalendarDate) -> Int {
        (1..<date.month).reduce(date.day) { $0 + daysIn($1, date.year) }
    }

    private static func daysIn(_ month: Int, _ year: Int) -> Int {
        (28...31).last { CalendarDate(year: year, month: month, day: $0) != nil } ?? 0
    }
}
