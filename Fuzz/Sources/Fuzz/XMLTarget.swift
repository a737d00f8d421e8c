/// Documents of XML: what is read without libxml2 and what a schema is surely kept by make no difference.
enum XMLTarget {
    static func run(_ bytes: [UInt8]) {
        PlainXML.check(bytes)
        if Turn(bytes).way(of: 3) == 0 { SchemaTables.check(bytes) }
    }
}
