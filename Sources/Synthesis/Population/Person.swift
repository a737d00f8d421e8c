/// One invented person; the names are places in the lists of `Names`.
struct Person: Sendable {
    /// Counts the persons of a file from 0; all identifiers follow from it.
    var number: Int
    var isFemale: Bool
    var givenName: Int
    var surname: Int
    /// A second surname behind the first, or nil.
    var secondSurname: Int?
    var joinsWithHyphen = false
    var middleInitial: UInt8?
    var isJunior = false
    var birth: Day
}

/// Where somebody lives or receives mail.
struct Address: Sendable {
    var town: Places.Town
    var street: Int
    var house: Int
    /// A flat's number, or nil for a house.
    var apartment: Int?
    /// A post-office box instead of house and street.
    var isBox = false
    var extraDigits: Int
}

/// The people and places that every kind of synthetic file draws from.
struct Population: Sendable {
    let names = Names()
    let places = Places()
    let identifiers: Identifiers
    private let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
        identifiers = Identifiers(seed: seed)
    }

    func person(number: Int, birth: Day, _ random: inout SeededGenerator) -> Person {
        let isFemale = random.chance(53)
        let given = isFemale ? names.female.count : names.male.count
        var person = Person(
            number: number, isFemale: isFemale, givenName: random.below(given),
            surname: random.below(names.surnames.count), birth: birth)
        if random.chance(9) {
            person.secondSurname = random.below(names.surnames.count)
            person.joinsWithHyphen = random.chance(60)
        }
        if random.chance(40) { person.middleInitial = random.letter() }
        person.isJunior = !isFemale && random.chance(2)
        return person
    }

    func address(_ random: inout SeededGenerator) -> Address {
        let town = places.draw(&random)
        var address = Address(
            town: town, street: random.below(places.streets.count),
            house: random.within(1...1499), extraDigits: 0)
        if random.chance(30) { address.apartment = random.within(1...240) }
        if random.chance(25) { address.extraDigits = random.within(1001...9899) }
        return address
    }

    /// How many clinicians the invented state has.
    static let clinicians = 4096

    /// The clinician at a place of the directory: always the same person for the same place.
    func clinician(_ place: Int) -> (person: Person, address: Address, phone: Int) {
        var random = SeededGenerator(seed: seed ^ 0xC11C ^ UInt64(place) << 20)
        let person = person(number: place, birth: Day(number: 0), &random)
        return (person, address(&random), random.below(100))
    }
}
