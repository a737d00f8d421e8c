import Foundation
import Testing
import X12Grammar

@testable import grammarc

struct GrammarcTests {
    @Test(arguments: [
        ("abc", "#\"abc\"#"), ("a\"#b", "##\"a\"#b\"##"), ("#####", "######\"#####\"######"),
        ("\\#(x)", "##\"\\#(x)\"##"),
    ])
    func literal(_ text: String, _ expected: String) {
        #expect(EmbeddedSource.literal(text, quotes: "\"") == expected)
    }

    @Test(arguments: [
        (["/a/b/c.x", "/a/b/d.x"], "/a/b/"), (["/a/b/c.x", "/a/d/e.x"], "/a/"),
        (["/a/bc/x", "/a/bd/x"], "/a/"), (["a.x", "b.x"], ""), (["/a/b.x"], "/a/"), ([], ""),
        (["a/b.x", "c/d.x"], ""), (["/a.x", "/b.x"], "/"),
    ])
    func commonFolder(_ paths: [String], _ expected: String) {
        #expect(EmbeddedSource.commonFolder(paths) == expected)
    }

    @Test(arguments: [[], ["--output"], ["--nonsense", "a.grammar"], ["--output", "a.swift"]])
    func wrongUsage(_ arguments: [String]) {
        #expect(throws: Failure.self) { try Arguments(arguments[...]) }
    }
}
