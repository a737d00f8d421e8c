/// An implementation guide as data: loops, segments and elements, resolved against its dictionary.
///
/// Made by `GrammarReader`; a guide that exists has passed every check of `GrammarChecker`. Names,
/// usages, repeats, lengths and codes are those of the printed guide.
public struct Guide: Sendable, Hashable {
    /// The name that GS08 and ST03 carry: `005010X220A1`.
    public let name: String
    /// Names of errata of the same guide that read the same way, without the guide's own name.
    public let variants: [String]
    /// ST01: `834`.
    public let transaction: String
    /// GS01: `BE`.
    public let group: String
    /// The dictionary it is resolved against: `005010`.
    public let dictionary: String
    /// Loop 0 is the transaction set itself, with an empty id and path; the others in guide order.
    public let loops: [LoopDefinition]
    /// Every segment, in guide order.
    public let segments: [SegmentDefinition]
}

/// Whether the guide wants a loop, segment or element.
public enum Usage: String, Sendable, Hashable {
    case required, situational, notUsed
}

public struct LoopDefinition: Sendable, Hashable {
    /// As printed: `2100A`. Empty for the transaction set.
    public let id: String
    /// With the loops above it: `2000/2100A`. Empty for the transaction set.
    public let path: String
    public let name: String
    public let usage: Usage
    /// How often it may stand there; `nil` is any number.
    public let maximum: Int?
    /// Index in `Guide.loops` of the loop around it; `nil` for the transaction set.
    public let parent: Int?
    /// Whether one occurrence is one record (the `INS` loop, the `CLM` loop).
    public let isRecord: Bool
    /// Whether it is a hierarchical level: HL opens it, and its HL-03 is the level's code.
    public let isLevel: Bool
    /// Segments and loops inside, in guide order. The first is the segment that opens the loop.
    public let children: [Child]

    public enum Child: Sendable, Hashable {
        /// Index in `Guide.segments`.
        case segment(Int)
        /// Index in `Guide.loops`.
        case loop(Int)
    }
}

public struct SegmentDefinition: Sendable, Hashable {
    /// `INS`.
    public let id: String
    public let name: String
    public let usage: Usage
    /// How often it may stand there; `nil` is any number.
    public let maximum: Int?
    /// Index in `Guide.loops`.
    public let loop: Int
    /// 1 header, 2 detail, 3 summary.
    public let table: Int
    /// The guide's position number inside the table: `0250`. Segments of one loop at the same
    /// position come in any order; a loop has the position of its first segment.
    public let position: Int
    /// In order of position, from 1 without gaps to the last that the guide or dictionary names.
    public let elements: [ElementDefinition]
    /// Relations between elements that the dictionary demands: `P0304`.
    public let notes: [SyntaxNote]
    public let condition: Condition?
}

public struct ElementDefinition: Sendable, Hashable {
    /// 1 for the element after the segment id; for a component, 1 for the first.
    public let position: Int
    public let name: String
    public let usage: Usage
    /// How often it may be repeated inside its place; `nil` is any number.
    public let maximum: Int?
    /// Number in the dictionary: `1073`; of a composite: `C056`.
    public let number: String
    /// For a composite `AN` with lengths of 0; its components have their own.
    public let type: ElementType
    /// Characters (digits for N and R, without sign and point).
    public let minimumLength: Int
    public let maximumLength: Int
    /// The codes the guide allows, in its order; empty where it names none.
    public let codes: [String]
    /// Name of a shared or external code list: `state`, `diagnosis`.
    public let codeList: String?
    /// A copy of the codes of that list, where someone else keeps it: others may be newer. Empty
    /// where the guide names codes itself.
    public let listCodes: [String]
    /// Of a composite; else empty.
    public let components: [ElementDefinition]
    /// Relations between components.
    public let notes: [SyntaxNote]
    public let condition: Condition?

    public var isComposite: Bool { !components.isEmpty }
}

/// The data element types of X12.6.
public enum ElementType: Sendable, Hashable {
    /// Text.
    case string
    /// A code.
    case identifier
    /// Date, CCYYMMDD or YYMMDD by length.
    case date
    /// Time, HHMM to HHMMSSDD.
    case time
    /// Number with an optional point.
    case decimal
    /// Number with so many implied decimals: N0 to N9.
    case numeric(Int)
    /// Any bytes.
    case binary
}

/// A relation between the elements of a segment or the components of a composite: `P0304`.
public struct SyntaxNote: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// Paired: if one is there, all are.
        case paired = "P"
        /// Required: at least one.
        case required = "R"
        /// Exclusion: no more than one.
        case exclusion = "E"
        /// Conditional: if the first is there, all are.
        case conditional = "C"
        /// List conditional: if the first is there, at least one of the others is.
        case listConditional = "L"
    }
    public let kind: Kind
    public let positions: [Int]
}

/// "Required when that element has one of these codes": a situational rule that data can express.
public struct Condition: Sendable, Hashable {
    /// Index in `Guide.loops`: the loop itself or one around it.
    public let loop: Int
    /// `INS`.
    public let segment: String
    public let element: Int
    public let codes: [String]
}
