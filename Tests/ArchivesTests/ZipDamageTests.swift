import Archives
import Testing

/// Archives that are damaged, or made to harm.
struct ZipDamageTests {
    private static let text = "one line and another\n"
    private static let bytes = Array(text.utf8)
    private static let long = noise(300_000)

    private static let unreadable: [(Member, Content)] = [
        (Member("a", text).with { $0.flags = 1 }, Content([], .encrypted)),
        (Member("a", text).with { $0.flags = 1 << 6 }, Content([], .encrypted)),
        (Member("a", text).with { $0.method = 12 }, Content([], .method(12))),
        (Member("a", text).with { $0.method = 99 }, Content([], .method(99))),
        (Member("a", text).with { $0.declaredChecksum = 1 }, Content(bytes, .checksum)),
        (Member("a", text).with { $0.declaredSize = 30 }, Content(bytes, .length)),
        (Member("a", text).with { $0.declaredSize = 3 }, Content(bytes, .length)),
        (
            Member("a", text).with {
                $0.method = 0; $0.declaredChecksum = 1
            },
            Content(bytes, .checksum)
        ),
    ]

    /// A member that cannot be read keeps no other from being read.
    @Test(arguments: unreadable.indices)
    func whatCannotBeRead(_ index: Int) {
        let (member, content) = Self.unreadable[index]
        let zip = Unzipped(ZipBuilding([member, Member("b", Self.text)]).bytes)
        #expect(zip.failure == nil)
        #expect(zip.contents == [content, Content(Self.bytes)])
    }

    /// Cut anywhere, all members before the cut come out whole.
    @Test(arguments: [false, true])
    func cutAtEveryByte(_ hasDescriptors: Bool) {
        let members = ["a", "b", "c"].map { name in
            Member(name, Self.text).with { $0.hasDescriptor = hasDescriptors }
        }
        let zip = ZipBuilding(members)
        let each = zip.directoryOffset / 3
        for count in 4..<zip.bytes.count {
            let cut = Unzipped(Array(zip.bytes.prefix(count)))
            #expect(cut.failure == .noDirectory, "\(count)")
            let whole = min(3, count / each)
            #expect(cut.contents.count { $0 == Content(Self.bytes) } == whole, "\(count)")
            let rest = cut.contents.filter { $0 != Content(Self.bytes) }
            #expect(rest.count <= 1 && rest.allSatisfy { $0.failure != nil }, "\(count)")
        }
    }

    /// What deflate holds when its bytes end comes out, whatever room there is for it at a time.
    @Test(arguments: [3, 17, 100, 258, 4096])
    func aCutKeepsWhatWasTakenIn(_ room: Int) {
        let zip = ZipBuilding([Member("a", [UInt8](repeating: 0x41, count: 200_000))])
        for count in 100..<200 {
            let cut = Array(zip.bytes.prefix(count))
            let small = Unzipped(cut, piece: 5, room: room)
            #expect(small.contents == Unzipped(cut).contents, "\(count)")
            #expect(small.contents.allSatisfy { $0.failure == .cutShort }, "\(count)")
        }
    }

    @Test func aCutKeepsWhatCameBefore() {
        for hasDescriptor in [false, true] {
            let member = Member("a", Self.long).with { $0.hasDescriptor = hasDescriptor }
            let zip = ZipBuilding([member, member])
            let cut = Unzipped(Array(zip.bytes.prefix(zip.directoryOffset * 3 / 4)))
            #expect(cut.failure == .noDirectory)
            #expect(cut.contents.map(\.failure) == [nil, .cutShort])
            #expect(cut.contents[1].bytes.count > 100_000)
            #expect(Self.long.starts(with: cut.contents[1].bytes))
        }
    }

    @Test func withoutADirectoryAStoredMemberMayHaveNoEnd() {
        let member = Member("a", Self.text).with {
            $0.method = 0; $0.hasDescriptor = true
        }
        let zip = ZipBuilding([member])
        let cut = Unzipped(Array(zip.bytes.prefix(zip.directoryOffset)))
        #expect(cut.contents == [Content([], .noDirectory)])
    }

    /// The directory is read all the same, and its end is not looked for beyond where a comment may
    /// reach.
    @Test(arguments: [0, 1, 2, 490, 65_535, 65_536], [false, true])
    func bytesAfterTheEndAreTold(_ count: Int, _ is64: Bool) throws {
        let members = ["a", "b"].map { name in
            Member(name, Self.text).with {
                $0.method = 0
                $0.is64 = is64
            }
        }
        let bytes =
            ZipBuilding(members, is64: is64).bytes + [UInt8](repeating: 0, count: count)
        let zip = Unzipped(bytes)
        #expect(zip.failure == (count < 65_536 ? nil : .noDirectory))
        #expect(zip.contents == [Content(Self.bytes), Content(Self.bytes)])
        let archive = try ZipArchive(Memory(bytes))
        #expect(archive.surplus.trailingCount == (count < 65_536 ? count : 0))
    }

    /// A member that the directory does not name is not read, and told.
    @Test(arguments: [0, 1, 2], [false, true])
    func aMemberThatIsNotNamedIsTold(_ index: Int, _ hasDescriptor: Bool) throws {
        let zip = ZipBuilding(
            ["a", "b", "c"].map { Member($0, Self.text).with { $0.hasDescriptor = hasDescriptor } })
        #expect(try ZipArchive(Memory(zip.bytes)).surplus == ZipSurplus())
        // Of each of the directory's records there are 46 bytes and a letter.
        var bytes = zip.bytes
        bytes.removeSubrange(
            zip.directoryOffset + index * 47..<zip.directoryOffset + index * 47 + 47)
        bytes[bytes.count - 14] = 2
        bytes[bytes.count - 12] = 2
        bytes[bytes.count - 10] -= 47
        let archive = try ZipArchive(Memory(bytes))
        #expect(archive.entries.count == 2)
        #expect(archive.surplus.unlistedCount == zip.directoryOffset / 3)
        #expect(Unzipped(bytes).contents == [Content(Self.bytes), Content(Self.bytes)])
    }

