@testable import X12Grammar
@testable import X12Structure

/// Any bytes, read as the files of a grammar: a NUL stands between files, so that one input holds a
/// guide and its dictionary.
enum GrammarReading {
    /// What the reading breaks of what grammars promise; nothing, if all is well.
    static func flaws(of bytes: [UInt8]) -> [String] {
        let files = bytes.split(separator: 0, omittingEmptySubsequences: false).enumerated().map {
            GrammarFile(path: "\($0.offset).grammar", bytes: Array($0.element))
        }
        let library = GrammarLibrary(files)
        let problems = library.problems()
        var flaws: [String] = []
        if problems.contains(where: { $0.line < 1 || $0.column < 1 }) {
            flaws.append("a problem has line and column")
        }
        for name in library.guideNames {
            guard let guide = try? library.guide(named: name) else {
                if problems.isEmpty { flaws.append("a guide is made where nothing is wrong") }
                continue
            }
            _ = CompiledGuide(guide)
        }
        for name in library.profileNames where (try? library.profile(named: name)) == nil {
            if problems.isEmpty { flaws.append("a profile is made where nothing is wrong") }
        }
        return flaws
    }
}
