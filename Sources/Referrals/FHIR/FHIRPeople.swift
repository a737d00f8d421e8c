import CareModel

// Identifier: use, type, system, value, period, assigner
// HumanName: use, text, family, given*, prefix*, suffix*, period
// ContactPoint: system, value, use, rank, period
// Address: use, type, text, line*, city, district, state, postalCode, country, period
extension FHIRMapper {
    mutating func identifier(_ element: FHIRElement) -> Int {
        let object = add(ReferralIdentifierFields.self, from: element)
        set(object, ReferralIdentifierFields.system, element, .system)
        set(object, ReferralIdentifierFields.value, element, .value)
        set(object, ReferralIdentifierFields.type, identifierType(element.first(.type)))
        set(object, ReferralIdentifierFields.use, element, .use)
        set(object, ReferralIdentifierFields.assigner, name(of: element.first(.assigner)))
        return object
    }

    /// A number's type; where its code says only that it has none, or is of another list, the words.
    ///
    /// Source: HL7 table 0203, `U`.
    private func identifierType(_ concept: FHIRElement?) -> Slot {
        if let coding = concept?.coding(of: .identifierType), coding.first(.code)?.has("U") ?? false
        {
            let words = self.words(concept)
            if !words.isEmpty { _ = code(coding: coding, of: .identifierType) }
            return words
        }
        let type = code(concept, of: .identifierType)
        return type.isEmpty ? take(concept?.first(.coding), .display) : type
    }

    mutating func appendIdentifiers<Fields: RecordFields>(
        _ element: FHIRElement, to object: Int, _ field: Fields
    ) {
        for child in element.all(.identifier) {
            builder.append(identifier(child), to: object, field)
        }
    }

    /// A reference that leads to nothing here, or to what is not read, as a number of whom it
    /// names; one that holds on a server alone with that server's address.
    mutating func appendReference<Fields: RecordFields>(
        _ reference: FHIRElement, to object: Int, _ field: Fields
    ) {
        guard let sent = reference.first(.reference), !sent.value.isEmpty else { return }
        if case .resource(let index) = tree.target(of: reference),
            tree.resources[index].type.isRead
        {
            return
        }
        let number = add(ReferralIdentifierFields.self, from: sent)
        set(number, ReferralIdentifierFields.system, tree.server(of: reference))
        set(number, ReferralIdentifierFields.value, take(sent))
        set(number, ReferralIdentifierFields.type, text("reference"))
        builder.append(number, to: object, field)
    }

    /// What somebody is called to whom a reference leads: by their resource, or by its words.
    mutating func name(of reference: FHIRElement?) -> Slot {
        guard let reference else { return .none }
        if case .resource(let index) = tree.target(of: reference) {
            let resource = tree.root(of: index)
            if resource.type == .organization, !resource.value(.name).isEmpty {
                take(reference, .reference)
                takeDisplay(of: reference, named: index)
                return take(use(index), .name)
            }
            if !reference.value(.display).isEmpty {
                take(reference, .reference)
                tree.markUsed(index)
                return take(reference, .display)
            }
            let called = name(ofPerson: resource)
            if !called.isEmpty {
                take(reference, .reference)
                tree.markUsed(index)
                return called
            }
        }
        let display = take(reference, .display)
        return display.isEmpty ? take(reference, .reference) : display
    }

    /// What a person is called, or the organization that somebody acts for.
    private mutating func name(ofPerson resource: FHIRElement) -> Slot {
        if resource.type == .practitionerRole {
            let people = [FHIRName.organization, .practitioner].compactMap { resource.first($0) }
            for reference in people {
                guard case .resource(let index) = tree.target(of: reference) else { continue }
                let found = tree.root(of: index)
                if found.type == .organization { return found.value(.name) }
                if found.type == .practitioner { return name(ofPerson: found) }
            }
            return .none
        }
        guard let name = resource.first(.name) else { return .none }
        if resource.type == .healthcareService { return name.value }
        if !name.value(.text).isEmpty { return name.value(.text) }
        return join(name.all(.given).map(\.value) + [name.value(.family)])
    }

