import CareModel

/// What a code or words mean, whatever kind of object says it.
struct FHIRConcept {
    let code: FHIRBytes
    let system: FHIRBytes
    let display: FHIRBytes
    let text: FHIRBytes
    let translations: RecordList<ReferralCodingFields>

    init(_ object: RecordObject<ReferralConceptFields>) {
        code = object.bytes(.code)
        system = object.bytes(.system)
        display = object.bytes(.display)
        text = object.bytes(.text)
        translations = object.objects(.translations, ReferralCodingFields.self)
    }

    init(_ object: RecordObject<ReferralNeedFields>) {
        code = object.bytes(.code)
        system = object.bytes(.system)
        display = object.bytes(.display)
        text = object.bytes(.text)
        translations = object.objects(.translations, ReferralCodingFields.self)
    }

    init(_ object: RecordObject<ReferralServiceFields>) {
        code = object.bytes(.code)
        system = object.bytes(.system)
        display = object.bytes(.display)
        text = object.bytes(.text)
        translations = object.objects(.translations, ReferralCodingFields.self)
    }

    init(_ object: RecordObject<ReferralStatementFields>) {
        code = object.bytes(.code)
        system = object.bytes(.system)
        display = object.bytes(.display)
        text = object.bytes(.text)
        translations = object.objects(.translations, ReferralCodingFields.self)
    }

    var isEmpty: Bool {
        var others = translations
        return code.isEmpty && display.isEmpty && text.isEmpty && others.next() == nil
    }
}

extension ByteBuffer {
    // MARK: Codes

    /// A CodeableConcept: coding*, text.
    mutating func fhir(_ key: StaticString, _ concept: FHIRConcept) {
        guard !concept.isEmpty else { return }
        append(key)
        element(concept)
    }

    /// The same without a key.
    mutating func element(_ concept: FHIRConcept) {
        openObject()
        append("\"coding\":[")
        let start = count
        coding(concept.system, concept.code, concept.display)
        for other in concept.translations {
            coding(other.bytes(.system), other.bytes(.code), other.bytes(.display))
        }
        if count == start {
            truncate(to: start - 10)
        } else {
            closeArray()
        }
        fhir("\"text\":", concept.text)
        closeObject()
    }

    /// A Coding: system, code, display. What cannot be a code is shown as words.
    mutating func coding(_ system: FHIRBytes, _ code: FHIRBytes, _ display: FHIRBytes) {
        let isCode = ByteBuffer.isCode(code)
        let words = display.isEmpty && !isCode ? code : display
        guard isCode || !words.isEmpty else { return }
        openObject()
        fhir("\"system\":", uri: system)
        if isCode { fhir("\"code\":", code) }
        fhir("\"display\":", words)
        closeObject()
    }

    /// A CodeableConcept of one code of ours or of a list that FHIR names.
    mutating func fhir(_ key: StaticString, _ system: StaticString, _ code: FHIRBytes) {
        guard !code.isEmpty else { return }
        append(key)
        element(system, code)
    }

    mutating func element(_ system: StaticString, _ code: FHIRBytes) {
        append("{\"coding\":[")
        system.withUTF8Buffer { coding($0, code, .none) }
        closeArray()
        closeObject()
    }

    /// A CodeableConcept of words.
    mutating func fhir(_ key: StaticString, words: FHIRBytes) {
        guard !words.isEmpty else { return }
        append(key)
        openObject()
        fhir("\"text\":", words)
        closeObject()
    }

    /// The same without a key.
    mutating func element(words: FHIRBytes) {
        guard !words.isEmpty else { return }
        openObject()
        fhir("\"text\":", words)
        closeObject()
    }

    /// An array of CodeableConcepts.
    mutating func fhir(_ key: StaticString, _ concepts: RecordList<ReferralConceptFields>) {
        let start = count
        append(key)
        openArray()
        let first = count
        for concept in concepts where !FHIRConcept(concept).isEmpty {
            element(FHIRConcept(concept))
        }
        if count == first { truncate(to: start) } else { closeArray() }
    }

    // MARK: Numbers

