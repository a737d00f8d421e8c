extension StringProtocol {
    /// Whether the bytes of a text stand somewhere in it.
    ///
    /// What the standard library offers for it brings the engine of regular expressions into the
    /// program, a megabyte of it.
    package func holds(_ text: some StringProtocol) -> Bool {
        let wanted = text.utf8
        var rest = utf8[...]
        while rest.count >= wanted.count {
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
