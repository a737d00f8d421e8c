import CareModel

/// A moment of the world's time, in whatever zone it was written.
struct Instant: Comparable {
    /// Since a day that is the same for all.
    private let seconds: Int64
    /// In parts of which 10 to the power of 18 make a second.
    private let fraction: UInt64

    /// A day with a time of day and a zone: `09:30:00.5-05:00`; `nil` where one of them is missing.
    ///
    /// - Parameter day: as the number CCYYMMDD.
    init?(day: Int32, time: UnsafeBufferPointer<UInt8>) {
        var clock = ClockReader(time)
        guard day > 0, let hours = clock.pair(), hours <= 24, clock.skip(0x3A),
            let minutes = clock.pair(), minutes < 60
        else { return nil }
        var seconds: Int64 = 0
        var fraction: UInt64 = 0
        if clock.skip(0x3A) {
            guard let sent = clock.pair(), sent <= 60 else { return nil }
            seconds = sent
            if clock.skip(0x2E) { fraction = clock.fraction() }
        }
        guard let offset = clock.zone(), clock.isAtEnd else { return nil }
        let days = Self.days(until: Int64(day))
        self.seconds = days * 86_400 + (hours * 60 + minutes - offset) * 60 + seconds
        self.fraction = fraction
    }

    /// A whole dateTime or instant: `2026-03-05T09:30:00-05:00`.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let moment = Moment(bytes), moment.timeOffset > 0 else { return nil }
        let time = UnsafeBufferPointer(rebasing: bytes[moment.timeOffset...])
        self.init(day: moment.day, time: time)
    }

    static func < (left: Instant, right: Instant) -> Bool {
        (left.seconds, left.fraction) < (right.seconds, right.fraction)
    }

    /// Days of the Gregorian calendar before a day CCYYMMDD; years count from March.
    private static func days(until day: Int64) -> Int64 {
        let month = (day / 100 % 100 + 9) % 12
        let year = day / 10_000 - month / 10
        return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day % 100
    }
}

/// Takes a time of day apart.
private struct ClockReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    private func digit(at index: Int) -> UInt8? {
        guard index < bytes.count, 0x30...0x39 ~= bytes[index] else { return nil }
        return bytes[index] - 0x30
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    mutating func pair() -> Int64? {
        guard let tens = digit(at: index), let ones = digit(at: index + 1) else { return nil }
        index += 2
        return Int64(tens) * 10 + Int64(ones)
    }

    /// Digits beyond the eighteenth do not count.
    mutating func fraction() -> UInt64 {
        var value: UInt64 = 0
        var count = 0
        while let digit = digit(at: index) {
            if count < 18 { value = value * 10 + UInt64(digit) }
            count += 1
            index += 1
        }
        for _ in min(count, 18)..<18 { value *= 10 }
        return value
    }

    /// Minutes ahead of universal time.
    mutating func zone() -> Int64? {
        if skip(0x5A) { return 0 }
        let isBehind = skip(0x2D)
        guard isBehind || skip(0x2B), let hours = pair() else { return nil }
        _ = skip(0x3A)
        guard let minutes = pair() else { return nil }
        return isBehind ? -(hours * 60 + minutes) : hours * 60 + minutes
    }
}
