import CareModel

// Days and times: `2026-03-01T09:30:00-05:00` and `20260301093000-0500`, whole or in part.
extension ReferralMapper {
    /// A day and, where there is one, the time of day; whether all of it has its place.
    ///
    /// What is no day, or less than one, is kept as sent.
    ///
    /// - Parameters:
    ///   - sent: the value of the attribute.
    ///   - node: the element of the attribute.
    @discardableResult
    mutating func setMoment<Fields: RecordFields>(
        _ object: Draft<Fields>, _ day: Fields, _ time: Fields?, _ sent: Slot, of node: Int,
        _ attribute: AttributeName
    ) -> Bool {
        guard !sent.isEmpty else { return true }
        guard let moment = Moment(arena.bytes(sent)) else {
            noteOddDay(sent, of: node, attribute)
            set(object, day, sent)
            return true
        }
        if moment.isCompact {
            set(object, day, arena.part(sent, from: 0, count: 8))
        } else {
            set(object, day, moment.withDigits { arena.add($0) })
        }
        guard moment.timeOffset > 0 else { return true }
        if !Moment.isTimeOfDay(arena.bytes(sent)[moment.timeOffset...]) {
            addOddDay(of: node, attribute)
        }
        guard let time else { return false }
        let text = Array(arena.bytes(sent)[moment.timeOffset...])
        set(object, time, moment.isCompact ? arena.add(Moment.spread(text)) : arena.add(text))
        return true
    }

    /// The day of an attribute, which nobody took where its time has no field.
    mutating func setMoment<Fields: RecordFields>(
        _ object: Draft<Fields>, _ day: Fields, _ time: Fields?, _ node: Int,
        _ attribute: AttributeName
    ) {
        let sent = tree.value(node, attribute)
        if setMoment(object, day, time, sent, of: node, attribute) { _ = take(node, attribute) }
    }

    /// Remembers what is neither a day nor a month or year, for the rule that asks for one.
    @inline(never)
    private mutating func noteOddDay(_ sent: Slot, of node: Int, _ attribute: AttributeName) {
        if !Moment.isPart(arena.bytes(sent)) { addOddDay(of: node, attribute) }
    }

    private mutating func addOddDay(of node: Int, _ attribute: AttributeName) {
        let isKnown = facts.oddDays.contains { $0.node == node && $0.attribute == attribute }
        if !isKnown { facts.oddDays.append((node, attribute)) }
    }
}

/// How a day and a time of day are written.
///
/// The zone that may stand behind a day without a time says nothing of the day, and is passed over.
struct Moment {
    /// CCYYMMDD, the first digit in the lowest byte.
    private let digits: UInt64
    /// Where the time of day begins; 0 where there is none.
    let timeOffset: Int
    /// Whether it is written without hyphens and colons.
    let isCompact: Bool

