/// Names, addresses and contacts, written the same way in every transaction.
extension SegmentWriter {
    /// NM103 to NM107: last name, first name, middle initial, suffix.
    mutating func nameElements(of person: Person, _ names: Names) {
        surnameElement(of: person, names)
        element((person.isFemale ? names.female : names.male)[person.givenName])
        if let initial = person.middleInitial {
            openElement()
            append(initial)
        } else {
            skip()
        }
        skip()
        if person.isJunior { element("JR") } else { skip() }
    }

    private mutating func surnameElement(of person: Person, _ names: Names) {
        openElement()
        append(names.surnames[person.surname])
        guard let second = person.secondSurname else { return }
        append(person.joinsWithHyphen ? UInt8(ascii: "-") : UInt8(ascii: " "))
        append(names.surnames[second])
    }

    /// N3 and N4, with the county when `showsCounty`.
    mutating func address(_ address: Address, _ places: Places, showsCounty: Bool = false) {
        begin("N3")
        openElement()
        if address.isBox {
            append("PO BOX ")
            appendNumber(address.house)
        } else {
            appendNumber(address.house)
            append(UInt8(ascii: " "))
            append(places.streets[address.street])
            if let apartment = address.apartment {
                openElement()
                append("APT ")
                appendNumber(apartment)
            }
        }
        end()
        begin("N4")
        element(places.name(of: address.town))
        element("MA")
        element(address.town.postalCode * 10_000 + address.extraDigits, digits: 9)
        if showsCounty {
            skip()
            element("CY")
            element(address.town.county)
        }
        end()
    }

    /// A communication number: qualifier and ten digits from the range kept for fiction.
    mutating func phone(_ qualifier: StaticString, areaCode: Int, line: Int) {
        element(qualifier)
        element(areaCode * 10_000_000 + 5_550_100 + line)
    }

    /// A communication address of the person at a domain that is nobody's.
    mutating func mail(of person: Person, _ names: Names) {
        element("EM")
        openElement()
        lowercase((person.isFemale ? names.female : names.male)[person.givenName])
        append(UInt8(ascii: "."))
        lowercase(names.surnames[person.surname])
        appendNumber(person.number % 1000)
        append("@example.org")
    }

    /// The letters of a name in lower case, without the rest.
    private mutating func lowercase(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text where byte >= UInt8(ascii: "A") { append(byte | 0x20) }
    }

    /// DTP with one day.
    mutating func date(_ qualifier: StaticString, _ day: Day) {
        begin("DTP")
        element(qualifier)
        element("D8")
        element(day)
        end()
    }

    /// REF with a text.
    mutating func reference(_ qualifier: StaticString, _ text: UnsafeBufferPointer<UInt8>) {
        begin("REF")
        element(qualifier)
        element(text)
        end()
    }

    /// AMT with an amount in cents.
    mutating func amount(_ qualifier: StaticString, cents: Int) {
        begin("AMT")
        element(qualifier)
        element(cents: cents)
        end()
    }
}
