import X12Syntax

/// What a conversion is to do with records and findings.
public struct ConversionOptions: Sendable {
    /// The form of the records.
    public enum Format: String, Sendable, CaseIterable {
        /// One record a line.
        case ndjson
        /// One document for each input.
        case json
        /// One FHIR R4 transaction Bundle a line for each referral; other records cannot be.
        case fhir
    }

    /// What becomes of a record with an error.
    public enum ErrorHandling: String, Sendable, CaseIterable {
        /// It goes to the rejects.
        case setAside = "set-aside"
        /// It stays among the records, with its findings.
        case keep
        /// It ends the conversion.
        case stop
    }

    /// The form of the records.
    public var format = Format.ndjson
    /// What becomes of a record with an error.
    public var errorHandling = ErrorHandling.setAside
    /// Whether findings for people show the part of the input they speak of.
    public var showsValues = false
    /// Whether findings for people are coloured.
    public var isColoured = false
    /// Whether reports list all findings, and not the first thousand of each rule and input.
    public var listsAllFindings = false
    /// Whether records are written at all; a validation only finds.
    public var writesRecords = true
    /// Whose companion guide is applied beside the guide.
    public var profile = ProfileChoice.automatic
    /// Rules that are switched off or changed in severity.
    public var rules = RuleSettings()
    /// What codes of claims and names of providers are looked up in.
    public var codes = CodeLists()
    /// The roster that came before, with which rosters of its layout are compared.
    public var previous: PreviousFile?

    /// By which layouts the columns of tables are told.
    public var layouts = LayoutChoice.shipped
    /// A folder with room for what does not fit into memory.
    public var temporaryFolder = "/tmp"

    /// How many threads map records; the output is the same whatever it is.
    public var jobs = 1

    /// Bytes of an ordinary block of X12, and from how many on a unit is set aside in pieces.
    var blockSize = Block.ordinarySize
    var greatestUnitSize = Block.greatestSize
    /// Bytes that are read side by side of an input of XML documents, more or less.
    var documentPartSize = DocumentParts.ordinarySize

    /// The files that were read for these options, which no output may replace.
    var places: [InputPlace] {
        codes.places + [rules.place, layouts.place, previous?.place].compactMap { $0 }
    }

    /// One record a line, errors set aside, on one core.
    public init() {}
}
