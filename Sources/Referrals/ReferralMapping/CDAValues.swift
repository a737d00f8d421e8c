import CareModel
import XMLSyntax

// The data types of CDA R2: II, CD, AD, TEL, PN, IVL_TS, PQ.

extension ReferralMapper {
    /// Adds what each element of a name becomes.
    mutating func each(
        _ name: CDAName, in node: Int, _ body: (inout ReferralMapper, Int) -> Void
    ) {
        var child = tree.child(node, name.name)
        while child >= 0 {
            body(&self, child)
            child = tree.sibling(child, name.name)
        }
    }

    func child(_ node: Int, _ path: CDAName...) -> Int {
        var found = node
        for name in path { found = tree.child(found, name.name) }
        return found
    }

    // MARK: Identifiers

    /// `<id root extension assigningAuthorityName/>`; `nil` where it is empty.
    ///
    /// A root alone is the number itself, unless it says that the number is not known, or names
    /// the list that one would be of.
    mutating func cdaIdentifier(_ node: Int) -> Draft<ReferralIdentifierFields>? {
        let root = tree.value(node, AttributeName.root.name)
        let number = take(node, .extension)
        let isUnknown = !tree.value(node, AttributeName.nullFlavor.name).isEmpty
        if number.isEmpty, !isUnknown, ReferralCodeSystem.isKnown(root, arena) { return nil }
        _ = take(node, .root)
        guard !number.isEmpty || !(root.isEmpty || isUnknown) else { return nil }
        let identifier = add(ReferralIdentifierFields.self, from: node)
        if number.isEmpty {
            builder.set(identifier, .value, root)
        } else {
            set(identifier, .system, ReferralCodeSystem.uri(root, arena))
            builder.set(identifier, .value, number)
        }
        set(identifier, .assigner, node, .assigningAuthorityName)
        return identifier
    }

    mutating func addIdentifiers<Fields: RecordFields>(
        of node: Int, to object: Draft<Fields>, _ field: Fields
    ) {
        each(.id, in: node) { mapper, id in
            guard let identifier = mapper.cdaIdentifier(id) else { return }
            mapper.builder.append(identifier, to: object, field)
        }
    }

    // MARK: Codes

    /// `<code code codeSystem displayName><originalText/><translation/></code>`; `nil` where it
    /// says nothing.
    mutating func cdaConcept(_ node: Int) -> Draft<ReferralConceptFields>? {
        guard node >= 0 else { return nil }
        let concept = add(ReferralConceptFields.self, from: node)
        setCode(concept, .code, .system, .display, node)
        let words = originalText(node)
        set(concept, .text, words)
        addTranslations(node, to: concept, ReferralConceptFields.translations)
        let object = builder.record(concept)
        let hasAny =
            object.has(.code) || object.has(.text) || object.has(.display)
            || object.has(.translations)
        if hasAny { return concept }
        discard(concept)
        return nil
    }

    mutating func setCode<Fields: RecordFields>(
        _ object: Draft<Fields>, _ code: Fields, _ system: Fields, _ display: Fields, _ node: Int
    ) {
        let value = take(node, .code)
        let list = take(node, .codeSystem)
        set(object, code, value)
        if !value.isEmpty { set(object, system, ReferralCodeSystem.uri(list, arena)) }
        set(object, display, node, .displayName)
    }

    /// The words of a code: its own, or those of the narrative that it refers to.
    mutating func originalText(_ node: Int) -> Slot {
        let original = child(node, .originalText)
        guard original >= 0 else { return .none }
        let words = tree.takeText(original)
        let reference = child(original, .reference)
        if words.isEmpty { return narrative(reference) }
        _ = take(reference, .value)
        return words
    }

    mutating func addTranslations<Fields: RecordFields>(
        _ node: Int, to object: Draft<Fields>, _ field: Fields
    ) {
        each(.translation, in: node) { mapper, translation in
            let coding = mapper.add(ReferralCodingFields.self, from: translation)
            mapper.setCode(coding, .code, .system, .display, translation)
            let made = mapper.builder.record(coding)
            guard made.has(.code) || made.has(.display) else { return mapper.discard(coding) }
            mapper.builder.append(coding, to: object, field)
        }
    }

    /// Sets a field to the concept of an element, if it says something.
    mutating func setConcept<Fields: RecordFields>(
        _ object: Draft<Fields>, _ field: Fields, _ node: Int
    ) {
        if let concept = cdaConcept(node) { builder.set(object, field, object: concept) }
    }

    mutating func addConcept<Fields: RecordFields>(
        _ node: Int, to object: Draft<Fields>, _ field: Fields
    ) {
        if let concept = cdaConcept(node) { builder.append(concept, to: object, field) }
    }

    // MARK: Addresses, ways to reach somebody

