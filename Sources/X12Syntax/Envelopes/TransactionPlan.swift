import Diagnostics

/// How a transaction set is cut into records.
public struct TransactionPlan: Sendable {
    /// A number of the catalog's own, handed back with each unit.
    public let number: Int
    /// The segment that begins a record; `SegmentID.none` where there are no records.
    public let recordOpener: SegmentID
    /// The hierarchical levels that records stand beneath, from the outermost; each begins with HL.
    public let levels: [LevelPlan]
    /// Segments that stand in levels and never in a record: behind a record they tell of a level whose
    /// HL was lost, and which the records that follow belong to.
    public let levelSegments: [SegmentID]
    /// The segment that follows ST; `SegmentID.none` where that is not known.
    public let firstSegment: SegmentID
    /// The segment that stands in the header alone (837: BHT): behind a level it tells of a
    /// transaction set whose ST was lost; `SegmentID.none` where nothing does.
    public let headerSegment: SegmentID
    /// What there is to say of the choice of the guide, with what would be right, if that can be said.
    public let remarks: [(rule: Rule, expected: String?)]

    public init(
        number: Int, recordOpener: SegmentID, levels: [LevelPlan] = [],
        levelSegments: [SegmentID] = [], headerSegment: SegmentID = .none,
        firstSegment: SegmentID = .none,
        remarks: [(rule: Rule, expected: String?)] = []
    ) {
        self.number = number
        self.recordOpener = recordOpener
        self.levels = levels
        self.levelSegments = levelSegments
        self.headerSegment = headerSegment
        self.firstSegment = firstSegment
        self.remarks = remarks
    }
}

/// Answers by which plan a transaction set is read; `nil` where there is no guide for it.
public typealias TransactionCatalog = @Sendable (TransactionIdentity) -> TransactionPlan?
