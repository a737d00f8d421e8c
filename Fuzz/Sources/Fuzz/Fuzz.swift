import Glibc

/// What is fuzzed: each takes any bytes, and ends the process where a promise is broken.
enum Target: String, CaseIterable {
    case syntax
    case records
    case grammar
    case conversion
    case split
    case tables
    case workbooks
    case referrals

    /// `FUZZ_TARGET` names it.
    static let chosen = getenv("FUZZ_TARGET").flatMap { Target(rawValue: String(cString: $0)) }

    func run(_ bytes: [UInt8]) {
        switch self {
        case .syntax: SyntaxTarget.run(bytes)
        case .records: RecordsTarget.run(bytes)
        case .grammar: GrammarTarget.run(bytes)
        case .conversion: ConversionTarget.run(bytes)
        case .split: SplitTarget.run(bytes)
        case .tables: TableTarget.run(bytes)
        case .workbooks: WorkbookTarget.run(bytes)
        case .referrals: ReferralTarget.run(bytes)
        }
    }
}

/// Ends the process, so that the fuzzer keeps the input.
func require(_ isTrue: Bool, _ law: @autoclosure () -> String) {
    if !isTrue { fatalError(law()) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    Target.chosen?.run(Array(UnsafeBufferPointer(start: start, count: count)))
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
    guard Target.chosen != nil else {
        let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
        let line = "FUZZ_TARGET is one of \(names)\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
        return 64
    }
    var count = count
    var words = words
    return runDriver(&count, &words, testOneInput)
}
