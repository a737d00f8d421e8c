import XMLSyntax

/// All names that the readers of referrals know, by the numbers that their enums have.
enum ReferralNames {
    static let turnpike = "urn:turnpike:referral:1"
    static let cda = "urn:hl7-org:v3"
    static let sdtc = "urn:hl7-org:sdtc"
    static let fhir = "http://hl7.org/fhir"
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

    /// In the order of the enums' numbers, each beginning where the one before ends.
    private static let all: [XMLNameText] =
        NameTexts.attributes.map { XMLNameText($0) }
        + NameTexts.turnpike.map { XMLNameText($0, in: turnpike) }
        + NameTexts.cda.map { XMLNameText($0, in: cda) }
        + NameTexts.sdtc.map { XMLNameText($0, in: sdtc) }
        + NameTexts.instance.map { XMLNameText($0, in: schemaInstance) }
        + FHIRName.texts

    static let names = XMLNames(all)
    static let count = Int32(truncatingIfNeeded: all.count)

    /// The local name; `nil` where the input has it alone.
    static func text(_ name: XMLName) -> String? {
        let index = Int(name.index)
        return all.indices.contains(index) ? all[index].local : nil
    }

    /// Attributes that say how an element is meant and hold no value of anybody's.
    static func isStructure(_ name: XMLName) -> Bool {
        if let instance = InstanceName(rawValue: name.index) {
            return instance == .type || instance == .schemaLocation
        }
        switch AttributeName(rawValue: name.index) {
        case .classCode, .moodCode, .typeCode, .determinerCode, .contextControlCode,
            .contextConductionInd, .inversionInd, .nullFlavor, .narrativeID, .codeSystemName,
            .operator, .styleCode, .institutionSpecified, .revised:
            return true
        default: return false
        }
    }
}

/// Attributes of `xsi`.
enum InstanceName: Int32, CaseIterable {
    case type = 327, schemaLocation

    var name: XMLName { XMLName(index: rawValue) }
}
