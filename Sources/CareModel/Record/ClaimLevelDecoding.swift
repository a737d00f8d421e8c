// What claims share as ordinary values, made from what was read of it.

extension ClaimContext {
    /// What the header says; sender, receiver and usage stand in the envelope.
    package init(_ header: RecordObject<ClaimHeaderFields>, other: [OtherValue]) {
        self.init()
        submitter = header.object(.submitter, ClaimProviderFields.self).map { ClaimProvider($0) }
        receiver = header.object(.receiver, ClaimProviderFields.self).map { ClaimProvider($0) }
        if let sent = header.object(.transaction, ClaimTransactionFields.self) {
            transaction = ClaimTransaction(sent)
        }
        self.other = other
    }

    /// Adds what a level says.
    package mutating func add(_ level: RecordObject<ClaimBillingFields>, other: [OtherValue]) {
        func provider(_ field: ClaimBillingFields) -> ClaimProvider? {
            level.object(field, ClaimProviderFields.self).map { ClaimProvider($0) }
        }
        billingProvider = provider(.billingProvider)
        payToAddress = provider(.payToAddress)
        payToPlan = provider(.payToPlan)
        currency = level.text(.currency)
        self.other += other
    }

    /// Adds what a level says.
    package mutating func add(
        _ level: RecordObject<ClaimSubscriberLevelFields>, other: [OtherValue]
    ) {
        memberID = level.text(.memberId).map { MemberID($0) }
        relationship = level.code(.relationship)
        subscriber = level.object(.subscriber, ClaimSubscriberFields.self).map {
            ClaimSubscriber($0)
        }
        payer = level.object(.payer, ClaimPayerFields.self).map { ClaimPayer($0) }
        self.other += other
    }

    /// Adds what a level says.
    package mutating func add(
        _ level: RecordObject<ClaimPatientLevelFields>, other: [OtherValue]
    ) {
        relationship = level.code(.relationship) ?? relationship
        patient = level.object(.patient, ClaimPersonFields.self).map { ClaimPerson($0) }
        self.other += other
    }
}

extension ClaimTransaction {
    init(_ object: RecordObject<ClaimTransactionFields>) {
        self.init()
        purpose = object.code(.purpose)
        reference = object.text(.reference)
        date = object.date(.date)
        time = object.text(.time)
        type = object.code(.type)
    }
}

extension ClaimSubscriber {
    init(_ object: RecordObject<ClaimSubscriberFields>) {
        self.init()
        payerResponsibility = object.code(.payerResponsibility)
        groupNumber = object.text(.groupNumber)
        groupName = object.text(.groupName)
        insuranceType = object.code(.insuranceType)
        claimFilingIndicator = object.code(.claimFilingIndicator)
        if let sent = object.object(.person, ClaimPersonFields.self) { person = ClaimPerson(sent) }
    }
}

extension ClaimPerson {
    init(_ object: RecordObject<ClaimPersonFields>) {
        self.init()
        kind = object.code(.kind)
        name = PersonName(object.object(.name, PersonNameFields.self))
        if let organization = object.text(.organization) { name.last = organization }
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        socialSecurityNumber = object.text(.socialSecurityNumber)
        birthDate = object.date(.birthDate)
        sex = object.code(.sex)
        deathDate = object.date(.deathDate)
        weight = object.text(.weight)
        isPregnant = object.flag(.pregnant)
        propertyCasualtyClaimNumber = object.text(.propertyCasualtyClaimNumber)
        contacts = object.objects(.contacts, ContactFields.self).map { ContactInformation($0) }
        address = object.object(.address, AddressFields.self).map { PostalAddress($0) }
        identifiers = object.objects(.identifiers, ClaimIdentifierFields.self).compactMap {
            ClaimIdentifier($0)
        }
    }
}

extension ClaimPayer {
    init(_ object: RecordObject<ClaimPayerFields>) {
        self.init()
        if let sent = object.object(.party, ClaimProviderFields.self) {
            party = ClaimProvider(sent)
        }
        billingProviderIdentifiers = object.objects(
            .billingProviderIdentifiers, ClaimIdentifierFields.self
        ).compactMap { ClaimIdentifier($0) }
    }
}

extension Claim {
    /// The whole of a claim.
    ///
    /// - Parameters:
    ///   - context: what header and levels say.
    ///   - other: values of the claim's own loops that no field holds.
    package init(
        _ object: RecordObject<ClaimFields>, type: ClaimType, context: ClaimContext,
        other: [OtherValue]
    ) {
        self.init(object)
        self.type = type
        self.context = context
        self.other = other
    }
}
