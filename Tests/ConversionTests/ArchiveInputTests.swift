import Foundation
import Testing

/// Archives as inputs: every member is a file of the summary, with books of its own.
struct ArchiveInputTests {
    private static let plain = Array(EnrollmentText.plain.utf8)
    private static let dirty = Array(
        EnrollmentText.plain.inserting("ZZZ*1~", before: "DMG").utf8)
    private static let gzip = ArchiveBuilding.gzip(plain)

    private static func zip(_ members: [ZipBuilding.Member]) -> [UInt8] {
        ZipBuilding(members).bytes
    }

    private static func member(
        _ content: [UInt8], _ change: (inout ZipBuilding.Member) -> Void = { _ in }
    ) -> ZipBuilding.Member {
        ZipBuilding.Member("m.834", content).with(change)
    }

    @Test(arguments: [gzip, ArchiveBuilding.gzip(plain, fields: [.name, .headerChecksum])])
    func gzipIsTheFileInIt(_ bytes: [UInt8]) throws {
        let convert = try Trial()
        let outcome = try convert(Data(bytes))
        #expect(outcome.status == 0)
        #expect(outcome.flaws(of: Data(Self.plain)).isEmpty)
        #expect(try outcome.records.map(\.text) == convert(Data(Self.plain)).records.map(\.text))
    }

    @Test func oneFileOutOfSeveralMembers() throws {
        let half = Self.plain.count / 2
        let bytes =
            ArchiveBuilding.gzip(Array(Self.plain[..<half]))
            + ArchiveBuilding.gzip(Array(Self.plain[half...]))
        let outcome = try Trial()(Data(bytes))
        #expect(outcome.status == 0)
        #expect(outcome.flaws(of: Data(Self.plain)).isEmpty)
    }

    /// Cut or wrong anywhere: what came before is kept, accounted for, and the damage is told.
    @Test func gzipCutAnywhere() throws {
        let convert = try Trial()
        let whole = try convert(Data(Self.plain)).records.map(\.text)
        var kept: Set<Int> = []
        for count in stride(from: 2, to: Self.gzip.count, by: 7) {
            let outcome = try convert(Data(Self.gzip.prefix(count)))
            #expect(outcome.status == 65, "\(count)")
            #expect(outcome.summary.balanced, "\(count)")
            #expect(outcome.file.failure?.contains("gzip file is cut short") == true, "\(count)")
            #expect(whole.starts(with: outcome.records.map(\.text)), "\(count)")
            #expect(outcome.records.count == outcome.file.records.accepted, "\(count)")
            kept.insert(outcome.records.count)
        }
        #expect(kept == [0, 1, 2])
    }

    @Test(
        arguments: [
            (gzip.dropLast(8) + [0, 0, 0, 0] + gzip.suffix(4), "checksum"),
            (gzip.dropLast(4) + [0, 0, 0, 0], "length"), (gzip + [0x41], "followed by bytes"),
            (zip([member(plain) { $0.declaredChecksum = 1 }]), "checksum"),
            (zip([member(plain) { $0.declaredSize = plain.count + 1 }]), "length"),
            (zip([member(gzip.dropLast(4) + [0, 0, 0, 0])]), "length"),
        ] as [([UInt8], String)])
    func damageAtTheEndLosesNothing(_ bytes: [UInt8], _ word: String) throws {
        let outcome = try Trial()(Data(bytes))
        #expect(outcome.status == 65)
        #expect(outcome.file.failure?.contains(word) == true)
        #expect(outcome.records.count == 2)
        #expect(outcome.file.balanced)
        #expect(outcome.file.bytes.total == Self.plain.count)
    }

    @Test(
        arguments: [
            (zip([member(zip([member(plain)]))]), "an archive inside an archive"),
            (ArchiveBuilding.gzip(gzip), "an archive inside an archive"),
            (ArchiveBuilding.gzip(zip([member(plain)])), "an archive inside an archive"),
            (zip([member(ArchiveBuilding.gzip(gzip))]), "an archive inside an archive"),
            (zip([]), "holds no files"), (zip([.init("folder/", "")]), "holds no files"),
            (zip([.init("[Content_Types].xml", "<Types/>")]), "Office document"),
            (zip([member(plain) { $0.flags = 1 }]), "encrypted"),
            (zip([member(plain) { $0.method = 14 }]), "method 14"),
            (zip([member([])]), "empty file"), (ArchiveBuilding.gzip([]), "empty file"),
            (ArchiveBuilding.gzip(Array("%PDF".utf8)), "PDF"),
            ([UInt8](repeating: 0, count: 257) + Array("ustar".utf8), "tar archive"),
        ] as [([UInt8], String)])
    func whatIsNotRead(_ bytes: [UInt8], _ word: String) throws {
        let outcome = try Trial()(Data(bytes))
        #expect(outcome.status == 65)
        #expect(outcome.summary.files.count == 1)
        #expect(outcome.file.failure?.contains(word) == true)
        #expect(outcome.records.isEmpty)
    }

