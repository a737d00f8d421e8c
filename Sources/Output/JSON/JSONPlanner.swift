import CareModel

/// Makes the plans of a kind of object and of all that it holds, each once.
struct JSONPlanner: ~Copyable {
    /// Few: looking through them all is quicker than a hash table is made.
    private var plans: [(fields: ObjectIdentifier, plan: UnsafePointer<JSONPlan>)] = []
    private var room = SnippetRoom()
    /// What is written before it gets its place in the room.
    private var text = ByteBuffer()

    mutating func plan(_ fields: any RecordFields.Type) -> UnsafePointer<JSONPlan> {
        let identifier = ObjectIdentifier(fields)
        if let known = plans.first(where: { $0.fields == identifier }) { return known.plan }
        let plan = UnsafeMutablePointer<JSONPlan>.allocate(capacity: 1)
        // Known before it is filled: objects may hold objects of their own kind.
        plans.append((identifier, UnsafePointer(plan)))
        let definitions = fields.definitions
        let table = UnsafeMutablePointer<JSONField>.allocate(capacity: max(definitions.count, 1))
        for (index, definition) in definitions.enumerated() {
            (table + index).initialize(to: field(definition))
        }
        plan.initialize(
            to: JSONPlan(
                fields: table, count: definitions.count,
                isPair: definitions.map(\.kind) == [.codeMembers, .text]))
        return UnsafePointer(plan)
    }

    private mutating func field(_ definition: FieldDefinition) -> JSONField {
        let codes = codes(of: definition)
        let inner = definition.fields.map { plan($0) }
        text.clear()
        let counts = writeTexts(definition)
        return JSONField(
            definition.kind, room.add(text.bytes).base, counts, codes: codes, inner: inner)
    }

    private mutating func codes(of definition: FieldDefinition) -> CodeSnippets {
        guard let system = definition.system, definition.kind != .unwritten else { return .none }
        return switch definition.kind {
        case .code:
            CodeSnippets(
                system, open: ("\"", definition.name, "\":{"), close: "},", &text, in: &room)
        case .codes: CodeSnippets(system, open: ("{", "", ""), close: "},", &text, in: &room)
        default: CodeSnippets(system, open: ("", "", ""), close: ",", &text, in: &room)
        }
    }

    /// Appends what a field's kind needs, one after the other: key, sent, open.
    private mutating func writeTexts(_ definition: FieldDefinition) -> TextCounts {
        let name = definition.name
        var counts = TextCounts()
        switch definition.kind {
        case .text: counts.key = write("\"", name, "\":\"")
        case .flag:
            counts.key = write("\"", name, "\":")
            counts.sent = write("false,")
            counts.open = write("true,")
        case .number: counts.key = write("\"", name, "\":")
        case .presence: counts.key = write("\"", name, "\":true,")
        case .date, .end:
            counts.key = write("\"", name, "\":\"")
            counts.sent = write("\"", name, "Sent\":\"")
            counts.open = write("\"", name, "\":null,\"") + write(name, "Sent\":\"")
        case .money:
            counts.key = write("\"", name, "\":")
            counts.sent = write("\"", name, "Sent\":\"")
        case .object: counts.key = write("\"", name, "\":{")
        case .members, .unwritten: break
        case .objects: counts.key = write("\"", name, "\":[")
        case .texts:
            counts.key = write("\"", name, "\":[")
            counts.sent = write("\"")
        case .code: counts.key = write("\"", name, "\":{\"code\":\"")
        case .codeMembers: counts.key = write("\"code\":\"")
        case .codes:
            counts.key = write("\"", name, "\":[")
            counts.sent = write("{\"code\":\"")
        }
        return counts
    }

    /// Appends pieces of text; how many bytes.
    private mutating func write(
        _ first: StaticString, _ second: StaticString = "", _ third: StaticString = ""
    ) -> Int {
        let start = text.count
        text.append(first)
        text.append(second)
        text.append(third)
        return text.count - start
    }
}