    /// `nil` where it begins with no day.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.count == 10, let base = bytes.baseAddress, base[4] == 0x2D, base[7] == 0x2D {
            self.init(day: base)
        } else {
            self.init(anyOf: bytes)
        }
    }

    /// A day alone, CCYY-MM-DD, as most are.
    private init?(day base: UnsafePointer<UInt8>) {
        let raw = UnsafeRawPointer(base)
        let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        let last = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
        digits = first & 0xFFFF_FFFF | (first &>> 40 & 0xFFFF) &<< 32 | UInt64(last) &<< 48
        isCompact = false
        timeOffset = 0
        guard withDigits({ CalendarDate($0) }) != nil else { return nil }
    }

    /// A day of any form, and what follows it.
    private init?(anyOf bytes: UnsafeBufferPointer<UInt8>) {
        var digits: UInt64 = 0
        var count: UInt64 = 0
        var index = 0
        while index < bytes.count, count < 8 {
            let byte = bytes[index]
            if 0x30...0x39 ~= byte {
                digits |= UInt64(byte) << (count * 8)
                count += 1
            } else if byte != 0x2D || (index != 4 && index != 7) {
                return nil
            }
            index += 1
        }
        guard count == 8, index == 8 || index == 10 else { return nil }
        self.digits = digits
        isCompact = index == 8
        if index == bytes.count || Self.isZone(bytes[index...]) {
            timeOffset = 0
        } else if isCompact {
            guard Self.isTime(bytes[index...]) else { return nil }
            timeOffset = index
        } else {
            guard bytes[index] == 0x54, index + 1 < bytes.count else { return nil }
            timeOffset = index + 1
        }
        guard withDigits({ CalendarDate($0) }) != nil else { return nil }
    }

    /// Whether it is a year, or a month of one: `2026`, `2026-03`, `202603`.
    static func isPart(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let isHyphened = bytes.count == 7 && bytes[4] == 0x2D
        let digits = isHyphened ? Array(bytes.prefix(4)) + bytes.suffix(2) : Array(bytes)
        guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
        if digits.count == 4 { return true }
        let month = digits.suffix(2).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return digits.count == 6 && 1...12 ~= month
    }

    /// Calls `body` with the eight digits of the day.
    func withDigits<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeBytes(of: digits.littleEndian) {
            body($0.assumingMemoryBound(to: UInt8.self))
        }
    }

    /// The day as the number CCYYMMDD.
    var day: Int32 { withDigits { CalendarDate($0) }?.number ?? 0 }

    /// Whether a clock can show a time of day, written with colons or without, and its zone is one.
    static func isTimeOfDay(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = bytes
        guard let hours = pair(&rest), hours <= 24 else { return false }
        var later = 0
        for most in [59, 60] {
            if rest.first == 0x3A { rest = rest.dropFirst() }
            guard let digit = rest.first, 0x30...0x39 ~= digit else { break }
            guard let part = pair(&rest), part <= most else { return false }
            later += part
        }
        if rest.first == 0x2E || rest.first == 0x2C {
            rest = rest.dropFirst().drop { 0x30...0x39 ~= $0 }
        }
        if hours == 24, later > 0 { return false }
        guard let sign = rest.first else { return true }
        rest = rest.dropFirst()
        if sign == 0x5A { return rest.isEmpty }
        guard sign == 0x2B || sign == 0x2D, let zone = pair(&rest), zone <= 14 else { return false }
        if rest.first == 0x3A { rest = rest.dropFirst() }
        return rest.isEmpty || (pair(&rest).map { $0 <= 59 } ?? false) && rest.isEmpty
    }

    /// Two digits, which are taken off.
    private static func pair(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        rest = rest.dropFirst(2)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Two, four or six digits, a fraction of seconds and a zone.
    private static func isTime(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let clock = bytes.prefix { 0x30...0x39 ~= $0 }
        guard 2...6 ~= clock.count, clock.count % 2 == 0 else { return false }
        var rest = bytes[clock.endIndex...]
        if rest.first == 0x2E {
            let fraction = rest.dropFirst().prefix { 0x30...0x39 ~= $0 }
            guard clock.count == 6, !fraction.isEmpty else { return false }
            rest = rest[fraction.endIndex...]
        }
        return rest.isEmpty || isZone(rest)
    }

    /// `Z`, or a sign with hours and minutes, or hours alone.
    private static func isZone(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if bytes.first == 0x5A { return bytes.count == 1 }
        guard bytes.first == 0x2B || bytes.first == 0x2D else { return false }
        let digits = bytes.dropFirst().filter { $0 != 0x3A }
        guard digits.count == 2 || digits.count == 4,
            digits.allSatisfy({ 0x30...0x39 ~= $0 })
        else { return false }
        return bytes.count == digits.count + 1
            || (bytes.count == 6 && bytes[bytes.startIndex + 3] == 0x3A)
    }

    /// `09` as `09:00`, `0930` as `09:30`, `093000.5-0500` as `09:30:00.5-05:00`.
    static func spread(_ compact: [UInt8]) -> [UInt8] {
        let zone = compact.firstIndex { $0 == 0x2B || $0 == 0x2D || $0 == 0x5A } ?? compact.count
        let fraction = compact[..<zone].firstIndex(of: 0x2E) ?? zone
        var text = pairs(compact[..<fraction])
        if text.count == 2 { text += Array(":00".utf8) }
        text += compact[fraction..<zone]
        if zone < compact.count {
            text.append(compact[zone])
            text += pairs(compact[(zone + 1)...].filter { $0 != 0x3A }[...])
        }
        return text
    }

    private static func pairs(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        for (count, digit) in digits.enumerated() {
            if count > 0, count % 2 == 0 { text.append(0x3A) }
            text.append(digit)
        }
        return text
    }
}
