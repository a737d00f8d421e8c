import CareModel

/// An object of the record that is being made, and what its fields are.
struct Draft<Fields: RecordFields> {
    /// Of its slots; 0 is nobody's.
    let index: Int
}

extension RecordBuilder {
    mutating func draft<Fields: RecordFields>(_ fields: Fields.Type) -> Draft<Fields> {
        Draft(index: add(fields))
    }

    func slot<Fields: RecordFields>(_ object: Draft<Fields>, _ field: Fields) -> Slot {
        slot(object.index, field)
    }

    func has<Fields: RecordFields>(_ object: Draft<Fields>, _ field: Fields) -> Bool {
        !slot(object.index, field).isEmpty
    }

    /// Whether no field has been set.
    func isEmpty<Fields: RecordFields>(_ object: Draft<Fields>) -> Bool {
        // The first slot is that of the object itself.
        (1..<Fields.slotCount).allSatisfy { slots[object.index + $0].isEmpty }
    }

    @inline(__always)
    mutating func set<Fields: RecordFields>(
        _ object: Draft<Fields>, _ field: Fields, _ slot: Slot
    ) {
        if !slot.isEmpty { set(object.index, field, slot) }
    }

    mutating func set<Fields: RecordFields>(
        _ object: Draft<Fields>, _ field: Fields, number: Int
    ) {
        set(object.index, field, number: number)
    }

    mutating func set<Fields: RecordFields, Inner: RecordFields>(
        _ object: Draft<Fields>, _ field: Fields, object inner: Draft<Inner>
    ) {
        set(object.index, field, object: inner.index)
    }

    mutating func append<Fields: RecordFields, Inner: RecordFields>(
        _ inner: Draft<Inner>, to object: Draft<Fields>, _ field: Fields
    ) {
        append(inner.index, to: object.index, field)
    }

    /// The object in a field; `nil` where there is none.
    func object<Fields: RecordFields, Inner: RecordFields>(
        _ object: Draft<Fields>, _ field: Fields, _ inner: Inner.Type
    ) -> Draft<Inner>? {
        let index = self.object(object.index, field)
        return index > 0 ? Draft(index: index) : nil
    }

    /// What an object holds so far; its texts can be read once the record has its bytes.
    func record<Fields: RecordFields>(_ object: Draft<Fields>) -> RecordObject<Fields> {
        record(object.index, as: Fields.self)
    }
}
