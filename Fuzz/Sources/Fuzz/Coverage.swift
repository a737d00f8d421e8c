import CCoverage
import Glibc

/// Which edges of code count as coverage: those in the sources of the modules that a target is about. Code
/// of the standard library that stands in ours is none of them, nor what the compiler adds of its own.
struct Coverage {
    /// 0xFF for an edge that counts, else 0.
    private let kept: [UInt8]

    /// - Parameters:
    ///   - path: a file with a line for each edge, the module in whose sources it stands.
    ///   - modules: those that count.
    init?(map path: String, modules: [String]) {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        let modules = Set(modules.map { "\($0)\n" })
        var kept: [UInt8] = []
        var line: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { free(line) }
        while getline(&line, &room, file) > 0, let line {
            kept.append(modules.contains(String(cString: line)) ? 0xFF : 0)
        }
        guard kept.count == coverage_count() else { return nil }
        self.kept = kept
    }

    /// How many edges count.
    var count: Int { kept.count { $0 != 0 } }

    /// Forgets of what an input reached all that does not count.
    func select() { coverage_keep(kept) }

    /// A line for each edge: where its code stands in the program.
    static func printPlaces() {
        for edge in 0..<coverage_count() {
            print("0x" + String(coverage_place(edge), radix: 16))
        }
    }
}
