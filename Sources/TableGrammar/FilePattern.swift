/// What files of a layout are called: `CP_*_STATUSOUTREACH_FULL_YYYYMMDD.XLSX`.
///
/// `*` is anything, `YYYYMMDD` eight digits, letters are of either case.
package struct FilePattern: Sendable, Hashable {
    package let pattern: String
    package let certainty: Layout.Certainty

    private static let date = Array("yyyymmdd".utf8)

    /// Whether a file is called so, its folder left out.
    package func matches(_ name: String) -> Bool {
        Self.matches(lowered(pattern)[...], lowered(name)[...])
    }

    /// The same whatever follows the last point: rosters travel as text and as workbooks.
    package func matchesButForEnding(_ name: String) -> Bool {
        if matches(name) { return true }
        guard let end = pattern.lastIndex(of: "."), let last = name.lastIndex(of: ".") else {
            return false
        }
        return FilePattern(pattern: String(pattern[..<end]), certainty: certainty)
            .matches(String(name[..<last]))
    }

    private func lowered(_ text: String) -> [UInt8] {
        let file = text.utf8.split(separator: UInt8(ascii: "/")).last ?? text.utf8[...]
        return file.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Tries the last star again, one byte on, where what follows it does not fit.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        var pattern = pattern
        var name = name
        var retry: (pattern: ArraySlice<UInt8>, name: ArraySlice<UInt8>)?
        while !name.isEmpty || !pattern.isEmpty {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, name)
            } else if pattern.starts(with: date), name.prefix(8).count == 8,
                name.prefix(8).allSatisfy({ (0x30...0x39).contains($0) })
            {
                pattern = pattern.dropFirst(8)
                name = name.dropFirst(8)
            } else if let byte = pattern.first, byte == name.first {
                pattern = pattern.dropFirst()
                name = name.dropFirst()
            } else if let last = retry, !last.name.isEmpty {
                retry = (last.pattern, last.name.dropFirst())
                pattern = last.pattern
                name = last.name.dropFirst()
            } else {
                return false
            }
        }
        return true
    }
}
