import CareModel

/// Names of providers by service location, as a user's file lists them: `pidsl.txt`.
///
/// A line is nine digits and a letter, blanks or a tab, and a name. A provider may have several
/// lines, as names change. Names are kept as numbers that tell one from another.
package struct ProviderList: Sendable {
    /// Why a text is no such list.
    package struct Problem: Error {
        /// From 1; 0 where it is the whole.
        package let line: Int
        package let message: String
    }

    private var names: [UInt64: [UInt64]] = [:]

    package init(_ text: UnsafeRawBufferPointer) throws(Problem) {
        for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            let bytes = line.prefix { $0 != 0x0D }
            if bytes.allSatisfy({ $0 <= 0x20 }) || bytes.first == UInt8(ascii: "#") { continue }
            let location = Array(bytes.prefix(10))
            let name = Array(bytes.dropFirst(10))
            guard location.withUnsafeBufferPointer({ PIDSL.isValid($0) }), let blank = name.first,
                blank <= 0x20
            else {
                throw Problem(
                    line: index + 1, message: "a line is nine digits, a letter, a blank and a name")
            }
            let key = ProviderList.key(location)
            let hash = name.withUnsafeBufferPointer { FoldedText.hash($0) }
            names[key, default: []].append(hash)
        }
        if names.isEmpty { throw Problem(line: 0, message: "it names no provider") }
    }

    /// What is known of a name at a service location.
    enum Answer { case known, otherName, unknown }

    /// Asks for a name; blanks, punctuation and the case of letters do not count.
    func answer(
        _ location: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>
    ) -> Answer {
        guard let known = names[ProviderList.key(location)] else { return .unknown }
        return name.isEmpty || known.contains(FoldedText.hash(name)) ? .known : .otherName
    }

    /// The digits as a number, and the letter behind them; the text is a PIDSL.
    private static func key(_ location: some Collection<UInt8>) -> UInt64 {
        location.reduce(0) { key, byte in
            byte >= 0x41 ? key << 8 | UInt64(byte & 0xDF) : key &* 10 &+ UInt64(byte &- 0x30)
        }
    }
}
