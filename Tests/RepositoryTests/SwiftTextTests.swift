import Testing

/// The reader that the laws rely on.
struct SwiftTextTests {
    @Test(arguments: [
        ("let a = b", ["let", "a", "b"]),
        ("a // b\nc", ["a", "c"]),
        ("a /* b\n */ c", ["a", "c"]),
        (#"a("b \" c") d"#, ["a", "d"]),
        ("a(#\"b \" c\"#) d", ["a", "d"]),
        ("a = \"\"\"\n    b \"c\"\n    \"\"\"\nd", ["a", "d"]),
        ("#if a", ["if", "a"]),
        ("a1 = 0x10", ["a1", "x10"]),
        ("#\"a\\\"# b", ["b"]),
    ])
    func identifiers(text: String, names: [String]) {
        #expect(SwiftText(text).identifiers.map(\.name) == names)
    }

    @Test func lines() {
        let found = SwiftText("a\n/* b\n */ c\n\"\"\"\n    d\n    \"\"\"\ne").identifiers
        #expect(found.map(\.line) == [1, 3, 7])
    }

    @Test(arguments: [
        ("import A\nimport B", ["A", "B"]),
        ("package import A", ["A"]),
        ("@preconcurrency import A.B", ["A"]),
        ("import struct A.B", ["struct"]),
        ("// import A", []),
    ])
    func imports(text: String, modules: [String]) {
        #expect(SwiftText(text).imports.sorted() == modules)
    }

    @Test(arguments: [
        ("memberID", ["member", "id"]), ("MAX_SIZE", ["max", "size"]),
        ("blockSize", ["block", "size"]),
    ])
    func words(name: String, words: [String]) {
        #expect(RepositoryTests.words(of: name) == words)
    }
}
