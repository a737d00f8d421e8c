import CareModel

/// What FHIR has no place for, in words: each line is a note of the request.
struct FHIRRemarks {
    private(set) var lines: [[UInt8]] = []
    /// The line that is being put together.
    private var line: [UInt8] = []
    private var isEmpty = true

    /// Begins a line with words of our own, which alone are none: `Service 2: `.
    mutating func begin(_ opening: StaticString, _ number: Int = 0, _ rest: StaticString = "") {
        line.removeAll(keepingCapacity: true)
        append(opening)
        if number > 0 { line += Array(String(number).utf8) }
        append(rest)
        isEmpty = true
    }

    /// Adds a part of the line: a word of ours and values, with blanks between them.
    mutating func add(_ word: StaticString, _ values: FHIRBytes...) {
        guard values.contains(where: { !$0.isEmpty }) else { return }
        if !isEmpty { append("; ") }
        append(word)
        var needsBlank = word.utf8CodeUnitCount > 0
        for value in values where !value.isEmpty {
            if needsBlank { line.append(0x20) }
            line += value
            needsBlank = true
        }
        isEmpty = false
    }

    /// Adds days, each with its time: `from 20260302 to 20260420`.
    mutating func add(_ period: RecordObject<ReferralPeriodFields>?) {
        guard let period else { return }
        add("from", period.bytes(.begin), period.bytes(.beginTime))
        add("to", period.bytes(.end), period.bytes(.endTime))
    }

    mutating func add(_ word: StaticString, _ quantity: RecordObject<ReferralQuantityFields>?) {
        guard let quantity else { return }
        add(word, quantity.bytes(.comparator), quantity.bytes(.value), quantity.bytes(.unit))
    }

    /// Adds what a code means, and the code.
    mutating func add(_ word: StaticString, _ concept: FHIRConcept?) {
        guard let concept else { return }
        var words = FHIRWords()
        words.add(concept)
        words.bytes.withUnsafeBufferPointer { add(word, $0) }
    }

    mutating func add(
        _ word: StaticString, _ identifier: RecordObject<ReferralIdentifierFields>?
    ) {
        guard let identifier else { return }
        var words = FHIRWords()
        words.add(identifier)
        words.bytes.withUnsafeBufferPointer { add(word, $0) }
    }

    /// Ends the line; it is none where nothing was added.
    mutating func end() {
        if !isEmpty { lines.append(line) }
        isEmpty = true
    }

    private mutating func append(_ words: StaticString) {
        line += UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    }
}

// MARK: What is told so

extension FHIRBundleWriter {
    /// A statement that is said not to be so, where FHIR has no way to say that: what was looked
    /// for, and its value.
    mutating func remark(
        _ opening: StaticString, _ statement: RecordObject<ReferralStatementFields>
    ) {
        remarks.begin(opening)
        var words = FHIRWords()
        words.add(whole: statement, isNegationSaid: true)
        words.bytes.withUnsafeBufferPointer { remarks.add("", $0) }
        remarks.end()
    }

    /// What the request itself does not tell of its services.
    mutating func remarkServices(
        _ referral: RecordObject<ReferralFields>, _ services: RecordList<ReferralServiceFields>
    ) {
        let whole = referral.object(.occurrence, ReferralPeriodFields.self)
        for (place, service) in services.enumerated() {
            remarks.begin("Service ", place + 1, ": ")
            let isFirst = place == 0
            if !FHIRConcept(service).isEmpty { remarks.add("category", service.bytes(.category)) }
            let quantity = service.object(.quantity, ReferralQuantityFields.self)
            if !isFirst || quantity?.isNumber == false { remarks.add("quantity", quantity) }
            let period = service.object(.period, ReferralPeriodFields.self)
            // The first stands for that of the referral where there is none.
            if let period, !isFirst || (whole.map { $0.index != period.index } ?? !period.isTold) {
                remarks.add(period)
            }
            remarks.add("by", service.bytes(.provider))
            for goal in service.objects(.goals, TextFields.self) {
                remarks.add("goal", goal.bytes(.value))
            }
            let status = service.bytes(.status)
            let isTold =
                status.elementsEqual(referral.bytes(.status))
                || status.elementsEqual(referral.bytes(.requestStatus))
            if !isTold || !isFirst { remarks.add("status", status) }
            if !isFirst { remarks.add("", service.bytes(.note)) }
            remarks.end()
        }
    }

    /// What an organization or a device is to the referral, for which FHIR has no word.
    ///
    /// A person has a PractitionerRole.
    mutating func remarkRole(
        _ opening: StaticString, _ party: RecordObject<ReferralPartyFields>, isRoleTold: Bool
    ) {
        guard party.object(.practitioner, ReferralPractitionerFields.self) == nil else { return }
        let role = isRoleTold ? FHIRBytes.none : party.bytes(.role)
        let function = party.object(.function, ReferralConceptFields.self).map { FHIRConcept($0) }
        guard !role.isEmpty || function?.isEmpty == false else { return }
        remarks.begin(opening)
        remarks.add("", role)
        remarks.add("", function)
        if let organization = party.object(.organization, ReferralOrganizationFields.self) {
            remarks.add("", organization.bytes(.name))
        }
        remarks.end()
    }
}

extension RecordObject<ReferralQuantityFields> {
    /// Whether it is a Quantity as FHIR has it.
    var isNumber: Bool {
        let compared: [StaticString] = ["<", "<=", ">=", ">"]
        let comparator = bytes(.comparator)
        return FHIRNumber.digits(bytes(.value)) != nil
            && (comparator.isEmpty || compared.contains { comparator.isEqual(to: $0) })
    }
}

/// Decimal numbers as FHIR writes them.
enum FHIRNumber {
    /// The digits of a number without a plus, or zeros in front that say nothing; `nil` where it is
    /// no decimal number.
    static func digits(_ sent: FHIRBytes) -> [UInt8]? {
        guard let mark = sent.firstIndex(where: { $0 | 0x20 == 0x65 }) else {
            return plain(sent)
        }
        // An exponent: `1.5e2`.
        let exponent = sent[(mark + 1)...]
        let digits =
            exponent.first == 0x2B || exponent.first == 0x2D ? exponent.dropFirst() : exponent
        guard 1...2 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }),
            let number = plain(FHIRBytes(rebasing: sent[..<mark]))
        else { return nil }
        return number + [0x65] + exponent
    }

    private static func plain(_ sent: FHIRBytes) -> [UInt8]? {
        guard Money(sent) != nil || (sent.first == 0x2B && Money(rest(sent)) != nil) else {
            return nil
        }
        let isNegative = sent.first == 0x2D
        let isSigned = isNegative || sent.first == 0x2B
        var digits = Array(isSigned ? rest(sent) : sent)
        if digits.last == 0x2E { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(zeros)
        if digits.isEmpty || digits.first == 0x2E { digits.insert(0x30, at: 0) }
        return isNegative ? [0x2D] + digits : digits
    }

    private static func rest(_ sent: FHIRBytes) -> FHIRBytes {
        FHIRBytes(rebasing: sent.dropFirst())
    }
}
