import XMLSyntax

/// Which numbers the names of FHIR have in a reader of XML.
struct FHIRNumbers {
    private let firstName: Int
    private let firstType: Int
    /// The attributes in no namespace.
    let value: XMLName
    let url: XMLName
    private let id: XMLName

    /// - Parameter names: those of the reader; FHIR's are among them, one after another.
    init(_ names: XMLNames) {
        firstName = Int(names[FHIRName.unknown.text].index)
        firstType = firstName + FHIRName.nameCount
        value = names[XMLNameText("value")]
        url = names[XMLNameText("url")]
        id = names[XMLNameText("id")]
    }

    /// Whether an attribute is one of FHIR's.
    func isKnown(_ name: XMLName) -> Bool {
        name.index == value.index || name.index == url.index || name.index == id.index
    }

    @inline(__always)
    func name(_ name: XMLName) -> FHIRName { FHIRName.numbered(Int(name.index) &- firstName) }

    @inline(__always)
    func type(_ name: XMLName) -> FHIRType { FHIRType.numbered(Int(name.index) &- firstType) }
}
