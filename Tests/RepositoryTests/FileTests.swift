import Testing

/// What every file keeps.
struct FileTests {
    @Test func noFileIsLong() throws {
        for file in try Repository.swiftFiles() + Repository.scripts() {
            #expect(file.lines.count <= 401, "\(file)")
        }
    }

    @Test func nothingIsPutOff() throws {
        // Put together, so that this file keeps the law as well.
        let banned = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK", "for " + "now"]
        let grammars = try Repository.files(in: ["grammars"], extensions: ["grammar", "layout"])
        for file in try Repository.swiftFiles() + Repository.scripts() + grammars {
            for word in banned where file.text.contains(word) {
                Issue.record("\(file): \(word)")
            }
        }
    }

    /// Generated code is made at every build and not kept here.
    @Test func nothingIsGenerated() throws {
        let marks = [
            "do not " + "edit", "@" + "generated", "auto" + "generated", "generated " + "by",
        ]
        for file in try Repository.swiftFiles() {
            let opening = file.lines.prefix(5).joined(separator: "\n").lowercased()
            for mark in marks where opening.contains(mark) {
                Issue.record("\(file): \(mark)")
            }
        }
    }

    /// `swift test` runs here without XCTest, which would skip such a test in silence.
    @Test func allTestsAreSwiftTesting() throws {
        for file in try Repository.files(in: ["Tests"], extensions: ["swift"]) {
            #expect(!file.code.imports.contains("XCTest"), "\(file)")
        }
    }
}
