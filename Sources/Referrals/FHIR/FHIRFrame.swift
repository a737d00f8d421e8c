import CareModel

extension FHIRBuilder {
    /// What an open element is.
    enum Kind: UInt8 {
        case bundle, entry
        /// `request` of an entry.
        case request
        /// `resource` or `contained`, in which a resource stands.
        case holder
        /// A resource whose elements are not kept.
        case unread
        /// A resource that is read, or an element of one.
        case element

        /// Where it stands in a Bundle, for findings.
        var place: String {
            switch self {
            case .entry: "Bundle/entry"
            case .request: "Bundle/entry/request"
            default: "Bundle"
            }
        }
    }

    struct Frame {
        let kind: Kind
        var node: UInt32 = 0
        var lastChild: UInt32 = 0
        /// Index of the resource that the element is, holds or is part of; -1 for none.
        var resource: Int32 = -1
        /// Whether it is the element of a resource itself.
        var isResource = false
        var start = 0
        var fullURL = Slot.none
        /// What came in a Bundle, an entry or a request of what comes there once.
        var come: FHIROnce = []
        /// Whether an entry says that its resource is deleted.
        var isDeletion = false
        /// Number of a Bundle; 0 for the document's own.
        var bundle: Int32 = 0
    }
}
