import CareModel

// Meta: versionId, lastUpdated, source, profile*, security*, tag*
extension FHIRMapper {
    /// What the resource that a record stands for says of itself as a document.
    mutating func setMeta(_ document: Int, _ resource: FHIRElement) {
        guard let meta = resource.first(.meta) else { return }
        set(document, ReferralDocumentFields.version, meta, .versionId)
        setMoment(document, ReferralDocumentFields.created, .createdTime, meta, .lastUpdated)
        for profile in meta.all(.profile) {
            append(text: take(profile), to: document, ReferralDocumentFields.templates)
        }
        setConfidentiality(document, meta)
    }

    /// How confidential it is: the first code of HL7's list. Other labels restrict its use as well,
    /// and are values of their own.
    ///
    /// Source: FHIR R4, Meta.security; HL7 version 3, Confidentiality.
    private mutating func setConfidentiality(_ document: Int, _ meta: FHIRElement) {
        let label = meta.all(.security).first {
            FHIRList.confidentiality.has(tree.texts.bytes($0.value(.system)))
                && !$0.value(.code).isEmpty
        }
        guard let label else { return }
        take(label, .system)
        if let display = label.first(.display), isName(display, of: label.value(.code)) {
            take(display)
        }
        set(document, ReferralDocumentFields.confidentiality, take(label, .code))
    }

    /// Whether words are what the list calls a code, in capitals or small letters.
    private func isName(_ words: FHIRElement, of code: Slot) -> Bool {
        let known = CDANames.confidentiality.first { tree.texts.isEqual(code, $0.code) }
        let small = words.bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        return known?.name.withUTF8Buffer { $0.elementsEqual(small) } ?? false
    }
}
