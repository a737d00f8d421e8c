/// Days of the calendar as eight digits CCYYMMDD.
enum CalendarDay {
    /// Whether eight bytes are the digits of a day, all looked at together.
    @inline(__always)
    static func isDay(_ base: UnsafePointer<UInt8>) -> Bool {
        let word = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self))
        let digits = word ^ 0x3030_3030_3030_3030
        guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else {
            return false
        }
        // Pairs of digits, each in the low byte of 16 bits: CC, YY, MM, DD.
        let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
        let month = Int(truncatingIfNeeded: pairs &>> 32 & 0xFF)
        let day = Int(truncatingIfNeeded: pairs &>> 48)
        guard month > 0, month <= 12, day > 0, pairs & 0xFFFF_FFFF > 0 else { return false }
        // Without a branch on the day; only a 29th of February, or what is no day, comes further.
        if day <= 28 &+ (beyond28 &>> (month &* 2) & 3) { return true }
        let year =
            Int(truncatingIfNeeded: pairs & 0xFF) * 100
            + Int(truncatingIfNeeded: pairs &>> 16 & 0xFF)
        return day <= days(in: month, of: year)
    }

    /// How many days more than 28 each month has in every year: two bits each, from bit 2 on.
    private static var beyond28: Int { 0b11_10_11_10_11_11_10_11_10_11_00_11_00 }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
