// Providers of a claim and values that a code names, made from what was read of them.

extension ClaimProvider {
    init(_ object: RecordObject<ClaimProviderFields>) {
        self.init()
        role = object.code(.role)
        kind = object.code(.kind)
        name = PersonName(object.object(.name, PersonNameFields.self))
        if let organization = object.text(.organization) { name.last = organization }
        npi = object.text(.npi)
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        taxonomy = object.text(.taxonomy)
        contacts = object.objects(.contacts, ContactFields.self).map { ContactInformation($0) }
        address = object.object(.address, AddressFields.self).map { PostalAddress($0) }
        identifiers = object.objects(.identifiers, ClaimIdentifierFields.self).compactMap {
            ClaimIdentifier($0)
        }
    }
}

extension ClaimIdentifier {
    init?(_ object: RecordObject<ClaimIdentifierFields>) {
        guard let code = object.code(.code), let value = object.text(.value) else { return nil }
        self.init(code, value, payerIdentifier: object.text(.payerIdentifier))
    }
}

extension ClaimDate {
    init?(_ object: RecordObject<ClaimDateFields>) {
        guard let code = object.code(.code) else { return nil }
        let (date, time) = (object.date(.date), object.text(.time))
        if let span = object.object(.span, PeriodFields.self) {
            self.init(code, .span(Period(span)))
        } else if let date {
            self.init(code, time.map { .moment(date, time: $0) } ?? .day(date))
        } else if let time {
            self.init(code, .time(time))
        } else if let text = object.text(.dateSent) {
            self.init(code, .text(text))
        } else {
            return nil
        }
    }
}

extension Qualified<Sent<Money>> {
    init?(_ object: RecordObject<ClaimAmountFields>) {
        guard let code = object.code(.code), let amount = object.money(.amount) else { return nil }
        self.init(code, amount)
    }
}
