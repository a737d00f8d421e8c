/// What kind of archive bytes begin as.
package enum ArchiveKind: Sendable {
    case gzip
    case zip

    /// How many bytes tell.
    package static let openingLength = 4

    /// `nil` where they begin as neither.
    package init?(opening bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
        {
            self = .zip  // with a member, or without one
        } else {
            return nil
        }
    }
}
