import Archives
import Testing

/// Archives that are sound, in every form that writers give them.
struct ZipArchiveTests {
    private static let text = "one line and another\n"
    private static let long = noise(300_000)

    private static let forms: [Member] = [
        Member("deflated", text), Member("stored", text).with { $0.method = 0 },
        Member("described", text).with { $0.hasDescriptor = true },
        Member("wide", text).with { $0.is64 = true },
        Member("wide and stored", text).with {
            $0.is64 = true; $0.method = 0
        },
        Member("stored and described", text).with {
            $0.hasDescriptor = true; $0.method = 0
        },
        Member("long", long), Member("empty", ""),
        Member("empty and stored", "").with { $0.method = 0 },
    ]

    @Test(arguments: forms.indices, [false, true])
    func everyForm(_ index: Int, _ is64: Bool) {
        let member = Self.forms[index]
        let zip = Unzipped(ZipBuilding([member], comment: "words", is64: is64).bytes)
        #expect(zip.failure == nil)
        #expect(zip.names == [String(decoding: member.name, as: UTF8.self)])
        #expect(zip.contents == [Content(member.content)])
    }

    @Test(arguments: [1, 3, 4096, Int.max], [7, 1 << 16])
    func piecesOfAnySize(_ piece: Int, _ room: Int) {
        let zip = Unzipped(ZipBuilding(Self.forms).bytes, piece: piece, room: room)
        #expect(zip.failure == nil)
        #expect(zip.contents == Self.forms.map { Content($0.content) })
    }

    @Test func foldersAndLinksAreNoFiles() {
        let members = [
            Member("folder/", "").with { $0.method = 0 },
            Member("link", "/etc/passwd").with { $0.attributes = 0o120777 << 16 },
            Member("folder/file", Self.text),
        ]
        #expect(Unzipped(ZipBuilding(members).bytes).names == ["folder/file"])
    }

    @Test(
        arguments: [
            ("a", false), ("a/b.834", false), (".a", true), ("a/.b", true), (".a/b", true),
            ("__MACOSX/._a", true), ("../a", false), ("./a", false), ("a/../b", false),
            ("./.a", true), ("...", true), ("a.", false), ("", false), ("//", false),
            (".\\inbox\\a", false), ("..\\a", false), ("inbox\\.a", true),
        ])
    func hiddenNames(_ name: String, _ isHidden: Bool) throws {
        let bytes = ZipBuilding([Member(name, Self.text)]).bytes
        #expect(try ZipArchive(Memory(bytes)).entries.map(\.isHidden) == [isHidden])
    }

    @Test func manyMembers() throws {
        let members = (0..<70_000).map { Member("\($0)", "").with { $0.method = 0 } }
        let bytes = ZipBuilding(members, is64: true).bytes
        #expect(try ZipArchive(Memory(bytes)).entries.count == 70_000)
        var limits = ArchiveLimits()
        limits.members = 69_999
        #expect(Unzipped(bytes, limits: limits).failure == .limit(.members))
    }
}
