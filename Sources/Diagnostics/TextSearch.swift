extension StringProtocol {
    /// Whether the bytes of a text stand somewhere in it.
    ///
    /// What the standard library offers for it brings the engine of regular expressions into the
    /// program, a megabyte of it.
    package func holds(_ text: some StringProtocol) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return true }
        var rest = Array(utf8)[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
