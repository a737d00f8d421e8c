import CareModel

/// Words that are put together of values, for what FHIR has no element for.
struct FHIRWords {
    private(set) var bytes: [UInt8] = []

    /// Adds values, with blanks between them and what is there.
    mutating func add(_ values: FHIRBytes...) {
        for value in values where !value.isEmpty {
            if !bytes.isEmpty { bytes.append(0x20) }
            bytes += value
        }
    }

    /// Adds words behind a sign that parts them from those before.
    mutating func add(part sign: StaticString, _ add: (inout FHIRWords) -> Void) {
        var part = FHIRWords()
        add(&part)
        guard !part.bytes.isEmpty else { return }
        if !bytes.isEmpty { sign.withStaticBytes { bytes += $0 } }
        bytes += part.bytes
    }

    mutating func add(_ quantity: RecordObject<ReferralQuantityFields>?) {
        guard let quantity else { return }
        add(quantity.bytes(.comparator), quantity.bytes(.value), quantity.bytes(.unit))
    }

    /// What a code means, and the code: `Asthma (195967001, http://snomed.info/sct)`.
    mutating func add(_ concept: FHIRConcept) {
        add(untranslated: concept)
        for other in concept.translations { add(coding: other) }
    }

    /// The same without what other lists call it.
    mutating func add(untranslated concept: FHIRConcept) {
        add(concept.display)
        if !concept.text.elementsEqual(concept.display) { add(concept.text) }
        add(code: concept.code, of: concept.system)
    }

    mutating func add(coding: RecordObject<ReferralCodingFields>) {
        add(coding.bytes(.display))
        add(code: coding.bytes(.code), of: coding.bytes(.system))
    }

    private mutating func add(code: FHIRBytes, of system: FHIRBytes) {
        guard !code.isEmpty || !system.isEmpty else { return }
        if !bytes.isEmpty { bytes.append(0x20) }
        let isAlone = bytes.isEmpty && system.isEmpty
        if !isAlone { bytes += Array("(".utf8) }
        bytes += code
        if !code.isEmpty, !system.isEmpty { bytes += Array(", ".utf8) }
        bytes += system
        if !isAlone { bytes += Array(")".utf8) }
    }

    mutating func add(_ identifier: RecordObject<ReferralIdentifierFields>) {
        for field in ReferralIdentifierFields.allCases { add(identifier.bytes(field)) }
    }
}

/// A part of a clinical statement, in words of its own: `Severity: high`.
struct FHIRStatementPart {
    /// The fields it tells, and no other.
    let fields: [ReferralStatementFields]
    let opening: StaticString

    /// All that a statement may say beside what it is of.
    static let all: [FHIRStatementPart] = [
        Self(fields: [.note], opening: ""),
        Self(fields: [.identifier], opening: "Number: "),
        Self(fields: [.kind], opening: "Kind: "),
        Self(fields: [.categories], opening: "Category: "),
        Self(fields: [.status], opening: "Status: "),
        Self(fields: [.verification], opening: "Verification: "),
        Self(fields: [.severity], opening: "Severity: "),
        Self(fields: [.begin, .beginTime], opening: "Begin: "),
        Self(fields: [.end, .endTime], opening: "End: "),
        Self(fields: [.recorded, .recordedTime], opening: "Recorded: "),
        Self(fields: [.value], opening: "Value: "),
        Self(fields: [.quantity], opening: "Value: "),
        Self(fields: [.valueText], opening: "Value: "),
        Self(fields: [.reactions], opening: "Reaction: "),
        Self(fields: [.dosage], opening: "Dosage: "),
        Self(fields: [.reason], opening: "Reason: "),
        Self(fields: [.members], opening: "Part: "),
    ]

    /// Days of a statement, and their times.
    static let moments: [(date: ReferralStatementFields, time: ReferralStatementFields)] = [
        (.begin, .beginTime), (.end, .endTime), (.recorded, .recordedTime),
    ]

    /// The days that FHIR takes as they are, with their times.
    static func momentsTold(
        _ statement: RecordObject<ReferralStatementFields>
    ) -> [ReferralStatementFields] {
        moments.compactMap { date, time in
            FHIRTime.isMoment(statement.bytes(date), statement.bytes(time)) ? date : nil
        }
    }

    /// The words of a statement's part, one for each of its values.
    ///
    /// - Parameter areComponents: whether parts of it that were found are told elsewhere, by their
    ///   code and value.
    func words(
        of statement: RecordObject<ReferralStatementFields>, areComponents: Bool = false
    ) -> [[UInt8]] {
        guard fields.contains(where: { statement.has($0) }) else { return [] }
        switch fields[0] {
        case .categories, .reactions:
            return statement.objects(fields[0], ReferralConceptFields.self).map { concept in
                FHIRStatementPart.words { $0.add(FHIRConcept(concept)) }
            }
        case .members:
            return statement.objects(.members, ReferralStatementFields.self).compactMap { member in
                if areComponents, FHIRStatementPart.isComponent(member) { return nil }
                return FHIRStatementPart.words { $0.add(whole: member) }
            }
        default: return [FHIRStatementPart.words { add(to: &$0, statement) }]
        }
    }

    /// Whether a code and a value are all that a part of a statement says.
    private static func isComponent(_ member: RecordObject<ReferralStatementFields>) -> Bool {
        let said = all.filter { part in part.fields.contains { member.has($0) } }
        return member.flag(.negated) != true
            && said.allSatisfy { [.value, .quantity, .valueText].contains($0.fields[0]) }
            && said.count <= 1
    }

    private static func words(_ add: (inout FHIRWords) -> Void) -> [UInt8] {
        var words = FHIRWords()
        add(&words)
        return words.bytes
    }

    private func add(
        to words: inout FHIRWords, _ statement: RecordObject<ReferralStatementFields>
    ) {
        switch fields[0] {
        case .identifier:
            statement.object(.identifier, ReferralIdentifierFields.self).map { words.add($0) }
        case .value, .reason:
            statement.object(fields[0], ReferralConceptFields.self)
                .map { words.add(FHIRConcept($0)) }
        case .quantity: words.add(statement.object(.quantity, ReferralQuantityFields.self))
        default: for field in fields { words.add(statement.bytes(field)) }
        }
    }
}

extension FHIRWords {
    /// Adds all that a statement says: what it is of, then part by part.
    ///
    /// - Parameter isNegationSaid: whether it was said already that it is not so.
    mutating func add(
        whole statement: RecordObject<ReferralStatementFields>, isNegationSaid: Bool = false
    ) {
        if !isNegationSaid, statement.flag(.negated) == true { bytes += Array("not".utf8) }
        add(FHIRConcept(statement))
        for part in FHIRStatementPart.all {
            for words in part.words(of: statement) where !words.isEmpty {
                if !bytes.isEmpty { bytes += Array("; ".utf8) }
                // In a line the opening begins small.
                part.opening.withStaticBytes { opening in
                    bytes += opening.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
                }
                bytes += words
            }
        }
    }
}
