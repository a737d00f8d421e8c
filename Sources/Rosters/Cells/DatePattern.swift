import CareModel
import TableGrammar

/// A format of dates as it is matched with the bytes of a cell.
struct DatePattern: Sendable {
    /// As the layout writes it.
    let text: String
    private let parts: [DateFormat.Part]
    /// `YYYYMMDD`.
    let isCompact: Bool
    /// `YYYY-MM-DD`.
    let isISO: Bool

    /// What a cell says in this format.
    struct Moment {
        /// The day as the number CCYYMMDD; 0 where the format fits and there is no such day.
        let day: Int32
        /// The time of the day beside it in thousandths of a second; 0 where that is midnight or is
        /// not said.
        let time: Int32
    }

    init(_ format: DateFormat) {
        text = format.text
        parts = format.parts
        isCompact = text == "YYYYMMDD"
        isISO = text == "YYYY-MM-DD"
    }

    /// The day of spreadsheets' own dates: `2019-07-01`.
    static let sheetDay = DateFormat("YYYY-MM-DD").map(DatePattern.init)

    /// `nil` where the text is not in this format.
    @inline(__always)
    func match(_ text: UnsafeBufferPointer<UInt8>) -> Moment? {
        if isISO { return matchISO(text) }
        return matchParts(text)
    }

    /// Joins the digits of `2019-07-01` and reads them as one number.
    @inline(__always)
    private func matchISO(_ text: UnsafeBufferPointer<UInt8>) -> Moment? {
        guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D, let base = text.baseAddress else {
            return nil
        }
        let raw = UnsafeRawPointer(base)
        let year = UInt64(raw.loadUnaligned(as: UInt32.self))
        let month = UInt64(raw.loadUnaligned(fromByteOffset: 5, as: UInt16.self))
        let day = UInt64(raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
        return withUnsafeBytes(of: year | month << 32 | day << 48) { joined in
            let digits = joined.assumingMemoryBound(to: UInt8.self)
            guard let first = digits.baseAddress, Digits.areAll(first, 8) else { return nil }
            return Moment(day: CalendarDate.number(first), time: 0)
        }
    }

    private func matchParts(_ text: UnsafeBufferPointer<UInt8>) -> Moment? {
        var (year, month, day, time) = (0, 0, 0, 0)
        var isTimely = true
        var index = 0
        for part in parts {
            switch part {
            case .literal(let byte):
                guard index < text.count, text[index] == byte else { return nil }
                index += 1
            case .year:
                guard let value = number(text, &index, 4) else { return nil }
                year = value
            case .month(let digits):
                guard let value = number(text, &index, digits) else { return nil }
                month = value
            case .day(let digits):
                guard let value = number(text, &index, digits) else { return nil }
                day = value
            case .hour(let digits):
                guard let value = number(text, &index, digits) else { return nil }
                time += value * 3_600_000
                isTimely = isTimely && value < 24
            case .minute:
                guard let value = number(text, &index, 2) else { return nil }
                time += value * 60_000
                isTimely = isTimely && value < 60
            case .second:
                guard let value = number(text, &index, 2) else { return nil }
                time += value * 1000
                isTimely = isTimely && value < 60
            }
        }
        guard index == text.count else { return nil }
        let date = isTimely ? CalendarDate(year: year, month: month, day: day) : nil
        return Moment(day: date?.number ?? 0, time: Int32(truncatingIfNeeded: time))
    }

    /// So many digits, or one or two where that is 0.
    @inline(__always)
    private func number(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ digits: Int
    ) -> Int? {
        let limit = min(digits == 0 ? 2 : digits, text.count - index)
        var value = 0
        var read = 0
        while read < limit, (0x30...0x39).contains(text[index]) {
            value = value * 10 + Int(text[index] - 0x30)
            index += 1
            read += 1
        }
        return read == digits || (digits == 0 && read > 0) ? value : nil
    }
}
