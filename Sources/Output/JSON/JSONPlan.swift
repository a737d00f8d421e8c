import CareModel

/// The fields of a kind of object as JSON: keys, codes and labels as text that is only copied.
///
/// Made once for each kind and kept; a record is written without looking at a name again.
struct JSONPlan: @unchecked Sendable {
    let fields: UnsafePointer<JSONField>
    let count: Int
    nonisolated(unsafe) static let enrollment = make(EnrollmentFields.self)
    nonisolated(unsafe) static let context = make(ContextFields.self)
    nonisolated(unsafe) static let claim = make(ClaimFields.self)
    nonisolated(unsafe) static let roster = make(RosterFields.self)
    nonisolated(unsafe) static let referral = make(ReferralFields.self)

    static func make(_ fields: any RecordFields.Type) -> UnsafePointer<JSONPlan> {
        var planner = JSONPlanner()
        return planner.plan(fields)
    }
}

/// One field as JSON.
struct JSONField {
    let kind: FieldDefinition.Kind
    /// What comes before the value, or all of it.
    var key = Snippet.empty
    /// What comes before a value that is not of the field's kind; of flags what stands for N.
    var sent = Snippet.empty
    /// What comes before a date that stands for no end; of flags what stands for Y.
    var open = Snippet.empty
    /// The members or elements for codes that have a label.
    var codes = CodeSnippets.none
    /// Of objects: their fields.
    var inner: UnsafePointer<JSONPlan>?
}

/// Text to be copied; 32 bytes beyond its last are readable.
struct Snippet {
    let base: UnsafePointer<UInt8>
    let count: Int

    static var empty: Snippet { Snippet("") }
    private static var padding: Int { 32 }

    /// Pieces of text, one after the other.
    init(_ pieces: StaticString...) {
        let count = pieces.reduce(0) { $0 + $1.utf8CodeUnitCount }
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + Snippet.padding)
        var end = copy
        for piece in pieces {
            end.update(from: piece.utf8Start, count: piece.utf8CodeUnitCount)
            end += piece.utf8CodeUnitCount
        }
        end.initialize(repeating: 0, count: Snippet.padding)
        base = UnsafePointer(copy)
        self.count = count
    }

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + Snippet.padding)
        copy.update(from: bytes, count: bytes.count)
        (copy + bytes.count).initialize(repeating: 0, count: Snippet.padding)
        base = UnsafePointer(copy)
        count = bytes.count
    }
}

/// The snippets of a code system's codes, in a hash table.
struct CodeSnippets {
    private struct Place {
        /// As `Text.key` makes it; 0 where there is none.
        var key: UInt64 = 0
        var snippet: Snippet
    }
    private let places: UnsafePointer<Place>
    private let mask: Int

    static var none: CodeSnippets { CodeSnippets([]) }

    private init(_ codes: [(key: UInt64, snippet: Snippet)]) {
        var capacity = 1
        while capacity < codes.count * 4 { capacity *= 2 }
        mask = capacity - 1
        let table = UnsafeMutablePointer<Place>.allocate(capacity: capacity)
        table.initialize(repeating: Place(snippet: .empty), count: capacity)
        for (key, snippet) in codes {
            var slot = CodeSystem.slot(key, mask)
            while table[slot].key != 0 { slot = (slot + 1) & mask }
            table[slot] = Place(key: key, snippet: snippet)
        }
        places = UnsafePointer(table)
    }

    /// Each code and label between what opens and closes a member.
    init(_ system: CodeSystem, open: Snippet, close: StaticString) {
        var codes: [(key: UInt64, snippet: Snippet)] = []
        var text = ByteBuffer(capacity: 256)
        for slot in 0...system.mask where system.keys[slot] != 0 {
            text.clear()
            text.append(UnsafeBufferPointer(start: open.base, count: open.count))
            text.append("\"code\":\"")
            var rest = system.keys[slot]
            while rest != 0 {
                text.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
            text.append("\",\"label\":\"")
            text.append(system.labels[slot])
            text.append("\"")
            text.append(close)
            codes.append((system.keys[slot], Snippet(text.array())))
        }
        self.init(codes)
    }

    /// The snippet of a code; `nil` where it has no label.
    @inline(__always)
    func find(_ key: UInt64) -> Snippet? {
        var slot = CodeSystem.slot(key, mask)
        while true {
            let place = places + slot
            if place.pointee.key == 0 { return nil }
            if place.pointee.key == key { return place.pointee.snippet }
            slot = (slot &+ 1) & mask
        }
    }
}

/// Makes the plans of a kind of object and of all that it holds, each once.
struct JSONPlanner {
    private var plans: [ObjectIdentifier: UnsafePointer<JSONPlan>] = [:]

    mutating func plan(_ fields: any RecordFields.Type) -> UnsafePointer<JSONPlan> {
        if let known = plans[ObjectIdentifier(fields)] { return known }
        let plan = UnsafeMutablePointer<JSONPlan>.allocate(capacity: 1)
        // Known before it is filled: objects may hold objects of their own kind.
        plans[ObjectIdentifier(fields)] = UnsafePointer(plan)
        let made = fields.definitions.map { field($0) }
        let table = UnsafeMutablePointer<JSONField>.allocate(capacity: max(made.count, 1))
        table.initialize(from: made, count: made.count)
        plan.initialize(to: JSONPlan(fields: table, count: made.count))
        return UnsafePointer(plan)
    }

    private mutating func field(_ definition: FieldDefinition) -> JSONField {
        let name = definition.name
        var field = JSONField(kind: definition.kind)
        switch definition.kind {
        case .text: field.key = Snippet("\"", name, "\":\"")
        case .flag:
            field.key = Snippet("\"", name, "\":")
            field.open = Snippet("true,")
            field.sent = Snippet("false,")
        case .number: field.key = Snippet("\"", name, "\":")
        case .presence: field.key = Snippet("\"", name, "\":true,")
        case .date, .end:
            field.key = Snippet("\"", name, "\":\"")
            field.sent = Snippet("\"", name, "Sent\":\"")
            field.open = Snippet("\"", name, "\":null,\"", name, "Sent\":\"")
        case .money:
            field.key = Snippet("\"", name, "\":")
            field.sent = Snippet("\"", name, "Sent\":\"")
        case .object: field.key = Snippet("\"", name, "\":{")
        case .members, .unwritten: break
        case .objects: field.key = Snippet("\"", name, "\":[")
        case .texts:
            field.key = Snippet("\"", name, "\":[")
            field.sent = Snippet("\"")
        case .code:
            field.key = Snippet("\"", name, "\":{\"code\":\"")
            field.codes = codes(definition, open: Snippet("\"", name, "\":{"), close: "},")
        case .codeMembers:
            field.key = Snippet("\"code\":\"")
            field.codes = codes(definition, open: .empty, close: ",")
        case .codes:
            field.key = Snippet("\"", name, "\":[")
            field.sent = Snippet("{\"code\":\"")
            field.codes = codes(definition, open: Snippet("{"), close: "},")
        }
        if let fields = definition.fields { field.inner = plan(fields) }
        return field
    }

    private func codes(
        _ definition: FieldDefinition, open: Snippet, close: StaticString
    ) -> CodeSnippets {
        guard let system = definition.system else { return .none }
        return CodeSnippets(system, open: open, close: close)
    }
}
