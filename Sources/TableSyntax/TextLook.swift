extension UnsafeBufferPointer<UInt8> {
    /// Whether a character stands in it that nobody sees; line ends and tabs may be text.
    var hasControl: Bool {
        contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }
    }

    /// Whether U+FFFD stands in UTF-8 text.
    var hasReplacement: Bool {
        indices.contains { index in
            self[index] == 0xEF && index + 2 < count && self[index + 1] == 0xBF
                && self[index + 2] == 0xBD
        }
    }
}