    /// Identifiers, the open array of which is around them: use, type, system, value, assigner.
    ///
    /// One that says nothing is left out, as FHIR knows no empty object.
    mutating func element(_ identifier: RecordObject<ReferralIdentifierFields>) {
        let start = count
        openObject()
        let opened = count
        fhir(use: identifier.bytes(.use), of: ["usual", "official", "temp", "secondary", "old"])
        let type = identifier.bytes(.type)
        // Types of HL7's table 0203 are a few capitals.
        if 2...5 ~= type.count, type.allSatisfy({ 0x41...0x5A ~= $0 }) {
            fhir("\"type\":", "http://terminology.hl7.org/CodeSystem/v2-0203", type)
        } else {
            fhir("\"type\":", words: type)
        }
        fhir("\"system\":", uri: identifier.bytes(.system))
        fhir("\"value\":", identifier, .value)
        if identifier.has(.assigner) {
            append("\"assigner\":{")
            fhir("\"display\":", identifier, .assigner)
            closeObject()
        }
        if count == opened { truncate(to: start) } else { closeObject() }
    }

    /// An Identifier of a system.
    mutating func element(system: StaticString, value: FHIRBytes) {
        openObject()
        fhir("\"system\":", ours: system)
        fhir("\"value\":", value)
        closeObject()
    }

    /// What something is used for, as FHIR calls it, or else as it was sent.
    mutating func fhir(use: FHIRBytes, of codes: [StaticString]) {
        fhirExtensions([("urn:turnpike:use", sent(use, codes))])
        fhir("\"use\":", use, of: codes)
    }

    /// Extensions of ours, each with a text.
    private mutating func fhirExtensions(_ told: [(url: StaticString, text: FHIRBytes)]) {
        guard told.contains(where: { !$0.text.isEmpty }) else { return }
        append("\"extension\":[")
        for (url, text) in told where !text.isEmpty {
            append("{\"url\":\"")
            append(url)
            append("\",")
            fhir("\"valueString\":", text)
            closeObject()
        }
        closeArray()
    }

    /// What was sent, where it is none of these codes.
    private func sent(_ text: FHIRBytes, _ codes: [StaticString]) -> FHIRBytes {
        codes.contains { text.isEqual(to: $0) } ? .none : text
    }

    private static var telecomUses: [StaticString] { ["home", "work", "temp", "old", "mobile"] }
    private static var telecomSystems: [StaticString] {
        ["phone", "fax", "email", "pager", "url", "sms", "other"]
    }

    mutating func fhir(_ quantity: RecordObject<ReferralQuantityFields>, _ key: StaticString) {
        guard quantity.isNumber, let digits = FHIRNumber.digits(quantity.bytes(.value)) else {
            return
        }
        append(key)
        openObject()
        append("\"value\":")
        append(digits)
        append(",")
        fhir("\"comparator\":", quantity.bytes(.comparator), of: ["<", "<=", ">=", ">"])
        fhir("\"unit\":", quantity, .unit)
        closeObject()
    }

    /// A quantity that is no number, in words: `8,1 %`.
    mutating func fhir(_ key: StaticString, words quantity: RecordObject<ReferralQuantityFields>) {
        var words: [UInt8] = []
        for field in [ReferralQuantityFields.comparator, .value, .unit] where quantity.has(field) {
            if !words.isEmpty { words.append(0x20) }
            words += quantity.bytes(field)
        }
        words.withUnsafeBufferPointer { fhir(key, $0) }
    }

    // MARK: People

    /// A HumanName: family, given*, prefix*, suffix*.
    mutating func element(_ name: RecordObject<PersonNameFields>, use: StaticString? = nil) {
        openObject()
        if let use { fhir("\"use\":", ours: use) }
        fhir("\"family\":", name, .last)
        if name.has(.first) || name.has(.middle) {
            append("\"given\":[")
            for field in [PersonNameFields.first, .middle] { element(name.bytes(field)) }
            closeArray()
        }
        for (key, field) in [("\"prefix\":[", PersonNameFields.prefix), ("\"suffix\":[", .suffix)]
            as [(StaticString, PersonNameFields)] where name.has(field)
        {
            append(key)
            element(name.bytes(field))
            closeArray()
        }
        closeObject()
    }

    /// A string in an array.
    mutating func element(_ text: FHIRBytes) {
        guard !text.isEmpty else { return }
        append(UInt8(ascii: "\""))
        append(escapingAny: text)
        append("\",")
    }

