import XMLSyntax

/// Attributes without a namespace, in all that is read here.
enum AttributeName: Int32, CaseIterable {
    case value = 0, code, system, display, id, root, `extension`, codeSystem, displayName,
        codeSystemName, nullFlavor, use, unit, classCode, moodCode, typeCode, determinerCode,
        contextControlCode, contextConductionInd, negationInd, inversionInd, qualifier,
        assigningAuthorityName, mediaType, representation, narrativeID, `operator`, status,
        statusDate, intent, priority, authored, neededBy, created, sender, version, birthDate,
        deathDate, sex, gender, language, maritalStatus, last, first, middle, prefix, suffix,
        category, date, by, begin, end, pidsl, npi, specialty, role, subscriberId, payer, payerId,
        type, group, plan, order, quantity, provider, decision, title, reference, severity,
        verification, recorded, dosage, author, city, state, postalCode, country, county, name,
        relationship, preferred, bytes, encoding, url, styleCode, href, institutionSpecified,
        revised

    var name: XMLName { XMLName(index: rawValue) }
}
