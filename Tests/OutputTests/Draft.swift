import CareModel

@testable import Output

/// A record made by hand: its texts stand one after the other, as they do in a block.
final class Draft {
    private static let capacity = 1 << 18
    private let memory: UnsafeMutablePointer<UInt8>
    private var used = 0
    private var builder = RecordBuilder()
    /// Whether texts are marked as unusual even where they are plain, as those of a segment are that
    /// has another one that is not.
    var marksAll = false

    init() {
        memory = .allocate(capacity: Draft.capacity)
        // What comes after a text must not come out with it.
        memory.initialize(repeating: UInt8(ascii: "*"), count: Draft.capacity)
        builder.start(memory)
    }

    deinit { memory.deallocate() }

    /// An object of the record.
    struct Object<Fields: RecordFields> {
        let index: Int
    }

    /// An object with these texts.
    func object<Fields: RecordFields>(
        _ fields: Fields.Type, _ texts: KeyValuePairs<Fields, String> = [:]
    ) -> Object<Fields> {
        let object = Object<Fields>(index: builder.add(fields))
        for (field, text) in texts { set(object, field, Array(text.utf8)) }
        return object
    }

    func set<Fields: RecordFields>(_ object: Object<Fields>, _ field: Fields, _ text: [UInt8]) {
        guard used + text.count + 64 < Draft.capacity else { return }
        (memory + used).update(from: text, count: text.count)
        let isPlain = text.allSatisfy { 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C }
        let flag = isPlain && !marksAll ? 0 : Slot.unusualFlag
        builder.set(
            object.index, field, Slot(start: UInt32(used), extent: UInt32(text.count) | flag))
        used += text.count + 1
    }

    /// Makes an object the value of a field.
    func set<Fields: RecordFields, Inner: RecordFields>(
        _ object: Object<Fields>, _ field: Fields, _ inner: Object<Inner>
    ) {
        builder.set(object.index, field, object: inner.index)
    }

    /// Adds an object to the list of a field.
    func append<Fields: RecordFields, Inner: RecordFields>(
        _ inner: Object<Inner>, to object: Object<Fields>, _ field: Fields
    ) {
        builder.append(inner.index, to: object.index, field)
    }

    /// Adds texts or codes to the list of a field.
    func append<Fields: RecordFields>(
        _ texts: String..., to object: Object<Fields>, _ field: Fields
    ) {
        for text in texts {
            append(self.object(TextFields.self, [.value: text]), to: object, field)
        }
    }

    /// An object, to read.
    func record<Fields: RecordFields>(_ object: Object<Fields>) -> RecordObject<Fields> {
        builder.record(object.index, as: Fields.self)
    }

    /// The members of an object, without the comma after the last.
    func json<Fields: RecordFields>(_ object: Object<Fields>) -> String {
        var planner = JSONPlanner()
        var buffer = ByteBuffer(capacity: 1)
        RecordJSON(builder.record(object.index, as: Fields.self)).write(
            planner.plan(Fields.self), object.index, &buffer)
        buffer.dropComma()
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    /// The members of an object with one text.
    static func json<Fields: RecordFields>(
        _ field: Fields, _ text: [UInt8], marksAll: Bool = false
    ) -> String {
        let draft = Draft()
        draft.marksAll = marksAll
        let object = draft.object(Fields.self)
        draft.set(object, field, text)
        return draft.json(object)
    }
}
