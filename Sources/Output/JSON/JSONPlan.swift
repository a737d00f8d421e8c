import CareModel

/// The fields of a kind of object as JSON: keys, codes and labels as text that is only copied.
///
/// Made once for each kind and kept; a record is written without looking at a name again.
struct JSONPlan: @unchecked Sendable {
    let fields: UnsafePointer<JSONField>
    let count: Int
    /// Whether it is a code, written as members, and a text.
    let isPair: Bool
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

/// One field as JSON; small, as all fields of a record together are looked at for each record.
struct JSONField {
    /// Its texts, one after the other.
    private let texts: UnsafePointer<UInt8>
    private let keyCount: UInt16
    private let sentCount: UInt16
    private let openCount: UInt16
    let kind: FieldDefinition.Kind
    /// The members or elements for codes that have a label.
    let codes: CodeSnippets
    /// Of objects: their fields.
    let inner: UnsafePointer<JSONPlan>?

    /// What comes before the value, or all of it.
    var key: Snippet { Snippet(base: texts, count: Int(keyCount)) }
    /// What comes before a value that is not of the field's kind; of flags what stands for N.
    var sent: Snippet { Snippet(base: texts + Int(keyCount), count: Int(sentCount)) }
    /// What comes before a date that stands for no end; of flags what stands for Y.
    var open: Snippet {
        Snippet(base: texts + (Int(keyCount) &+ Int(sentCount)), count: Int(openCount))
    }

    init(
        _ kind: FieldDefinition.Kind, _ texts: FieldTexts, codes: CodeSnippets,
        inner: UnsafePointer<JSONPlan>?, in room: inout SnippetRoom
    ) {
        self.kind = kind
        self.texts = room.add(texts.key + texts.sent + texts.open).base
        keyCount = UInt16(clamping: texts.key.count)
        sentCount = UInt16(clamping: texts.sent.count)
        openCount = UInt16(clamping: texts.open.count)
        self.codes = codes
        self.inner = inner
    }
}

/// The texts of a field, as `JSONField` says.
struct FieldTexts {
    var key: [UInt8] = []
    var sent: [UInt8] = []
    var open: [UInt8] = []
}

/// Text to be copied; 32 bytes beyond its last are readable.
struct Snippet {
    let base: UnsafePointer<UInt8>
    let count: Int
}

/// Where snippets stand, one after the other: what is copied together lies together.
///
/// Kept as long as the program runs.
struct SnippetRoom {
    private var next = SnippetRoom.allocate(SnippetRoom.capacity)
    private var left = SnippetRoom.capacity
    private static var capacity: Int { 8192 }
    private static var padding: Int { 32 }

    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        room.initialize(repeating: 0, count: capacity)
        return room
    }

    mutating func add(_ bytes: [UInt8]) -> Snippet {
        if left < bytes.count + SnippetRoom.padding {
            left = max(SnippetRoom.capacity, bytes.count + SnippetRoom.padding)
            next = SnippetRoom.allocate(left)
        }
        let place = next
        place.update(from: bytes, count: bytes.count)
        next += bytes.count
        left -= bytes.count
        return Snippet(base: UnsafePointer(place), count: bytes.count)
    }
}

/// The snippets of a code system's codes, in a hash table.
struct CodeSnippets {
    private struct Place {
        /// As `Text.key` makes it; 0 where there is none.
        var key: UInt64 = 0
        /// Its snippet, among the texts.
        var start: UInt32 = 0
        var count: UInt32 = 0
    }
    private let places: UnsafePointer<Place>
    private let texts: UnsafePointer<UInt8>
    private let mask: Int

    /// - Parameter codes: codes and their snippets.
    private init(_ codes: [(key: UInt64, text: [UInt8])], in room: inout SnippetRoom) {
        var capacity = 1
        while capacity < codes.count * 4 { capacity *= 2 }
        mask = capacity - 1
        let table = UnsafeMutablePointer<Place>.allocate(capacity: capacity)
        table.initialize(repeating: Place(), count: capacity)
        var all: [UInt8] = []
        for (key, text) in codes {
            var slot = CodeSystem.slot(key, mask)
            while table[slot].key != 0 { slot = (slot + 1) & mask }
            table[slot] = Place(
                key: key, start: UInt32(clamping: all.count), count: UInt32(clamping: text.count))
            all += text
        }
        places = UnsafePointer(table)
        texts = room.add(all).base
    }

