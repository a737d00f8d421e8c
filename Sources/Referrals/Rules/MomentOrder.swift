import CareModel

/// Which of two moments of a record comes first: of days, each with its time of day or without.
enum MomentOrder {
    /// A day, CCYYMMDD, and what was sent of its time.
    struct Moment {
        let day: Int32
        let time: UnsafeBufferPointer<UInt8>
    }

    /// Whether one is surely before the other: by their times where both have a zone or neither
    /// has, else by their days; not where one is no day.
    static func isBefore(_ left: Moment, _ right: Moment) -> Bool {
        guard left.day > 0, right.day > 0 else { return false }
        guard let first = Clock(left.time), let second = Clock(right.time),
            (first.zone == nil) == (second.zone == nil)
        else { return left.day < right.day }
        let begin = number(left.day) * 86_400 + first.seconds - (first.zone ?? 0)
        let end = number(right.day) * 86_400 + second.seconds - (second.zone ?? 0)
        return begin == end ? first.fraction < second.fraction : begin < end
    }

    /// Days since one day long ago.
    private static func number(_ day: Int32) -> Int {
        // Years begin in March, so that the day that some years have more is the last.
        let month = Int(day) / 100 % 100
        let year = Int(day) / 10_000 - (month < 3 ? 1 : 0)
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + Int(day) % 100
        return year * 365 + year / 4 - year / 100 + year / 400 + ofYear
    }

    /// `09:30`, `09:30:00` or `09:30:00.5`, and `Z` or `-05:00`.
    private struct Clock {
        var seconds = 0
        /// Billionths of a second.
        var fraction = 0
        /// Seconds that it is ahead of Greenwich; `nil` where that is not said.
        var zone: Int?

        init?(_ time: UnsafeBufferPointer<UInt8>) {
            var rest = time[...]
            guard let hours = Clock.pair(&rest, after: nil),
                let minutes = Clock.pair(&rest, after: 0x3A)
            else { return nil }
            seconds = hours * 3600 + minutes * 60 + (Clock.pair(&rest, after: 0x3A) ?? 0)
            if rest.first == 0x2E {
                rest = rest.dropFirst()
                var unit = 100_000_000
                while let digit = rest.first, 0x30...0x39 ~= digit {
                    fraction += Int(digit - 0x30) * unit
                    unit /= 10
                    rest = rest.dropFirst()
                }
            }
            guard let sign = rest.first else { return }
            rest = rest.dropFirst()
            if sign == 0x5A, rest.isEmpty {
                zone = 0
            } else {
                guard sign == 0x2B || sign == 0x2D, let hours = Clock.pair(&rest, after: nil) else {
                    return nil
                }
                let minutes = Clock.pair(&rest, after: 0x3A) ?? 0
                guard rest.isEmpty else { return nil }
                zone = (hours * 3600 + minutes * 60) * (sign == 0x2D ? -1 : 1)
            }
        }

        /// Two digits behind a separator; `nil` where they do not stand there.
        private static func pair(
            _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, after separator: UInt8?
        ) -> Int? {
            var bytes = rest
            if let separator {
                guard bytes.first == separator else { return nil }
                bytes = bytes.dropFirst()
            }
            let pair = bytes.prefix(2)
            guard pair.count == 2, pair.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
            rest = bytes.dropFirst(2)
            return pair.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
    }
}

extension RecordObject {
    /// The moment of a field and the field of its time.
    func moment(_ day: Fields, _ time: Fields) -> MomentOrder.Moment {
        MomentOrder.Moment(day: self.day(day), time: bytes(time))
    }
}
