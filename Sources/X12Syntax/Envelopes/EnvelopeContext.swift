/// The interchange, group and transaction set that a unit stands in.
public struct EnvelopeContext: Sendable, Hashable {
    public internal(set) var interchange = Interchange()
    public internal(set) var group: FunctionalGroup?
    public internal(set) var transaction: TransactionSet?
}

/// An interchange as its ISA declares it; text is trimmed.
public struct Interchange: Sendable, Hashable {
    /// ISA13.
    public internal(set) var controlNumber = ""
    /// ISA06.
    public internal(set) var sender = ""
    /// ISA08.
    public internal(set) var receiver = ""
    /// ISA09, YYMMDD.
    public internal(set) var date = ""
    /// ISA10.
    public internal(set) var time = ""
    /// ISA15: `P` production, `T` test.
    public internal(set) var usage = ""
    public internal(set) var delimiters = Delimiters.usual
    /// Whether the file has no ISA here and delimiters were inferred.
    public internal(set) var isImplied = false
    /// Whether the elements of its ISA have the widths of the standard.
    public internal(set) var hasStandardWidths = true
}

/// A functional group as its GS declares it.
public struct FunctionalGroup: Sendable, Hashable {
    /// GS01: `BE`.
    public internal(set) var identifier = ""
    /// GS02.
    public internal(set) var sender = ""
    /// GS03.
    public internal(set) var receiver = ""
    /// GS04, CCYYMMDD.
    public internal(set) var date = ""
    /// GS06.
    public internal(set) var controlNumber = ""
    /// GS08.
    public internal(set) var version = ""
    /// Whether the file has no GS here.
    public internal(set) var isImplied = false
}

/// A transaction set as its ST declares it.
public struct TransactionSet: Sendable, Hashable {
    /// ST01: `834`.
    public internal(set) var identifier = ""
    /// ST02.
    public internal(set) var controlNumber = ""
    /// ST03.
    public internal(set) var version = ""
    /// What the catalog answered; `nil` where no guide fits.
    public internal(set) var plan: Int?
    /// Number of the transaction set in the input, from 1.
    public internal(set) var serial = 0
}

/// What decides which guide a transaction set is read by.
public struct TransactionIdentity: Sendable, Hashable {
    /// GS01 and GS08; empty where the file has no GS.
    public let group: String
    public let groupVersion: String
    /// ST01 and ST03.
    public let transaction: String
    public let version: String

    public init(group: String, groupVersion: String, transaction: String, version: String) {
        self.group = group
        self.groupVersion = groupVersion
        self.transaction = transaction
        self.version = version
    }
}
