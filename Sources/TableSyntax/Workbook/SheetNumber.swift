/// Numbers of a sheet as each spreadsheet shows them: with 15 digits that count.
///
/// A sheet keeps binary numbers by as many digits as tell them apart, so that 4.35 is kept as
/// 4.3499999999999996, 0.05 as 5.0000000000000003E-2 and, by programs in Java, 19800102 as
/// 1.9800102E7; the digits behind the 15th are none that somebody entered. Source: ECMA-376 part 1,
/// 18.3.1.96, and what spreadsheets write.
package enum SheetNumber {
    /// How many digits a spreadsheet shows.
    private static let precision = 15
    /// What needs more digits behind the point is left as it is: nobody entered it, and 1E-300 is no
    /// 300 digits.
    private static let greatestDecimals = 18
    /// How many digits a number keeps where it was rounded for the eye: `1.23457E+11`.
    private static let roundedDigits = 6

    /// Whether a number is long, or ends in an exponent.
    @inline(__always)
    static func needsLook(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = text.count
        if count > precision { return true }
        // E5, E-2, E+11, E-100
        return count > 2 && isMark(text[count - 2])
            || count > 3 && isMark(text[count - 3])
            || count > 4 && isMark(text[count - 4])
            || count > 5 && isMark(text[count - 5])
    }

    @inline(__always)
    private static func isMark(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "e") }

    /// The number with at most 15 digits that count and without an exponent; `nil` where it is so
    /// already, is a whole number, or is none: then it stays as it is.
    ///
    /// What may be an id has to have its digits: `1.00000000999E11` has them all, and so has
    /// `1.0000000099E11`, as programs in Java leave out zeros at the end and write no plus. Of seven
    /// digits and more before the point, those that lack some stay as they are where there is a plus or
    /// six or fewer are left, as in `1.00001E+11`: a number that was rounded for the eye, which somebody
    /// took into the sheet for an id, looks like that.
    static func shown(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard let number = Parts(text), number.hasExponent || number.digits.count > precision,
            number.hasAllDigits || number.point <= roundedDigits
                || !number.hasPlus && number.countingDigits > roundedDigits
        else { return nil }
        return written(number)
    }

    /// The number without its exponent, zeros in place of digits that it lacks: what it is where it
    /// says how much something is and names nothing. `nil` where it has no exponent, is none, or has
    /// more than 15 digits before the point or 18 behind it.
    package static func quantity(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard let number = Parts(text), number.hasExponent else { return nil }
        return written(number)
    }

    private static func written(_ number: Parts) -> [UInt8]? {
        if number.digits.isEmpty { return number.hasExponent ? [0x30] : nil }
        guard number.hasExponent || number.hasPoint, number.point <= precision else { return nil }
        var number = number
        number.round(to: precision)
        return number.decimals <= greatestDecimals ? number.text : nil
    }

    /// Digits, and where the point stands among them.
    private struct Parts {
        private let isNegative: Bool
        private(set) var digits: [UInt8] = []
        /// How many digits stand before the point; less than 0 for zeros behind it.
        private(set) var point = 0
        private(set) var hasPoint = false
        private(set) var hasExponent = false
        /// Whether the exponent has a plus.
        private(set) var hasPlus = false
        /// How many digits are written behind the point, zeros among them.
        var decimals: Int { max(0, digits.count - point) }
        /// Whether none is missing before the point.
        var hasAllDigits: Bool { digits.count >= point }
        /// How many there are but for zeros that end them.
        var countingDigits: Int { digits.count - digits.reversed().prefix { $0 == 0x30 }.count }

        /// `nil` for what is no number.
        init?(_ text: UnsafeBufferPointer<UInt8>) {
            isNegative = text.first == UInt8(ascii: "-")
            var index = isNegative ? 1 : 0
            var count = 0
            loop: while index < text.count {
                switch text[index] {
                case 0x30...0x39:
                    count += 1
                    if !hasPoint { point += 1 }
                    // Zeros in front do not count.
                    if digits.isEmpty, text[index] == 0x30 {
                        point -= 1
                    } else {
                        digits.append(text[index])
                    }
                case UInt8(ascii: ".") where !hasPoint: hasPoint = true
                case UInt8(ascii: "e"), UInt8(ascii: "E"): break loop
                default: return nil
                }
                index += 1
            }
            guard count > 0 else { return nil }
            if index < text.count {
                guard let exponent = Parts.exponent(text[(index + 1)...]) else { return nil }
                hasExponent = true
                hasPlus = text[index + 1] == UInt8(ascii: "+")
                point += exponent
            }
        }

        private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
            let isNegative = text.first == UInt8(ascii: "-")
            let digits = isNegative || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
            guard (1...3).contains(digits.count),
                digits.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return isNegative ? -value : value
        }

        /// Once, half up, by the digits that are written.
        mutating func round(to count: Int) {
            if digits.count > count {
                let isUp = digits[count] >= UInt8(ascii: "5")
                digits.removeLast(digits.count - count)
                if isUp { addOne() }
            }
            while digits.count > max(1, point), digits.last == 0x30 { digits.removeLast() }
        }

        /// Adds one to the last digit.
        private mutating func addOne() {
            var index = digits.count
            while index > 0 {
                index -= 1
                if digits[index] != 0x39 {
                    digits[index] += 1
                    return
                }
                digits[index] = 0x30
            }
            digits.insert(0x31, at: 0)
            point += 1
        }

        var text: [UInt8] {
            let zeros = { (count: Int) in [UInt8](repeating: 0x30, count: max(0, count)) }
            var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
            guard point > 0 else { return text + [0x30, 0x2E] + zeros(-point) + digits }
            text += digits.prefix(point) + zeros(point - digits.count)
            let rest = digits.dropFirst(point)
            return rest.isEmpty ? text : text + [0x2E] + rest
        }
    }
}
