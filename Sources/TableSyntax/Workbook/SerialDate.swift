/// A day and time of a spreadsheet: how many days passed since the one it counts from.
enum SerialDate {
    /// As a date in ISO form, with the time where there is one; `nil` where it is no date.
    ///
    /// The count from 1900 has a day that never was, 60, so that days before it are one further.
    static func text(_ digits: UnsafeBufferPointer<UInt8>, isFrom1904: Bool, isTime: Bool)
        -> [UInt8]?
    {
        guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite,
            value >= 0, value < 2_958_466
        else { return nil }
        var days = Int(value)
        var seconds = Int(((value - Double(days)) * 86400).rounded())
        if seconds == 86400 {
            days += 1
            seconds = 0
        }
        if isTime, days == 0 { return clock(seconds) }
        if isFrom1904 {
            days += 1462
        } else if days == 0 || days == 60 {
            return nil
        } else if days < 60 {
            days += 1
        }
        guard days < 2_958_466 else { return nil }
        let date = date(since1970: days - 25569)
        return seconds == 0 ? date : date + [UInt8(ascii: "T")] + clock(seconds)
    }

    private static func clock(_ seconds: Int) -> [UInt8] {
        padded(seconds / 3600, 2) + [0x3A] + padded(seconds / 60 % 60, 2) + [0x3A]
            + padded(seconds % 60, 2)
    }

    /// Years are counted from March, so that the day that leap years add is the last.
    private static func date(since1970 days: Int) -> [UInt8] {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return padded(year, 4) + [0x2D] + padded(month, 2) + [0x2D] + padded(day, 2)
    }

    /// The serial number of a day, from 1900; `nil` before March of that year.
    static func serial(year: Int, month: Int, day: Int) -> Int? {
        guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let serial = era * 146_097 + dayOfEra - 719_468 + 25569
        return serial > 60 ? serial : nil
    }

    private static func padded(_ value: Int, _ width: Int) -> [UInt8] {
        let digits = Array(String(value).utf8)
        return [UInt8](repeating: 0x30, count: max(0, width - digits.count)) + digits
    }
}
