import CareModel
import Diagnostics

/// A roster entry with the place it came from, and what was found in it.
public struct RosterRecord: Sendable {
    /// What the row says; values that an error concerns may be missing.
    public let entry: RosterEntry
    /// Where in the input it stands: of a workbook sheet and row, of text row and bytes.
    public let source: RecordSource
    /// In the order of the columns, then those about several columns.
    public let findings: [Finding]

    /// Whether it is without an error; a conversion sets the others aside.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }
}
