/// The lists that codes of claims are looked up in, as far as there are any.
package struct ClaimCodeLists: Sendable {
    private var tables = [CodeTable?](repeating: nil, count: Kind.allCases.count)
    /// Whether there is none.
    package private(set) var isEmpty = true

    /// The lists that are public and too large to ship.
    package enum Kind: Int, Sendable, CaseIterable {
        case icd10cm, icd10pcs, hcpcs, taxonomy

        /// The name of its file, without `.txt`.
        package var name: String { "\(self)" }

        /// Whether a code belongs to a part of the list that no public file has: of HCPCS, CPT begins
        /// with a digit and CDT with D. A list without such codes says nothing of them.
        package func isLicensed(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
            guard self == .hcpcs, let first = code.first else { return false }
            return first &- 0x30 < 10 || first | 0x20 == 0x64
        }

        /// `ICD-10-CM`
        package var title: String {
            switch self {
            case .icd10cm: "ICD-10-CM"
            case .icd10pcs: "ICD-10-PCS"
            case .hcpcs: "HCPCS"
            case .taxonomy: "taxonomy"
            }
        }
    }

    /// None: codes are checked by their form alone.
    package init() {}

    /// The list of a kind; `nil` where there is none.
    package subscript(kind: Kind) -> CodeTable? {
        get { tables[kind.rawValue] }
        set {
            tables[kind.rawValue] = newValue
            isEmpty = tables.allSatisfy { $0 == nil }
        }
    }
}
