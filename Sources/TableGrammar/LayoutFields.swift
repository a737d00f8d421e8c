/// What layouts may say: the fields of a record, types of columns, who fills them, shared values.
package struct LayoutFields: Sendable {
    /// A field of the record: `member.birthDate`, which columns of one type fill.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let type: String
        package let title: String
    }

    /// A type of columns, and the values that it has by itself.
    package struct ColumnType: Sendable, Hashable {
        package let name: String
        package let title: String
        package internal(set) var values: [String] = []
    }

    /// In the order of the file.
    package private(set) var fields: [Field] = []
    private var places: [String: Int] = [:]
    package internal(set) var types: [ColumnType] = []
    package internal(set) var suppliers: [(code: String, title: String)] = []
    package internal(set) var lists: [(name: String, values: [String])] = []

    /// The field of that name; `nil` where there is none.
    package func field(_ name: String) -> Field? { places[name].map { fields[$0] } }

    /// Adds a field of a name that no other has.
    mutating func add(_ field: Field) {
        places[field.name] = fields.count
        fields.append(field)
    }

    func type(_ name: String) -> ColumnType? { types.first { $0.name == name } }

    func list(_ name: String) -> [String]? { lists.first { $0.name == name }?.values }
}
