/// Numbers of the right shape that belong to nobody.
struct Identifiers: Sendable {
    private let offset: UInt64

    init(seed: UInt64) {
        var random = SeededGenerator(seed: ~seed)
        offset = random.next() >> 2
    }

    /// A member number of 12 digits that begins with 10; no two persons share one.
    func memberNumber(of person: Int) -> Int {
        100_000_000_000 + spread(person, step: 982_451_653, modulus: 9_999_999_967)
    }

    /// Nine digits of the shape of a social security number.
    ///
    /// The area lies in 900–999, which is never issued, and the group in 01–49, which leaves out
    /// the taxpayer numbers that begin with 9.
    func socialSecurityNumber(of person: Int) -> Int {
        let place = spread(person, step: 15_485_863, modulus: 100 * 49 * 9999)
        let area = 900 + place / (49 * 9999)
        let group = 1 + place / 9999 % 49
        return (area * 100 + group) * 10_000 + 1 + place % 9999
    }

    /// A national provider identifier with a right check digit; it begins with 2, a series that
    /// the standard allows and nobody has been given.
    func nationalProviderIdentifier(of provider: Int) -> Int {
        let stem = 200_000_000 + spread(provider, step: 15_485_863, modulus: 99_999_989)
        return stem * 10 + Identifiers.checkDigit(ofStem: stem)
    }

    private func spread(_ index: Int, step: UInt64, modulus: UInt64) -> Int {
        let start = offset % modulus
        let scaled = UInt64(truncatingIfNeeded: index) % modulus &* step
        return Int(truncatingIfNeeded: (scaled % modulus + start) % modulus)
    }

    /// The Luhn digit of the stem behind the prefix 80840, whose digits add 24 to the sum.
    static func checkDigit(ofStem stem: Int) -> Int {
        var sum = 24
        var rest = stem
        var doubles = true
        while rest > 0 {
            let digit = rest % 10
            let weighted = doubles ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
            doubles.toggle()
            rest /= 10
        }
        return (10 - sum % 10) % 10
    }
}
