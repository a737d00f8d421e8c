/// Where a record stands in its input.
public struct RecordSource: Sendable, Hashable {
    /// As the user named the input; never an absolute path of our making.
    public var file: String
    /// ISA13 as sent.
    public var interchange: String
    /// GS06 as sent.
    public var group: String
    /// ST02 as sent.
    public var transaction: String
    /// Ordinal of the record in its transaction set, from 1.
    public var record: Int
    /// Of a row of a workbook, the number of its sheet, from 1; 0 elsewhere.
    public var sheet = 0
    /// Of a row of a workbook, the name of its sheet as sent; empty elsewhere.
    public var sheetName = ""
    /// Of a row of a table, its number as a person counts them, from 1; 0 elsewhere.
    public var row = 0
    /// First byte to the byte after the last terminator.
    public var bytes: ByteRange
    /// Ranges that the record shares with others: the header of its transaction set.
    public var context: [ByteRange]

    /// A place in an input; what is not known is left empty.
    public init(
        file: String, interchange: String = "", group: String = "", transaction: String = "",
        record: Int = 0, bytes: ByteRange, context: [ByteRange] = []
    ) {
        self.file = file
        self.interchange = interchange
        self.group = group
        self.transaction = transaction
        self.record = record
        self.bytes = bytes
        self.context = context
    }
}
