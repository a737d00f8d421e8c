@testable import X12Grammar
@testable import X12Structure

/// The grammar language: any text is a guide or has problems.
enum GrammarTarget {
    /// A NUL stands between files, so that one input holds a guide and its dictionary.
    static func run(_ bytes: [UInt8]) {
        let files = bytes.split(separator: 0, omittingEmptySubsequences: false).enumerated().map {
            GrammarFile(path: "\($0.offset).grammar", bytes: Array($0.element))
        }
        let library = GrammarLibrary(files)
        let problems = library.problems()
        require(
            problems.allSatisfy { $0.line > 0 && $0.column > 0 }, "a problem has line and column")
        for name in library.guideNames {
            guard let guide = try? library.guide(named: name) else {
                require(!problems.isEmpty, "a guide is made where nothing is wrong")
                continue
            }
            _ = CompiledGuide(guide)
        }
    }
}
