import Diagnostics
import ShippedGrammars

@testable import XMLSyntax

/// The schema of Turnpike referrals, with its tables of what is surely right and without them: libxml2
/// finds in the one what it finds in the other, whatever the tables keep from it.
enum SchemaTables {
    private static let text = ShippedGrammars.schemas.first {
        $0.path.hasSuffix("turnpike-referral.xsd")
    }.map { "\($0.text)" }
    static let quick = text.flatMap { try? XMLSchema($0) }
    private static let plain = text.flatMap { try? XMLSchema($0, tables: nil) }

    static func check(_ bytes: [UInt8]) {
        require(quick?.tables != nil && plain != nil, "there are tables, and there is a schema")
        let piece = 1 + bytes.count % 200
        let found = findings(bytes, piece, quick)
        let wanted = findings(bytes, piece, plain)
        require(found == wanted, "tables make no difference: \(found), not \(wanted)")
    }

    private static func findings(
        _ bytes: [UInt8], _ piece: Int, _ schema: XMLSchema?
    ) -> [Finding] {
        var reader = XMLReader(schema: schema)
        var found: [Finding] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            rest.prefix(piece).withUnsafeBytes { reader.feed($0) }
            rest = rest.dropFirst(piece)
            found += reader.takeFindings()
        }
        reader.finish()
        return found + reader.takeFindings()
    }
}
