import Glibc

/// What one process tries.
private struct Trial {
    let target: Target
    let coverage: Coverage?

    /// `FUZZ_TARGET` names the target, and `FUZZ_COVERAGE` the map of edges, without which all count.
    static let chosen = getenv("FUZZ_TARGET").flatMap { Target(rawValue: String(cString: $0)) }.map
    {
        target in
        Trial(
            target: target,
            coverage: getenv("FUZZ_COVERAGE").map { path in
                guard let coverage = Coverage(map: String(cString: path), modules: target.modules)
                else { fatalError("the map of edges is of another program") }
                return coverage
            })
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard let trial = Trial.chosen else { return 0 }
    trial.target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    trial.coverage?.select()
    return 0
}

typealias Callback = @convention(c) (UnsafePointer<UInt8>, Int) -> Int32
typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ words: UnsafeMutablePointer<Words>,
    _ callback: Callback
) -> Int32

/// The package manager names the entry of a program after its module; libFuzzer's own `main` is not
/// found by that name.
@_cdecl("Fuzz_main")
public func main(_ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>)
    -> Int32
{
    if count == 2, let word = words[1], strcmp(word, "--places") == 0 {
        Coverage.printPlaces()
        return 0
    }
    guard let trial = Trial.chosen else {
        let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
        let line = "FUZZ_TARGET is one of \(names)\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
        return 64
    }
    if let coverage = trial.coverage {
        let line = "\(coverage.count) edges of \(trial.target.modules.joined(separator: ", "))\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
    }
    var count = count
    var words = words
    return runDriver(&count, &words, testOneInput)
}
