import XMLSyntax

/// Elements that C-CDA has from the Structured Documents Technical Committee.
enum SDTCName: Int32, CaseIterable {
    case raceCode = 309, ethnicGroupCode, deceasedInd, deceasedTime, birthTime, category, id, desc,
        dischargeDispositionCode, valueSet, valueSetVersion, identifiedBy,
        alternateIdentification, specialty, signatureText, patient, multipleBirthInd,
        multipleBirthOrderNumber

    var name: XMLName { XMLName(index: rawValue) }
}
