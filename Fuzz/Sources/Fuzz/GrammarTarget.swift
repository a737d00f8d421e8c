/// The grammar language: any text is a guide or has problems.
enum GrammarTarget {
    static func run(_ bytes: [UInt8]) {
        let flaws = GrammarReading.flaws(of: bytes)
        require(flaws.isEmpty, flaws.joined(separator: "; "))
    }
}
