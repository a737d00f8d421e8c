import CareModel
import Diagnostics
import TableGrammar

extension Rule {
    static let dateInvalid = Rule(
        "roster.date.invalid", .error, "A date is a day of the calendar, in a format of its column",
        help: """
            The cell is no date in any of the column's formats, or there is no such day (February \
            30th). It is kept as sent, or among the record's other values where its digits would be \
            a day in another format. In layouts whose columns are a guess it is a warning.
            """)
    static let dateTolerated = Rule(
        "roster.date.tolerated", .note, "A date is in the layout's own format",
        help: """
            The date was read, in another format than the layout asks for; whoever loads the file \
            by the letter will not read it. Spreadsheets change dates to their own format on opening.
            """)
    static let dateSerial = Rule(
        "roster.date.serial", .error, "A date is not the number that a spreadsheet counts days by",
        help: """
            The cell has a number of five digits: a spreadsheet's own count of days, whose format was \
            lost. Which day it is depends on where that spreadsheet counts from, so that it is kept as \
            sent. Format the column as text in the form YYYYMMDD and save again.
            """)
}

/// Dates in another form than CCYYMMDD, and what is no date.
enum DateForm {
    /// - Returns: where the date lies as CCYYMMDD; `nil` where it is kept as sent.
    static func check(_ look: inout CellLook, _ reading: inout RowReading) -> Slot? {
        SheetExponent.expand(&look, &reading)
        // 19631017.0: a program took the digits of a day for a quantity.
        if look.text.prefix(9).last == UInt8(ascii: ".") { SheetDecimal.drop(&look, &reading) }
        guard let (moment, rank) = moment(look) else {
            if isSerial(look) {
                reading.report(
                    .dateSerial, look.facts.typeSeverity, look, expected: look.facts.formatList)
                return nil
            }
            return reportInvalid(look, &reading)
        }
        guard moment.day > 0 else { return reportInvalid(look, &reading) }
        if rank > 0 {
            reading.noteForeignDate(look.facts.index, isSecond: rank == 1)
            reading.report(
                .dateTolerated, .note, look, expected: look.facts.formats.first?.text)
        }
        DateEarly.check(moment.day, look, &reading)
        look.facts.listed.check(Money(units: Int64(moment.day)), look, &reading)
        if moment.time > 0 {
            reading.keepWhole(look)
            reading.noteTime(moment.time, look.facts.index)
        }
        return reading.write(day: moment.day)
    }

    /// By the first format that fits and has such a day, else the first that fits; which it is.
    private static func moment(
        _ look: CellLook
    ) -> (moment: DatePattern.Moment, rank: Int)? {
        var first: (DatePattern.Moment, Int)?
        for (index, format) in look.facts.formats.enumerated() {
            guard let moment = format.match(look.text) else { continue }
            if moment.day > 0 { return (moment, index) }
            first = first ?? (moment, index)
        }
        if look.cell.kind == .date {
            if let moment = SheetMoment.read(look.text), moment.day > 0 {
                return (moment, look.facts.formats.count)
            }
        }
        return first
    }

    /// Tells of what is no date.
    ///
    /// - Returns: nothing where its digits would be taken for a day in the record's form.
    private static func reportInvalid(_ look: CellLook, _ reading: inout RowReading) -> Slot? {
        reading.report(
            .dateInvalid, look.facts.typeSeverity, look, expected: look.facts.formatList)
        guard look.facts.field != nil, look.count == 8, CalendarDate.number(look.base) > 0 else {
            return nil
        }
        reading.keepWhole(look)
        return Slot.none
    }

    /// Five digits, and a fraction or none, from 1927 to 2064: what the formats would not take.
    private static func isSerial(_ look: CellLook) -> Bool {
        let whole = look.text.prefix { $0 != UInt8(ascii: ".") }
        return whole.count == 5 && Digits.isNumber(look.text)
            && (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(look.text[0])
    }
}
