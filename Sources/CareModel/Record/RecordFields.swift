/// The fields of one kind of object in a record, in the order of its JSON.
///
/// The enum's cases are the fields; `definitions` says the same in the same order, what each holds.
public protocol RecordFields: CaseIterable, Sendable {
    static var definitions: [FieldDefinition] { get }
    /// Slots of an object: one for the object after it, one for each field.
    ///
    /// A constant, as every object of every record asks for it; a test compares it with the cases.
    static var slotCount: Int { get }
}

extension RecordFields {
    /// Number of the field, from 0.
    ///
    /// A case without a payload is stored as its ordinal, and an only case as nothing; a test holds
    /// every enum to it.
    @inlinable @inline(__always)
    public var ordinal: Int {
        MemoryLayout<Self>.size == 0 ? 0 : Int(unsafeBitCast(self, to: UInt8.self))
    }

    /// What the field holds.
    public var definition: FieldDefinition { Self.definitions[ordinal] }
}

/// What a field holds, and what it is called.
public struct FieldDefinition: Sendable {
    public enum Kind: UInt8, Sendable {
        /// Text as sent.
        case text
        /// Y or N.
        case flag
        /// True where it is there at all.
        case presence
        /// CCYYMMDD; anything else is kept as sent.
        case date
        /// A date that may stand for "no end".
        case end
        /// A decimal number; anything else is kept as sent.
        case money
        /// A code with our label.
        case code
        /// A code with our label, as members of the object that holds it.
        case codeMembers
        /// An object.
        case object
        /// An object whose members stand in the one that holds it.
        case members
        /// Objects in the order sent.
        case objects
        /// Texts in the order sent.
        case texts
        /// Codes in the order sent.
        case codes
        /// A code that the name of the field around it says already.
        case unwritten
        /// A whole number that was counted, not sent.
        case number
    }
    public let name: StaticString
    public let kind: Kind
    /// Of codes: what we call them.
    public let system: CodeSystem?
    /// Of objects: their fields.
    public let fields: (any RecordFields.Type)?

    init(
        _ name: StaticString, _ kind: Kind, system: CodeSystem? = nil,
        fields: (any RecordFields.Type)? = nil
    ) {
        self.name = name
        self.kind = kind
        self.system = system
        self.fields = fields
    }

    static func text(_ name: StaticString) -> Self { Self(name, .text) }
    static func flag(_ name: StaticString) -> Self { Self(name, .flag) }
    static func presence(_ name: StaticString) -> Self { Self(name, .presence) }
    static func number(_ name: StaticString) -> Self { Self(name, .number) }
    static func date(_ name: StaticString) -> Self { Self(name, .date) }
    static func end(_ name: StaticString) -> Self { Self(name, .end) }
    static func money(_ name: StaticString) -> Self { Self(name, .money) }
    static func texts(_ name: StaticString) -> Self { Self(name, .texts, fields: TextFields.self) }

    static func code(_ name: StaticString, _ system: CodeSystem) -> Self {
        Self(name, .code, system: system)
    }

    static func unwritten(_ name: StaticString, _ system: CodeSystem) -> Self {
        Self(name, .unwritten, system: system)
    }

    static func codes(_ name: StaticString, _ system: CodeSystem) -> Self {
        Self(name, .codes, system: system, fields: TextFields.self)
    }

    static func codeMembers(_ system: CodeSystem) -> Self {
        Self("code", .codeMembers, system: system)
    }

    static func object(_ name: StaticString, _ fields: any RecordFields.Type) -> Self {
        Self(name, .object, fields: fields)
    }

    static func members(_ name: StaticString, _ fields: any RecordFields.Type) -> Self {
        Self(name, .members, fields: fields)
    }

    static func objects(_ name: StaticString, _ fields: any RecordFields.Type) -> Self {
        Self(name, .objects, fields: fields)
    }
}

/// One text or code of a list.
public enum TextFields: UInt8, RecordFields {
    case value
    public static let definitions: [FieldDefinition] = [.text("value")]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 2 }
    }
}
