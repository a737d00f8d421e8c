/// Why an archive, or a member of one, cannot be read, or not to its end.
package enum ArchiveFailure: Error, Hashable, Sendable {
    /// It ends before its end.
    case cutShort
    /// Bytes stand in it that the format does not have there.
    case damaged
    /// Its content is not what the checksum was made of.
    case checksum
    /// Its content is shorter or longer than it says.
    case length
    /// Bytes that belong to no member follow its end.
    case trailing
    /// A zip archive has no directory at its end, or a damaged one.
    case noDirectory
    /// Members share bytes, which no program that writes archives does.
    case overlap
    /// It is spread over several files.
    case split
    /// It can be read with a password only.
    case encrypted
    /// It was compressed by a method that is not stored or deflate; its number.
    case method(Int)
    /// It expands to more than a limit allows.
    case limit(Limit)
    /// There is no memory for it.
    case memory
    /// Its bytes could not be read; the number of the system's error.
    case source(Int32)

    /// What an archive may not exceed.
    package enum Limit: Hashable, Sendable {
        /// Bytes that all its members expand to.
        case expandedBytes
        /// Bytes that one of its bytes expands to.
        case ratio
        /// How many members it has.
        case members
    }

    /// What is the matter, to follow the name of the archive or member.
    package var message: String {
        switch self {
        case .cutShort: "is cut short; what came before is kept"
        case .damaged: "is damaged; what came before is kept"
        case .checksum: "does not have the content its checksum was made of"
        case .length: "does not have the length it declares"
        case .trailing: "is followed by bytes that belong to no archive, which were not read"
        case .noDirectory:
            "is cut short or damaged and lacks its directory; members were looked for without it"
        case .overlap: "has members that share bytes, and was not expanded"
        case .split: "is one part of an archive of several files"
        case .encrypted: "is encrypted"
        case .method(let number): "is compressed by method \(number), and not by deflate"
        case .limit(.expandedBytes): "expands to more bytes than Turnpike reads of one archive"
        case .limit(.ratio): "expands so far that it seems made to exhaust who opens it"
        case .limit(.members): "has more members than Turnpike reads of one archive"
        case .memory: "needs memory that is not there"
        case .source(let number): "could not be read: error \(number)"
        }
    }
}
