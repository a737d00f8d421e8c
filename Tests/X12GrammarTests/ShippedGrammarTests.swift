import Foundation
import ShippedGrammars
import Testing
import X12Grammar

struct ShippedGrammarTests {
    static let names = GrammarLibrary.shipped.guideNames

    @Test func thereAreGuides() {
        #expect(Self.names.contains("005010X220A1"))
        #expect(GrammarLibrary.shipped.problems() == [])
    }

    @Test func theTextsAreThoseOfTheFolder() throws {
        let root = Grammars.folder.appending(path: "../../grammars").standardized
        let folder = root.resolvingSymlinksInPath()
        for (path, text) in ShippedGrammars.files {
            let original = try Data(contentsOf: folder.appending(path: path))
            #expect(text.withUTF8Buffer { Array($0) } == Array(original), "\(path)")
        }
    }

    @Test(arguments: names)
    func aGuideLoads(_ name: String) throws {
        let guide = try #require(try GrammarLibrary.shipped.guide(named: name))
        #expect(guide.name == name)
        #expect(guide.loops.contains(where: \.isRecord) == (guide.transaction != "envelope"))
        for variant in guide.variants {
            #expect(GrammarLibrary.shipped.nearestGuide(to: variant) == name)
        }
        let json = try JSONSerialization.jsonObject(with: Data(guide.json)) as? [String: Any]
        let segments = try #require(json?["segments"] as? [[String: Any]])
        #expect(segments.count == guide.segments.count)
        #expect(guide.text.hasPrefix(name))
    }

    /// Every child of a loop is listed in it once, and knows its loop.
    @Test(arguments: names)
    func loopsAndSegmentsAgree(_ name: String) throws {
        let guide = try #require(try GrammarLibrary.shipped.guide(named: name))
        var segments: [Int] = []
        for (index, loop) in guide.loops.enumerated() {
            for child in loop.children {
                switch child {
                case .loop(let inner): #expect(guide.loops[inner].parent == index)
                case .segment(let segment):
                    #expect(guide.segments[segment].loop == index)
                    segments.append(segment)
                }
            }
        }
        #expect(segments.sorted() == Array(guide.segments.indices))
    }
}
