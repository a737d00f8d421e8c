import CareModel

/// The fields of a kind of object that say what a code or words mean.
struct FHIRConceptSlots<Fields: RecordFields> {
    let code: Fields
    let system: Fields
    let display: Fields
    let text: Fields
    let translations: Fields
}

extension FHIRConceptSlots<ReferralConceptFields> {
    static var concept: Self {
        Self(
            code: .code, system: .system, display: .display, text: .text,
            translations: .translations)
    }
}

extension FHIRConceptSlots<ReferralNeedFields> {
    static var need: Self {
        Self(
            code: .code, system: .system, display: .display, text: .text,
            translations: .translations)
    }
}

extension FHIRConceptSlots<ReferralServiceFields> {
    static var service: Self {
        Self(
            code: .code, system: .system, display: .display, text: .text,
            translations: .translations)
    }
}

extension FHIRConceptSlots<ReferralStatementFields> {
    static var statement: Self {
        Self(
            code: .code, system: .system, display: .display, text: .text,
            translations: .translations)
    }
}

// CodeableConcept: coding* (system, version, code, display, userSelected), text
// Coding: system, version, code, display
extension FHIRMapper {
    /// What a CodeableConcept means, into an object's own fields.
    mutating func setConcept<Fields: RecordFields>(
        _ object: Int, _ fields: FHIRConceptSlots<Fields>, _ concept: FHIRElement?
    ) {
        guard let concept else { return }
        for (index, coding) in concept.all(.coding).enumerated() {
            if index == 0 {
                setCoding(object, fields, coding)
                continue
            }
            let translation = add(ReferralCodingFields.self, from: coding)
            set(translation, ReferralCodingFields.code, coding, .code)
            set(translation, ReferralCodingFields.system, coding, .system)
            set(translation, ReferralCodingFields.display, coding, .display)
            builder.append(translation, to: object, fields.translations)
        }
        set(object, fields.text, concept, .text)
    }

    /// The same of one code.
    mutating func setCoding<Fields: RecordFields>(
        _ object: Int, _ fields: FHIRConceptSlots<Fields>, _ coding: FHIRElement
    ) {
        set(object, fields.code, coding, .code)
        set(object, fields.system, coding, .system)
        set(object, fields.display, coding, .display)
    }

    /// A CodeableConcept as the value of a field.
    mutating func setConcept<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ element: FHIRElement?, _ name: FHIRName
    ) {
        guard builder.object(object, field) == 0, let child = element?.first(name) else { return }
        builder.set(object, field, object: concept(child))
    }

    /// CodeableConcepts as the list of a field.
    mutating func appendConcepts<Fields: RecordFields>(
        _ element: FHIRElement, _ name: FHIRName, to object: Int, _ field: Fields
    ) {
        for child in element.all(name) { builder.append(concept(child), to: object, field) }
    }

    mutating func concept(_ element: FHIRElement) -> Int {
        let object = add(ReferralConceptFields.self, from: element)
        setConcept(object, .concept, element)
        return object
    }

    /// A Coding as an object of its own.
    mutating func concept(coding: FHIRElement) -> Int {
        let object = add(ReferralConceptFields.self, from: coding)
        setCoding(object, .concept, coding)
        return object
    }

    /// The code of a CodeableConcept whose list the field's name says, or else its words. A code of
    /// another list means something else: it is a value of its own, with its system.
    func code(_ concept: FHIRElement?, of list: FHIRList) -> Slot {
        guard let concept else { return .none }
        if let coding = concept.coding(of: list) { return code(coding: coding, of: list) }
        return take(concept, .text)
    }

    /// The code of a Coding; its system is the list's, where it has one.
    func code(coding: FHIRElement, of list: FHIRList) -> Slot {
        if let system = coding.first(.system), list.has(system.bytes) { take(system) }
        takeRepeated(coding.first(.display), coding.value(.code))
        return take(coding, .code)
    }

    /// The words of a CodeableConcept, or what a list calls its code.
    func words(_ concept: FHIRElement?) -> Slot {
        guard let concept else { return .none }
        if !concept.value(.text).isEmpty { return take(concept, .text) }
        let coding = concept.first(.coding)
        return coding?.value(.display).isEmpty == false
            ? take(coding, .display) : take(coding, .code)
    }
}