    /// Each code and label between what opens and closes a member; of no system none.
    init(
        _ system: CodeSystem?, open: [UInt8], close: StaticString, in room: inout SnippetRoom
    ) {
        guard let system else {
            self.init([], in: &room)
            return
        }
        var codes: [(key: UInt64, text: [UInt8])] = []
        var text = ByteBuffer(capacity: 256)
        for slot in 0...system.mask where system.keys[slot] != 0 {
            text.clear()
            text.append(open)
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
            codes.append((system.keys[slot], text.array()))
        }
        self.init(codes, in: &room)
    }

    /// The snippet of a code; `nil` where it has no label.
    @inline(__always)
    func find(_ key: UInt64) -> Snippet? {
        var slot = CodeSystem.slot(key, mask)
        while true {
            let place = places + slot
            if place.pointee.key == 0 { return nil }
            if place.pointee.key == key {
                return Snippet(
                    base: texts + Int(place.pointee.start), count: Int(place.pointee.count))
            }
            slot = (slot &+ 1) & mask
        }
    }
}

/// Makes the plans of a kind of object and of all that it holds, each once.
struct JSONPlanner {
    private var plans: [ObjectIdentifier: UnsafePointer<JSONPlan>] = [:]
    private var room = SnippetRoom()

    mutating func plan(_ fields: any RecordFields.Type) -> UnsafePointer<JSONPlan> {
        if let known = plans[ObjectIdentifier(fields)] { return known }
        let plan = UnsafeMutablePointer<JSONPlan>.allocate(capacity: 1)
        // Known before it is filled: objects may hold objects of their own kind.
        plans[ObjectIdentifier(fields)] = UnsafePointer(plan)
        let made = fields.definitions.map { field($0) }
        let table = UnsafeMutablePointer<JSONField>.allocate(capacity: max(made.count, 1))
        table.initialize(from: made, count: made.count)
        plan.initialize(
            to: JSONPlan(
                fields: table, count: made.count,
                isPair: made.map(\.kind) == [.codeMembers, .text]))
        return UnsafePointer(plan)
    }

    private mutating func field(_ definition: FieldDefinition) -> JSONField {
        let texts = JSONPlanner.texts(definition)
        let (open, close) = JSONPlanner.aroundCode(definition)
        let system = definition.kind == .unwritten ? nil : definition.system
        let codes = CodeSnippets(system, open: open, close: close, in: &room)
        let inner = definition.fields.map { plan($0) }
        return JSONField(definition.kind, texts, codes: codes, inner: inner, in: &room)
    }

    private static func texts(_ definition: FieldDefinition) -> FieldTexts {
        let name = definition.name
        var texts = FieldTexts()
        switch definition.kind {
        case .text: texts.key = bytes("\"", name, "\":\"")
        case .flag:
            texts.key = bytes("\"", name, "\":")
            texts.open = bytes("true,")
            texts.sent = bytes("false,")
        case .number: texts.key = bytes("\"", name, "\":")
        case .presence: texts.key = bytes("\"", name, "\":true,")
        case .date, .end:
            texts.key = bytes("\"", name, "\":\"")
            texts.sent = bytes("\"", name, "Sent\":\"")
            texts.open = bytes("\"", name, "\":null,\"", name, "Sent\":\"")
        case .money:
            texts.key = bytes("\"", name, "\":")
            texts.sent = bytes("\"", name, "Sent\":\"")
        case .object: texts.key = bytes("\"", name, "\":{")
        case .members, .unwritten: break
        case .objects: texts.key = bytes("\"", name, "\":[")
        case .texts:
            texts.key = bytes("\"", name, "\":[")
            texts.sent = bytes("\"")
        case .code: texts.key = bytes("\"", name, "\":{\"code\":\"")
        case .codeMembers: texts.key = bytes("\"code\":\"")
        case .codes:
            texts.key = bytes("\"", name, "\":[")
            texts.sent = bytes("{\"code\":\"")
        }
        return texts
    }

    /// What stands before and after a code and its label.
    private static func aroundCode(
        _ definition: FieldDefinition
    ) -> (open: [UInt8], close: StaticString) {
        switch definition.kind {
        case .code: (bytes("\"", definition.name, "\":{"), "},")
        case .codes: (bytes("{"), "},")
        default: ([], ",")
        }
    }

    /// Pieces of text, one after the other.
    private static func bytes(_ pieces: StaticString...) -> [UInt8] {
        pieces.flatMap { piece in
            Array(UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
        }
    }
}
