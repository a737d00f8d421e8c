import CareModel
import Diagnostics

/// An element of a resource: its value, and where its first child and next sibling are.
struct FHIRNode {
    /// What stands in the input: most are elements.
    enum Kind: UInt8 {
        case element
        /// An attribute that FHIR does not have.
        case attribute
        /// Words in an element, whose value is its attribute.
        case words
    }

    let name: FHIRName
    let kind: Kind
    /// The record that took its value last; 0 for none.
    var taker: UInt32 = 0
    /// The attribute `value`; of narrative its words.
    var value: Slot
    /// Indices of nodes; 0 for none.
    var parent: UInt32 = 0
    var first: UInt32 = 0
    var next: UInt32 = 0
    /// Bytes in the input, from `<` to the end of the end tag.
    let start: Int
    var count: UInt32
    let line: UInt32

    init(
        _ name: FHIRName, _ kind: Kind = .element, value: Slot = .none,
        at range: ByteRange = ByteRange(0, 0), line: Int
    ) {
        self.name = name
        self.kind = kind
        self.value = value
        start = range.start
        count = UInt32(clamping: range.count)
        self.line = UInt32(clamping: line)
    }

    var range: ByteRange { ByteRange(start, start + Int(count)) }
}

/// A resource, and what refers to it.
struct FHIRResource {
    let type: FHIRType
    /// Index of the node of its element.
    var node: UInt32
    /// Index after its last node: those of a resource lie together.
    var endNode: UInt32 = 0
    /// Index of the resource that contains it; -1 for none.
    var container: Int32
    /// Number of the Bundle in which it stands, 0 for the document's own, and of the one around that.
    let bundle: Int32
    let outerBundle: Int32
    /// The element `id`.
    var id = Slot.none
    /// `fullUrl` of its entry.
    var fullURL = Slot.none
    /// `Type/id`, by which relative references name it; where it has no id, the end of `fullUrl`.
    var key = Slot.none
    /// Bytes of `fullUrl` before `Type/id`, where it is an address on a server; 0 elsewhere.
    var baseCount: UInt32 = 0
    /// Index of another resource whose name has the same hash; -1 for none.
    var nextOfHash = (url: Int32(-1), key: Int32(-1))
    /// Bytes of its entry in the input, or its own where it has none.
    var range: ByteRange
    let line: UInt32
    /// Number of the Bundle's entry in which it stands, from 1; 0 outside of one.
    let entry: Int
    /// By how much its nodes came forward when others were let go.
    var offset = 0
    /// Whether a referral refers to it.
    var isUsed = false
    /// Whether one did since what is held was looked through last.
    var isRecent = false
    /// The record that it became a part of last; 0 for none.
    var part: UInt32 = 0
    /// Whether a record was made of it.
    var isDone = false
}
