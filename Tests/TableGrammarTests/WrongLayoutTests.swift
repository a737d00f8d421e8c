import Foundation
import Testing

@testable import TableGrammar

/// Each file of `WrongLayouts` breaks one rule; its first line is the problem that must be found,
/// and there must be no other.
struct WrongLayoutTests {
    static let names: [String] = {
        let folder = Layouts.folder.appending(path: "WrongLayouts").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".layout") }.sorted()
    }()

    @Test(arguments: names)
    func theProblemOfTheFirstLineIsFound(_ name: String) throws {
        let file = try Layouts.file("WrongLayouts/\(name)")
        let text = String(decoding: file.bytes, as: UTF8.self)
        let expected = text.prefix { $0 != "\n" }.dropFirst(2)
        let isFields = text.contains("\nfields")
        let library = isFields ? LayoutLibrary([file]) : try Layouts.library(adding: file)
        let problems = library.problems.map(\.description)
        #expect(problems == ["WrongLayouts/\(name):\(expected)"])
    }

    @Test func everyRuleHasAWrongLayout() {
        let broken = Self.names.map { "layout." + $0.prefix { $0 != "-" } }
            .map { $0.replacing(".layout", with: "") }
        #expect(Set(broken) == Set(LayoutRule.all.map(\.id)))
    }

    @Test func idsAreUnique() {
        #expect(Set(LayoutRule.all.map(\.id)).count == LayoutRule.all.count)
    }

    @Test(arguments: LayoutRule.all.map(\.summary))
    func aSummaryIsOnePhrase(_ summary: String) {
        #expect(summary.first?.isLowercase == true)
        #expect(summary.last != ".")
    }

    @Test func theSoundLayoutIsSound() throws {
        #expect(try Layouts.library().problems == [])
    }

    /// What stands beneath a line that cannot be read is not wrong for that.
    @Test(arguments: [
        "columns 2\n1  A  word  1  R  A  -\n  or B\n  ~ C\n2  D  text  1  R  A  -\nkey A\n",
        "columns none\n1  A  text  1  R  A  -\nkey A\n",
        "date Y\ncolumns 1\n1  A  date  1  R  A  -\n",
        "file\ndate YYYYMMDD\ncolumns 1\n1  A  date  1  R  A  -\n",
        "date YYYYMMDD\nfile *  sure\ncolumns 1\n1  A  date  1  R  A  -\n",
        "aside\ndate YYYYMMDD\ncolumns 1\n1  A  date  1  R  A  -\n",
        "tittle T\ndate YYYYMMDD\ncolumns 1\n1  A  date  1  R  A  -\n",
        "columns 1\n1  A  zip  5  R  A  -\n  ~ 1  2\nexpect A\nexpect A\n",
        "columns 1\n1  A  text  1  R  A  -\nrequire B\n  when A\n  ~ x\n",
    ])
    func oneMistakeIsOneProblem(_ text: String) throws {
        let file = LayoutFile(
            path: "x", bytes: Array("layout wrong  version 1  found\n\(text)".utf8))
        let problems = try Layouts.library(adding: file).problems
        #expect(problems.count == 1, "\(problems)")
    }

    /// Whatever a file holds, there are problems and no trap.
    @Test(arguments: ["Sound/fields.layout", "Sound/items.layout"])
    func truncatedAtEveryByte(_ path: String) throws {
        let bytes = try Layouts.file(path).bytes
        for count in bytes.indices {
            let file = LayoutFile(path: path, bytes: Array(bytes[..<count]))
            let library = LayoutLibrary([try Layouts.file("Sound/fields.layout"), file])
            #expect(library.problems.allSatisfy { $0.line > 0 && $0.column > 0 })
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func changedBytes(_ seed: UInt64) throws {
        var state = seed
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        var bytes = try Layouts.file("Sound/items.layout").bytes
        for _ in 0..<4 {
            let index = next() % bytes.count
            switch next() % 4 {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: next())
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(bytes[next() % bytes.count], at: index)
            default: bytes.swapAt(index, next() % bytes.count)
            }
        }
        let file = LayoutFile(path: "x", bytes: bytes)
        let library = LayoutLibrary([try Layouts.file("Sound/fields.layout"), file])
        #expect(library.layouts.count == (library.problems.isEmpty ? 1 : 0))
        for layout in library.layouts { #expect(!layout.text.isEmpty && !layout.json.isEmpty) }
    }
}
