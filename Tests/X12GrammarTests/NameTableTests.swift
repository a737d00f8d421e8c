import Testing

@testable import X12Grammar

struct NameTableTests {
    /// Many more names than there are places at first.
    @Test func everyNameHasItsValue() throws {
        let names = (0..<500).map { "E\($0)" }
        var table = NameTable<Int>()
        for (index, name) in names.enumerated() {
            #expect(!table.update(try key(name), index))
        }
        for (index, name) in names.enumerated() { #expect(table[try key(name)] == index) }
        #expect(table[try key("F1")] == nil)
        #expect(table.update(try key("E7"), -1))
        #expect(table[try key("E7")] == -1)
        #expect(table[try key("E8")] == 8)
    }

    private func key(_ name: String) throws -> NameKey {
        let text = GrammarText(path: "", bytes: Array(name.utf8))
        return try #require(NameKey(Token(0, name.utf8.count), in: text))
    }

    /// A line may have more words than a reader has room for at first.
    @Test(arguments: [1, 63, 64, 65, 130, 1000])
    func wordsOfALine(_ count: Int) {
        let line = (0..<count).map { "W\($0)" }.joined(separator: " ")
        let text = GrammarText(path: "", bytes: Array("# x\n\n  \(line)  \r\nnext  x # y".utf8))
        var reader = LineReader(text)
        var words: [[String]] = []
        while reader.advance() {
            words.append([])
            while let token = reader.peek {
                words[words.count - 1].append(text.string(token))
                reader.skip()
            }
        }
        #expect(words.first?.count == count)
        #expect(words.first?.last == "W\(count - 1)")
        #expect(words.dropFirst().map { $0 } == [["next", "x", "#", "y"]])
    }
}