    // MARK: Names

    /// The name that somebody is best known by, and others.
    mutating func setNames<Fields: RecordFields>(
        _ object: Int, _ field: Fields, others: Fields?, _ element: FHIRElement
    ) {
        let names = Array(element.all(.name))
        var chosen = names.first
        for name in names where rank(name) < rank(chosen) { chosen = name }
        guard let chosen else { return }
        builder.set(object, field, object: personName(chosen))
        guard let others else { return }
        for name in names where name.node != chosen.node {
            builder.append(personName(name), to: object, others)
        }
    }

    /// How well a name tells who somebody is, the least best; `old` ones and those that have ended
    /// come last.
    private func rank(_ name: FHIRElement?) -> Int {
        guard let name else { return 2 }
        let uses: [StaticString] = [
            "official", "usual", "", "temp", "nickname", "anonymous", "maiden", "old",
        ]
        let rank = name.first(.use).flatMap { use in uses.firstIndex { use.has($0) } } ?? 2
        return hasEnded(name) ? rank + uses.count : rank
    }

    /// Whether a name or number had ended when the referral was written.
    func hasEnded(_ element: FHIRElement) -> Bool {
        guard let end = element.first(.period)?.first(.end),
            let day = Moment(tree.texts.bytes(end.value))?.day
        else { return false }
        let authored = builder.slot(referral, ReferralFields.authored)
        return day < Moment(tree.texts.bytes(authored))?.day ?? 0
    }

    /// A HumanName; one in words alone is the last name.
    mutating func personName(_ element: FHIRElement) -> Int {
        let object = add(PersonNameFields.self, from: element)
        set(object, PersonNameFields.last, element, .family)
        var given = element.all(.given)
        var first = Slot.none
        while first.isEmpty, let child = given.next() { first = take(child) }
        set(object, PersonNameFields.first, first)
        set(object, PersonNameFields.middle, join(given))
        set(object, PersonNameFields.prefix, join(element.all(.prefix)))
        set(object, PersonNameFields.suffix, join(element.all(.suffix)))
        let isInWords = builder.slot(object, PersonNameFields.last).isEmpty && first.isEmpty
        if isInWords {
            set(object, PersonNameFields.last, element, .text)
        } else if let words = element.first(.text) {
            let parts = element.children.filter { $0.name != .text }.map(\.value)
            if repeats(words.value, parts) { take(words) }
        }
        if let use = element.first(.use), use.isOneOf(["official", "usual"]) { take(use) }
        return object
    }

    // MARK: Ways to reach somebody

    mutating func appendTelecoms<Fields: RecordFields>(
        _ element: FHIRElement, to object: Int, _ field: Fields
    ) {
        for child in element.all(.telecom) {
            let telecom = add(ReferralTelecomFields.self, from: child)
            set(telecom, ReferralTelecomFields.system, child, .system)
            set(telecom, ReferralTelecomFields.use, child, .use)
            set(telecom, ReferralTelecomFields.value, child, .value)
            builder.append(telecom, to: object, field)
        }
    }

    mutating func appendAddresses<Fields: RecordFields>(
        _ element: FHIRElement, to object: Int, _ field: Fields
    ) {
        for child in element.all(.address) {
            let whole = add(ReferralAddressFields.self, from: child)
            set(whole, ReferralAddressFields.use, child, .use)
            set(whole, ReferralAddressFields.text, child, .text)
            let address = add(AddressFields.self, from: child)
            for line in child.all(.line) {
                append(text: take(line), to: address, AddressFields.lines)
            }
            set(address, AddressFields.city, child, .city)
            set(address, AddressFields.state, child, .state)
            set(address, AddressFields.postalCode, child, .postalCode)
            set(address, AddressFields.country, child, .country)
            set(address, AddressFields.county, child, .district)
            builder.set(whole, ReferralAddressFields.address, object: address)
            builder.append(whole, to: object, field)
        }
    }
}
