import CareModel
import ShippedGrammars
import TableGrammar
import Testing

/// The paths by which layouts name fields lead to the fields of the record, and to all of them.
struct FieldPathTests {
    static let fields = LayoutLibrary.shipped.fields.fields

    @Test(arguments: fields)
    func fieldOfLayoutsIsOneOfTheRecord(_ field: LayoutFields.Field) throws {
        let path = try #require(
            FieldPath(field.name, in: RosterFields.self), "\(field.name) leads nowhere")
        let kinds: [FieldDefinition.Kind] =
            switch field.type {
            case "date": [.date, .end]
            case "number", "money": [.money]
            case "flag": [.flag]
            case "code": [.code, .text]
            default: path.item == nil ? [.text] : [.texts]
            }
        #expect(kinds.contains(path.definition.kind), "\(field.name) is a \(field.type)")
    }

    /// Every field that a record can hold, except a prefix of names, which no roster has.
    @Test func everyFieldOfTheRecordHasAPath() {
        var unnamed: [String] = []
        var places: Set<[String]> = []
        for field in Self.fields {
            guard let path = FieldPath(field.name, in: RosterFields.self) else { continue }
            places.insert(path.steps.map { $0.definition.name.description })
        }
        func look(_ fields: any RecordFields.Type, _ names: [String]) {
            for definition in fields.definitions {
                let names = names + [definition.name.description]
                if definition.kind == .object || definition.kind == .members {
                    if let inner = definition.fields { look(inner, names) }
                } else if !places.contains(names) {
                    unnamed.append(names.joined(separator: "."))
                }
            }
        }
        look(RosterFields.self, [])
        #expect(unnamed.filter { !$0.hasSuffix("name.prefix") && !isOfOthers($0) } == [])
    }

    /// Parts of names, addresses and organizations that only others of their kind have.
    private func isOfOthers(_ path: String) -> Bool {
        if ["member.mailing.plusFour", "pcp.address.plusFour", "mco.pid"].contains(path) {
            return true
        }
        return !path.hasPrefix("member.")
            && (path.hasSuffix("name.middle") || path.hasSuffix("name.suffix"))
    }

    @Test(arguments: ["", "member", "member.age", "pcp.address", "row.status.code", "lines"])
    func whatIsNoFieldHasNoPath(_ path: String) {
        #expect(FieldPath(path, in: RosterFields.self) == nil)
    }
}
