import CareModel

/// Names, addresses, contacts and parties: the same in every record type.
extension ByteBuffer {
    mutating func member(_ key: StaticString, _ name: PersonName) {
        guard !name.isEmpty else { return }
        append(key)
        openObject()
        member("\"last\":", name.last)
        member("\"first\":", name.first)
        member("\"middle\":", name.middle)
        member("\"prefix\":", name.prefix)
        member("\"suffix\":", name.suffix)
        closeObject()
    }

    mutating func member(_ key: StaticString, _ address: PostalAddress?) {
        guard let address, !address.isEmpty else { return }
        append(key)
        openObject()
        array("\"lines\":", address.lines) { $0.value($1) }
        member("\"city\":", address.city)
        member("\"state\":", address.state)
        member("\"postalCode\":", address.postalCode)
        member("\"country\":", address.country)
        member("\"subdivision\":", address.subdivision)
        member("\"county\":", address.county)
        member("\"location\":", address.location)
        closeObject()
    }

    mutating func contacts(_ contacts: [ContactInformation]) {
        array("\"contacts\":", contacts) { buffer, contact in
            buffer.openObject()
            buffer.member("\"name\":", contact.name)
            buffer.array("\"numbers\":", contact.numbers) { $0.value($1) }
            buffer.closeObject()
        }
    }

    mutating func parties(_ key: StaticString, _ parties: [Party]) {
        array(key, parties) { buffer, party in
            buffer.openObject()
            buffer.members(party)
            buffer.closeObject()
        }
    }

    mutating func members(_ party: Party) {
        member("\"role\":", party.role)
        member("\"kind\":", party.kind)
        if party.isOrganization {
            member("\"organization\":", party.name.last)
        } else {
            member("\"name\":", party.name)
        }
        member("\"identifier\":", party.identifier)
        member("\"relationship\":", party.relationship)
        contacts(party.contacts)
        member("\"address\":", party.address)
    }

    // MARK: Qualified values

    mutating func member(_ key: StaticString, _ qualified: Qualified<Text>?) {
        guard let qualified else { return }
        append(key)
        value(qualified)
    }

    mutating func value(_ qualified: Qualified<Text>) {
        openObject()
        members(qualified.qualifier)
        member("\"value\":", qualified.value)
        closeObject()
    }

    mutating func identifiers(_ identifiers: [Qualified<Text>]) {
        array("\"identifiers\":", identifiers) { $0.value($1) }
    }

    mutating func amounts(_ amounts: [Qualified<Sent<Money>>]) {
        array("\"amounts\":", amounts) { buffer, amount in
            buffer.openObject()
            buffer.members(amount.qualifier)
            buffer.member("\"amount\":", sent: "\"amountSent\":", amount.value)
            buffer.closeObject()
        }
    }

    mutating func dates(_ dates: [QualifiedDate]) {
        array("\"dates\":", dates) { $0.value($1) }
    }

    mutating func member(_ key: StaticString, _ date: QualifiedDate?) {
        guard let date else { return }
        append(key)
        value(date)
    }

    mutating func value(_ date: QualifiedDate) {
        openObject()
        members(date.qualifier)
        switch date.extent {
        case .day(let day): member("\"date\":", sent: "\"dateSent\":", day)
        case .span(let period): members(period)
        case .moment(let text): member("\"dateSent\":", text)
        }
        closeObject()
    }

    mutating func other(_ other: [OtherValue]) {
        array("\"other\":", other) { buffer, value in
            buffer.openObject()
            buffer.member("\"place\":", string: value.place)
            buffer.member("\"value\":", value.value)
            buffer.append("\"bytes\":[")
            buffer.value(value.bytes.lowerBound)
            buffer.value(value.bytes.upperBound)
            buffer.closeArray()
            buffer.closeObject()
        }
    }
}
