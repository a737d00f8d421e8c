/// The way from a record to one of its fields, by their names: `pcp.address.city`.
///
/// Layouts say by such paths what a column fills. Two of them are not the JSON's own: `member.id` is
/// the record's `memberId`, and `line1` and `line2` of an address are elements of its `lines`.
package struct FieldPath: Sendable {
    /// A field of one kind of object.
    package struct Step: Sendable {
        package let fields: any RecordFields.Type
        package let ordinal: Int

        package var definition: FieldDefinition { fields.definitions[ordinal] }
    }

    /// From the record's own field to the last, which holds the value; never empty.
    package let steps: [Step]
    /// Of an element of a list, its place from 0.
    package let item: Int?

    /// What the last field holds.
    package var definition: FieldDefinition { steps[steps.count - 1].definition }

    /// `nil` where the fields have no such path, or it leads to an object.
    package init?(_ path: String, in fields: any RecordFields.Type) {
        var names = path == "member.id" ? ["memberId"] : path.split(separator: ".").map(String.init)
        var item: Int?
        if let last = names.last, let place = ["line1", "line2"].firstIndex(of: last) {
            names[names.count - 1] = "lines"
            item = place
        }
        var steps: [Step] = []
        var inner: (any RecordFields.Type)? = fields
        for name in names {
            guard let fields = inner,
                let ordinal = fields.definitions.firstIndex(where: { $0.name.description == name })
            else { return nil }
            let step = Step(fields: fields, ordinal: ordinal)
            steps.append(step)
            inner = item != nil && steps.count == names.count ? nil : step.definition.fields
        }
        guard !steps.isEmpty, inner == nil else { return nil }
        self.steps = steps
        self.item = item
    }
}
