import CareModel
import TableGrammar

/// The values that a layout lists for a column of numbers or dates: 5 is 5.0, and a day is a day in
/// whatever format.
struct ListedNumbers: Sendable {
    private let values: Set<Money>
    private let tolerated: Set<Money>

    init(_ kind: CellKind, _ column: LayoutColumn) {
        switch kind {
        case .number, .money, .date:
            values = ListedNumbers.amounts(column.values)
            tolerated = ListedNumbers.amounts(column.tolerated)
        default: (values, tolerated) = ([], [])
        }
    }

    var isEmpty: Bool { values.isEmpty }

    /// Tells of a number that is none of them; a day is the number CCYYMMDD.
    func check(_ number: Money, _ look: CellLook, _ reading: inout RowReading) {
        guard !isEmpty, !values.contains(number.withoutScale) else { return }
        if tolerated.contains(number.withoutScale) {
            reading.report(.codeTolerated, .note, look, expected: look.facts.values.list)
        } else {
            reading.report(.codeUnknown, look.severity, look, expected: look.facts.values.list)
        }
    }

    private static func amounts(_ texts: [String]) -> Set<Money> {
        Set(
            texts.compactMap { text in
                Array(text.utf8).withUnsafeBufferPointer { Money($0)?.withoutScale }
            })
    }
}

extension Money {
    /// The amount without zeros at the end of its fraction.
    fileprivate var withoutScale: Money {
        var (units, scale) = (units, scale)
        while scale > 0, units % 10 == 0 {
            units /= 10
            scale -= 1
        }
        return Money(units: units, scale: scale)
    }
}
