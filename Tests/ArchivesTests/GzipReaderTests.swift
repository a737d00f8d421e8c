import Archives
import Testing

/// RFC 1952, and what happens to it on the way.
struct GzipReaderTests {
    private static let text = Array("one line and another\n".utf8)
    private static let long = noise(400_000)

    @Test(
        arguments: [
            [], [.name], [.extra], [.comment], [.headerChecksum], [.extra, .name],
            [.extra, .name, .comment, .headerChecksum],
        ] as [ArchiveBuilding.GzipFields])
    func headerFields(_ fields: ArchiveBuilding.GzipFields) {
        let bytes = ArchiveBuilding.gzip(Self.text, fields: fields)
        #expect(Content(gzip: bytes) == Content(Self.text))
    }

    @Test(arguments: [1, 2, 7, 4096, Int.max], [1, 3, 1 << 16])
    func piecesOfAnySize(_ piece: Int, _ room: Int) {
        let content = Array(Self.long.prefix(room == 1 ? 3_000 : 200_000))
        let bytes = ArchiveBuilding.gzip(content) + ArchiveBuilding.gzip(Self.text)
        #expect(Content(gzip: bytes, piece: piece, room: room) == Content(content + Self.text))
    }

    @Test(
        arguments: [
            ([text], 0, nil), ([text, text], 0, nil), ([[], text, []], 0, nil),
            ([text], 512, nil), ([text, long], 3, nil), ([[]], 0, nil),
        ] as [([[UInt8]], Int, ArchiveFailure?)])
    func members(_ contents: [[UInt8]], _ zeros: Int, _ failure: ArchiveFailure?) {
        let bytes = contents.flatMap { ArchiveBuilding.gzip($0) }
        let padding = [UInt8](repeating: 0, count: zeros)
        #expect(Content(gzip: bytes + padding) == Content(contents.flatMap(\.self), failure))
    }

    /// What comes before a damage is given out; the damage is told after it.
    @Test func cutAtEveryByte() {
        let bytes = ArchiveBuilding.gzip(Self.text, fields: [.name, .headerChecksum])
        for count in 0..<bytes.count {
            let content = Content(gzip: Array(bytes.prefix(count)))
            #expect(content.failure == .cutShort, "\(count)")
            #expect(Self.text.starts(with: content.bytes), "\(count)")
        }
    }

    @Test func aCutKeepsWhatCameBefore() {
        let bytes = ArchiveBuilding.gzip(Self.long)
        let content = Content(gzip: Array(bytes.prefix(bytes.count / 2)))
        #expect(content.failure == .cutShort)
        #expect(content.bytes.count > 150_000)
        #expect(Self.long.starts(with: content.bytes))
    }

    @Test(
        arguments: [
            (-8, .checksum), (-5, .checksum), (-4, .length), (-1, .length), (0, .damaged),
            (1, .damaged), (2, .method(9)), (3, .damaged),
        ] as [(Int, ArchiveFailure)])
    func aWrongByte(_ place: Int, _ failure: ArchiveFailure) {
        var bytes = ArchiveBuilding.gzip(Self.text)
        let index = place < 0 ? bytes.count + place : place
        bytes[index] = index == 2 ? 9 : bytes[index] ^ 0x80
        let content = Content(gzip: bytes)
        #expect(content == Content(place < 0 ? Self.text : [], failure))
    }

    @Test func aWrongHeaderChecksum() {
        var bytes = ArchiveBuilding.gzip(Self.text, fields: [.headerChecksum])
        bytes[10] ^= 1
        #expect(Content(gzip: bytes) == Content([], .checksum))
    }

    @Test(arguments: [[0x41], [0, 0, 0x41], [0x50, 0x4B]] as [[UInt8]])
    func whatFollowsIsTold(_ rest: [UInt8]) {
        let bytes = ArchiveBuilding.gzip(Self.text) + rest
        #expect(Content(gzip: bytes) == Content(Self.text, .trailing))
    }

    /// Each byte changed in turn: never a trap, and never other content without a word.
    @Test func everyByteChanged() {
        let sound = ArchiveBuilding.gzip(Self.text, fields: [.extra, .comment])
        for index in sound.indices {
            var bytes = sound
            bytes[index] ^= 0x55
            let content = Content(gzip: bytes)
            #expect(content.failure != nil || content.bytes == Self.text, "\(index)")
        }
    }

    @Test func bombsAreLeftAlone() {
        let zeros = [UInt8](repeating: 0, count: 40 << 20)
        let content = Content(gzip: ArchiveBuilding.gzip(zeros))
        #expect(content.failure == .limit(.ratio))
        #expect(content.bytes.count < 17 << 20)
    }

    @Test func theLimitOfBytes() {
        var limits = ArchiveLimits()
        limits.expandedBytes = 100_000
        let content = Content(gzip: ArchiveBuilding.gzip(Self.long), limits: limits)
        #expect(content.failure == .limit(.expandedBytes))
        #expect((100_000...200_000).contains(content.bytes.count))
    }
}
