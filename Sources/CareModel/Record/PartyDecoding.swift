// Values of parties, made from what was read of them.

extension Period {
    init(_ object: RecordObject<PeriodFields>?) {
        self.init(begin: object?.date(.begin), end: object?.date(.end))
    }
}

extension Qualified<Text> {
    /// From an object whose fields are the code and the value.
    fileprivate init?<Fields>(
        _ object: RecordObject<Fields>?, _ code: Fields, _ value: Fields
    ) {
        guard let object, let code = object.code(code), let value = object.text(value) else {
            return nil
        }
        self.init(code, value)
    }

    init?(_ object: RecordObject<IdentifierFields>?) { self.init(object, .code, .value) }
    init?(_ object: RecordObject<IdentificationFields>?) { self.init(object, .code, .value) }
    init?(_ object: RecordObject<ContactNumberFields>?) { self.init(object, .code, .value) }
    init?(_ object: RecordObject<LocationFields>?) { self.init(object, .code, .value) }
    init?(_ object: RecordObject<DiagnosisFields>?) { self.init(object, .code, .value) }
    init?(_ object: RecordObject<TotalFields>?) { self.init(object, .code, .value) }
}

extension Qualified<Sent<Money>> {
    init?(_ object: RecordObject<AmountFields>) {
        guard let code = object.code(.code), let amount = object.money(.amount) else { return nil }
        self.init(code, amount)
    }
}

extension QualifiedDate {
    init?(_ object: RecordObject<DateFields>) {
        guard let code = object.code(.code) else { return nil }
        if let span = object.object(.span, PeriodFields.self) {
            self.init(code, .span(Period(span)))
        } else if let day = object.date(.date) {
            self.init(code, .day(day))
        } else if let text = object.text(.dateSent) {
            self.init(code, .moment(text))
        } else {
            return nil
        }
    }
}

extension PersonName {
    init(_ object: RecordObject<PersonNameFields>?) {
        self.init()
        guard let object else { return }
        last = object.text(.last)
        first = object.text(.first)
        middle = object.text(.middle)
        prefix = object.text(.prefix)
        suffix = object.text(.suffix)
    }
}

extension PostalAddress {
    init(_ object: RecordObject<AddressFields>) {
        self.init()
        lines = object.texts(.lines)
        city = object.text(.city)
        state = object.text(.state)
        postalCode = object.text(.postalCode)
        country = object.text(.country)
        subdivision = object.text(.subdivision)
        county = object.text(.county)
        location = Qualified(object.object(.location, LocationFields.self))
    }
}

extension ContactInformation {
    init(_ object: RecordObject<ContactFields>) {
        self.init()
        name = object.text(.name)
        numbers = object.objects(.numbers, ContactNumberFields.self).compactMap { Qualified($0) }
    }
}

extension Party {
    init(_ object: RecordObject<PartyFields>?) {
        self.init()
        guard let object else { return }
        role = object.code(.role)
        kind = object.code(.kind)
        name = PersonName(object.object(.name, PersonNameFields.self))
        if let organization = object.text(.organization) { name.last = organization }
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        relationship = object.code(.relationship)
        contacts = object.objects(.contacts, ContactFields.self).map { ContactInformation($0) }
        address = object.object(.address, AddressFields.self).map { PostalAddress($0) }
    }
}