    /// Bytes at the start, between two members and before the directory, and how many are told.
    @Test(
        arguments: [
            (1, [0, 0, 0, 0], 0), (1, [1, 2, 3], 3),
            (1, [UInt8](repeating: 0, count: 65_537), 65_537),
            (2, [9], 1), (2, [UInt8](repeating: 7, count: 40) + Array("APK Sig Block 42".utf8), 0),
            (1, [UInt8](repeating: 7, count: 40) + Array("APK Sig Block 42".utf8), 56),
            (2, [0x50, 0x4B, 6, 8] + [UInt8](repeating: 1, count: 20), 0),
            (0, Array("#!/bin/sh\nunzip".utf8), 0), (2, [UInt8](repeating: 0, count: 4096), 0),
        ] as [(Int, [UInt8], Int)])
    func bytesBetweenMembersAreTold(_ place: Int, _ added: [UInt8], _ count: Int) throws {
        for hasDescriptor in [false, true] {
            let zip = ZipBuilding(
                ["a", "b"].map { Member($0, Self.text).with { $0.hasDescriptor = hasDescriptor } })
            let half = zip.directoryOffset / 2
            var bytes = zip.bytes
            func move(_ offset: Int) {
                let value = (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
                bytes.replaceSubrange(offset..<offset + 4, with: (value + added.count).bytes(4))
            }
            if place == 0 { move(zip.directoryOffset + 42) }
            if place < 2 { move(zip.directoryOffset + 47 + 42) }
            move(bytes.count - 6)
            bytes.insert(contentsOf: added, at: place * half)
            let archive = try ZipArchive(Memory(bytes))
            #expect(archive.failure == nil)
            #expect(archive.surplus.unlistedCount == count)
            #expect(Unzipped(bytes).contents == [Content(Self.bytes), Content(Self.bytes)])
        }
    }

    /// What looks like an end among the bytes behind the end is none, as no directory stands before.
    @Test func theLastDirectoryThatIsIntactIsTaken() throws {
        let end = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 1, count: 16) + [0, 0]
        let bytes = ZipBuilding([Member("a", Self.text)]).bytes + end + [0x0A]
        #expect(Unzipped(bytes).contents == [Content(Self.bytes)])
        #expect(try ZipArchive(Memory(bytes)).surplus.trailingCount == end.count + 1)
    }

    /// An empty archive in one that was cut is not its end.
    @Test func anArchiveWithoutMembersEndsNoOther() {
        let empty = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
        let zip = ZipBuilding([Member("a", Self.text), Member("b", Self.text)])
        let cut = Unzipped(Array(zip.bytes.prefix(zip.directoryOffset)) + empty + [0x0A])
        #expect(cut.failure == .noDirectory)
        #expect(cut.contents == [Content(Self.bytes), Content(Self.bytes)])
    }

    /// Each byte changed in turn: never a trap, and never other content without a word.
    @Test(arguments: [false, true])
    func everyByteChanged(_ is64: Bool) {
        let members = ["a", "b"].map { Member($0, Self.text).with { $0.is64 = is64 } }
        let sound = ZipBuilding(members, is64: is64).bytes
        for index in sound.indices {
            for change in [0x01, 0x80, 0xFF] as [UInt8] {
                var bytes = sound
                bytes[index] ^= change
                let zip = Unzipped(bytes)
                for content in zip.contents where content.failure == nil {
                    #expect(content.bytes == Self.bytes, "\(index)")
                }
            }
        }
    }

    @Test func bombsAreLeftAlone() {
        let zeros = [UInt8](repeating: 0, count: 40 << 20)
        let zip = Unzipped(ZipBuilding([Member("bomb", zeros), Member("a", Self.text)]).bytes)
        #expect(zip.contents.map(\.failure) == [.limit(.ratio), nil])
        #expect(zip.contents[0].bytes.count < 17 << 20)
    }

    @Test func membersThatShareBytes() {
        var bytes = ZipBuilding([Member("a", Self.text), Member("b", Self.text)]).bytes
        let offset = bytes.count - 22 - 1 - 4
        bytes.replaceSubrange(offset..<offset + 4, with: 3.bytes(4))
        #expect(Unzipped(bytes).failure == .overlap)
    }

    @Test func theLimitOfBytesIsOfAllMembers() {
        var limits = ArchiveLimits()
        limits.expandedBytes = 50
        let members = ["a", "b", "c"].map { Member($0, Self.text) }
        let zip = Unzipped(ZipBuilding(members).bytes, limits: limits)
        #expect(zip.contents.map(\.failure) == [nil, nil, .limit(.expandedBytes)])
    }

    @Test func oneOfSeveralFiles() {
        var bytes = ZipBuilding([Member("a", Self.text)]).bytes
        bytes[bytes.count - 18] = 1
        #expect(Unzipped(bytes).failure == .split)
    }

    @Test(arguments: [0, 1, 21, 22, 23, 65_558])
    func noArchiveAtAll(_ count: Int) {
        let zip = Unzipped([UInt8](repeating: 0x50, count: count))
        #expect(zip.failure == .noDirectory)
        #expect(zip.contents.isEmpty)
    }
}