    /// Ways to reach somebody: system, value, use.
    mutating func fhir(telecoms: RecordList<ReferralTelecomFields>) {
        list("\"telecom\":", telecoms) { buffer, telecom in
            let start = buffer.count
            buffer.openObject()
            buffer.fhirExtensions([
                ("urn:turnpike:use", buffer.sent(telecom.bytes(.use), ByteBuffer.telecomUses)),
                (
                    "urn:turnpike:system",
                    buffer.sent(telecom.bytes(.system), ByteBuffer.telecomSystems)
                ),
            ])
            // What has a value has a system: the invariant cpt-2 of ContactPoint.
            buffer.fhir(
                "\"system\":", telecom.bytes(.system), of: ByteBuffer.telecomSystems, else: "other")
            buffer.fhir("\"value\":", telecom, .value)
            buffer.fhir("\"use\":", telecom.bytes(.use), of: ByteBuffer.telecomUses)
            if telecom.has(.value) { buffer.closeObject() } else { buffer.truncate(to: start) }
        }
    }

    /// Addresses: use, text, line*, city, district, state, postalCode, country.
    mutating func fhir(
        addresses: RecordList<ReferralAddressFields>, _ key: StaticString = "\"address\":"
    ) {
        list(key, addresses) { buffer, whole in buffer.element(whole) }
    }

    mutating func element(_ whole: RecordObject<ReferralAddressFields>) {
        let start = count
        openObject()
        let opened = count
        fhir(use: whole.bytes(.use), of: ["home", "work", "temp", "old", "billing"])
        fhir("\"text\":", whole, .text)
        if let address = whole.object(.address, AddressFields.self) {
            list("\"line\":", address.objects(.lines, TextFields.self)) { buffer, line in
                buffer.element(line.bytes(.value))
            }
            fhir("\"city\":", address, .city)
            fhir("\"district\":", address, .county)
            fhir("\"state\":", address, .state)
            fhir("\"postalCode\":", address, .postalCode)
            fhir("\"country\":", address, .country)
        }
        if count == opened { truncate(to: start) } else { closeObject() }
    }

    /// A Period: start, end.
    mutating func fhir(_ key: StaticString, _ period: RecordObject<ReferralPeriodFields>?) {
        guard let period else { return }
        let start = count
        append(key)
        openObject()
        let opened = count
        fhir("\"start\":", date: period.bytes(.begin), time: period.bytes(.beginTime))
        fhir("\"end\":", end: period.bytes(.end), time: period.bytes(.endTime))
        if count == opened { truncate(to: start) } else { closeObject() }
    }

    /// An Annotation: authorString, time, text.
    ///
    /// A day and a time that FHIR does not take whole stand behind the words, for which FHIR asks.
    mutating func annotation(
        _ text: FHIRBytes, author: FHIRBytes = .none, date: FHIRBytes = .none,
        time: FHIRBytes = .none, before: StaticString = ""
    ) {
        guard !text.isEmpty || !author.isEmpty || !date.isEmpty || !time.isEmpty else { return }
        openObject()
        fhir("\"authorString\":", author)
        fhir("\"time\":", date: date, time: time)
        append("\"text\":\"")
        append(before)
        if text.isEmpty { append("not named") } else { append(escapingAny: text) }
        if !FHIRTime.isMoment(date, time), !date.isEmpty || !time.isEmpty {
            var words = FHIRWords()
            words.add(date, time)
            append(" (")
            words.bytes.withUnsafeBufferPointer { append(escapingAny: $0) }
            append(")")
        }
        append("\",")
        closeObject()
    }

    /// An Annotation of a day and a time that FHIR does not take whole.
    ///
    /// - Parameter always: whether it is told even if FHIR would take it.
    mutating func annotation(
        untold date: FHIRBytes, _ time: FHIRBytes, before opening: StaticString,
        always: Bool = false
    ) {
        guard always || !FHIRTime.isMoment(date, time) else { return }
        var words = FHIRWords()
        words.add(date, time)
        words.bytes.withUnsafeBufferPointer { annotation($0, before: opening) }
    }

    /// An array, unless nothing is written into it.
    mutating func list<Fields: RecordFields>(
        _ key: StaticString, _ objects: RecordList<Fields>,
        _ write: (inout ByteBuffer, RecordObject<Fields>) -> Void
    ) {
        let start = count
        append(key)
        openArray()
        let first = count
        for object in objects { write(&self, object) }
        if count == first { truncate(to: start) } else { closeArray() }
    }
}