    /// `<addr use><streetAddressLine/><city/><state/><postalCode/><country/><county/></addr>`.
    mutating func cdaAddress(_ node: Int) -> Draft<ReferralAddressFields>? {
        let use = take(node, .use)
        let object = add(ReferralAddressFields.self, from: node)
        let address = add(AddressFields.self, from: node)
        builder.set(object, .address, object: address)
        each(.streetAddressLine, in: node) { mapper, line in
            mapper.append(
                text: mapper.tree.takeText(line), to: address, AddressFields.lines)
        }
        for line in [CDAName.houseNumber, .streetName, .additionalLocator, .unitID] {
            append(text: tree.takeText(child(node, line)), to: address, AddressFields.lines)
        }
        set(address, .city, tree.takeText(child(node, .city)))
        set(address, .state, tree.takeText(child(node, .state)))
        set(address, .postalCode, tree.takeText(child(node, .postalCode)))
        set(address, .country, tree.takeText(child(node, .country)))
        set(address, .county, tree.takeText(child(node, .county)))
        set(object, .text, tree.takeText(node))
        let made = builder.record(address)
        let fields: [AddressFields] = [.lines, .city, .state, .postalCode, .country, .county]
        guard
            fields.contains(where: { made.has($0) })
                || builder.record(object).has(.text)
        else {
            discard(object)
            return nil
        }
        set(object, .use, CDAUse.of(use, arena))
        return object
    }

    /// `<telecom value="tel:…" use/>`.
    mutating func cdaTelecom(_ node: Int) -> Draft<ReferralTelecomFields>? {
        let sent = take(node, .value)
        let use = take(node, .use)
        guard !sent.isEmpty else { return nil }
        let telecom = add(ReferralTelecomFields.self, from: node)
        let (system, offset) = CDAUse.scheme(arena.bytes(sent))
        builder.set(telecom, .system, arena.add(system))
        set(telecom, .use, CDAUse.of(use, arena))
        let rest = Array(arena.bytes(sent)[offset...])
        builder.set(telecom, .value, offset == 0 ? sent : arena.add(rest))
        return telecom
    }

    /// Adds all ways to reach somebody.
    mutating func addContacts<Fields: RecordFields>(
        of node: Int, to object: Draft<Fields>, _ telecoms: Fields, _ addresses: Fields
    ) {
        each(.telecom, in: node) { mapper, element in
            guard let telecom = mapper.cdaTelecom(element) else { return }
            mapper.builder.append(telecom, to: object, telecoms)
        }
        each(.addr, in: node) { mapper, element in
            guard let address = mapper.cdaAddress(element) else { return }
            mapper.builder.append(address, to: object, addresses)
        }
    }

    // MARK: Times and quantities

    /// `<effectiveTime value/>` or `<effectiveTime><low value/><high value/></effectiveTime>`.
    mutating func cdaPeriod(_ node: Int) -> Draft<ReferralPeriodFields>? {
        guard node >= 0 else { return nil }
        let period = add(ReferralPeriodFields.self, from: node)
        setMoment(period, .begin, .beginTime, begin(of: node), .value)
        let isMoment = child(node, .low) < 0 && child(node, .high) < 0
        setMoment(period, .end, .endTime, isMoment ? node : child(node, .high), .value)
        let made = builder.record(period)
        if made.has(.begin) || made.has(.end) { return period }
        discard(period)
        return nil
    }

    /// The element with the moment at which a time begins: of an interval its low end.
    func begin(of time: Int) -> Int {
        let low = child(time, .low)
        return tree.value(low, AttributeName.value.name).isEmpty ? time : low
    }

    /// `<value value unit/>`.
    mutating func cdaQuantity(_ node: Int) -> Draft<ReferralQuantityFields>? {
        let value = take(node, .value)
        guard !value.isEmpty else { return nil }
        let quantity = add(ReferralQuantityFields.self, from: node)
        builder.set(quantity, .value, value)
        set(quantity, .unit, node, .unit)
        return quantity
    }
}

/// The words that FHIR has for what addresses and numbers are used for.
enum CDAUse {
    private static let known: [(code: StaticString, word: StaticString)] = [
        ("HP", "home"), ("H", "home"), ("HV", "home"), ("WP", "work"), ("DIR", "work"),
        ("PUB", "work"), ("MC", "mobile"), ("TMP", "temp"), ("BAD", "old"),
    ]

    /// The word for a code of AddressUse or TelecommunicationAddressUse, or the code.
    static func of(_ sent: Slot, _ arena: RecordArena) -> Slot {
        for use in known where arena.holds(sent, use.code) { return arena.add(use.word) }
        return sent
    }

    /// How well a name with these codes of EntityNameUse tells who somebody is, the least best:
    /// legal ones, those that nothing is said of, assigned ones, pseudonyms and the like.
    static func rank(ofName uses: UnsafeBufferPointer<UInt8>) -> Int {
        let codes = uses.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        if codes.contains(where: { ["P", "A", "I", "R", "SNDX", "PHON"].contains($0) }) {
            return 4
        }
        if codes.contains("ASGN") { return 3 }
        if codes.contains(where: { ["L", "OR", "C"].contains($0) }) { return 1 }
        return 2
    }

    /// Whether they say that a name is the legal one, and nothing else.
    static func isLegal(_ uses: UnsafeBufferPointer<UInt8>) -> Bool {
        uses.count == 1 && uses[0] == 0x4C
    }

    /// What a URL is, and where the number in it begins.
    static func scheme(_ url: UnsafeBufferPointer<UInt8>) -> (system: StaticString, offset: Int) {
        let colon = url.firstIndex(of: 0x3A).map { $0 + 1 } ?? 0
        switch String(decoding: url[..<colon], as: UTF8.self) {
        case "tel:": return ("phone", colon)
        case "mailto:": return ("email", colon)
        case "fax:", "x-text-fax:": return ("fax", colon)
        case "sms:": return ("sms", colon)
        case "http:", "https:", "ftp:": return ("url", 0)
        default:
            return url.contains(0x40) ? ("email", 0) : ("phone", 0)
        }
    }
}
