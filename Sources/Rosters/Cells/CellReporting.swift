import CareModel
import Diagnostics

extension RowReading {
    /// Adds what was found in a cell.
    mutating func report(
        _ rule: Rule, _ severity: Severity, _ look: CellLook, expected: String? = nil
    ) {
        report(
            rule, at: look.cell, column: look.facts.name, severity: severity, expected: expected)
    }

    /// Writes a day as CCYYMMDD; where it lies.
    mutating func write(day: Int32) -> Slot {
        slot(upTo: 8) { out in
            var rest = Int(day)
            for index in stride(from: 7, through: 0, by: -1) {
                out[index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
                rest /= 10
            }
            return 8
        }
    }

    /// Keeps the whole text of a cell among the other values: a field cannot hold it, or only a part.
    mutating func keepWhole(_ look: CellLook) {
        // A column without a field is among them anyway.
        guard look.facts.field != nil, let text = Text(look.text) else { return }
        let range = row.range(of: look.cell)
        builder.other.append(
            OtherValue(place: look.facts.name, value: text, bytes: range.start..<range.end))
    }
}
