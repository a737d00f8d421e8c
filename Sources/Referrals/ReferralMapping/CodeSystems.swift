import CareModel

/// Lists of codes, by the names that C-CDA, Turnpike referrals and FHIR have for them.
///
/// Source: HL7 Terminology, the object identifiers of its code systems.
enum ReferralCodeSystem {
    private static let known: [(oid: StaticString, name: StaticString, uri: StaticString)] = [
        ("2.16.840.1.113883.6.96", "SNOMED CT", "http://snomed.info/sct"),
        ("2.16.840.1.113883.6.1", "LOINC", "http://loinc.org"),
        ("2.16.840.1.113883.6.90", "ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm"),
        ("2.16.840.1.113883.6.103", "ICD-9-CM", "http://hl7.org/fhir/sid/icd-9-cm"),
        ("2.16.840.1.113883.6.4", "ICD-10-PCS", "http://www.cms.gov/Medicare/Coding/ICD10"),
        ("2.16.840.1.113883.6.88", "RxNorm", "http://www.nlm.nih.gov/research/umls/rxnorm"),
        ("2.16.840.1.113883.6.12", "CPT", "http://www.ama-assn.org/go/cpt"),
        (
            "2.16.840.1.113883.6.285", "HCPCS",
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
        ),
        ("2.16.840.1.113883.6.69", "NDC", "http://hl7.org/fhir/sid/ndc"),
        ("2.16.840.1.113883.12.292", "CVX", "http://hl7.org/fhir/sid/cvx"),
        ("2.16.840.1.113883.4.9", "UNII", "http://fdasis.nlm.nih.gov"),
        ("2.16.840.1.113883.6.101", "NUCC", "http://nucc.org/provider-taxonomy"),
        ("2.16.840.1.113883.6.238", "CDCREC", "urn:oid:2.16.840.1.113883.6.238"),
        ("2.16.840.1.113883.4.6", "NPI", "http://hl7.org/fhir/sid/us-npi"),
        ("2.16.840.1.113883.4.1", "SSN", "http://hl7.org/fhir/sid/us-ssn"),
        (
            "Gravity", "Gravity",
            "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
        ),
    ]

    static func isSNOMED(_ system: UnsafeBufferPointer<UInt8>) -> Bool {
        system.isText("http://snomed.info/sct") || isOID(system, "2.16.840.1.113883.6.96")
    }

    static func isLOINC(_ system: UnsafeBufferPointer<UInt8>) -> Bool {
        system.isText("http://loinc.org") || isOID(system, "2.16.840.1.113883.6.1")
    }

    static func isICD10(_ system: UnsafeBufferPointer<UInt8>) -> Bool {
        system.isText("http://hl7.org/fhir/sid/icd-10-cm")
            || isOID(system, "2.16.840.1.113883.6.90")
    }

    static func isNPI(_ system: UnsafeBufferPointer<UInt8>) -> Bool {
        system.isText("http://hl7.org/fhir/sid/us-npi") || isOID(system, "2.16.840.1.113883.4.6")
    }

    /// Whether a list is named by its object identifier, `urn:oid:…`.
    private static func isOID(
        _ system: UnsafeBufferPointer<UInt8>, _ oid: StaticString
    ) -> Bool {
        guard system.count == 8 + oid.utf8CodeUnitCount, system[0] == 0x75 else { return false }
        return urn.withUTF8Buffer { system.starts(with: $0) }
            && oid.withUTF8Buffer { system.suffix($0.count).elementsEqual($0) }
    }

    private static let urn: StaticString = "urn:oid:"

    /// Whether an object identifier names one of these lists.
    static func isKnown(_ sent: Slot, _ arena: RecordArena) -> Bool {
        known.contains { arena.holds(sent, $0.oid) }
    }

    /// The name that FHIR has for a list; an unknown object identifier becomes a URI.
    static func uri(_ sent: Slot, _ arena: RecordArena) -> Slot {
        guard let first = arena.bytes(sent).first else { return .none }
        for system in known
        where arena.holds(sent, system.oid) || arena.holds(sent, system.name)
            || isOID(arena.bytes(sent), system.oid)
        {
            return arena.add(system.uri)
        }
        if let system = known.first(where: { isNamed(arena.bytes(sent), $0.name) }) {
            return arena.add(system.uri)
        }
        guard 0x30...0x39 ~= first else { return sent }
        return arena.add(Array("urn:oid:".utf8) + arena.bytes(sent))
    }

    static let icd10: StaticString = "http://hl7.org/fhir/sid/icd-10-cm"

    /// Whether a name is that of a list but for capitals, blanks and signs: `icd10cm`.
    private static func isNamed(
        _ sent: UnsafeBufferPointer<UInt8>, _ name: StaticString
    ) -> Bool {
        guard sent.count <= 2 * name.utf8CodeUnitCount else { return false }
        let wanted = name.withUTF8Buffer { folded($0) }
        return folded(sent) == wanted
    }

    private static func folded(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        name.filter { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || $0 >= 0x80 }
            .map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    }

    /// Whether the words for a list are a name that is nobody's, no URI and no number.
    static func isUnknownName(_ system: UnsafeBufferPointer<UInt8>) -> Bool {
        !system.isEmpty && !system.contains(0x3A)
    }
}
