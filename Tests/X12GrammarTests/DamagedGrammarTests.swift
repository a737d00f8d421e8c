import Testing

@testable import X12Grammar

/// Whatever a file holds, there are problems and no trap.
struct DamagedGrammarTests {
    @Test(arguments: ["dictionary", "guide", "profile"].map { "Sound/\($0).grammar" })
    func truncatedAtEveryByte(_ path: String) throws {
        let sound = try Grammars.library().entries.map(\.file)
        let other = sound.filter { $0.path != path }
        let bytes = Array(try Grammars.file(path).content.utf8)
        for count in bytes.indices {
            let file = GrammarFile(path: path, bytes: Array(bytes[..<count]))
            let library = GrammarLibrary(other + [file])
            let problems = library.problems()
            #expect(problems.allSatisfy { $0.line > 0 && $0.column > 0 })
        }
    }

    @Test(arguments: 1...200)
    func changedBytes(_ seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let files = try Grammars.library().entries.map(\.file).map { file in
            var bytes = Array(file.content.utf8)
            for _ in 0..<4 {
                let index = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(bytes[Int(random.next() % UInt64(bytes.count))], at: index)
                default: bytes.swapAt(index, Int(random.next() % UInt64(bytes.count)))
                }
            }
            return GrammarFile(path: file.path, bytes: bytes)
        }
        let library = GrammarLibrary(files)
        let problems = library.problems()
        for name in library.guideNames {
            // A guide is made exactly when nothing is wrong with it.
            let guide = try? library.guide(named: name)
            #expect(guide != nil || !problems.isEmpty)
        }
        for name in library.profileNames {
            let profile = try? library.profile(named: name)
            #expect(profile != nil || !problems.isEmpty)
        }
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
