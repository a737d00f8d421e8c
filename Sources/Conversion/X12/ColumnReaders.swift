import Claims
import Enrollments
import X12Structure

/// The readers of each column, one for each of its guides; made when the guide is first needed.
struct ColumnReaders: Sendable {
    private let catalog: GuideCatalog
    private let codes: CodeLists
    private(set) var enrollmentReaders: [EnrollmentReader] = []
    private(set) var claimReaders: [ClaimReader] = []
    /// By number of the guide, where its reader stands in the list of its column.
    private var places: [Int?]

    init(_ catalog: GuideCatalog, _ codes: CodeLists) {
        self.catalog = catalog
        self.codes = codes
        places = Array(repeating: nil, count: GuideCatalog.guides.count)
    }

    /// The reader of a guide; `nil` where no column reads it.
    mutating func column(of plan: Int) -> Column? {
        guard places.indices.contains(plan) else { return nil }
        let isClaims = plan >= GuideCatalog.enrollmentGuides.count
        if let place = places[plan] { return isClaims ? .claims(place) : .enrollments(place) }
        guard let guide = catalog.guide(GuideCatalog.guides[plan]) else { return nil }
        if isClaims {
            guard let reader = ClaimReader(guide, lists: codes.tables) else { return nil }
            claimReaders.append(reader)
            places[plan] = claimReaders.count - 1
        } else {
            enrollmentReaders.append(EnrollmentReader(guide))
            places[plan] = enrollmentReaders.count - 1
        }
        return column(of: plan)
    }

    /// Forgets the memory that long records left behind.
    mutating func renew() { self = ColumnReaders(catalog, codes) }

    @inline(__always)
    subscript(enrollment index: Int) -> EnrollmentReader {
        _read { yield enrollmentReaders[index] }
        _modify { yield &enrollmentReaders[index] }
    }

    @inline(__always)
    subscript(claim index: Int) -> ClaimReader {
        _read { yield claimReaders[index] }
        _modify { yield &claimReaders[index] }
    }
}

/// Which column reads a transaction set, and which of its readers.
enum Column: Sendable, Equatable {
    case enrollments(Int)
    case claims(Int)
}
