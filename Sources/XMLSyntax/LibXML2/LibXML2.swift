import CLibXML2

/// What is settled for the whole process before libxml2 reads a byte.
enum LibXML2 {
    /// Schemas have no options of their own, so that an import in one would read the disk: nothing
    /// is ever loaded, whoever asks.
    static let isPrepared: Bool = {
        xmlInitParser()
        xmlSetExternalEntityLoader { _, _, _ in nil }
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        xmlSchemaInitTypes()
        return true
    }()

    /// Errors that belong to no parser would be printed; each thread has its own such handler.
    static func prepare() -> Bool {
        guard isPrepared else { return false }
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        return true
    }

    /// Whether documents are read in this encoding: UTF-8, UTF-16 and the single-byte ones.
    ///
    /// Of UTF-32 and UCS libxml2 reads some orders of bytes, by some names and in some pieces alone.
    /// Encodings in which the meaning of a byte depends on those before it can hide markup, UTF-7
    /// above all.
    static func reads(encoding name: String) -> Bool {
        let name = name.lowercased()
        switch name {
        case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "utf16": return true
        case "us-ascii", "ascii", "latin1", "latin-1": return true
        default: break
        }
        for (prefix, numbers) in [
            ("iso-8859-", 1...16), ("windows-", 1250...1258), ("cp", 1250...1258),
        ]
        where name.hasPrefix(prefix) {
            guard let number = Int(name.dropFirst(prefix.count)) else { return false }
            return numbers.contains(number)
        }
        return false
    }
}
