import XMLSyntax

/// The names of a sheet's elements and attributes.
enum SheetNames: Int, CaseIterable {
    case sheetData, row, c, v, f, `is`, t, r, rPh, si
    // Attributes, which have no namespace.
    case place, type, style, hidden

    /// The transitional form and the strict one.
    static let namespaces = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ]

    private static let elements = ["sheetData", "row", "c", "v", "f", "is", "t", "r", "rPh", "si"]

    static let table = XMLNames(
        namespaces.flatMap { namespace in elements.map { XMLNameText($0, in: namespace) } }
            + ["r", "t", "s", "hidden"].map { XMLNameText($0) })

    /// Which of them an element is.
    init?(_ name: XMLName) {
        let count = Self.elements.count
        guard name.index >= 0, name.index < Int32(2 * count) else { return nil }
        self.init(rawValue: Int(name.index) % count)
    }

    /// The name of an attribute.
    var attribute: XMLName {
        let count = Self.elements.count
        return XMLName(index: Int32(2 * count + rawValue - count))
    }
}
