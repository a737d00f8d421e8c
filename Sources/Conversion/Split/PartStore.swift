/// Where a split writes: files in a folder, or memory.
protocol PartStore: ~Copyable {
    /// Begins the next part.
    mutating func beginPart() throws(ConversionFailure)
    /// Adds bytes to the part that was begun last.
    mutating func write(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure)
    /// Ends the part; nothing is added to it again.
    mutating func endPart() throws(ConversionFailure)
    /// Replaces bytes of parts that are ended; the changes of one part stand together, in its order.
    mutating func mend(_ mends: [PartMend]) throws(ConversionFailure)
    /// Adds bytes to what no part holds.
    mutating func writeRest(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure)
    /// Keeps bytes until it is known where they go.
    mutating func hold(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure)
    /// Gives the bytes that were held to the part.
    mutating func releaseToPart() throws(ConversionFailure)
    /// Gives the bytes that were held to what no part holds, but for those at these offsets.
    mutating func releaseToRest(leavingOut offsets: [Int]) throws(ConversionFailure)
}