    @Test func everyMemberIsAFile() throws {
        let outcome = try Trial()(
            Data(
                Self.zip([
                    .init("b/two.834", Self.dirty), .init("one.gz", Self.gzip),
                    .init("notes", "hello"), .init("b/", ""), .init(".hidden", Self.plain),
                    .init("line\nfeed\u{1B}", Self.plain).with { $0.method = 0 },
                    .init("secret", Self.plain).with { $0.flags = 1 },
                    .init("../last", Self.plain).with { $0.hasDescriptor = true },
                    .init("last", Self.plain).with { $0.hasDescriptor = true },
                ])))
        let names = outcome.summary.files.map { $0.file.components(separatedBy: "/input/").last }
        #expect(
            names == [
                "b/two.834", "one.gz", "notes", "line%0Afeed%1B", "secret", "../last",
                "last",
            ])
        #expect(outcome.status == 65)
        #expect(outcome.summary.skipped == 1)
        #expect(outcome.summary.files.map(\.records.accepted) == [1, 2, 0, 2, 0, 2, 2])
        #expect(
            outcome.summary.files.map { $0.failure == nil } == [
                true, true, false, true, false, true, true,
            ])
        #expect(outcome.records.count == 9)
        #expect(outcome.report.contains("not read: 1 hidden or special file\n"))
    }

    /// A member that the directory does not name is told of the first that it does, and not read.
    @Test func aMemberThatIsNotNamedIsTold() throws {
        let zip = ZipBuilding(["a", "b", "c"].map { .init($0, Self.plain) })
        var bytes = zip.bytes
        bytes.removeSubrange(zip.directoryOffset + 47..<zip.directoryOffset + 94)
        bytes[bytes.count - 14] = 2
        bytes[bytes.count - 12] = 2
        bytes[bytes.count - 10] -= 47
        let outcome = try Trial()(Data(bytes))
        #expect(outcome.status == 0)
        #expect(outcome.rules == ["input.archive.unlisted"])
        #expect(outcome.summary.files.map(\.records.accepted) == [2, 2])
        #expect(try Trial()(Data(zip.bytes)).rules == [])
    }

    @Test func aCutArchiveKeepsItsWholeMembers() throws {
        let archive = ZipBuilding((1...3).map { .init("\($0)", Self.plain) })
        let bytes = archive.bytes.prefix(archive.directoryOffset * 5 / 6)
        let outcome = try Trial()(Data(bytes))
        #expect(outcome.status == 65)
        #expect(outcome.summary.files.map(\.records.accepted).prefix(3) == [0, 2, 2])
        #expect(outcome.file.failure?.contains("lacks its directory") == true)
        #expect(outcome.summary.files.last?.failure?.contains("cut short") == true)
        #expect(outcome.summary.balanced)
    }

    @Test func aBombIsLeftAloneAndTheRestIsRead() throws {
        let bomb = Self.plain + [UInt8](repeating: 0x0A, count: 30 << 20)
        let outcome = try Trial()(
            Data(Self.zip([.init("bomb", bomb), .init("plain", Self.plain)])))
        #expect(outcome.status == 65)
        #expect(outcome.summary.files.map(\.records.accepted) == [2, 2])
        #expect(outcome.file.failure?.contains("exhaust") == true)
        #expect(outcome.file.balanced)
        #expect((16 << 20..<18 << 20).contains(outcome.file.bytes.total))
    }

    @Test func theFirstDamageStopsARunThatShallStop() throws {
        let members = ["1", "2", "3"].map { name in
            ZipBuilding.Member(name, Self.plain).with { if name == "2" { $0.declaredChecksum = 1 } }
        }
        let outcome = try Trial(.stop)(Data(Self.zip(members)))
        #expect(outcome.status == 65)
        #expect(outcome.records.count == 4)
        #expect(outcome.summary.files.count == 2)
        #expect(outcome.report.contains("stopped at the first error: 1 input was not read\n"))
    }
}
