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
        _ kind: FieldDefinition.Kind, _ texts: UnsafePointer<UInt8>, _ counts: TextCounts,
        codes: CodeSnippets, inner: UnsafePointer<JSONPlan>?
    ) {
        self.kind = kind
        self.texts = texts
        keyCount = UInt16(clamping: counts.key)
        sentCount = UInt16(clamping: counts.sent)
        openCount = UInt16(clamping: counts.open)
        self.codes = codes
        self.inner = inner
    }
}

/// How long the texts of a field are, as `JSONField` says.
struct TextCounts {
    var key = 0
    var sent = 0
    var open = 0
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

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Snippet {
        if left < bytes.count + SnippetRoom.padding {
            left = max(SnippetRoom.capacity, bytes.count + SnippetRoom.padding)
            next = SnippetRoom.allocate(left)
        }
        let place = next
        if let first = bytes.baseAddress { place.update(from: first, count: bytes.count) }
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

    /// Of no code.
    nonisolated(unsafe) static let none = CodeSnippets(
        places: CodeSnippets.table(1), texts: CodeSnippets.noText, mask: 0)
    nonisolated(unsafe) private static let noText = UnsafePointer(
        UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

    private static func table(_ capacity: Int) -> UnsafeMutablePointer<Place> {
        let table = UnsafeMutablePointer<Place>.allocate(capacity: capacity)
        table.initialize(repeating: Place(), count: capacity)
        return table
    }

    private init(
        places: UnsafeMutablePointer<Place>, texts: UnsafePointer<UInt8>, mask: Int
    ) {
        self.places = UnsafePointer(places)
        self.texts = texts
        self.mask = mask
    }

    /// Each code and label between what opens and closes a member.
    ///
    /// - Parameter text: room to write in; its bytes are forgotten.
    init(
        _ system: CodeSystem, open: (StaticString, StaticString, StaticString),
        close: StaticString, _ text: inout ByteBuffer, in room: inout SnippetRoom
    ) {
        let used = (0...system.mask).filter { system.keys[$0] != 0 }
        var capacity = 1
        while capacity < used.count * 4 { capacity *= 2 }
        let table = CodeSnippets.table(capacity)
        text.clear()
        for index in used {
            let start = text.count
            text.append(open.0)
            text.append(open.1)
            text.append(open.2)
            text.append("\"code\":\"")
            var rest = system.keys[index]
            while rest != 0 {
                text.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
            text.append("\",\"label\":\"")
            text.append(system.labels[index])
            text.append("\"")
            text.append(close)
            var slot = CodeSystem.slot(system.keys[index], capacity - 1)
            while table[slot].key != 0 { slot = (slot + 1) & (capacity - 1) }
            table[slot] = Place(
                key: system.keys[index], start: UInt32(clamping: start),
                count: UInt32(clamping: text.count - start))
        }
        self.init(places: table, texts: room.add(text.bytes).base, mask: capacity - 1)
    }

    /// Bytes of the longest snippet.
    var greatestCount: Int { (0...mask).map { Int(places[$0].count) }.max() ?? 0 }

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
